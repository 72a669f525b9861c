package token

import (
	"slices"
	"strings"
	"testing"
	"time"
)

var kindNames = map[Kind]string{Word: "w", Number: "n", Punct: "p", Cell: "CELL", Line: "LINE", Blank: "BLANK"}

// shape writes tokens as "n10 p: n30 wam".
func shape(toks []Token) string {
	var out []string
	for _, t := range toks {
		s := kindNames[t.Kind]
		if !t.Ends() {
			s += t.Lower
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestCut(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a clock with am", "10:30am", "n10 p: n30 wam"},
		{"a French clock", "14h30", "n14 wh n30"},
		{"an ordinal", "9th", "n9 wth"},
		{"German letters lose their marks", "März FÜNF Straße", "wmarz wfunf wstrasse"},
		{"marks typed apart are dropped", "fe\u0301vrier", "wfevrier"},
		{"letters of other scripts keep theirs", "Йод", "wйод"},
		{"Greek capitals have no accents", "Δεκεμβρίου ΔΕΚΕΜΒΡΙΟΣ", "wδεκεμβριου wδεκεμβριοσ"},
		{"Arabic digits and the sign on an alif", "٣ أبريل ۲۰۲۶", "n3 wابريل n2026"},
		{"a curly apostrophe is straight", "o’clock", "wo p' wclock"},
		{"dashes are straight", "2–3 — 4", "n2 p- n3 p- n4"},
		{"no-break and thin spaces are spaces", "10\u00a0Uhr\u202f30", "n10 wuhr n30"},
		{"zero-width characters and soft hyphens vanish", "inter\u00adview\u200b 5", "winterview n5"},
		{"each Han character is a word", "2026年3月", "n2026 w年 n3 w月"},
		{"full-width digits and signs are narrow", "１４：３０", "n14 p: n30"},
		{"a table row", "Time\t10:00\tAnn", "wtime CELL n10 p: n00 CELL wann"},
		{"an empty first cell is kept", "a\n\tb", "wa LINE CELL wb"},
		{"a line end of either kind", "a\r\nb\nc", "wa LINE wb LINE wc"},
		{"empty lines are one end of a paragraph", "a\n \n\t\n\nb", "wa BLANK wb"},
		{"a number beyond nine digits", "12345678901", "n12345678901"},
		{"bytes that are no text", "a\xffb", "wa p\xff wb"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := shape(Cut(tt.text)); got != tt.want {
				t.Errorf("Cut(%q)\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestTokensKnowWhatStandsBeforeThem(t *testing.T) {
	var spaced []string
	for _, tok := range Cut("at 10:30 am\nto") {
		if tok.Space {
			spaced = append(spaced, tok.Text)
		}
	}
	if want := []string{"at", "10", "am", "to"}; !slices.Equal(spaced, want) {
		t.Errorf("tokens after white space: %q, want %q", spaced, want)
	}
}

func TestNumbersHaveAValueUpToNineDigits(t *testing.T) {
	toks := Cut("007 ４２ 999999999 1000000000 x")
	var got []int
	for _, tok := range toks {
		got = append(got, tok.Value)
	}
	if want := []int{7, 42, 999999999, -1, -1}; !slices.Equal(got, want) {
		t.Errorf("values %v, want %v", got, want)
	}
}

func TestSpanText(t *testing.T) {
	const text = "on Tue 3 March, at noon"
	toks := Cut(text)
	if got := (Span{1, 4}).Text(text, toks); got != "Tue 3 March" {
		t.Errorf("text of the span: %q", got)
	}
	for _, s := range []Span{{}, {-1, 2}, {3, 2}, {0, 99}} {
		if got := s.Text(text, toks); got != "" {
			t.Errorf("text of the impossible span %v: %q", s, got)
		}
	}
}

func texts(source string, toks []Token, spans []Span) []string {
	out := []string{}
	for _, s := range spans {
		out = append(out, s.Text(source, toks))
	}
	return out
}

func TestLinks(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a link at the end of a sentence", "Join https://zoom.us/j/123?pwd=1.2, or not.", []string{"https://zoom.us/j/123?pwd=1.2"}},
		{"a link in brackets", "(see <https://a.example/2026/03/05>)", []string{"https://a.example/2026/03/05"}},
		{"a mail address", "write to ana.p+jobs@north.example.", []string{"ana.p+jobs@north.example"}},
		{"www", "www.north.example/10-30 at 10", []string{"www.north.example/10-30"}},
		{"a host with a path", "at meet.north.example/abc-def 5", []string{"meet.north.example/abc-def"}},
		{"an at sign between words is none", "Tue 10 @ 11a", []string{}},
		{"dates with slashes and dots are none", "3/4/2026 or 5.6.2026, and/or 10.30/11.30", []string{}},
		{"two links on one line", "http://a.example/1 http://b.example/2", []string{"http://a.example/1", "http://b.example/2"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			toks := Cut(tt.text)
			if got := texts(tt.text, toks, Links(toks)); !slices.Equal(got, tt.want) {
				t.Errorf("links of %q: %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestLinesAndCells(t *testing.T) {
	const text = "\nDate:\tTue\n\nTime:\t10:00"
	toks := Cut(text)
	if got, want := texts(text, toks, Lines(toks)), []string{"Date:\tTue", "Time:\t10:00"}; !slices.Equal(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
	if got, want := texts(text, toks, Cells(toks)), []string{"Date:", "Tue", "Time:", "10:00"}; !slices.Equal(got, want) {
		t.Errorf("cells %q, want %q", got, want)
	}
}

func TestPhrasesTakesTheLongest(t *testing.T) {
	p := MakePhrases(map[string]int{"half past": 1, "half": 2, "Montag Früh": 3, "o'clock": 4})
	tests := []struct {
		name, text string
		value, n   int
	}{
		{"the longest of two", "half past nine", 1, 2},
		{"the shorter where the longer does not fit", "half nine", 2, 1},
		{"folded", "MONTAG früh um neun", 3, 2},
		{"with a sign in it", "o’clock", 4, 3},
		{"over the end of a line", "half\npast", 1, 3},
		{"never over a paragraph", "half\n\npast", 2, 1},
		{"none", "noon", 0, 0},
		{"nothing", "", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if v, n := p.At(Cut(tt.text), 0); v != tt.value || n != tt.n {
				t.Errorf("at %q: value %d in %d tokens, want %d in %d", tt.text, v, n, tt.value, tt.n)
			}
		})
	}
}

func TestCutIsLinear(t *testing.T) {
	for name, unit := range map[string]string{"tabs": "\t", "empty lines": " \n", "at signs": "a@", "slashes": "a.b/", "zero-width": "\u200b", "marks": "\u0301"} {
		if small, large, linear := grows(unit); !linear {
			t.Errorf("%s: %v for 16 times the text, %v for once", name, large, small)
		}
	}
}

// grows compares 16 times the text with once, again and again while it looks bad: a busy machine may stand still in between.
func grows(unit string) (small, large time.Duration, linear bool) {
	for range 6 {
		small, large = cost(strings.Repeat(unit, 10_000)), cost(strings.Repeat(unit, 160_000))
		if linear = large <= 64*small+50*time.Millisecond; linear {
			break
		}
	}
	return small, large, linear
}

func cost(text string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		Links(Cut(text))
		best = min(best, time.Since(start))
	}
	return best
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"10:30am", "März\n\n\t5.", "a@b.example https://x/y", "\u200b\xff２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		toks, last := Cut(text), 0
		for _, tok := range toks {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %+v after byte %d of %d", tok, last, len(text))
			}
			if tok.Text != text[tok.Start:tok.End] {
				t.Fatalf("token %+v is not %q", tok, text[tok.Start:tok.End])
			}
			last = tok.End
		}
		end := 0
		for _, s := range Links(toks) {
			if s.From < end || s.To <= s.From || s.To > len(toks) {
				t.Fatalf("link %v after token %d of %d", s, end, len(toks))
			}
			end = s.To
		}
	})
}

func BenchmarkCut(b *testing.B) {
	text := strings.Repeat("Hi Casey, we would like to meet you on Thursday, December 3 at 2:00pm ET (45 min) in Zürich.\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Cut(text)
	}
}
