package daemon

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/parse/message"
	"roundtwo/security"
)

// The property: whatever happens, no message goes to anybody but her without her answer to a letter that showed those very
// words, and no note goes out twice. Chance deals invitations, moves and cancellations, genuine answers, forged, stale,
// quoted and repeated ones, restarts, old copies of the store, servers that fail and answers that are lost.
func TestNothingLeavesWithoutHerWord(t *testing.T) {
	total, lives := 0, security.Soak(6, 300)
	if raced {
		lives = 1 // make unit runs them all without the race detector too
	}
	sent, approved, forged, unasked, twice := 0, 0, 0, 0, 0
	for seed := range uint64(lives) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			l := newLife(t, seed)
			defer func() { unasked, twice = unasked+l.unasked, twice+l.twice }()
			l.live(security.Soak(250, 400))
			total, sent, approved, forged = total+l.steps, sent+len(l.world.Submitted()), approved+l.approvals, forged+l.forgeries
			if l.approvals == 0 || len(l.gone) == 0 {
				t.Errorf("%d approvals and %d notes: this life proves nothing", l.approvals, len(l.gone))
			}
		})
	}
	security.Figure(t, "random lives of the daemon", "steps", total, "messages sent", sent, "approvals", approved, "forged or repeated answers", forged,
		"sent without her word", unasked, "sent twice", twice)
}

// life is a scene in which chance decides what happens next.
type life struct {
	*scene
	chance    *rand.Rand
	steps     int
	approvals int
	forgeries int
	unasked   int // notes that went out without her word
	twice     int

	invitations []invited
	delivered   [][]byte // everything that ever came into her inbox, for repeating it
	letters     []letter // those that she can answer
	nextUID     uint32
	approved    []string        // the text of every letter that she answered with a send, without spaces
	gone        map[string]bool // Message-IDs of the notes that went out
	looked      int             // submissions that were judged
	copies      []string        // old copies of the store
}

// invited is an interview of the story.
type invited struct {
	company, thread string
	at              time.Time
}

func newLife(t *testing.T, seed uint64) *life {
	return &life{scene: begin(t, ""), chance: rand.New(rand.NewPCG(seed, 7)), nextUID: 1, gone: map[string]bool{}}
}

// deeds are what can happen, each as often as its weight says.
var deeds = []struct {
	weight int
	name   string
	do     func(*life)
}{
	{6, "an invitation", (*life).invite},
	{2, "a move", (*life).move},
	{1, "a cancellation", (*life).cancel},
	{16, "her answer", (*life).genuine},
	{16, "a forged answer", (*life).forge},
	{6, "a message again", (*life).repeat},
	{16, "time", (*life).wait},
	{3, "a server that fails", (*life).fail},
	{2, "a restart", (*life).again},
	{1, "a copy of the store", (*life).copyStore},
	{1, "an old copy of the store put back", (*life).restore},
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
				l.t.Logf("%s step %d: %s", l.clock.Now().Format(time.DateTime), l.steps, d.name)
				d.do(l)
				break
			}
		}
		l.judge()
	}
	l.world.HealSMTP()
	for range 3 {
		l.clock.Move(l.clock.Now().Add(24 * time.Hour))
		l.judge()
	}
}

// judge looks at all that went out since the last step, and reads her new letters.
func (l *life) judge() {
	l.t.Helper()
	l.rest()
	all := l.world.Submitted()
	for _, m := range all[l.looked:] {
		l.looked++
		if m.To[0] != casey {
			l.judgeNote(m)
		}
	}
	fresh, err := l.world.FolderFrom(casey, "INBOX", l.nextUID)
	l.check(err)
	for _, m := range fresh {
		l.nextUID = m.UID + 1
		l.delivered = append(l.delivered, m.Raw)
		if msg := message.Read(m.Raw); msg.Header(letterHeader) != "" {
			kind, _, _ := strings.Cut(msg.MessageID, ".")
			l.letters = append(l.letters, letter{msg, kind})
			l.t.Logf("  letter %s, %s", msg.MessageID, msg.Subject)
		}
	}
}

func (l *life) judgeNote(m mailtest.Submission) {
	msg := message.Read(m.Raw)
	if len(m.To) != 1 {
		l.t.Fatalf("a note goes to %v", m.To)
	}
	if l.gone[msg.MessageID] {
		l.twice++
		l.t.Fatalf("step %d: the note %s to %s goes out twice", l.steps, msg.MessageID, m.To[0])
	}
	l.gone[msg.MessageID] = true
	words := dense(msg.Text)
	if !slices.ContainsFunc(l.approved, func(shown string) bool { return strings.Contains(shown, words) && strings.Contains(shown, m.To[0]) }) {
		l.unasked++
		l.t.Fatalf("step %d: a note to %s goes out, and no letter that she approved showed it:\n%s", l.steps, m.To[0], msg.Text)
	}
}

func dense(text string) string { return strings.Join(strings.Fields(text), "") }

// rest waits until all is done that is due.
func (l *life) rest() {
	l.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for {
		next, err := l.world.UIDNext(casey, "INBOX")
		l.check(err)
		done, err := l.daemon.Settled(context.Background(), map[string]uint32{"mailbox": next})
		l.check(err)
		if done {
			return
		}
		if time.Now().After(deadline) {
			l.t.Fatalf("step %d: the daemon does not come to rest", l.steps)
		}
		time.Sleep(500 * time.Microsecond)
	}
}

func (l *life) deliver(raw string) {
	l.check(l.world.Deliver(casey, bytes.ReplaceAll([]byte(raw), []byte("\n"), []byte("\r\n"))))
}

