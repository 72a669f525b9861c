package daemon

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/mailtest"
	"roundtwo/daemon/submission"
	"roundtwo/parse/message"
)

// ground is where a life takes place: among the servers of mailtest, or on the bench.
type ground interface {
	now() time.Time
	move(to time.Time)
	deliver(raw []byte)                     // into her inbox
	rest()                                  // until all is done that is due
	since(uid uint32) []mailtest.Stored     // what lies in her inbox from this UID on
	outside(from int) []mailtest.Submission // what servers have taken for others, in order
	mishap(*rand.Rand)                      // something fails
	heal()
	restart()
	keep()                                       // copies the store, as a backup does
	putBack(*rand.Rand)                          // an old copy, if there is one
	edit(r *rand.Rand, words string) (to string) // she rewrites a draft of ours, where one lies there
	crashes() int
}

// worldGround is a daemon that runs, among servers.
type worldGround struct {
	*scene
	copies []string
}

func newWorldGround(t *testing.T) *worldGround {
	s := begin(t, "")
	s.weigh = unsureInLife
	return &worldGround{scene: s}
}

func (g *worldGround) now() time.Time     { return g.clock.Now() }
func (g *worldGround) move(to time.Time)  { g.clock.Move(to) }
func (g *worldGround) deliver(raw []byte) { g.check(g.world.Deliver(casey, raw)) }
func (g *worldGround) heal()              { g.world.HealSMTP() }
func (g *worldGround) crashes() int       { return 0 }

func (g *worldGround) rest() {
	g.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(500 * time.Microsecond) {
		next, err := g.world.UIDNext(casey, "INBOX")
		g.check(err)
		done, err := g.daemon.Settled(context.Background(), map[string]uint32{"mailbox": next})
		g.check(err)
		if done {
			return
		}
		if time.Now().After(deadline) {
			g.t.Fatal("the daemon does not come to rest")
		}
	}
}

func (g *worldGround) since(uid uint32) []mailtest.Stored {
	mails, err := g.world.FolderFrom(casey, "INBOX", uid)
	g.check(err)
	return mails
}

func (g *worldGround) outside(from int) []mailtest.Submission {
	var out []mailtest.Submission
	for _, m := range g.world.Submitted() {
		if m.To[0] != casey {
			out = append(out, m)
		}
	}
	return out[from:]
}

// mishap breaks the sending of one of the next mails at a stage. Here the provider keeps no copies: what it took without
// an answer is nowhere to be found, so that no store from before may be put back.
func (g *worldGround) mishap(r *rand.Rand) {
	faults := []mailtest.Fault{
		{Stage: mailtest.AtAnswer, Cut: true, Times: 1}, {Stage: mailtest.AtDot, Cut: true, Times: 1}, {Stage: mailtest.AtText, Bytes: 20, Times: 1},
		{Stage: mailtest.AtRcpt, Code: 550, Times: 1}, {Stage: mailtest.AtMail, Code: 421, Times: 1}, {Stage: mailtest.AtDot, Code: 451, Times: 1},
	}
	f := faults[r.IntN(len(faults))]
	if f.Stage == mailtest.AtAnswer {
		g.copies = nil
	}
	g.world.FailSMTP(f)
}

func (g *worldGround) restart() {
	g.stop()
	g.open()
}

// open starts the daemon; start would wait in a way that takes long with many letters.
func (g *worldGround) open() {
	g.begin()
	g.rest()
}

func (g *worldGround) keep() {
	g.stop()
	g.copies = append(g.copies, copyStore(g.t, g.cfg.State))
	g.open()
}

func (g *worldGround) putBack(r *rand.Rand) {
	if len(g.copies) == 0 {
		return
	}
	g.stop()
	g.check(putStore(g.copies[r.IntN(len(g.copies))], g.cfg.State))
	g.open()
}

func (g *worldGround) edit(*rand.Rand, string) string { return "" }

