package daemon

import (
	"bytes"
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
	settled     []string // texts of the questions that she answered
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
	l.judgeLetter(letter{msg, kind})
}

// judgeLetter: what was not surely read counts only after she answered the question about it.
func (l *life) judgeLetter(x letter) {
	l.t.Helper()
	for _, i := range l.invitations {
		if doubtfulKinds[doubtOf(i.company)][x.kind] && strings.Contains(x.Subject, i.company+" [") && !slices.ContainsFunc(l.settled, func(text string) bool { return strings.Contains(text, i.company) }) {
			l.t.Fatalf("step %d: a letter %q about %s, and she was not asked, or did not answer:\n%s", l.steps, x.kind, i.company, x.Text)
		}
	}
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

func (l *life) wait() {
	steps := []time.Duration{11 * time.Minute, time.Hour, 3 * time.Hour, 9 * time.Hour, 26 * time.Hour}
	l.move(l.now().Add(steps[l.chance.IntN(len(steps))]))
}
