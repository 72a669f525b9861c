package demo

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtwo/drafts"
	"roundtwo/parse/message"
)

// TestTheBuiltInStory plays it whole: notes go to everybody who was met, once, and everything is on the page.
func TestTheBuiltInStory(t *testing.T) {
	dir := t.TempDir()
	stale := filepath.Join(dir, "999-letter.eml")
	if err := os.WriteFile(stale, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var told bytes.Buffer
	if err := Run(context.Background(), Options{Out: dir, Print: &told}); err != nil {
		t.Fatalf("%v\n%s", err, told.String())
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("a file of an earlier demo is still there")
	}
	got := map[string]int{}
	kinds := map[string]bool{}
	files, err := filepath.Glob(filepath.Join(dir, "*.eml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m := message.Read(raw)
		if strings.Contains(name, "-note") {
			got[m.To[0].Email]++
		}
		kinds[kindOf(m)] = true
	}
	want := map[string]int{
		"dana.whitfield@northwind.example": 1, "samuel.okafor@northwind.example": 1, "ana.pereira@northwind.example": 1, "priya.nair@northwind.example": 1,
		"t.zielinski@globex.example": 2, "ingrid.solberg@globex.example": 1, "grace.ndlovu@initech.example": 1, "fatima.haddad@initech.example": 1,
		"ruth.adeyemi@contoso.example": 1, "jonas.weber@contoso.example": 0, "emil.lund@litware.example": 0,
	}
	for address, n := range want {
		if got[address] != n {
			t.Errorf("%d notes to %s, want %d", got[address], address, n)
		}
	}
	for _, kind := range drafts.Kinds() {
		if !kinds[string(kind)] {
			t.Errorf("the story has no %s", kind)
		}
	}
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	for _, kind := range drafts.Kinds() {
		if !strings.Contains(string(page), ">"+string(kind)+"</a>") {
			t.Errorf("the page does not lead to a %s", kind)
		}
	}
	if err != nil || !strings.Contains(string(page), "event-") || !strings.Contains(string(page), "dana.whitfield@northwind.example") {
		t.Errorf("the page does not show it all: %v", err)
	}
}

// TestAnInvitationOfHers plays a mail given on the command line.
func TestAnInvitationOfHers(t *testing.T) {
	var told bytes.Buffer
	raw := []byte("From: Ann Lee <ann@acme.example>\r\nTo: casey@morgan.example\r\nSubject: Second interview at Acme\r\nDate: Mon, 02 Nov 2026 09:05:00 +0000\r\n\r\n" +
		"Dear Casey,\r\n\r\nwe would like to invite you to a second interview at Acme on Thursday, 12 November 2026 at 10:00 GMT with Ann Lee.\r\n")
	if err := Run(context.Background(), Options{Mails: [][]byte{raw}, Out: t.TempDir(), Print: &told}); err != nil {
		t.Fatalf("%v\n%s", err, told.String())
	}
	if !strings.Contains(told.String(), "roundtwo writes: Prepare") {
		t.Errorf("no checklist:\n%s", told.String())
	}
}