// copyStore copies the store of a daemon that is stopped.
func copyStore(t testing.TB, state string) (dir string) {
	t.Helper()
	dir = filepath.Join(fastDir(t), "copy")
	if err := os.CopyFS(dir, os.DirFS(state)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// putStore puts a copy of the store in the place of what is there.
func putStore(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	return private(to)
}

// benchGround is a daemon worked by hand: it also dies at any commit, and after the last dot.
type benchGround struct {
	*bench
	copies []string
	taken  []mailtest.Submission
	next   []fate // of the next submissions
	died   int
}

func newBenchGround(t testing.TB, seed uint64) *benchGround {
	g := &benchGround{bench: newBench(t, "")}
	g.weigh = unsureInLife
	g.saves = seed%3 > 0 // a third of the providers keeps no copy of what it takes
	g.onSent = func(to string, raw []byte) {
		g.taken = append(g.taken, mailtest.Submission{From: casey, To: []string{to}, Raw: raw})
	}
	g.server = func() fate {
		if len(g.next) == 0 {
			return fate{outcome: submission.Sent, taken: true}
		}
		f := g.next[0]
		g.next = g.next[1:]
		return f
	}
	g.onCrash = func() { g.died++ }
	return g
}

func (g *benchGround) now() time.Time     { return g.clock.Now() }
func (g *benchGround) deliver(raw []byte) { g.receive(raw) }
func (g *benchGround) crashes() int       { return g.died }
func (g *benchGround) move(to time.Time)  { g.tick(to.Sub(g.clock.Now())) }

func (g *benchGround) since(uid uint32) (out []mailtest.Stored) {
	for _, m := range g.inbox[uid-1:] {
		out = append(out, mailtest.Stored{UID: m.UID, Raw: m.Raw})
	}
	return out
}

func (g *benchGround) outside(from int) []mailtest.Submission { return g.taken[from:] }

// fates are what a server does; what it took without saying so is found in Sent where the provider keeps copies.
var fates = []fate{
	{outcome: submission.Temporary}, {outcome: submission.Temporary}, {outcome: submission.Refused},
	{outcome: submission.Unknown}, {outcome: submission.Unknown, taken: true}, {crash: true}, {crash: true, taken: true},
}

func (g *benchGround) mishap(r *rand.Rand) {
	switch r.IntN(3) {
	case 0:
		f := fates[r.IntN(len(fates))]
		if f.taken && !g.saves {
			g.copies = nil // nobody could know any more that the note is out
		}
		g.next = append(g.next, f)
	case 1:
		g.crashIn = 1 + r.IntN(12)
	case 2:
		g.away = 1 + r.IntN(3)
	}
}

func (g *benchGround) restart() { g.do(g.bench.restart) }
func (g *benchGround) heal()    { g.next, g.away, g.crashIn = nil, 0, 0 }

func (g *benchGround) keep() {
	g.heal()
	g.must(g.d.Close())
	g.copies = append(g.copies, copyStore(g.t, g.cfg.State))
	g.open()
}

// putBack waits until no note has left for a minute: so long a provider is given to put a copy into Sent, by which the
// note is known to a store that has forgotten it.
func (g *benchGround) putBack(r *rand.Rand) {
	if len(g.copies) == 0 {
		return
	}
	g.heal()
	for out := -1; out != len(g.taken); {
		out = len(g.taken)
		g.pass(time.Minute, time.Minute)
	}
	g.must(g.d.Close())
	g.must(putStore(g.copies[r.IntN(len(g.copies))], g.cfg.State))
	g.open()
}

// edit writes other words into a draft of ours, as a mail program does: under the same Message-ID.
func (g *benchGround) edit(r *rand.Rand, words string) (to string) {
	for i, raw := range g.drafts.mails {
		if raw != nil && r.IntN(2) == 0 {
			return rewrite(&g.drafts.mails[i], words)
		}
	}
	return ""
}

// rewrite gives a draft another text, under the header it has.
func rewrite(draft *[]byte, words string) (to string) {
	m := message.Read(*draft)
	var keep []string
	head, _, _ := strings.Cut(string(*draft), "\r\n\r\n")
	for _, line := range strings.Split(head, "\r\n") {
		if !strings.HasPrefix(line, "Content-") {
			keep = append(keep, line)
		}
	}
	*draft = []byte(strings.Join(keep, "\r\n") + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + words)
	return m.To[0].Email
}
