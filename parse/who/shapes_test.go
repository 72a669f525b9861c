package who

import (
	"slices"
	"testing"

	"roundtwo/parse/token"
)

// Names are of every culture and shape; each row is a sentence, and whom she meets by it.
func TestShapesOfNames(t *testing.T) {
	for _, row := range []struct {
		shape, text string
		want        []string
	}{
		{"word names", "Panel: Faith Odum (chair), Hope Price, April Summers", []string{"Faith Odum", "Hope Price", "April Summers"}},
		{"a month before a family name", "You will meet June Abe.", []string{"June Abe"}},
		{"a month stays a month", "You will meet Dana Reyes in June.", []string{"Dana Reyes"}},
		{"a trade as a given name", "You will meet Mason Wells and Hunter Rivers.", []string{"Mason Wells", "Hunter Rivers"}},
		{"joined initials", "You will meet J.R. Tolman and C.S. Ludlow.", []string{"J.R. Tolman", "C.S. Ludlow"}},
		{"initials as a given name", "You will meet AJ Brooks.", []string{"AJ Brooks"}},
		{"given names written short", "You will meet Md. Rafiqul Islam and Ma. Teresita Robles.", []string{"Md. Rafiqul Islam", "Ma. Teresita Robles"}},
		{"short family names", "You will meet Aïssatou Ba and Li Na.", []string{"Aïssatou Ba", "Li Na"}},
		{"family name in capitals", "Panel: MBEKI Thabo, Sophie LEFEVRE", []string{"MBEKI Thabo", "Sophie LEFEVRE"}},
		{"family name first", "Interviewers: Whitfield, Dana (VP Sales); Nair, Priya", []string{"Dana Whitfield", "Priya Nair"}},
		{"small letters", "you'll be chatting with dana whitfield and priya", []string{"dana whitfield", "priya"}},
		{"small letters, jobs in brackets", "you're meeting sam (design) and noor (eng)", []string{"sam", "noor"}},
		{"form of address behind the name", "You will meet Yamada-san.", []string{"Yamada"}},
		{"feminine forms of address", "You will meet Dott.ssa Chiara Fabbri and Avv. Luca Conti.", []string{"Chiara Fabbri", "Luca Conti"}},
		{"from a team", "You will meet Delia from accounts and Hugo.", []string{"Delia", "Hugo"}},
		{"just the two", "It will just be you and Henrietta.", []string{"Henrietta"}},
		{"met at the door, interviewed by another", "You will be met by Bill Carr and interviewed by Judge Hazel Law.", []string{"Hazel Law"}},
		{"numbered in one line", "Interview panel: 1) Mona Zaki 2) Peter Abbas 3) Lina Khoury", []string{"Mona Zaki", "Peter Abbas", "Lina Khoury"}},
		{"the verb behind the name", "It's Marguerite you're meeting.", []string{"Marguerite"}},
		{"they act as well", "Zsófia Kertész (she leads logistics) is joining, as is Bence.", []string{"Zsófia Kertész", "Bence"}},
		{"first names that want something", "Kirsty and Mo are keen to pick your brains.", []string{"Kirsty", "Mo"}},
		{"stroked particles", "You will meet Ravi s/o Subramaniam and Koh Li Hwa.", []string{"Ravi s/o Subramaniam", "Koh Li Hwa"}},
		{"a pronoun explained", "You will speak with her (Saoirse Flynn) and Baz Okoro.", []string{"Saoirse Flynn", "Baz Okoro"}},
		{"the group before its names", "Come and meet the owners before we decide, Gil and Donna Etcheverry.", []string{"Gil", "Donna Etcheverry"}},
		{"a topic that is a name elsewhere", "1:00pm - 1:30pm: Peer conversation\nInterviewers: Mateus Oliveira", []string{"Mateus Oliveira"}},
		{"Polish and", "Rozmowę poprowadzą Krzysztof Wójcik i Anna Bąk.", []string{"Krzysztof Wójcik", "Anna Bąk"}},
		{"dots that lead from the label", "Interviewers ....... Ned Grabowski; Tamika Ross", []string{"Ned Grabowski", "Tamika Ross"}},
	} {
		t.Run(row.shape, func(t *testing.T) {
			var got []string
			for _, p := range People(Context{Text: row.text, Tokens: token.Cut(row.text)}) {
				if p.Part == Interviewer {
					got = append(got, p.Name)
				}
			}
			if !slices.Equal(got, row.want) {
				t.Errorf("%s\n got %q\nwant %q", row.text, got, row.want)
			}
		})
	}
}
