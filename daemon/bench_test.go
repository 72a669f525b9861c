package daemon

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/daemon/config"
	"roundtwo/daemon/mailbox"
	"roundtwo/daemon/store"
	"roundtwo/daemon/submission"
	"roundtwo/interview"
	"roundtwo/parse"
)

// bench is a daemon that is worked by hand, step by step: its mailbox and its submission server lie in memory, its store
// is the real one. What it decides, performs and keeps goes the same ways as in a running daemon.
type bench struct {
	t     testing.TB
	dir   string
	cfg   *config.Config
	clock *ManualClock
	d     *Daemon
	hands *hands

	inbox    []mailbox.Mail
	readings []arrival // what was read of them
	drafts   memoryFolder
	sent     memoryFolder

	// server says what becomes of a message to a third party; nil: it is taken.
	server  func() fate
	saves   bool // the provider lays what it takes into Sent
	away    int  // so many uses of the mailbox fail
	onSent  func(to string, raw []byte)
	crashIn int // the machine stops at this commit from now; 0: never
	onCrash func()

	weigh func(f *parse.Finding, take, ask float64) // how sure the reader is; nil: as it was read
}

// fate is what happens to a submission.
type fate struct {
	outcome submission.Outcome
	taken   bool // the server has it, whatever it said
	crash   bool // the machine stops before the answer is heard
}

// stopped is the panic by which a machine stops in the middle of what it does.
type stopped struct{}

func newBench(t testing.TB, extra string) *bench {
	t.Helper()
	w := &bench{t: t, dir: fastDir(t), clock: NewManualClock(monday), saves: true}
	file := filepath.Join(w.dir, "password")
	w.must(os.WriteFile(file, []byte(hush), 0o600))
	var err error
	w.cfg, err = config.Parse(fmt.Sprintf(`state = %q
%s
[[mailbox]]
address = %q
imap = { host = "127.0.0.1", port = 1, tls = "none" }
smtp = { host = "127.0.0.1", port = 1, tls = "none" }
password = { file = %q }
[[candidate]]
name = "Casey Morgan"
addresses = [%q]
zone = "Europe/Berlin"
`, filepath.Join(w.dir, "state"), extra, casey, file, casey))
	w.must(err)
	w.open()
	t.Cleanup(func() { w.d.Close() })
	return w
}

