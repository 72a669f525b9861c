package daemon

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/parse/message"
)

// life is what chance lets happen to a daemon and to her who uses it.
type life struct {
	t *testing.T
	ground
	chance    *rand.Rand
	sent      int // messages of hers so far
	steps     int
	came      int // letters to her
	approvals int
	recalls   int // approvals that she took back
	forgeries int
	unasked   int // notes that went out without her word
	twice     int

	invitations []invited
	delivered   [][]byte        // everything that ever came into her inbox, for repeating it
	letters     []letter        // those that she can answer
	seen        map[string]bool // what of it is known
	nextUID     uint32
	approved    []consent
	edits       []edit
	gone        map[string]bool // Message-IDs of the notes that went out
	texts       []string        // of the notes that went out, without spaces
}

// invited is an interview of the story.
type invited struct {
	company, thread string
	at              time.Time
}

// consent is a letter that she answered with a send: what it shows may go out.
type consent struct{ ref, shown string }

// edit is a draft that she rewrote: it may go out with her word, in her words.
type edit struct{ to, words string }

func newLife(t *testing.T, seed uint64, on ground) *life {
	return &life{t: t, ground: on, chance: rand.New(rand.NewPCG(seed, 7)), nextUID: 1, seen: map[string]bool{}, gone: map[string]bool{}}
}

// deeds are what can happen, each as often as its weight says.
var deeds = []struct {
	weight int
	name   string
	do     func(*life)
}{
	{6, "an invitation", (*life).invite},
	{2, "a move", (*life).reschedule},
	{1, "a cancellation", (*life).cancel},
	{16, "her answer", (*life).genuine},
	{16, "a forged answer", (*life).forge},
	{6, "a message again", (*life).repeat},
	{16, "time", (*life).wait},
	{3, "something fails", func(l *life) { l.mishap(l.chance) }},
	{2, "a restart", func(l *life) { l.restart() }},
	{1, "a copy of the store", func(l *life) { l.keep() }},
	{1, "an old copy of the store put back", func(l *life) { l.putBack(l.chance) }},
	{2, "she rewrites a draft", (*life).rewrite},
}

func (l *life) live(steps int) {
	sum := 0
	for _, d := range deeds {
		sum += d.weight
	}
	for l.steps < steps {
		l.steps++
		n := l.chance.IntN(sum)
		for _, d := range deeds {
			if n -= d.weight; n < 0 {
				l.t.Logf("%s step %d: %s", l.now().Format(time.DateTime), l.steps, d.name)
				d.do(l)
				break
			}
		}
		l.judge()
	}
	l.heal()
	for range 3 {
		l.move(l.now().Add(24 * time.Hour))
		l.judge()
	}
}

// judge looks at all that went out since the last step, and reads her new letters.
func (l *life) judge() {
	l.t.Helper()
	l.rest()
	for _, m := range l.outside(len(l.texts)) {
		l.judgeNote(m)
	}
	for _, m := range l.since(l.nextUID) {
		l.nextUID = m.UID + 1
		if id := string(m.Raw); !l.seen[id] { // after an old copy of the store was put back a letter may come again
			l.seen[id] = true
			l.delivered = append(l.delivered, m.Raw)
			l.look(m.Raw)
		}
	}
}

// look keeps a letter that she can answer.
func (l *life) look(raw []byte) {
	msg := message.Read(raw)
	kind, _, _ := strings.Cut(msg.MessageID, ".")
	if msg.Header(letterHeader) == "" || slices.ContainsFunc(l.letters, func(o letter) bool { return o.MessageID == msg.MessageID }) {
		return
	}
	l.came++
	l.letters = append(l.letters, letter{msg, kind})
	l.t.Logf("  letter %s, %s", msg.MessageID, msg.Subject)
}

func (l *life) judgeNote(m mailtest.Submission) {
	l.t.Helper()
	msg := message.Read(m.Raw)
	if len(m.To) != 1 {
		l.t.Fatalf("a note goes to %v", m.To)
	}
	l.t.Logf("  sent %s to %s", msg.MessageID, m.To[0])
	if l.gone[msg.MessageID] {
		l.twice++
		l.t.Fatalf("step %d: the note %s to %s goes out twice", l.steps, msg.MessageID, m.To[0])
	}
	l.gone[msg.MessageID] = true
	words := dense(msg.Text)
	l.texts = append(l.texts, words)
	if !slices.ContainsFunc(l.approved, func(c consent) bool { return strings.Contains(c.shown, m.To[0]) && l.hers(c, m.To[0], words) }) {
		l.unasked++
		l.t.Fatalf("step %d: a note to %s goes out, and no letter that she approved showed it:\n%s", l.steps, m.To[0], msg.Text)
	}
}

// hers reports that she approved these words to this person: they stood in the letter, or she wrote them into the draft.
func (l *life) hers(c consent, to, words string) bool {
	return strings.Contains(c.shown, words) || slices.Contains(l.edits, edit{to, words})
}

func dense(text string) string { return strings.Join(strings.Fields(text), "") }

