package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// editDraft replaces a draft in her Drafts folder by one with another text and the same headers, as a mail program does.
func (s *stage) editDraft(d stored, text string) {
	s.t.Helper()
	head, _, _ := bytes.Cut(d.raw, []byte("\n\n"))
	if h, _, ok := bytes.Cut(d.raw, []byte("\r\n\r\n")); ok {
		head = h
	}
	var keep []string
	for _, line := range strings.Split(strings.ReplaceAll(string(head), "\r\n", "\n"), "\n") {
		if !strings.HasPrefix(strings.ToLower(line), "content-") {
			keep = append(keep, line)
		}
	}
	raw := strings.Join(keep, "\n") + "\nContent-Type: text/plain; charset=utf-8\n\n" + text
	info, err := os.Stat(d.path)
	s.check(err)
	name := filepath.Join(filepath.Dir(d.path), strings.Replace(filepath.Base(strings.Split(d.path, ",S=")[0]), "M", "M9", 1)+":2,DS")
	s.check(os.WriteFile(name, []byte(raw), info.Mode()))
	s.check(chownLike(name, d.path))
	s.check(os.Remove(d.path))
}

// chownLike gives a new file to the owner of another: Dovecot reads mail as that user.
func chownLike(name, like string) error {
	info, err := os.Stat(like)
	if err != nil {
		return err
	}
	owner := info.Sys().(*syscall.Stat_t)
	return os.Chown(name, int(owner.Uid), int(owner.Gid))
}
