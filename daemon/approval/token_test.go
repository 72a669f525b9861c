package approval

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestTokenForm(t *testing.T) {
	id := testKey.MessageID("request-reminder", "K7QF", 12, "Ada@Example.org", notesHash, noon, "Example.ORG")
	local, domain, _ := strings.Cut(id, "@")
	parts := strings.Split(local, ".")
	if len(parts) != 4 || parts[0] != "request-reminder" || parts[1] != "k7qf" || parts[2] != "12" || domain != "example.org" {
		t.Fatalf("token %q", id)
	}
	if bits := 5 * macLength; bits < 80 {
		t.Errorf("the MAC has %d bits, want 80 or more", bits)
	}
	if id != strings.ToLower(id) || strings.ContainsAny(id, "<> \"") {
		t.Errorf("token %q may be changed on its way", id)
	}
	if again := testKey.MessageID("request-reminder", "K7QF", 12, "ada@example.org", notesHash, noon, "example.org"); again != id {
		t.Errorf("the same letter has two tokens: %q, %q", id, again)
	}
}

func TestATokenHoldsForWhatItPromises(t *testing.T) {
	id := request().MessageID
	l := request()
	tests := []struct {
		name          string
		key           Key
		id            string
		address, hash string
		expires       time.Time
		want          bool
	}{
		{"as it was made", testKey, id, adas, l.Hash, l.Expires, true},
		{"another case", testKey, strings.ToUpper(id), "ADA@EXAMPLE.ORG", l.Hash, l.Expires, true},
		{"expiry read back in another zone and to the second", testKey, id, adas, l.Hash,
			l.Expires.In(time.FixedZone("", 3600)).Add(time.Millisecond), true},
		{"another key", NewKey(), id, adas, l.Hash, l.Expires, false},
		{"no key", nil, id, adas, l.Hash, l.Expires, false},
		{"another address", testKey, id, "grace@example.org", l.Hash, l.Expires, false},
		{"other notes", testKey, id, adas, "00", l.Expires, false},
		{"a later expiry", testKey, id, adas, l.Hash, l.Expires.Add(time.Second), false},
		{"no expiry", testKey, id, adas, l.Hash, time.Time{}, false},
		{"another kind", testKey, strings.Replace(id, "request", "options", 1), adas, l.Hash, l.Expires, false},
		{"another interview", testKey, strings.Replace(id, "k7qf", "mm22", 1), adas, l.Hash, l.Expires, false},
		{"another number", testKey, strings.Replace(id, ".1.", ".2.", 1), adas, l.Hash, l.Expires, false},
		{"another domain", testKey, strings.Replace(id, "example", "evil", 1), adas, l.Hash, l.Expires, false},
		{"two domains", testKey, id + "@evil.example", adas, l.Hash, l.Expires, false},
		{"shortened", testKey, strings.Replace(id, "@", "", 1)[:40] + "@example.org", adas, l.Hash, l.Expires, false},
		{"empty", testKey, "", adas, l.Hash, l.Expires, false},
	}
	for _, tt := range tests {
		if got := tt.key.Genuine(tt.id, tt.address, tt.hash, tt.expires); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestEveryLetterOfTheCodeCounts(t *testing.T) {
	l := request()
	for place := -(macLength + markLength); place < 0; place++ {
		id := flip(l.MessageID, place)
		if id == l.MessageID || testKey.Genuine(id, adas, l.Hash, l.Expires) || testKey.Own(id) {
			t.Errorf("%q passes", id)
		}
	}
}

func TestPartsDoNotRunIntoEachOther(t *testing.T) {
	a := testKey.sum(macLength, "ab", "c")
	b := testKey.sum(macLength, "a", "bc")
	if a == b {
		t.Error("two promises, one MAC")
	}
}

func TestOwnKnowsOurLettersByTheirTokenAlone(t *testing.T) {
	if !testKey.Own(request().MessageID) || !testKey.Own(strings.ToUpper(request().MessageID)) {
		t.Error("a letter of ours is not known")
	}
	for _, id := range []string{"", "x@example.org", strings.Replace(request().MessageID, "k7qf", "mm22", 1)} {
		if testKey.Own(id) {
			t.Errorf("%q is taken for ours", id)
		}
	}
	if NewKey().Own(request().MessageID) {
		t.Error("another key made it too")
	}
}

func TestKeys(t *testing.T) {
	a, b := NewKey(), NewKey()
	if len(a) != 32 || bytes.Equal(a, b) {
		t.Error("keys are short or the same")
	}
	for _, format := range []string{"%v", "%s", "%#v", "%+v"} {
		if got := fmt.Sprintf(format, a); got != "[redacted]" {
			t.Errorf("%s prints %s", format, got)
		}
	}
}

func FuzzToken(f *testing.F) {
	for _, id := range []string{request().MessageID, "a.b.1.c@d", "....@", "@", "request.k7qf.1.aaaaaaaaaaaaaaaaaaaaaaaa@example.org"} {
		f.Add(id)
	}
	l := request()
	f.Fuzz(func(t *testing.T, id string) {
		genuine := testKey.Genuine(id, adas, l.Hash, l.Expires)
		if want := strings.ToLower(id) == l.MessageID; genuine != want {
			t.Errorf("%q: genuine %v, want %v", id, genuine, want)
		}
		if tok, ok := parseToken(id); ok && tok.String() != strings.ToLower(id) {
			t.Errorf("%q is read as %q", id, tok)
		}
	})
}
