package daemon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"time"

	"roundtwo/daemon/mailbox"
	"roundtwo/daemon/store"
)

// Back-off between connections; reset only after a session that lived a while, not by a mere login (login loops).
const (
	firstPause  = 2 * time.Second
	longPause   = 5 * time.Minute
	authPause   = 15 * time.Minute // a wrong password is not tried again soon: accounts get locked
	lastAuth    = 6 * time.Hour
	livedAWhile = time.Minute
)

// watch keeps one mailbox connected until ctx ends: connect, read the backlog, wait for more, again. Only an error of
// the store ends it.
func (d *Daemon) watch(ctx context.Context, b *box) error {
	pause := firstPause
	for ctx.Err() == nil {
		began := time.Now()
		err := d.session(ctx, b)
		var broken storeError
		if errors.As(err, &broken) {
			return err
		}
		if ctx.Err() != nil {
			return nil
		}
		if time.Since(began) > livedAWhile {
			pause = firstPause
		}
		if errors.Is(err, mailbox.ErrAuth) {
			pause = max(pause, authPause)
		}
		d.log.Warn("mailbox lost", "mailbox", b.Name, "error", err, "again_in", pause)
		sleep(ctx, jitter(pause))
		pause = min(pause*2, ceiling(err))
	}
	return nil
}

func ceiling(err error) time.Duration {
	if errors.Is(err, mailbox.ErrAuth) {
		return lastAuth
	}
	return longPause
}

// jitter spreads reconnects over half to one and a half of the pause, so that a server's restart is not met by all at once.
func jitter(d time.Duration) time.Duration {
	return d/2 + rand.N(d)
}

func sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// session is the life of one connection.
func (d *Daemon) session(ctx context.Context, b *box) error {
	s, err := mailbox.Dial(ctx, b.imap, d.log)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := d.learnFolders(ctx, b, s); err != nil {
		return err
	}
	for {
		if err := d.catchUp(ctx, b, s); err != nil {
			return err
		}
		d.alive(b)
		if err := s.Wait(ctx, d.cfg.Timing.Poll.D()); err != nil {
			return err
		}
	}
}

func (d *Daemon) learnFolders(ctx context.Context, b *box, s *mailbox.Session) error {
	folders, err := s.Folders(ctx)
	if err != nil {
		return fmt.Errorf("list the folders: %w", err)
	}
	b.mu.Lock()
	b.folders = folders
	b.mu.Unlock()
	return nil
}

// alive reports that the server answered, and once that every mailbox was reached.
func (d *Daemon) alive(b *box) {
	if d.opt.Alive != nil {
		d.opt.Alive()
	}
	b.mu.Lock()
	first := !b.reached
	b.reached = true
	b.mu.Unlock()
	if first && d.allReached() {
		d.log.Info("ready", "mailboxes", len(d.boxes))
		if d.opt.Ready != nil {
			d.opt.Ready()
		}
	}
}

func (d *Daemon) allReached() bool {
	for _, b := range d.boxes {
		b.mu.Lock()
		ok := b.reached
		b.mu.Unlock()
		if !ok {
			return false
		}
	}
	return true
}

// catchUp reads everything from the cursor on. Counts and notices of the server are never trusted: UIDs are asked for.
func (d *Daemon) catchUp(ctx context.Context, b *box, s *mailbox.Session) error {
	status, err := s.Examine(ctx, b.Folder)
	if err != nil {
		return err
	}
	cursor, entries, err := d.pending(ctx, b, s, status)
	if err != nil {
		return err
	}
	return d.readEntries(ctx, b, s, cursor, entries)
}

// pending finds where to begin and what is there. At the first run that is nothing, or what backfill asks for; after a
// change of UIDVALIDITY it is everything, of which the ledger knows what was seen (by its bytes).
func (d *Daemon) pending(ctx context.Context, b *box, s *mailbox.Session, status mailbox.Status) (store.Cursor, []mailbox.Entry, error) {
	cursor := store.Cursor{Mailbox: b.Name, Folder: b.Folder, Validity: status.Validity}
	known, ok, err := d.cursor(ctx, b)
	if err != nil {
		return cursor, nil, err
	}
	switch {
	case ok && known.Validity == status.Validity && known.Next > status.Next && status.Next > 0:
		d.log.Warn("UIDNEXT went back", "mailbox", b.Name, "was", known.Next, "is", status.Next)
		cursor.Next = known.Next
		return cursor, nil, nil
	case ok && known.Validity == status.Validity:
		cursor.Next = known.Next
	case ok:
		d.log.Warn("UIDVALIDITY changed, reading all again", "mailbox", b.Name, "was", known.Validity, "is", status.Validity)
		cursor.Next = 1
	case b.Backfill > 0:
		entries, err := s.SinceDate(ctx, d.clock.Now().Add(-b.Backfill.D()))
		if err != nil || len(entries) > 0 {
			return cursor, entries, err
		}
		fallthrough
	default:
		cursor.Next = status.Next
		return cursor, nil, d.begin(ctx, cursor)
	}
	if status.Next > 0 && cursor.Next >= status.Next || status.Exists == 0 {
		return cursor, nil, nil
	}
	entries, err := s.Since(ctx, cursor.Next)
	return cursor, entries, err
}

