package secret

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// ErrRevoked: the provider does not accept the refresh token any more. She must grant access again; asking again with
// the same token is useless and is not done.
var ErrRevoked = errors.New("the access was revoked: log in with the provider again and write a new token file")

// freshness is how long an access token must still be good, so that it survives connecting.
const freshness = 5 * time.Minute

// token is what a token file holds. The daemon writes access_token, expiry and, where the provider gives a new one,
// refresh_token; the rest is hers.
type token struct {
	TokenURL     string    `json:"token_url"` // https
	ClientID     string    `json:"client_id"`
	ClientSecret string    `json:"client_secret,omitempty"`
	Scope        string    `json:"scope,omitempty"`
	RefreshToken string    `json:"refresh_token"`
	AccessToken  string    `json:"access_token,omitempty"`
	Expiry       time.Time `json:"expiry,omitzero"`
}

// Format keeps the secrets out of every log line.
func (token) Format(f fmt.State, verb rune) { Value{}.Format(f, verb) }

func isToken(b []byte) bool {
	var t token
	return json.Unmarshal(b, &t) == nil && t.RefreshToken != ""
}

// keeper keeps one token file fresh.
type keeper struct {
	path string
	now  func() time.Time

	mu      sync.Mutex
	pending *token // got from the provider, not yet on disk
	revoked Value  // refresh token that was refused
}

func openToken(path string) (func(context.Context) (string, error), error) {
	k := &keeper{path: path, now: time.Now}
	t, err := k.read()
	if err != nil {
		return nil, err
	}
	if err := t.check(); err != nil {
		return nil, fmt.Errorf("token file %s: %w", path, err)
	}
	return k.access, nil
}

func (k *keeper) read() (token, error) {
	b, err := readPrivate(k.path)
	if err != nil {
		return token{}, err
	}
	var t token
	if err := json.Unmarshal(b, &t); err != nil {
		return token{}, fmt.Errorf("token file %s is no JSON object", k.path) // the error could quote it
	}
	return t, nil
}

// access gives a fresh access token. The file is read every time, under a lock that other processes see: IMAP, SMTP and
// CalDAV may share it, and where refresh tokens rotate two that refresh at once would lose the access.
func (k *keeper) access(ctx context.Context) (string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	unlock, err := lock(ctx, k.path+".lock")
	if err != nil {
		return "", err
	}
	defer unlock()
	if err := k.flush(); err != nil {
		return "", err
	}
	t, err := k.read()
	if err != nil {
		return "", err
	}
	if t.AccessToken != "" && t.Expiry.Sub(k.now()) > freshness {
		return t.AccessToken, nil
	}
	return k.renew(ctx, t)
}

func (k *keeper) renew(ctx context.Context, t token) (string, error) {
	if t.RefreshToken == k.revoked.Reveal() {
		return "", fmt.Errorf("token file %s: %w", k.path, ErrRevoked)
	}
	fresh, err := refresh(ctx, t, k.now())
	if errors.Is(err, ErrRevoked) {
		k.revoked = NewValue(t.RefreshToken)
	}
	if err != nil {
		return "", fmt.Errorf("token file %s: %w", k.path, err)
	}
	k.pending = &fresh
	if err := k.flush(); err != nil {
		return "", err
	}
	return fresh.AccessToken, nil
}

// flush commits what the provider gave before it is used: the old refresh token may be void already, and a crash must
// not lose the new one.
func (k *keeper) flush() error {
	if k.pending == nil {
		return nil
	}
	if err := replace(k.path, *k.pending); err != nil {
		return fmt.Errorf("the new token cannot be kept; make the directory of %s writable: %w", k.path, err)
	}
	k.pending = nil
	return nil
}

// replace writes beside and renames, both made durable.
func replace(path string, t token) error {
	type plain token // without the methods that hide it
	b, err := json.MarshalIndent(plain(t), "", "\t")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".token-*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone after the rename
	_, err = f.Write(append(b, '\n'))
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

// lock waits for the other processes that keep this file fresh.
func lock(ctx context.Context, path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock the token file: %w", err)
	}
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return func() { f.Close() }, nil // closing unlocks
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			f.Close()
			return nil, fmt.Errorf("lock the token file: %w", err)
		}
		select {
		case <-ctx.Done():
			f.Close()
			return nil, fmt.Errorf("lock the token file %s: %w", path, ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}
