package parse

import (
	"roundtwo/parse/text"
	"strings"
	"testing"
)

// The syntax of the tables: alternatives, stems, gaps, several phrases on a line.
func TestPhrases(t *testing.T) {
	numbers := phrases().signs.numbers
	signs := compile(numbers, "# a note\n[call 2]\nsecond|2nd interview / gesprach~ / move your * interview\n")
	for _, test := range []struct{ text, want string }{
		{"a Second Interview for you", "Second Interview"},
		{"the 2nd interview", "2nd interview"},
		{"unser Gesprächstermin", "Gesprächstermin"},
		{"we move your very last technical interview", "move your very last technical interview"},
		{"we move your things before we hold any such interview", ""},
		{"second - interview", ""},
		{"second opinion, no interview", ""},
		{"join https://x.example/second/interview", ""},
	} {
		t.Run(test.text, func(t *testing.T) {
			d := read(text.New("", test.text, ""))
			var got []string
			for i := range d.units {
				u := d.units[i]
				for w := u.words.From; w < u.words.To; w++ {
					for _, h := range signs.find(d.words, w, u.words.To, nil) {
						got = append(got, d.said(h))
					}
				}
			}
			if strings.Join(got, ";") != test.want {
				t.Errorf("found %q, want %q", got, test.want)
			}
		})
	}
}

// A section without a weight is a fault of the table, which no test run survives.
func TestPhraseTableFault(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a section without a weight was read")
		}
	}()
	compile(map[string]int32{}, "[move]\nmoved to\n")
}

// Every sign that the code asks for has phrases: a section that was renamed would be silent.
func TestSignsHavePhrases(t *testing.T) {
	have := map[string]bool{}
	p := phrases()
	for _, table := range []*table{p.signs, p.warnings} {
		for _, ph := range table.phrases {
			have[ph.sign] = true
		}
	}
	asked := []string{"invite", "fix", "ask", "hypothetical", "past", "after", "negated", "fallback", "round", "liked", "bring", "hand over", "nothing to bring"}
	for _, sign := range asked {
		if !have[sign] {
			t.Errorf("no phrase for %q", sign)
		}
	}
}

// Sentences end at full stops and empty lines, not at abbreviations, hours, or the end of a line that was wrapped.
func TestSentences(t *testing.T) {
	wrapped := "Further to your first interview on 19 January with Sister Karen\nHosking, I am pleased to tell you that we would like to see you."
	for _, test := range []struct {
		text string
		want int
	}{
		{"Please meet Dr. Frey at 9.30. She is our head.", 2},
		{"Come on 3. November at ten.", 1},
		{"Report by 13:40. The panel follows.", 2},
		{"First line\nSecond line", 2},
		{wrapped, 1},
		{"One\n\nTwo", 2},
	} {
		if d := read(text.New("", test.text, "")); len(d.units) != test.want {
			t.Errorf("%q has %d sentences, want %d", test.text, len(d.units), test.want)
		}
	}
}