func (d *Daemon) cursor(ctx context.Context, b *box) (c store.Cursor, ok bool, err error) {
	err = d.view(ctx, func(tx *store.Tx) error {
		c, ok, err = tx.Cursor(b.Name, b.Folder)
		return err
	})
	return c, ok, err
}

// begin commits the cursor of a first run, so that what arrives while roundtwo is down is read later.
func (d *Daemon) begin(ctx context.Context, c store.Cursor) error {
	return d.update(ctx, func(tx *store.Tx) error { return tx.SetCursor(c) })
}

// A batch is read and committed at once: up to a hundred messages, or a few MiB.
const (
	batchCount = 100
	batchBytes = 8 << 20
	fetchLimit = 10 << 20 // of one message: threats such as a 50 MB attachment are read only so far
)

func batchOf(entries []mailbox.Entry) int {
	size := 0
	for i, e := range entries {
		size += min(e.Size, fetchLimit)
		if i > 0 && (i >= batchCount || size > batchBytes) {
			return i
		}
	}
	return len(entries)
}

// batch is what was fetched and read at once, with the cursor behind it.
type batch struct {
	cursor store.Cursor
	mails  []*arrival
}

// readEntries fetches and reads batch by batch while the one before is decided on: the server, the processors and the disk
// work side by side. The reading is spread over the processors; the deciding is in order.
func (d *Daemon) readEntries(ctx context.Context, b *box, s *mailbox.Session, cursor store.Cursor, entries []mailbox.Entry) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	batches, failed := make(chan batch), make(chan error, 1)
	go func() {
		defer close(batches)
		for len(entries) > 0 {
			n := batchOf(entries)
			mails, err := d.fetchBatch(ctx, b, s, entries[:n])
			if err != nil {
				failed <- err
				return
			}
			cursor.Next = entries[n-1].UID + 1
			entries = entries[n:]
			select {
			case batches <- batch{cursor, d.readAll(b, mails)}:
			case <-ctx.Done():
				return
			}
		}
	}()
	for next := range batches {
		if err := d.takeBatch(ctx, b, next.cursor, next.mails); err != nil {
			cancel()
			for range batches { // the session is ours again only when the fetching has ended
			}
			return err
		}
	}
	select {
	case err := <-failed:
		return err
	default:
		return ctx.Err()
	}
}

func (d *Daemon) fetchBatch(ctx context.Context, b *box, s *mailbox.Session, entries []mailbox.Entry) ([]mailbox.Mail, error) {
	uids := make([]uint32, len(entries))
	for i, e := range entries {
		uids[i] = e.UID
	}
	var mails []mailbox.Mail
	if err := s.Fetch(ctx, uids, fetchLimit, func(m mailbox.Mail) error {
		mails = append(mails, m)
		return nil
	}); err != nil {
		return nil, fmt.Errorf("fetch %d messages: %w", len(uids), err)
	}
	d.alive(b)
	slices.SortFunc(mails, func(a, b mailbox.Mail) int { return cmp.Compare(a.UID, b.UID) })
	return mails, nil
}

// readAll parses mails side by side.
func (d *Daemon) readAll(b *box, mails []mailbox.Mail) []*arrival {
	out := make([]*arrival, len(mails))
	gate := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i, m := range mails {
		gate <- struct{}{}
		all.Go(func() {
			defer func() { <-gate }()
			out[i] = d.read(b, m)
		})
	}
	all.Wait()
	return out
}

// storeError marks a failure of the store, which reconnecting does not mend.
type storeError struct{ error }

func (e storeError) Unwrap() error { return e.error }

func (d *Daemon) update(ctx context.Context, fn func(*store.Tx) error) error {
	if err := d.store.Update(ctx, fn); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return storeError{err}
	}
	d.changed()
	return nil
}

func (d *Daemon) view(ctx context.Context, fn func(*store.Tx) error) error {
	if err := d.store.View(ctx, fn); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return storeError{err}
	}
	return nil
}
