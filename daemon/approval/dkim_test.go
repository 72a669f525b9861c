package approval

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-msgauth/dkim"
)

// signer signs as the server of a domain does.
type signer struct {
	key    crypto.Signer
	domain string
	fields []string
	expire time.Time
}

func edKey(t *testing.T) crypto.Signer {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// her server, with all that a good one signs.
func hers(t *testing.T) signer {
	return signer{key: edKey(t), domain: "example.org",
		fields: []string{"From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type"}}
}

func (s signer) sign(t *testing.T, raw []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	err := dkim.Sign(&out, bytes.NewReader(raw), &dkim.SignOptions{Domain: s.domain, Selector: "s1", Signer: s.key,
		HeaderKeys: s.fields, Expiration: s.expire, Hash: crypto.SHA256,
		HeaderCanonicalization: dkim.CanonicalizationRelaxed, BodyCanonicalization: dkim.CanonicalizationRelaxed})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (s signer) record(t *testing.T) string {
	t.Helper()
	switch pub := s.key.Public().(type) {
	case ed25519.PublicKey:
		return "v=DKIM1; k=ed25519; p=" + base64.StdEncoding.EncodeToString(pub)
	case *rsa.PublicKey:
		der, err := x509.MarshalPKIXPublicKey(pub)
		if err != nil {
			t.Fatal(err)
		}
		return "v=DKIM1; k=rsa; p=" + base64.StdEncoding.EncodeToString(der)
	}
	t.Fatal("no such key")
	return ""
}

// zone answers for what it holds and remembers what it was asked.
type zone struct {
	mu      sync.Mutex
	records map[string][]string
	err     error
	asked   []string
}

func (z *zone) lookup(name string) ([]string, error) {
	z.mu.Lock()
	defer z.mu.Unlock()
	z.asked = append(z.asked, name)
	if z.err != nil {
		return nil, z.err
	}
	if r, ok := z.records[name]; ok {
		return r, nil
	}
	return nil, &net.DNSError{Err: "no such host", Name: name, IsNotFound: true}
}

func (s signer) zone(t *testing.T) *zone {
	return &zone{records: map[string][]string{"s1._domainkey." + s.domain: {s.record(t)}}}
}

func needed(z *zone) Facts {
	f := facts()
	f.Require, f.LookupTXT = true, z.lookup
	return f
}

func TestHerOwnSignatureIsAProof(t *testing.T) {
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	for name, key := range map[string]crypto.Signer{"ed25519": edKey(t), "rsa": rsaKey} {
		s := hers(t)
		s.key = key
		if _, got := checkBytes(s.sign(t, genuine().bytes()), needed(s.zone(t))); got != Counts {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestSignaturesThatProveNothing(t *testing.T) {
	s := hers(t)
	without := func(field string) signer {
		weak := s
		weak.fields = nil
		for _, f := range s.fields {
			if f != field {
				weak.fields = append(weak.fields, f)
			}
		}
		return weak
	}
	onlyOne := without("References")
	onlyOne.fields = onlyOne.fields[:5]
	late, evil := s, s
	late.expire = noon.Add(-time.Minute)
	evil.domain = "evil.example"
	sub := s
	sub.domain = "mail.example.org"
	tests := []struct {
		name  string
		raw   []byte
		want  Reason
		zone  *zone
		asked int
	}{
		{"the text was changed", bytes.Replace(s.sign(t, genuine().says("no, not yet\r\n").bytes()), []byte("no, not yet"), []byte("send"), 1), NotAuthenticated, nil, 1},
		{"the subject was changed", bytes.Replace(s.sign(t, genuine().bytes()), []byte("Your notes"), []byte("My notes"), 1), NotAuthenticated, nil, 1},
		{"of another domain", evil.sign(t, genuine().bytes()), NotAuthenticated, evil.zone(t), 0},
		{"of a host of her domain", sub.sign(t, genuine().bytes()), Counts, sub.zone(t), 1},
		{"not over what carries the token", onlyOne.sign(t, genuine().bytes()), NotAuthenticated, nil, 1},
		{"over References, which carries it too", without("In-Reply-To").sign(t, genuine().bytes()), Counts, nil, 1},
		{"over In-Reply-To, which was put there later", append([]byte("References: <"+request().MessageID+">\r\n"),
			without("References").sign(t, genuine().set("In-Reply-To", "").set("References", "").bytes())...), NotAuthenticated, nil, 1},
		{"expired", late.sign(t, genuine().bytes()), NotAuthenticated, nil, -1},
		{"of part of the body", bytes.Replace(s.sign(t, genuine().bytes()), []byte("v=1;"), []byte("v=1; l=4;"), 1), NotAuthenticated, nil, 1},
		{"by SHA-1", bytes.Replace(s.sign(t, genuine().bytes()), []byte("ed25519-sha256"), []byte("ed25519-sha1"), 1), NotAuthenticated, nil, 1},
		{"without a key", s.sign(t, genuine().bytes()), NotAuthenticated, &zone{}, 1},
		{"with two keys", s.sign(t, genuine().bytes()), NotAuthenticated, s.zoneOf(s.record(t), s.record(t)), 1},
		{"with a revoked key", s.sign(t, genuine().bytes()), NotAuthenticated, s.zoneOf("v=DKIM1; k=ed25519; p="), 1},
		{"by a server that is trying it out", s.sign(t, genuine().bytes()), NotAuthenticated, s.zoneOf(s.record(t) + "; t=s:y"), 1},
		{"by a server that is strict", s.sign(t, genuine().bytes()), Counts, s.zoneOf(s.record(t) + "; t=s"), 1},
		{"with a key of 5 KB", s.sign(t, genuine().bytes()), NotAuthenticated, s.zoneOf(s.record(t) + "; n=" + strings.Repeat("x", 5000)), 1},
		{"beside one of a mailing list", evil.sign(t, s.sign(t, genuine().bytes())), Counts, nil, 1},
		{"five that prove nothing before one that does", sixTimes(t, evil, s), NotAuthenticated, nil, 0},
		{"four that prove nothing before one that does", fiveTimes(t, evil, s), Counts, nil, 1},
		{"nonsense", genuine().top("DKIM-Signature: ;;;=;v").bytes(), NotAuthenticated, nil, 0},
		{"no signature", genuine().bytes(), NotAuthenticated, nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			z := tt.zone
			if z == nil {
				z = s.zone(t)
			}
			if _, got := checkBytes(tt.raw, needed(z)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if len(z.asked) != tt.asked && tt.asked >= 0 {
				t.Errorf("DNS was asked %q, want %d questions", z.asked, tt.asked)
			}
		})
	}
}

func (s signer) zoneOf(records ...string) *zone {
	return &zone{records: map[string][]string{"s1._domainkey." + s.domain: records}}
}

func fiveTimes(t *testing.T, evil, s signer) []byte {
	raw := s.sign(t, genuine().bytes())
	for range 4 {
		raw = evil.sign(t, raw)
	}
	return raw
}

func sixTimes(t *testing.T, evil, s signer) []byte { return evil.sign(t, fiveTimes(t, evil, s)) }

func TestAShortKeyProvesNothing(t *testing.T) {
	t.Setenv("GODEBUG", "rsa1024min=0") // Go itself makes and checks no such keys any more
	for bits, want := range map[int]Reason{512: NotAuthenticated, 1024: Counts} {
		key, err := rsa.GenerateKey(rand.Reader, bits)
		if err != nil {
			t.Fatal(err)
		}
		s := hers(t)
		s.key = key
		if _, got := checkBytes(s.sign(t, genuine().bytes()), needed(s.zone(t))); got != want {
			t.Errorf("%d bits: got %q, want %q", bits, got, want)
		}
	}
}

func TestDNSIsDown(t *testing.T) {
	s := hers(t)
	for name, err := range map[string]error{
		"a timeout":   &net.DNSError{Err: "i/o timeout", IsTimeout: true, IsTemporary: true},
		"a stop":      errors.New("context canceled"),
		"no resolver": &net.DNSError{Err: "server misbehaving", IsTemporary: true},
	} {
		z := &zone{err: err}
		if _, got := checkBytes(s.sign(t, genuine().bytes()), needed(z)); got != Undecided {
			t.Errorf("%s: got %q, want to ask again later", name, got)
		}
	}
	// The provider's word needs no DNS.
	f := needed(&zone{err: errors.New("down")})
	f.AuthservID = "mx.mail.example"
	if _, got := check(genuine().atBorder(results("dmarc=pass header.from=example.org")), f); got != Counts {
		t.Errorf("got %q although the provider vouched for it", got)
	}
}

func TestWithoutNeedNobodyIsAsked(t *testing.T) {
	s := hers(t)
	z := s.zone(t)
	f := needed(z)
	f.Require = false
	if _, got := checkBytes(s.sign(t, genuine().bytes()), f); got != Counts || len(z.asked) != 0 {
		t.Errorf("got %q, DNS was asked %q", got, z.asked)
	}
}

func TestAReplayUnderNewHeaders(t *testing.T) {
	s := hers(t)
	signed := s.sign(t, genuine().bytes())
	for _, line := range []string{"From: mallory@evil.example", "Subject: [roundtwo MM22]", "In-Reply-To: <x@example.org>"} {
		raw := append([]byte(line+"\r\n"), signed...)
		if _, got := checkBytes(raw, needed(s.zone(t))); got != BadFrom && got != DupHeader {
			t.Errorf("%s before a signed message: %q", line, got)
		}
	}
}

func FuzzSignature(f *testing.F) {
	f.Add("v=1; a=rsa-sha256; d=example.org; s=s1; h=from:in-reply-to; bh=; b=", "v=DKIM1; p=AAAA")
	f.Add("v=1; a=ed25519-sha256; d=example.org; s=; h=from; bh=AA==; b=AA==; c=simple/relaxed; x=1; i=@example.org", "k=ed25519; p=")
	f.Fuzz(func(t *testing.T, signature, record string) {
		signature = strings.Map(func(r rune) rune {
			if r < ' ' {
				return ' '
			}
			return r
		}, signature)
		fs := facts()
		fs.Require = true
		fs.LookupTXT = func(string) ([]string, error) { return []string{record}, nil }
		if _, got := check(genuine().top("DKIM-Signature: "+signature), fs); got == Counts {
			t.Errorf("a made-up signature is a proof: %q", signature)
		}
	})
}
