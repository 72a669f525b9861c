package approval

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"strconv"
	"strings"
	"time"
)

// Key is the secret under which tokens are made. Who has it can approve in her name.
type Key []byte

// String keeps the key out of logs.
func (Key) String() string { return "[redacted]" }

// GoString does so for %#v.
func (Key) GoString() string { return "[redacted]" }

// NewKey makes a key of 256 bits.
func NewKey() Key {
	k := make(Key, sha256.Size)
	rand.Read(k) // never fails
	return k
}

// A token is KIND.REF.N.MAC@domain, all lower case: some mail systems change the case of what they pass on.
// MAC is 80 bits over everything that the letter promises, then 40 bits over what stands before them in the token, by which
// a letter of ours is known even when its record is lost.
const (
	macLength  = 16 // letters of base32
	markLength = 8
	maxToken   = 250 // a header line has 998
)

const codeLetters = "abcdefghijklmnopqrstuvwxyz234567"

var base32lower = base32.NewEncoding(codeLetters).WithPadding(base32.NoPadding)

// MessageID makes the Message-ID of a letter, without brackets. kind has letters and hyphens, ref letters and digits;
// address is hers; hash is that of the notes shown; a zero expires means never. Seconds count, no less.
func (k Key) MessageID(kind, ref string, serial int, address, hash string, expires time.Time, domain string) string {
	t := token{kind: strings.ToLower(kind), ref: strings.ToLower(ref), serial: strconv.Itoa(serial), domain: strings.ToLower(domain)}
	t.mac = k.mac(t, address, hash, expires)
	t.mark = k.mark(t)
	return t.String()
}

// Genuine reports whether id is the token of a letter to that address, showing notes of that hash, until then. It takes
// the same time for every wrong token.
func (k Key) Genuine(id, address, hash string, expires time.Time) bool {
	t, ok := parseToken(id)
	if !ok || len(k) == 0 {
		return false
	}
	good := t
	good.mac = k.mac(t, address, hash, expires)
	good.mark = k.mark(good)
	return hmac.Equal([]byte(good.mac+good.mark), []byte(t.mac+t.mark))
}

// Own reports whether id is a token that this key made, whatever it promised. It says that a letter is ours, never that
// an answer to it counts.
func (k Key) Own(id string) bool {
	t, ok := parseToken(id)
	return ok && len(k) > 0 && hmac.Equal([]byte(k.mark(t)), []byte(t.mark))
}

func (k Key) mac(t token, address, hash string, expires time.Time) string {
	until := "never"
	if !expires.IsZero() {
		until = strconv.FormatInt(expires.Unix(), 10)
	}
	return k.sum(macLength, "promise", t.kind, t.ref, t.serial, t.domain, strings.ToLower(address), hash, until)
}

func (k Key) mark(t token) string {
	return k.sum(markLength, "mark", t.kind, t.ref, t.serial, t.domain, t.mac)
}

// sum is the HMAC over parts, each with its length so that none can run into the next.
func (k Key) sum(length int, parts ...string) string {
	h := hmac.New(sha256.New, k)
	for _, p := range parts {
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(p))))
		h.Write([]byte(p))
	}
	return base32lower.EncodeToString(h.Sum(nil))[:length]
}

// token is a Message-ID of ours, taken apart.
type token struct{ kind, ref, serial, mac, mark, domain string }

// String is the token without brackets.
func (t token) String() string {
	return t.kind + "." + t.ref + "." + t.serial + "." + t.mac + t.mark + "@" + t.domain
}

// parseToken reads what has the form of a token.
func parseToken(id string) (t token, ok bool) {
	if len(id) > maxToken {
		return t, false
	}
	local, domain, at := strings.Cut(strings.ToLower(id), "@")
	parts := strings.Split(local, ".")
	if !at || len(parts) != 4 || domain == "" || strings.Contains(domain, "@") {
		return t, false
	}
	code := parts[3]
	if parts[0] == "" || !allIn(parts[2], "0123456789") || len(code) != macLength+markLength || !allIn(code, codeLetters) {
		return t, false
	}
	return token{parts[0], parts[1], parts[2], code[:macLength], code[macLength:], domain}, true
}

func allIn(s, letters string) bool { return s != "" && strings.Trim(s, letters) == "" }
