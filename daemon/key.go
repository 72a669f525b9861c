package daemon

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"roundtwo/daemon/approval"
	"roundtwo/interview"
)

// keyFile holds the key under which our letters are recognised. It stands beside the database and not in it, so that a
// copy of the database alone forges nothing.
const keyFile = "approval.key"

// loadKey reads the key, or makes one at the first start.
func loadKey(dir string) (approval.Key, error) {
	path := filepath.Join(dir, keyFile)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return makeKey(path)
	case err != nil:
		return nil, fmt.Errorf("look at the approval key: %w", err)
	case info.Mode().Perm()&0o077 != 0:
		return nil, fmt.Errorf("the approval key can be read by others: chmod 600 %s", path)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the approval key: %w", err)
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) < 32 {
		return nil, fmt.Errorf("the approval key %s is damaged: remove it; letters sent so far can then no longer be answered", path)
	}
	return key, nil
}

func makeKey(path string) (approval.Key, error) {
	key := approval.NewKey()
	if err := os.WriteFile(path, []byte(hex.EncodeToString(key)+"\n"), 0o600); err != nil {
		return nil, fmt.Errorf("write the approval key: %w", err)
	}
	return key, nil
}

// derived is a name that nobody can guess and that is the same after a restart.
func (d *Daemon) derived(parts ...string) string {
	mac := hmac.New(sha256.New, d.key)
	for _, p := range parts {
		fmt.Fprintf(mac, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(mac.Sum(nil)[:12])
}

// noteMark is how many hexadecimal digits of a note's Message-ID say that this key made it.
const noteMark = 8

// noteID is the left part of a note's Message-ID. It is another for every wording, and can be told from foreign ones.
func (d *Daemon) noteID(parts ...string) string {
	id := d.derived(append([]string{"note"}, parts...)...)
	id = id[:len(id)-noteMark]
	return id + d.derived("note mark", id)[:noteMark]
}

// ownNote reports a Message-ID of a note of ours, also of one that an old copy of the store has forgotten.
func (d *Daemon) ownNote(messageID string) bool {
	id, _, _ := strings.Cut(messageID, "@")
	if len(id) <= noteMark {
		return false
	}
	id, mark := id[:len(id)-noteMark], id[len(id)-noteMark:]
	return hmac.Equal([]byte(mark), []byte(d.derived("note mark", id)[:noteMark]))
}

// newRef makes the short name of an interview: 20 random bits as four letters and digits that are told apart easily.
func newRef() string {
	var b [5]byte
	rand.Read(b[:])
	return base32.NewEncoding(interview.IDLetters).EncodeToString(b[:])[:interview.IDLength]
}

// domain is the part of an address behind the @.
func domain(address string) string {
	_, d, _ := strings.Cut(address, "@")
	return strings.ToLower(d)
}
