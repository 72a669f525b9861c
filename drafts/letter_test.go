package drafts

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"roundtwo/interview"
)

// hostile are names that have broken mail programs before, and that must come out as they are.
var hostile = []struct{ name, text string }{
	{"quotes", `Anne "Annie" O'Neil`},
	{"markup", `<b>Bob</b> & <script>alert(1)</script>`},
	{"template", `{{.Secret}} {{template "x"}} %s %d %!v(MISSING)`},
	{"Markdown", "# Title | - [ ] **x** ==y== [a](http://evil.example) :: ~ ! => \\"},
	{"link", "[click](https://evil.example)"},
	{"right to left", "יוסי כהן"},
	{"Arabic", "محمد الأحمد"},
	{"Chinese", "株式会社山田太郎"},
	{"emoji", "Zoë 👩‍💻 🏴󠁧󠁢󠁳󠁣󠁴󠁿"},
	{"300 characters", strings.Repeat("Wolfeschlegelsteinhausenberger", 10)},
	{"300 characters with spaces", strings.TrimSpace(strings.Repeat("Ana de la ", 30))},
}

// everywhere puts text into every field that a message can fill.
func everywhere(text string) Facts {
	f := everything()
	p := interview.Person{Name: text, Title: text, Email: "x@example.com"}
	iv := &f.Interview
	iv.Company, iv.Role, iv.Location, iv.Phone, iv.Subject = text, text, text, text, text
	iv.Interviewers, iv.Sender, iv.Bring, iv.Warnings = []interview.Person{p}, p, []string{text}, []string{text}
	iv.Sessions = slices.Clone(iv.Sessions)
	for i := range iv.Sessions {
		iv.Sessions[i].Interviewers, iv.Sessions[i].Topic = []string{text}, text
	}
	iv.Conflicts[0].Readings = []string{text, text}
	f.Evidence = map[string]string{"company": text, text: text}
	f.Provenance, f.Refusal, f.Receipt, f.Transcript = text, text, []string{text}, []string{text}
	f.List = []interview.Interview{*iv}
	f.Notes = slices.Clone(f.Notes)
	f.Notes[0].To, f.Notes[0].Text, f.Notes[0].Subject, f.Notes[0].Reply = p, "Dear "+text+",\n\nx\n\ny\n", text, text
	for i := range f.Memory.Facts {
		f.Memory.Facts[i].Person, f.Memory.Facts[i].Text = text, text
	}
	return f
}

// showsName says which letters show a person's name or the company.
var showsName = []Kind{Checklist, Changed, Cancelled, Question, Reminder, Debrief, Request, RequestReminder, Receipt, Refusal, Status, Failed, Unknown, Calendar, Handover}

func TestForeignTextComesOutAsItIs(t *testing.T) {
	w := writer(t)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			f := everywhere(h.text)
			want := squeeze(clean(h.text))
			for _, kind := range Kinds() {
				l, err := w.Write(kind, f)
				if err != nil {
					t.Fatal(err)
				}
				checkForm(t, l)
				if !slices.Contains(showsName, kind) {
					continue
				}
				if !strings.Contains(squeeze(l.Text), want) {
					t.Errorf("%s: the text part does not show %q:\n%s", kind, h.text, l.Text)
				}
				if got := squeeze(visible(t, l.HTML)); !strings.Contains(got, want) {
					t.Errorf("%s: the HTML part does not show %q", kind, h.text)
				}
				if strings.Contains(l.HTML, `href="http://evil`) || strings.Contains(l.HTML, `href="https://evil`) {
					t.Errorf("%s: text became a link", kind)
				}
			}
		})
	}
}

