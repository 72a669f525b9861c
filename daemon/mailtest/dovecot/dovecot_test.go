package dovecot

import (
	"os"
	"testing"
)

func TestServerStartsTakesMailAndLeavesNothingBehind(t *testing.T) {
	s := Start(t)
	if err := s.Deliver("anna@example.test", []byte("Subject: hello\r\n\r\nhello\r\n")); err != nil {
		t.Fatal(err, s.Log())
	}
	s.Stop()
	if greets(s.IMAP) {
		t.Error("still greets after Stop")
	}
	if _, err := os.Stat(s.Dir); !os.IsNotExist(err) {
		t.Errorf("files are left in %s: %v", s.Dir, err)
	}
}