// fastDir is a folder in memory where there is one: what a disk keeps through a power cut is shown elsewhere.
func fastDir(t testing.TB) string {
	dir, err := os.MkdirTemp("/dev/shm", "roundtwo")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func (w *bench) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// open starts the daemon on the store as it lies there, takes up what a stop left, and reads what has come meanwhile.
func (w *bench) open() {
	w.t.Helper()
	ctx := context.Background()
	d, err := Open(ctx, w.cfg, Options{Clock: w.clock, OnCommit: w.atCommit, Weigh: w.judge})
	w.must(err)
	w.d = d // so that it is closed when the machine stops in what follows
	d.submit, d.desk = w.submit, func(context.Context, *box) (desk, error) { return w, w.reach() }
	d.boxes[0].folders = mailbox.Folders{Inbox: "INBOX", Drafts: "Drafts", Sent: "Sent"}
	d.patience = 0
	w.hands = &hands{d: d, b: d.boxes[0]}
	w.must(d.recover(ctx))
	if _, known, err := d.cursor(ctx, d.boxes[0]); err == nil && !known {
		w.must(d.begin(ctx, store.Cursor{Mailbox: d.boxes[0].Name, Folder: d.boxes[0].Folder, Validity: 1, Next: 1}))
	}
	w.catchUp()
}

func (w *bench) judge(f *parse.Finding, take, ask float64) {
	switch {
	case w.weigh != nil:
		w.weigh(f, take, ask)
	case f.Kind != interview.Other:
		f.Decision = interview.Take // the stories tell what follows; how sure the reader is, is told by its own tests
	}
}

// atCommit stops the machine where the test wants it.
func (w *bench) atCommit(string) {
	if w.crashIn > 0 {
		if w.crashIn--; w.crashIn == 0 {
			panic(stopped{})
		}
	}
}

// do lets something happen. When the machine stops in it, the daemon is started again on what the store has.
func (w *bench) do(what func()) {
	defer func() {
		if p := recover(); p != nil {
			if _, ok := p.(stopped); !ok {
				panic(p)
			}
			if w.crashIn = 0; w.onCrash != nil {
				w.onCrash()
			}
			w.restart()
		}
	}()
	what()
}

func (w *bench) restart() {
	w.must(w.d.Close())
	w.open()
}

// receive lays a message into the inbox, and lets the daemon read it.
func (w *bench) receive(raw []byte) {
	w.lay(raw)
	w.do(w.catchUp)
}

func (w *bench) lay(raw []byte) {
	w.inbox = append(w.inbox, mailbox.Mail{UID: uint32(len(w.inbox) + 1), Size: len(raw), Internal: w.clock.Now(), Raw: raw})
}

// catchUp reads on from the cursor.
func (w *bench) catchUp() {
	ctx, b := context.Background(), w.d.boxes[0]
	c, _, err := w.d.cursor(ctx, b)
	w.must(err)
	for int(c.Next) <= len(w.inbox) {
		m := w.inbox[c.Next-1]
		c.Next++
		w.must(w.d.takeBatch(ctx, b, c, []*arrival{w.read(b, m)}))
	}
}

// read reads a message once: reading is pure, and an old copy of the store has the whole inbox read again.
func (w *bench) read(b *box, m mailbox.Mail) *arrival {
	if int(m.UID) > len(w.readings) {
		w.readings = append(w.readings, *w.d.read(b, m))
	}
	a := w.readings[m.UID-1]
	return &a
}

// work performs one effect that is due, if there is one, and reads what it brought into the inbox.
func (w *bench) work() (worked bool) {
	w.do(func() {
		var err error
		worked, err = w.d.workOne(context.Background(), w.hands)
		w.must(err)
		w.catchUp()
	})
	return worked
}

// rest performs everything that is due now.
func (w *bench) rest() {
	w.t.Helper()
	for range 1000 {
		if !w.work() {
			return
		}
	}
	w.t.Fatal("the outbox does not come to rest")
}

// tick moves the clock and brings what is due.
func (w *bench) tick(by time.Duration) {
	w.clock.Move(w.clock.Now().Add(by))
	w.do(func() {
		for range 20 {
			next, err := w.d.tick(context.Background())
			w.must(err)
			if next.IsZero() || next.After(w.clock.Now()) {
				return
			}
		}
	})
}

// pass lets time go by in pieces, with the outbox at rest after each.
func (w *bench) pass(d, piece time.Duration) {
	w.t.Helper()
	for range int(d / piece) {
		w.tick(piece)
		w.rest()
	}
}

func (w *bench) submit(_ context.Context, _ submission.Server, _, to string, raw []byte, beforeDot func() error) submission.Result {
	raw = bytes.Clone(raw)
	if to == casey {
		w.lay(raw)
		return submission.Result{Outcome: submission.Sent}
	}
	f := fate{outcome: submission.Sent, taken: true}
	if w.server != nil {
		f = w.server()
	}
	if f.outcome == submission.Temporary || f.outcome == submission.Refused {
		return submission.Result{Outcome: f.outcome, Stage: submission.StageRcpt, Code: 450, Reply: "as the test wants"}
	}
	if err := beforeDot(); err != nil {
		return submission.Result{Outcome: submission.Temporary, Stage: submission.StageBeforeDot, Err: err}
	}
	if f.taken {
		if w.onSent != nil {
			w.onSent(to, raw)
		}
		if w.saves {
			w.sent.add(raw)
		}
	}
	if f.crash {
		panic(stopped{})
	}
	if f.outcome == submission.Unknown {
		return submission.Result{Outcome: f.outcome, Stage: submission.StageDot, Err: errors.New("the line is dead")}
	}
	return submission.Result{Outcome: submission.Sent, Stage: submission.StageDot, Code: 250}
}

// memoryFolder is a folder of the mailbox; an entry that was removed is nil.
type memoryFolder struct{ mails [][]byte }

func (f *memoryFolder) add(raw []byte) uint32 {
	f.mails = append(f.mails, raw)
	return uint32(len(f.mails))
}

func (w *bench) folder(name string) *memoryFolder {
	if name == "Sent" {
		return &w.sent
	}
	return &w.drafts
}

var errAway = errors.New("the mailbox cannot be reached")

// reach fails while the mailbox is away.
func (w *bench) reach() error {
	if w.away > 0 {
		w.away--
		return errAway
	}
	return nil
}

// Newer implements desk.
func (w *bench) Newer(_ context.Context, _ string, _, from uint32) (bool, error) {
	return int(from) <= len(w.inbox), w.reach()
}

// FindID implements desk.
func (w *bench) FindID(_ context.Context, folder, id string) (uids []uint32, err error) {
	for i, raw := range w.folder(folder).mails {
		if head, _, _ := bytes.Cut(raw, []byte("\r\n\r\n")); strings.Contains(string(head), "<"+id+">") && strings.Contains(string(head), "Message-ID: <"+id) {
			uids = append(uids, uint32(i+1))
		}
	}
	return uids, w.reach()
}

// FetchIn implements desk.
func (w *bench) FetchIn(_ context.Context, folder string, uids []uint32, _ int, fn func(mailbox.Mail) error) error {
	for _, uid := range uids {
		raw := w.folder(folder).mails[uid-1]
		if err := fn(mailbox.Mail{UID: uid, Raw: raw, Size: len(raw), Missing: raw == nil}); err != nil {
			return err
		}
	}
	return w.reach()
}

// Newest implements desk.
func (w *bench) Newest(_ context.Context, folder string, n int) (uids []uint32, err error) {
	mails := w.folder(folder).mails
	for i := len(mails); i > 0 && len(uids) < n; i-- {
		if mails[i-1] != nil {
			uids = append(uids, uint32(i))
		}
	}
	return uids, w.reach()
}

// Append implements desk.
func (w *bench) Append(_ context.Context, folder string, _ []string, _ time.Time, raw []byte) (uint32, error) {
	if err := w.reach(); err != nil {
		return 0, err
	}
	return w.folder(folder).add(bytes.Clone(raw)), w.reach() // the second time: stored, and the OK lost
}

// RemoveDraft implements desk.
func (w *bench) RemoveDraft(_ context.Context, folder string, uid uint32) error {
	w.folder(folder).mails[uid-1] = nil
	return w.reach()
}

// Close implements desk.
func (w *bench) Close() error { return nil }