// squeeze takes white space out: where a line is broken does not matter.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// visible is the text of an HTML document.
func visible(t *testing.T, doc string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "title" {
			b.WriteString(n.Data + " ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return b.String()
}

// allowedTags are the elements that the frame uses; data can add none.
var allowedTags = strings.Fields("html head meta title style body div table tbody tr td th h1 h2 h3 p ul li a strong span br hr")

func checkForm(t *testing.T, l Letter) {
	t.Helper()
	if strings.ContainsFunc(l.Subject, func(r rune) bool { return r < ' ' || hidden(r) }) || utf8.RuneCountInString(l.Subject) > maxSubject+20 {
		t.Errorf("%s: subject %q", l.Kind, l.Subject)
	}
	if !strings.HasSuffix(l.Subject, "[roundtwo AAAA]") && !strings.HasSuffix(l.Subject, "[roundtwo K7QF]") {
		t.Errorf("%s: subject %q has lost its number", l.Kind, l.Subject)
	}
	if !utf8.ValidString(l.Text) || !utf8.ValidString(l.HTML) || strings.Contains(l.Text, "\r") {
		t.Errorf("%s: not clean UTF-8 with LF", l.Kind)
	}
	if len(l.HTML) > 60<<10 && len(l.Text) < 20<<10 {
		t.Errorf("%s: HTML of %d bytes", l.Kind, len(l.HTML))
	}
	checkHTML(t, l)
}

func checkHTML(t *testing.T, l Letter) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(l.HTML))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			if !slices.Contains(allowedTags, tok.Data) {
				t.Errorf("%s: element <%s>", l.Kind, tok.Data)
			}
			for _, a := range tok.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || strings.Contains(a.Val, "url(") {
					t.Errorf("%s: attribute %s=%q loads or runs something", l.Kind, a.Key, a.Val)
				}
				if a.Key == "href" && !regexp.MustCompile(`^(https?://|mailto:|tel:|#$)`).MatchString(a.Val) {
					t.Errorf("%s: link to %q", l.Kind, a.Val)
				}
			}
		}
	}
}

func TestControlCharactersNeverReachALetter(t *testing.T) {
	f := everywhere("Eve\r\nBcc: list@evil.example\u202egnp.exe\x00\u2066x\u200f")
	w := writer(t)
	for _, kind := range Kinds() {
		l, err := w.Write(kind, f)
		if err != nil {
			t.Fatal(err)
		}
		checkForm(t, l)
		for _, part := range []string{l.Text, l.HTML, l.Subject} {
			if strings.ContainsAny(part, "\u202e\u2066\u200f\x00\r") {
				t.Errorf("%s: a control or bidirectional character came through", kind)
			}
		}
		if strings.Contains(l.Subject, "\n") {
			t.Errorf("%s: the subject has two lines", kind)
		}
	}
}

// TestBothPartsSayTheSame holds the words of each part against the other.
func TestBothPartsSayTheSame(t *testing.T) {
	w := writer(t)
	for _, c := range goldenCases(t, w) {
		l, err := w.Write(c.kind, c.facts)
		if err != nil {
			t.Fatal(err)
		}
		have := wordSet(visible(t, l.HTML))
		for _, word := range wordsOf(regexp.MustCompile(`<https?://\S+>`).ReplaceAllString(strings.ReplaceAll(l.Text, "____", ""), "")) {
			if !have[strings.Trim(word, "-")] && strings.Trim(word, "-") != "" && !have[word] {
				t.Errorf("%s: %q stands in the text part alone", c.name, word)
			}
		}
	}
}

func TestVoice(t *testing.T) {
	w := writer(t)
	for _, c := range goldenCases(t, w) {
		l, err := w.Write(c.kind, c.facts)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(l.Text, "!! ", "")
		if strings.Contains(text, "!") {
			t.Errorf("%s raises its voice:\n%s", c.name, l.Text)
		}
		if p := hasPhrase(text, []string{"hope this finds you", "exciting", "congratulations", "awesome", "unfortunately"}); p != "" {
			t.Errorf("%s says %q", c.name, p)
		}
		for _, line := range strings.Split(l.Text, "\n") {
			if columns(line) > 78 && !strings.Contains(line, "http") {
				t.Errorf("%s: a line of %d columns: %s", c.name, columns(line), line)
			}
		}
	}
}

func TestSpellingAndClockAreHers(t *testing.T) {
	w := writer(t)
	british, american := panelFacts(), panelFacts()
	american.Candidate.British, american.Candidate.Hours24 = false, false
	for _, c := range []struct {
		name  string
		facts Facts
		want  []string
		not   []string
	}{
		{"British, 24 hours", british, []string{"Thursday 3 December 2026, 15:00–17:30 Berlin time (CET, UTC+1)", "Practise", "CV"}, []string{"resume", " pm"}},
		{"American, 12 hours", american, []string{"Thursday, December 3, 2026, 3:00 pm–5:30 pm Berlin time", "9:00 am–11:30 am New York time (EST, UTC-5)", "Practice", "resume"}, []string{"Practise"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := w.Write(Preparation, c.facts)
			if err != nil {
				t.Fatal(err)
			}
			short, err := w.Write(Checklist, c.facts)
			if err != nil {
				t.Fatal(err)
			}
			flat := strings.Join(strings.Fields(short.Text+"\n"+l.Text), " ")
			for _, s := range c.want {
				if !strings.Contains(flat, s) {
					t.Errorf("lacks %q:\n%s", s, l.Text)
				}
			}
			for _, s := range c.not {
				if strings.Contains(flat, s) {
					t.Errorf("has %q", s)
				}
			}
		})
	}
}