func (l *life) post(raw string) {
	l.deliver(bytes.ReplaceAll([]byte(raw), []byte("\n"), []byte("\r\n")))
}

// invite brings an invitation for one of the next days, with one or two people.
func (l *life) invite() {
	i := invited{company: fmt.Sprintf("Firm%c%d", 'A'+rune(l.chance.IntN(26)), len(l.invitations)), at: l.now().Add(time.Duration(2+l.chance.IntN(40)) * time.Hour).Truncate(time.Hour)}
	i.thread = fmt.Sprintf("invite.%d@%s.example", len(l.invitations), strings.ToLower(i.company))
	l.invitations = append(l.invitations, i)
	l.write(i, i.thread, "Second interview: Data Engineer at "+i.company, fmt.Sprintf("we would like to invite you to a second interview for the Data Engineer position at %s.\n\nDate: %s\nTime: %s (Berlin time)\nInterviewers: Dana Whitfield (dana@%s.example); Samuel Okafor (samuel@%s.example)\n",
		i.company, l.local(i.at).Format("Monday, 2 January 2006"), l.local(i.at).Format("15:04"), strings.ToLower(i.company), strings.ToLower(i.company)))
}

func (l *life) local(t time.Time) time.Time {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		l.t.Fatal(err)
	}
	return t.In(loc)
}

func (l *life) write(i invited, id, subject, body string) {
	domain := strings.ToLower(i.company) + ".example"
	thread := ""
	if id != i.thread {
		thread = "\nIn-Reply-To: <" + i.thread + ">\nReferences: <" + i.thread + ">"
	}
	l.post(fmt.Sprintf("From: Priya Nair <priya@%s>\nTo: %s\nSubject: %s\nDate: %s\nMessage-ID: <%s>%s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nDear Casey,\n\n%s\nKind regards,\nPriya Nair\n%s\n",
		domain, casey, subject, l.now().Format(time.RFC1123Z), id, thread, body, i.company))
}

func (l *life) anInvitation() (invited, bool) {
	if len(l.invitations) == 0 {
		return invited{}, false
	}
	return l.invitations[len(l.invitations)-1-l.chance.IntN(min(4, len(l.invitations)))], true
}

func (l *life) reschedule() {
	if i, ok := l.anInvitation(); ok {
		to := l.local(l.now().Add(time.Duration(5+l.chance.IntN(40)) * time.Hour).Truncate(time.Hour))
		l.write(i, fmt.Sprintf("move.%d@%s.example", l.steps, strings.ToLower(i.company)), "Re: Second interview: Data Engineer at "+i.company,
			fmt.Sprintf("we have to move your second interview. The new time is:\n\nDate: %s\nTime: %s (Berlin time)\n", to.Format("Monday, 2 January 2006"), to.Format("15:04")))
	}
}

func (l *life) cancel() {
	if i, ok := l.anInvitation(); ok {
		l.write(i, fmt.Sprintf("off.%d@%s.example", l.steps, strings.ToLower(i.company)), "Re: Second interview: Data Engineer at "+i.company,
			"we are sorry to tell you that your second interview is cancelled.\n")
	}
}

// aLetter is one of her last letters, of the kinds where there is one.
func (l *life) aLetter(kinds ...string) (letter, bool) {
	var fit []letter
	for _, x := range l.letters {
		if len(kinds) == 0 || slices.Contains(kinds, x.kind) {
			fit = append(fit, x)
		}
	}
	if len(fit) == 0 {
		return letter{}, false
	}
	return fit[len(fit)-1-l.chance.IntN(min(6, len(fit)))], true
}

// sends and others are what she answers.
var (
	sends  = []string{"send all", "send", "send 1", "Send Dana, please", "approve all", "send 1 2", "Yes, send all"}
	others = []string{"skip 1", "skip all", "later 2h", "stop", "status", "edit 1\n\nDear Dana,\n\nthank you for the clear questions about month end.\n\nCasey", "1: we spoke about late files and month end", "wait", "send it tomorrow, but change the date"}
)

// genuine is an answer of hers, to any of her letters.
func (l *life) genuine() {
	if x, ok := l.aLetter("debrief"); ok && l.chance.IntN(3) == 0 {
		l.reply(casey, x, "Dana: late files in the shop data.\nSamuel: two ways to keep prices over time.\nreason: the team writes things down\noffered: a write-up of my pipeline", "")
		return
	}
	x, ok := l.aLetter("request", "request-reminder", "unknown", "receipt")
	if !ok {
		return
	}
	words := others[l.chance.IntN(len(others))]
	switch {
	case x.kind == "unknown":
		words = l.looks(x)
	case l.chance.IntN(3) > 0:
		words = sends[l.chance.IntN(len(sends))]
		l.approve(x)
	}
	if words == "stop" {
		l.recall(x)
	}
	l.reply(casey, x, words, "")
}

// looks is her answer to the question whether a note went out: she asks the one it was for.
func (l *life) looks(x letter) string {
	shown := dense(x.Text)
	if slices.ContainsFunc(l.texts, func(words string) bool { return strings.Contains(shown, words) }) {
		return "done"
	}
	l.approve(x)
	return "resend"
}

