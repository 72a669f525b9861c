package parse

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"roundtwo/parse/token"
)

// gold is the expectation beside a message of testdata: the fields of docs/parse-output.md that are judged; an absent
// one is not judged, an empty one must be empty. Accept says what else is right.
type gold struct {
	Zone   string                     `json:"default_zone"`
	Why    string                     `json:"why"`
	Expect map[string]json.RawMessage `json:"expect"`
	Accept map[string]json.RawMessage `json:"accept"`
}

type goldSession struct {
	Start        string   `json:"start"`
	End          string   `json:"end"`
	Zone         string   `json:"zone"`
	Assumed      *bool    `json:"zone_assumed"`
	Interviewers []string `json:"interviewers"`
}

func readGold(t *testing.T, name string) (raw []byte, g gold) {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(name, ".eml") + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &g); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return raw, g
}

// Every message of testdata is read as its gold file says.
func TestMessages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.eml")
	if err != nil || len(files) < 100 {
		t.Fatalf("testdata has %d messages (%v), want a hundred and more", len(files), err)
	}
	right, judged := map[string]int{}, map[string]int{}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".eml"), func(t *testing.T) {
			raw, g := readGold(t, name)
			got := rowOf(t, Message(raw, g.Zone))
			for _, field := range fieldsOf(g) {
				judged[field]++
				if ok := g.right(field, got); ok {
					right[field]++
				} else {
					t.Logf("%s (%s)\n want %s\n got  %s", field, g.Why, g.Expect[field], got[field])
				}
			}
		})
	}
	for _, field := range goldFields {
		t.Logf("%-14s %4d of %d", field, right[field], judged[field])
		if right[field]*100 < judged[field]*floors[field] {
			t.Errorf("%s: %d of %d right, want %d %%", field, right[field], judged[field], floors[field])
		}
	}
}

// floors are the shares of right readings, in per cent, below which a change has made the reader worse.
var floors = map[string]int{"kind": 99, "round": 98, "sessions": 95, "options": 97, "seats": 84, "interviewers": 80, "titles": 88, "company": 95, "role": 95,
	"sender": 100, "format": 94, "location": 94, "link": 97, "phone": 90, "respond_by": 95, "bring": 92, "forwarded": 100, "uid": 95}

// goldFields in the order in which they are shown.
var goldFields = []string{"kind", "round", "sessions", "options", "seats", "interviewers", "titles", "company", "role", "sender", "format",
	"location", "link", "phone", "respond_by", "bring", "forwarded", "uid"}

// fieldsOf gives the fields that are judged: of what is none of hers only the kind.
func fieldsOf(g gold) []string {
	if string(g.Expect["kind"]) == `"other"` {
		return []string{"kind"}
	}
	var out []string
	for _, field := range goldFields {
		of := map[string]string{"seats": "sessions", "titles": "interviewers"}[field]
		if of == "" {
			of = field
		}
		if _, ok := g.Expect[of]; ok {
			out = append(out, field)
		}
	}
	return out
}

// rowOf gives the fields of the JSON line that parse prints.
func rowOf(t *testing.T, f Finding) map[string]json.RawMessage {
	t.Helper()
	line, err := f.JSON("x.eml", false)
	if err != nil {
		t.Fatal(err)
	}
	row := map[string]json.RawMessage{}
	if err := json.Unmarshal(line, &row); err != nil {
		t.Fatal(err)
	}
	return row
}

func value[T any](raw json.RawMessage) (v T) {
	_ = json.Unmarshal(raw, &v) // a field of another type is the zero value, which is then wrong
	return v
}

// right reports whether a field is as expected.
func (g gold) right(field string, row map[string]json.RawMessage) bool {
	want, got := g.Expect[field], row[field]
	switch field {
	case "sessions", "options":
		return g.sameTimes(value[[]goldSession](want), value[[]goldSession](got)) || g.asOption(row)
	case "seats":
		return sameSeats(value[[]goldSession](g.Expect["sessions"]), value[[]goldSession](row["sessions"]))
	case "interviewers":
		return g.sameNames(value[[]person](want), value[[]person](got))
	case "titles":
		return g.sameTitles(value[[]person](g.Expect["interviewers"]), value[[]person](row["interviewers"]))
	case "sender":
		return value[person](want).Email == value[person](got).Email
	case "bring":
		return sameThings(value[[]string](want), value[[]string](got))
	case "round":
		return value[int](want) == value[int](got)
	case "forwarded":
		return string(want) == string(got)
	}
	choices := append([]string{value[string](want)}, value[[]string](g.Accept[field])...)
	return slices.ContainsFunc(choices, func(c string) bool { return sameText(field, c, value[string](got)) })
}

