package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// secretFile makes a file that a configuration may name as its password.
func secretFile(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(path, []byte("hush\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func smallest(t *testing.T) string {
	return `
[[mailbox]]
provider = "fastmail"
address = "casey@fastmail.com"
password = { file = "` + secretFile(t) + `" }

[[candidate]]
name = "Casey Candidate"
zone = "Europe/Berlin"
`
}

func TestTheSmallestFileIsCompleted(t *testing.T) {
	c, err := Parse(smallest(t))
	if err != nil {
		t.Fatal(err)
	}
	m, p := c.Mailboxes[0], c.People[0]
	if m.IMAP.Host != "imap.fastmail.com" || m.IMAP.Port != 993 || m.SMTP.TLS != "tls" || m.User != "casey@fastmail.com" || m.Folder != "INBOX" {
		t.Errorf("mailbox %+v", m)
	}
	if p.Mailbox != m.Name || p.Address() != "casey@fastmail.com" || len(p.Alarms) != 2 || p.Clock != 24 {
		t.Errorf("candidate %+v", p)
	}
	if c.Timing.DayBefore.D() != 24*time.Hour || c.Approval.Hold.D() != 10*time.Minute {
		t.Errorf("timing %+v, approval %+v", c.Timing, c.Approval)
	}
}

// TestFaults shows that each fault is named with its place and with what to write instead.
func TestFaults(t *testing.T) {
	rows := []struct{ name, from, to, want string }{
		{"a misspelt key", `address = "casey`, `adress = "casey`, "line 4: mailbox.adress is no setting"},
		{"an unknown provider", `"fastmail"`, `"fastmale"`, `mailbox 1.provider: "fastmale" is not possible: write one of fastmail`},
		{"a zone that is a city", `"Europe/Berlin"`, `"Berlin"`, "candidate 1.zone"},
		{"the machine's zone", `"Europe/Berlin"`, `"Local"`, "give an IANA name"},
		{"no name", `name = "Casey Candidate"`, ``, "candidate 1.name: is missing"},
		{"no address", `address = "casey@fastmail.com"`, ``, "mailbox 1.address: is missing"},
		{"half an address", `"casey@fastmail.com"`, `"casey"`, "is no e-mail address"},
		{"no password", `password = {`, `# password = {`, "give exactly one of file, command, credential"},
		{"two passwords", `password = {`, `password = { credential = "imap",`, "give exactly one"},
		{"a word where a time belongs", `[[mailbox]]`, "[timing]\npoll = \"soon\"\n[[mailbox]]", `"soon" is no length of time`},
		{"a plain server on the internet", `provider = "fastmail"`, "imap = { host = \"imap.example.org\", tls = \"none\" }\nsmtp = { host = \"smtp.example.org\" }", "none is possible only for a server on this machine"},
		{"a request valid for a month", `[[mailbox]]`, "[approval]\nvalid = \"30d\"\n[[mailbox]]", "approval.valid: must lie between 1h and 7d"},
		{"an unreadable authority", `provider = "fastmail"`, "provider = \"fastmail\"\nimap = { ca = \"/nowhere.pem\" }", "mailbox 1.imap.ca"},
		{"no TOML", `[[mailbox]]`, `[[mailbox`, "line 3"},
	}
	for _, r := range rows {
		t.Run(r.name, func(t *testing.T) {
			text := strings.Replace(smallest(t), r.from, r.to, 1)
			_, err := Parse(text)
			if err == nil || !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), r.want) {
				t.Errorf("got %v\nwant something with %q", err, r.want)
			}
		})
	}
}

func TestTwoCandidatesCannotShareAnAddress(t *testing.T) {
	text := strings.Replace(smallest(t), `zone =`, `addresses = ["casey@fastmail.com"]`+"\nzone =", 1) +
		"\n[[candidate]]\nname = \"Robin\"\naddresses = [\"Casey@Fastmail.com\"]\nzone = \"UTC\"\n"
	if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), "belongs to Casey Candidate already") {
		t.Errorf("got %v", err)
	}
}

// TestExampleNamesEveryKey holds config.toml.example and the code against each other: it parses strictly, and every key
// of the code stands in it, below a line that explains it.
func TestExampleNamesEveryKey(t *testing.T) {
	const file = "../../config.toml.example"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var c Config
	meta, err := toml.Decode(string(text), &c)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range meta.Undecoded() {
		t.Errorf("%s: %s is not known to the code", file, key)
	}
	keys := map[string]bool{}
	for _, k := range meta.Keys() {
		keys[k.String()] = true
	}
	for _, want := range keysOf(reflect.TypeFor[Config](), "") {
		if !keys[want] {
			t.Errorf("%s: %s is missing", file, want)
		}
	}
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		name, _, isKey := strings.Cut(line, " = ")
		if isKey && !strings.HasPrefix(line, "#") && !strings.HasPrefix(lines[i-1], "#") && strings.Count(string(text), "\n"+name+" = ") == 1 {
			t.Errorf("%s:%d: %s has no line that explains it", file, i+1, name)
		}
	}
}

// keysOf lists the keys of a struct, dotted, without those inside Secret and Server tables that share an explanation.
func keysOf(t reflect.Type, prefix string) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("toml")
		if tag == "-" {
			continue
		}
		kind := f.Type
		if kind.Kind() == reflect.Slice && kind.Elem().Kind() == reflect.Struct {
			kind = kind.Elem()
		}
		out = append(out, prefix+tag)
		if kind.Kind() == reflect.Struct && tag != "ca" && !(tag == "password" && prefix == "candidate.calendar.") {
			out = append(out, keysOf(kind, prefix+tag+".")...)
		}
	}
	return out
}

func TestSpan(t *testing.T) {
	for text, want := range map[string]time.Duration{"10m": 10 * time.Minute, "24h": day, "7d": 7 * day, "": 0, "1h30m": 90 * time.Minute} {
		var s Span
		if err := s.UnmarshalText([]byte(text)); err != nil || s.D() != want {
			t.Errorf("%q: %v, %v", text, s.D(), err)
		}
		back, _ := s.MarshalText()
		var again Span
		if err := again.UnmarshalText(back); err != nil || again != s {
			t.Errorf("%q is written %q and read as %v, %v", text, back, again.D(), err)
		}
	}
	for _, bad := range []string{"soon", "-1h", "7 days", "d", "99"} {
		var s Span
		if err := s.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q was taken for %v", bad, s.D())
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("[[mailbox]]\nprovider = \"gmail\"\n")
	f.Add("state = 3")
	f.Add("[[candidate]]\nalarms = [\"1d\"]")
	f.Fuzz(func(t *testing.T, text string) {
		if c, err := Parse(text); err == nil && (len(c.Mailboxes) == 0 || len(c.People) == 0) {
			t.Error("a configuration without mailbox or candidate was taken")
		}
	})
}