// approve notes that she said send to this letter: what it showed may go out, and what the newest request before it showed,
// where it is a reminder of that.
func (l *life) approve(x letter) {
	l.approvals++
	l.approved = append(l.approved, consent{refIn(x.Subject), dense(x.Text)})
	for i := len(l.letters) - 1; i >= 0; i-- {
		if r := l.letters[i]; x.kind == "request-reminder" && r.kind == "request" && refIn(r.Subject) == refIn(x.Subject) && !r.Date.After(x.Date) {
			l.approved = append(l.approved, consent{refIn(x.Subject), dense(r.Text)})
			return
		}
	}
}

// recall notes that she said stop: what has not left by now must not leave.
func (l *life) recall(x letter) {
	before := len(l.approved)
	l.approved = slices.DeleteFunc(l.approved, func(c consent) bool { return c.ref == refIn(x.Subject) })
	l.recalls += before - len(l.approved)
}

func (l *life) rewrite() {
	words := fmt.Sprintf("Dear colleague,\r\n\r\nthank you for your time, and for word %d.\r\n\r\nCasey\r\n", l.steps)
	if to := l.edit(l.chance, words); to != "" {
		l.edits = append(l.edits, edit{to, dense(words)})
	}
}

func (l *life) reply(from string, x letter, words, extra string) {
	l.sent++
	l.t.Logf("  casey.%d, from %s: %q to %s", l.sent, from, firstWords(words), x.MessageID)
	l.post(fmt.Sprintf("From: Casey Morgan <%s>\nTo: %s\nSubject: Re: %s\nDate: %s\nMessage-ID: <casey.%d@home.example>\nIn-Reply-To: <%s>\nReferences: <%s>\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n\nOn Monday roundtwo wrote:\n> %s\n",
		from, casey, x.Subject, l.now().Format(time.RFC1123Z), l.sent, x.MessageID, x.MessageID, extra, words, strings.ReplaceAll(strings.TrimSpace(x.Text), "\n", "\n> ")))
}

func firstWords(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// forge is an answer that must not count: hers is none of them.
func (l *life) forge() {
	x, ok := l.aLetter("request", "request-reminder")
	if !ok {
		return
	}
	l.forgeries++
	words := sends[l.chance.IntN(len(sends))]
	forged := letter{Message: &message.Message{Subject: x.Subject, Text: x.Text, MessageID: x.MessageID}, kind: x.kind}
	way := l.chance.IntN(8)
	l.t.Logf("  forged in way %d", way)
	switch way {
	case 0:
		l.reply("mallory@evil.example", x, words, "")
	case 1:
		forged.MessageID = l.altered(x.MessageID)
		l.reply(casey, forged, words, "")
	case 2:
		forged.MessageID = "made.up@evil.example"
		l.reply(casey, forged, words, "")
	case 3:
		forged.Text = words + "\n" + x.Text
		l.reply(casey, forged, "I have not decided yet", "")
	case 4:
		l.reply(casey, x, words, "Auto-Submitted: auto-replied\n")
	case 5:
		l.reply(casey, x, words, "From: Mallory <mallory@evil.example>\n")
	case 6:
		other, _ := l.aLetter()
		if refIn(other.Subject) == refIn(x.Subject) {
			return
		}
		forged.Subject = other.Subject
		l.reply(casey, forged, words, "")
	case 7:
		l.reply(casey, x, "send it tomorrow, but not before noon", "")
	}
}

func refIn(subject string) string {
	_, ref, _ := strings.Cut(subject, "[roundtwo ")
	return ref
}

// altered changes one letter or digit of a token.
func (l *life) altered(id string) string {
	b := []byte(id)
	for {
		i := l.chance.IntN(strings.LastIndexByte(id, '@'))
		if was := b[i]; was != '.' && was != '-' {
			b[i] = "abcdefghjkmnpqrstuvwxyz23456789"[l.chance.IntN(31)]
			if !strings.EqualFold(string(was), string(b[i])) {
				return string(b)
			}
		}
	}
}

// repeat delivers again what came before, byte for byte or under another Message-ID.
func (l *life) repeat() {
	if len(l.delivered) == 0 {
		return
	}
	raw := l.delivered[l.chance.IntN(len(l.delivered))]
	if l.chance.IntN(2) == 0 {
		if approves(raw) {
			return // under a new Message-ID her own send is a second answer of hers: nothing tells them apart
		}
		raw = bytes.Replace(raw, []byte("Message-ID: <"), []byte(fmt.Sprintf("Message-ID: <again.%d.", l.steps)), 1)
	}
	l.forgeries++
	l.deliver(raw)
}

func approves(raw []byte) bool {
	m := message.Read(raw)
	return len(m.From) == 1 && m.From[0].Email == casey && m.Header(letterHeader) == ""
}

func (l *life) wait() {
	steps := []time.Duration{11 * time.Minute, time.Hour, 3 * time.Hour, 9 * time.Hour, 26 * time.Hour}
	l.move(l.now().Add(steps[l.chance.IntN(len(steps))]))
}