// A checklist is one that she reads: what she needs on one screen of a phone, three things to prepare, a question for each, and
// all else on her word.
func TestAChecklistIsShort(t *testing.T) {
	w := writer(t)
	for name, f := range map[string]Facts{"panel": panelFacts(), "a page told": panelFacts(aPage()...), "on site": onsiteFacts(), "by phone": phoneFacts()} {
		l, err := w.Write(Checklist, f)
		if err != nil {
			t.Fatal(err)
		}
		if n := countWords(l.Text); n > 300 {
			t.Errorf("%s: %d words:\n%s", name, n, l.Text)
		}
		for _, want := range []string{"When:", "Prepare first", "more   all else"} {
			if !strings.Contains(l.Text, want) {
				t.Errorf("%s: %q is missing:\n%s", name, want, l.Text)
			}
		}
		if n := strings.Count(l.Text, "[ ]"); n != 3 {
			t.Errorf("%s: %d things to prepare:\n%s", name, n, l.Text)
		}
		if at := strings.Index(l.Text, "When:"); countWords(l.Text[:at]) > 60 {
			t.Errorf("%s: the time stands behind %d words", name, countWords(l.Text[:at]))
		}
	}
}

func TestTheSecondRoundRemembersTheFirst(t *testing.T) {
	l, err := writer(t).Write(Preparation, panelFacts())
	if err != nil {
		t.Fatal(err)
	}
	flat := strings.Join(strings.Fields(l.Text), " ")
	for _, want := range []string{
		"The first interview there was on Wednesday 11 November", "June Okafor (Engineering Manager, Data Platform)",
		"- June Okafor: how the team moved the nightly jobs to streaming", "You struggled with: the question about schema changes",
		"You wished you had said: I ran the on-call rota for two years", "Told already (to June Okafor): the Kafka migration at Lamna",
		"- Who decides what the data team works on?", "For later, when there is an offer: How is on-call paid for?",
		"How large is the team? They said: six people",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("not remembered: %q\n%s", want, l.Text)
		}
	}
}

func TestAQuestionAskedIsNotCarriedOver(t *testing.T) {
	f := panelFacts(fact("M3QD", june, interview.SheAsked, "Who decides what the data team works on? The product council."))
	l, err := writer(t).Write(Preparation, f)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(l.Text, "- Who decides what the data team works on?\n") || !strings.Contains(l.Text, "works on? They said: The product") {
		t.Errorf("an answered question is still open:\n%s", l.Text)
	}
}

func TestReadyAnswersAreMailOnly(t *testing.T) {
	f := optionsFacts()
	f.AnswerID = "options.K7QF.1.mac@hartmann.example"
	l, err := writer(t).Write(Choice, f)
	if err != nil {
		t.Fatal(err)
	}
	want := `href="mailto:lena+rt@hartmann.example?subject=Re%3A%20second%20interview%20%5Broundtwo%20K7QF%5D&amp;body=2&amp;In-Reply-To=%3Coptions.K7QF.1.mac%40hartmann.example%3E"`
	if !strings.Contains(html.UnescapeString(l.HTML), html.UnescapeString(want)) {
		t.Errorf("no ready answer for the second time:\n%s", l.HTML)
	}
	if !strings.Contains(l.Text, "2 overlaps your second interview with Contoso Klinik") {
		t.Errorf("the clash with the interview on site is not told:\n%s", l.Text)
	}
}

func TestAnUnknownKindIsAnError(t *testing.T) {
	w := writer(t)
	if _, err := w.Write("postcard", Facts{}); err == nil {
		t.Error("a postcard was written")
	}
	if _, err := w.Note("postcard", dana, Facts{}); err == nil {
		t.Error("a note of an unknown kind was written")
	}
}

func TestHerOwnTemplates(t *testing.T) {
	own := fstest.MapFS{"receipt.md": {Data: []byte("Subject: Erledigt\n\nErledigt{{range .Receipt}}, {{.}}{{end}}.\n")}, "README": {Data: []byte("x")}}
	w, err := New(Options{Templates: own})
	if err != nil {
		t.Fatal(err)
	}
	l, err := w.Write(Receipt, Facts{Receipt: []string{"a", "b"}, Ref: "K7QF"})
	if err != nil || l.Text != "Erledigt, a, b.\n" || l.Subject != "Erledigt [roundtwo K7QF]" {
		t.Errorf("her template gives %q, %q, %v", l.Subject, l.Text, err)
	}
}

