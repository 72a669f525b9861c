package parse

import (
	"os"
	"strings"
	"testing"

	"roundtwo/interview"
)

// Short messages of every kind are taken for what they are.
func TestKinds(t *testing.T) {
	text, err := os.ReadFile("testdata/kinds.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(text), "\n== ")[1:]
	if len(blocks) < 70 {
		t.Fatalf("%d blocks, want 70 and more", len(blocks))
	}
	for _, block := range blocks {
		kind, rest, _ := strings.Cut(block, "\n")
		subject, body, _ := strings.Cut(rest, "\n")
		t.Run(kind+"/"+subject, func(t *testing.T) {
			if got := Message(letter(subject, body), "America/New_York"); got.Kind != interview.Kind(kind) {
				t.Errorf("%q is read as %s\n%s", body, got.Kind, Explain(got))
			}
		})
	}
}

// letter is a plain message of a company to the candidate.
func letter(subject, body string) []byte {
	return []byte("From: Lena Marsh <lena@tallis.example>\r\nTo: Casey Doe <casey@mail.example>\r\nSubject: " + subject + "\r\n" +
		"Date: Tue, 10 Nov 2026 10:00:00 -0500\r\nMessage-ID: <1@tallis.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		strings.ReplaceAll(body, "\n", "\r\n"))
}
