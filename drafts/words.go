package drafts

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// order is a date pattern in both orders of day and month.
type order struct {
	British  string `toml:"british"`
	American string `toml:"american"`
}

// words is words.toml: whatever a letter says that is no sentence of its template.
type words struct {
	Weekdays   []string          `toml:"weekdays"`
	Months     []string          `toml:"months"`
	Date       order             `toml:"date"`
	Day        order             `toml:"day"`
	WeekdayDay order             `toml:"weekday_day"`
	AM         string            `toml:"am"`
	PM         string            `toml:"pm"`
	Noon       string            `toml:"noon"`
	And        string            `toml:"and"`
	Zone       string            `toml:"zone"`
	ZoneShort  string            `toml:"zone_short"`
	UTC        string            `toml:"utc"`
	Minutes    string            `toml:"minutes"`
	Hours      string            `toml:"hours"`
	Hour       string            `toml:"hour"`
	Rounds     []string          `toml:"rounds"`
	RoundMore  string            `toml:"round_more"`
	Format     map[string]string `toml:"format"`
	State      map[string]string `toml:"state"`
	Note       map[string]string `toml:"note"`
	NoteState  map[string]string `toml:"note_state"`
	Unknown    map[string]string `toml:"unknown"`
	Ask        map[string]string `toml:"ask"`
	Field      map[string]string `toml:"field"`
	Source     map[string]string `toml:"source"`
	Trace      traceWords        `toml:"trace"`
	Lint       map[string]string `toml:"lint"`
	Does       map[string]string `toml:"does"`
	Said       map[string]string `toml:"said"`
}

func parseWords(name string, data []byte) (*words, error) {
	w := &words{}
	if err := decodeStrict(name, data, w); err != nil {
		return nil, err
	}
	if len(w.Weekdays) != 7 || len(w.Months) != 12 || len(w.Rounds) < 2 {
		return nil, fmt.Errorf("%s: want 7 weekdays (Sunday first), 12 months, and at least 2 rounds", name)
	}
	return w, nil
}

// decodeStrict reads TOML and refuses keys that nothing reads, so that a misspelt one is not silently without effect.
// The error names file and line.
func decodeStrict(name string, data []byte, into any) error {
	meta, err := toml.Decode(string(data), into)
	if err != nil {
		var broken toml.ParseError
		if errors.As(err, &broken) {
			return fmt.Errorf("%s:%d: %s", name, broken.Position.Line, broken.Message)
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0].String()
		return fmt.Errorf("%s:%d: unknown key %q", name, lineOf(string(data), unknown[0]), key)
	}
	return nil
}

// lineOf finds the line of a key by its last part; TOML's metadata has no positions. 1 where it is not found.
func lineOf(data string, key toml.Key) int {
	last := key[len(key)-1]
	for i, l := range strings.Split(data, "\n") {
		if at := strings.Index(l, last); at >= 0 && strings.Contains(l[at:], "=") {
			return i + 1
		}
	}
	return 1
}

// join lists names: "Ann", "Ann and Bo", "Ann, Bo and Cy".
func (w *words) join(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	n := len(list) - 1
	return strings.Join(list[:n], ", ") + " " + w.And + " " + list[n]
}

// round names the round: "second interview"; plain "interview" where it is not known.
func (w *words) round(n int) string {
	if n >= len(w.Rounds) {
		return strings.ReplaceAll(w.RoundMore, "{n}", fmt.Sprint(n))
	}
	return w.Rounds[max(n, 0)]
}