func TestABrokenTemplateIsRefusedWithItsLine(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"not closed", "receipt.md", "Subject: x\n\n{{range .Receipt}}\n", "receipt.md:4"},
		{"a field that does not exist", "receipt.md", "Subject: x\n\n{{.Sender}}\n", "receipt.md:3"},
		{"a part that does not exist", "receipt.md", "Subject: x\n\n{{template \"headlines\" .}}\n", "headlines"},
		{"a misspelt name", "reciept.md", "Subject: x\n", "reciept.md: no template has that name"},
		{"the frame", "page.html", "<html>\n{{.Nothing}}", "page.html:2"},
		{"the words", "words.toml", "weekdays = [\"Sonntag\"\nmonths", "words.toml:2"},
		{"a sentence that rests on nothing", "sentences.toml", "[greeting]\nplain = \"Dear\"\nclosing = [\"x\"]\n[[sentence]]\nnote = \"thank-you\"\npart = \"thanks\"\ntext = \"I am the best.\"\n", "sentences.toml:4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := New(Options{Templates: fstest.MapFS{c.file: {Data: []byte(c.text)}}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

func FuzzForeignText(f *testing.F) {
	for _, h := range hostile {
		f.Add(h.text)
	}
	w, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []Kind{Checklist, Preparation, Request, Choice} {
			l, err := w.Write(kind, everywhere(text))
			if err != nil {
				t.Fatal(err)
			}
			checkForm(t, l)
		}
		blocks := parseMarkdown(escape(text))
		if len(blocks) > 1 || len(blocks) == 1 && (blocks[0].Form != para || blocks[0].Lines[0].Text() != clean(text)) {
			t.Errorf("%q is not plain text any more: %+v", text, blocks)
		}
		if _, err := w.Note(interview.ThankYou, dana, everywhere(text)); err != nil {
			t.Fatal(err)
		}
	})
}

// usual are the letters that an interview brings when nothing goes wrong.
var usual = []Kind{Checklist, Preparation, Reminder, Reminder, Debrief, Request, Receipt}

// BenchmarkLettersOfOneInterview writes what one interview brings: its letters, and the notes to four people and the
// recruiter. It is to stay under 5 ms.
func BenchmarkLettersOfOneInterview(b *testing.B) { benchmarkLetters(b, usual) }

// BenchmarkEveryKind writes one letter of each kind instead.
func BenchmarkEveryKind(b *testing.B) { benchmarkLetters(b, Kinds()) }

func benchmarkLetters(b *testing.B, kinds []Kind) {
	w := writer(b)
	f := panelFacts(aPage()...)
	f.Now = time.Date(2026, 12, 3, 20, 0, 0, 0, berlin)
	b.ReportAllocs()
	for b.Loop() {
		f.Notes = notesFor(b, w, f)
		for _, kind := range kinds {
			if _, err := w.Write(kind, f); err != nil {
				b.Fatal(err)
			}
		}
		f.Notes = nil
	}
}

func TestTheCalendarFileComesWithItsMethod(t *testing.T) {
	f := panelFacts()
	f.Method = "CANCEL"
	l, err := writer(t).Write(Cancelled, f)
	if err != nil || len(l.Attach) != 1 || l.Attach[0].Method != "CANCEL" || l.Attach[0].Type != "text/calendar" {
		t.Errorf("attached: %+v, %v", l.Attach, err)
	}
}

func TestSkillsOfThePostingMeetHerStories(t *testing.T) {
	f := panelFacts(fact("M3QD", nobody, interview.Posting, "- Kafka and streaming in production\n- Mentoring of juniors"))
	l, err := writer(t).Write(Preparation, f)
	if err != nil {
		t.Fatal(err)
	}
	flat := strings.Join(strings.Fields(l.Text), " ")
	if !strings.Contains(flat, "Kafka and streaming in production the Kafka migration at Lamna") || !strings.Contains(flat, "Mentoring of juniors none yet") {
		t.Errorf("no table of skills and stories:\n%s", l.Text)
	}
}

func TestReminderKnowsHowNearItIs(t *testing.T) {
	w := writer(t)
	for _, c := range []struct {
		name   string
		before time.Duration
		want   string
		not    string
	}{
		{"the day before", 23 * time.Hour, "Still open", "The last hour"},
		{"hours before", 3 * time.Hour, "The last hour", "Still open"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := panelFacts()
			f.Now = f.Interview.Start().Add(-c.before)
			l, err := w.Write(Reminder, f)
			if err != nil || !strings.Contains(l.Text, c.want) || strings.Contains(l.Text, c.not) {
				t.Errorf("%v\n%s", err, l.Text)
			}
		})
	}
}