func sameText(field, want, got string) bool {
	switch field {
	case "phone":
		return lastDigits(want) == lastDigits(got)
	case "respond_by":
		return want[:min(10, len(want))] == got[:min(10, len(got))]
	case "location":
		return want == "" && got == "" || overlap(want, got)*4 >= 3*len(plainWords(want)) && len(plainWords(got)) <= 2*len(plainWords(want))+4
	case "link", "uid", "kind", "format":
		return want == got
	}
	return plain(want) == plain(got)
}

func lastDigits(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
	return s[max(0, len(s)-7):]
}

func plainWords(s string) []string {
	return strings.FieldsFunc(token.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func plain(s string) string { return strings.TrimPrefix(strings.Join(plainWords(s), " "), "the ") }

func overlap(a, b string) int {
	n := 0
	for _, w := range plainWords(a) {
		if slices.Contains(plainWords(b), w) {
			n++
		}
	}
	return n
}

// asOption takes one proposed time in either list, where the gold file allows it.
func (g gold) asOption(row map[string]json.RawMessage) bool {
	if !value[bool](g.Accept["as_option"]) {
		return false
	}
	want := append(value[[]goldSession](g.Expect["sessions"]), value[[]goldSession](g.Expect["options"])...)
	got := append(value[[]goldSession](row["sessions"]), value[[]goldSession](row["options"])...)
	return g.sameTimes(want, got)
}

func (g gold) sameTimes(want, got []goldSession) bool {
	zones := value[[]string](g.Accept["zone"])
	endless := string(g.Accept["end"]) == "[null]"
	if len(want) != len(got) {
		return false
	}
	for i, w := range want {
		h := got[i]
		if !sameInstant(w.Start, h.Start) || !sameInstant(w.End, h.End) && !(endless && h.End == "") {
			return false
		}
		if w.Zone != "" && w.Zone != h.Zone && !slices.Contains(zones, h.Zone) || w.Assumed != nil && (h.Assumed == nil || *w.Assumed != *h.Assumed) {
			return false
		}
	}
	return true
}

// sameInstant compares times; a day alone equals only itself.
func sameInstant(a, b string) bool {
	x, errA := time.Parse(time.RFC3339, a)
	y, errB := time.Parse(time.RFC3339, b)
	if errA != nil || errB != nil {
		return a == b
	}
	return x.Equal(y)
}

func sameSeats(want, got []goldSession) bool {
	for i, w := range want {
		if w.Interviewers != nil && (i >= len(got) || !slices.Equal(w.Interviewers, got[i].Interviewers)) {
			return false
		}
	}
	return true
}

func (g gold) sameNames(want, got []person) bool {
	also := value[map[string][]string](g.Accept["name"])
	if len(want) != len(got) {
		return false
	}
	for i, w := range want {
		if plain(w.Name) != plain(got[i].Name) && !slices.Contains(also[w.Name], got[i].Name) {
			return false
		}
	}
	return true
}

func (g gold) sameTitles(want, got []person) bool {
	also := value[map[string][]string](g.Accept["title"])
	for i, w := range want {
		if w.Title == "" {
			continue
		}
		if i >= len(got) || plain(w.Title) != plain(got[i].Title) && !slices.Contains(also[w.Name], got[i].Title) {
			return false
		}
	}
	return true
}

// sameThings reports whether each thing wanted is among those found, in about its words; nothing wanted is nothing found.
func sameThings(want, got []string) bool {
	if len(want) == 0 {
		return len(got) == 0
	}
	for _, w := range want {
		if !slices.ContainsFunc(got, func(g string) bool {
			n := overlap(w, g)
			return n > 0 && (n*2 >= len(plainWords(w)) || n*2 >= len(plainWords(g)))
		}) {
			return false
		}
	}
	return true
}