// invite brings an invitation for one of the next days, with one or two people.
func (l *life) invite() {
	i := invited{company: fmt.Sprintf("Firm%c%d", 'A'+rune(l.chance.IntN(26)), len(l.invitations)), at: l.clock.Now().Add(time.Duration(2+l.chance.IntN(40)) * time.Hour).Truncate(time.Hour)}
	i.thread = fmt.Sprintf("invite.%d@%s.example", len(l.invitations), strings.ToLower(i.company))
	l.invitations = append(l.invitations, i)
	l.write(i, i.thread, "Second interview: Data Engineer at "+i.company, fmt.Sprintf("we would like to invite you to a second interview for the Data Engineer position at %s.\n\nDate: %s\nTime: %s (Berlin time)\nInterviewers: Dana Whitfield (dana@%s.example); Samuel Okafor (samuel@%s.example)\n",
		i.company, l.local(i.at).Format("Monday, 2 January 2006"), l.local(i.at).Format("15:04"), strings.ToLower(i.company), strings.ToLower(i.company)))
}

func (l *life) local(t time.Time) time.Time {
	loc, err := time.LoadLocation("Europe/Berlin")
	l.check(err)
	return t.In(loc)
}

func (l *life) write(i invited, id, subject, body string) {
	domain := strings.ToLower(i.company) + ".example"
	thread := ""
	if id != i.thread {
		thread = "\nIn-Reply-To: <" + i.thread + ">\nReferences: <" + i.thread + ">"
	}
	l.deliver(fmt.Sprintf("From: Priya Nair <priya@%s>\nTo: %s\nSubject: %s\nDate: %s\nMessage-ID: <%s>%s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nDear Casey,\n\n%s\nKind regards,\nPriya Nair\n%s\n",
		domain, casey, subject, l.clock.Now().Format(time.RFC1123Z), id, thread, body, i.company))
}

func (l *life) anInvitation() (invited, bool) {
	if len(l.invitations) == 0 {
		return invited{}, false
	}
	return l.invitations[len(l.invitations)-1-l.chance.IntN(min(4, len(l.invitations)))], true
}

func (l *life) move() {
	if i, ok := l.anInvitation(); ok {
		to := l.local(l.clock.Now().Add(time.Duration(5+l.chance.IntN(40)) * time.Hour).Truncate(time.Hour))
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
	if l.chance.IntN(3) > 0 {
		words = sends[l.chance.IntN(len(sends))]
		l.approve(x)
	}
	l.reply(casey, x, words, "")
}

// approve notes that she said send to this letter: what it showed may go out, and what the newest request before it showed,
// where it is a reminder of that. What is edited in a draft is not played here.
func (l *life) approve(x letter) {
	l.approvals++
	l.approved = append(l.approved, dense(x.Text))
	for i := len(l.letters) - 1; i >= 0; i-- {
		if r := l.letters[i]; x.kind == "request-reminder" && r.kind == "request" && refIn(r.Subject) == refIn(x.Subject) && !r.Date.After(x.Date) {
			l.approved = append(l.approved, dense(r.Text))
			return
		}
	}
}

func (l *life) reply(from string, x letter, words, extra string) {
	l.sent++
	l.t.Logf("  casey.%d, from %s: %q to %s", l.sent, from, firstWords(words), x.MessageID)
	l.deliver(fmt.Sprintf("From: Casey Morgan <%s>\nTo: %s\nSubject: Re: %s\nDate: %s\nMessage-ID: <casey.%d@home.example>\nIn-Reply-To: <%s>\nReferences: <%s>\n%sMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n\nOn Monday roundtwo wrote:\n> %s\n",
		from, casey, x.Subject, l.clock.Now().Format(time.RFC1123Z), l.sent, x.MessageID, x.MessageID, extra, words, strings.ReplaceAll(strings.TrimSpace(x.Text), "\n", "\n> ")))
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
	l.check(l.world.Deliver(casey, raw))
}

func approves(raw []byte) bool {
	m := message.Read(raw)
	return len(m.From) == 1 && m.From[0].Email == casey && m.Header(letterHeader) == ""
}

func (l *life) wait() {
	steps := []time.Duration{11 * time.Minute, time.Hour, 3 * time.Hour, 9 * time.Hour, 26 * time.Hour}
	l.clock.Move(l.clock.Now().Add(steps[l.chance.IntN(len(steps))]))
}

// fail breaks the sending of one of the next mails at a stage.
func (l *life) fail() {
	faults := []mailtest.Fault{
		{Stage: mailtest.AtAnswer, Cut: true, Times: 1}, {Stage: mailtest.AtDot, Cut: true, Times: 1}, {Stage: mailtest.AtText, Bytes: 20, Times: 1},
		{Stage: mailtest.AtRcpt, Code: 550, Times: 1}, {Stage: mailtest.AtMail, Code: 421, Times: 1}, {Stage: mailtest.AtDot, Code: 451, Times: 1},
	}
	l.world.FailSMTP(faults[l.chance.IntN(len(faults))])
}

func (l *life) again() {
	l.stop()
	l.open()
}

// open starts the daemon; start would wait in a way that takes long with many letters.
func (l *life) open() {
	l.begin()
	l.rest()
}

// copyStore keeps a copy of the store, as a backup does.
func (l *life) copyStore() {
	l.stop()
	dir := filepath.Join(l.t.TempDir(), "copy")
	l.check(os.CopyFS(dir, os.DirFS(l.cfg.State)))
	l.copies = append(l.copies, dir)
	l.open()
}

// restore puts an old copy back: the daemon has forgotten what it did since.
func (l *life) restore() {
	if len(l.copies) == 0 {
		return
	}
	l.stop()
	l.check(os.RemoveAll(l.cfg.State))
	l.check(os.CopyFS(l.cfg.State, os.DirFS(l.copies[l.chance.IntN(len(l.copies))])))
	l.check(private(l.cfg.State))
	l.open()
}
