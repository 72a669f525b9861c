//go:build linux

package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"os"
	"strings"
	"testing"
	"time"
)

func TestWhatCheckFinds(t *testing.T) {
	now := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	until := func(days int) tls.ConnectionState {
		return tls.ConnectionState{Version: tls.VersionTLS13, PeerCertificates: []*x509.Certificate{{NotAfter: now.AddDate(0, 0, days)}}}
	}
	for _, row := range []struct {
		name         string
		found        finding
		text, advice string
		fault        bool
	}{
		{"a certificate of three months", certificate(until(90), now), "TLS 1.3, certificate valid until 2027-01-31", "", false},
		{"a certificate of ten days", certificate(until(10), now), "2026-11-12", "ends in 10 days", false},
		{"room enough", space(5<<30, "/x"), "5120 MiB are free", "", false},
		{"little room", space(100<<20, "/x"), "100 MiB", "free some space at /x", false},
		{"no room", space(1<<20, "/x"), "1 MiB", "nothing can be recorded", true},
		{"an encrypted disk", atRest(true, true), "encrypted disk", "", false},
		{"a disk in the clear", atRest(false, true), "not encrypted", "LUKS", false},
		{"nobody knows", atRest(false, false), "cannot be told", "encrypted disk", false},
	} {
		f := row.found
		if !strings.Contains(f.text, row.text) || !strings.Contains(f.advice, row.advice) || row.advice == "" && f.advice != "" || f.fault != row.fault {
			t.Errorf("%s: %+v", row.name, f)
		}
	}
}

// What is told of a directory: only a fault counts.
func TestCheckTellsOfTheDisk(t *testing.T) {
	var out bytes.Buffer
	c := checker{out: &out}
	c.disk(t.TempDir())
	c.tell("", space(1, "/x"))
	for _, want := range []string{"MiB are free", "disk", "WRONG: 0 MiB are free"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing:\n%s", want, out.String())
		}
	}
	if c.faults != 1 {
		t.Errorf("%d faults", c.faults)
	}
	if _, err := freeAt("/no/such/place"); err == nil || !strings.Contains(err.Error(), "/no/such/place") {
		t.Errorf("%v", err)
	}
}

func TestADeviceOfDmCrypt(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"/top/slaves/below/dm", "/plain/slaves"} {
		if err := os.MkdirAll(dir+d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(dir+"/top/slaves/below/dm/uuid", []byte("CRYPT-LUKS2-0a1b\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if !crypted(dir+"/top", 5) || crypted(dir+"/plain", 5) {
		t.Error("a volume over LUKS is encrypted, a plain one is not")
	}
}
