package daemon

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"roundtwo/daemon/config"
	"roundtwo/daemon/mailbox"
	"roundtwo/daemon/store"
	"roundtwo/parse"
	"roundtwo/parse/message"
)

// arrival is one message of a watched folder, fetched and read.
type arrival struct {
	mailbox.Mail
	hash    string
	msg     *message.Message
	whose   *config.Candidate // nil: nobody's
	byHer   bool              // From is one of her addresses
	finding parse.Finding
	broken  string // why it could not be read
}

// Verdicts of the ledger. Every message gets one; a miss can be found by looking for what became of it.
const (
	verdictGone       = "gone" // vanished between being listed and being fetched
	verdictUnreadable = "unreadable"
	verdictSeen       = "seen before"
	verdictOwn        = "own letter"
	verdictStranger   = "nobody's"
	verdictAnswer     = "answer"
	verdictRefused    = "refused"       // in silence: the weekly letter shows it
	verdictTold       = "refused, told" // a letter said why: once is enough
	verdictBounce     = "bounce"
	verdictOther      = "other"
	verdictPast       = "past"
)

// read makes an arrival of a mail. It may run beside others and touches no state.
func (d *Daemon) read(b *box, m mailbox.Mail) (a *arrival) {
	a = &arrival{Mail: m}
	defer func() {
		if p := recover(); p != nil {
			a.broken = fmt.Sprintf("the reader failed: %v", p)
			d.log.Error("unreadable message", "mailbox", b.Name, "uid", m.UID, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
		}
	}()
	if m.Missing {
		return a
	}
	sum := sha256.Sum256(m.Raw)
	a.hash = hex.EncodeToString(sum[:])
	a.msg = message.Read(m.Raw)
	a.msg.Arrived(m.Internal) // before it is read: "tomorrow" is counted from the Date, of a message without one from its arrival
	a.whose, a.byHer = d.owner(b, a.msg)
	if a.whose == nil {
		return a
	}
	a.finding = parse.Read(a.msg, a.whose.Zone)
	d.weigh(&a.finding)
	if a.finding.Written.IsZero() {
		a.finding.Written = m.Internal
	}
	return a
}

// weigh decides what is to be done with what was read, by the configured likelihoods ([reading] take_at and ask_at): the one
// place where they are applied.
func (d *Daemon) weigh(f *parse.Finding) {
	if d.opt.Weigh != nil {
		d.opt.Weigh(f, d.cfg.Reading.TakeAt, d.cfg.Reading.AskAt)
		return
	}
	f.Decide(d.cfg.Reading.TakeAt, d.cfg.Reading.AskAt)
}

// owner finds whose message it is: hers by From, or in a mailbox that takes mail for her by To, Cc and Delivered-To. In
// her own mailbox everything is hers; a mailbox of the assistant's takes forwards and answers from candidates only.
func (d *Daemon) owner(b *box, m *message.Message) (who *config.Candidate, byHer bool) {
	for i, c := range b.people {
		if len(m.From) > 0 && hasAddress(c.Addresses, m.From[0].Email) {
			return &b.people[i], true
		}
	}
	if b.SendsAs == "nobody" {
		return nil, false
	}
	if len(b.people) == 1 {
		return &b.people[0], false
	}
	for i, c := range b.people {
		if addressedTo(m, c.Addresses) {
			return &b.people[i], false
		}
	}
	return nil, false
}

func addressedTo(m *message.Message, addresses []string) bool {
	for _, a := range append(append([]message.Address{}, m.To...), m.Cc...) {
		if hasAddress(addresses, a.Email) {
			return true
		}
	}
	return hasAddress(addresses, strings.Trim(m.Header("Delivered-To"), "<> "))
}

// hasAddress compares addresses as their owners see them: case does not count, nor do dots and +tags at Gmail.
func hasAddress(list []string, email string) bool {
	for _, a := range list {
		if foldAddress(a) == foldAddress(email) {
			return true
		}
	}
	return false
}

func foldAddress(email string) string {
	local, host, _ := strings.Cut(strings.ToLower(strings.TrimSpace(email)), "@")
	if host == "gmail.com" || host == "googlemail.com" {
		local, _, _ = strings.Cut(local, "+")
		local = strings.ReplaceAll(local, ".", "")
		host = "gmail.com"
	}
	return local + "@" + host
}

// takeBatch decides on a batch in one transaction. When one message makes that fail, each gets its own, and the one that
// fails again is recorded as unreadable: it never stops the others.
func (d *Daemon) takeBatch(ctx context.Context, b *box, cursor store.Cursor, batch []*arrival) error {
	err := d.take(ctx, b, cursor, batch)
	if err == nil || ctx.Err() != nil {
		return err
	}
	if _, poisoned := err.(poisonError); !poisoned {
		return err
	}
	for _, a := range batch {
		one := cursor
		one.Next = a.UID + 1
		err := d.take(ctx, b, one, []*arrival{a})
		if poison, ok := err.(poisonError); ok {
			a.broken = poison.Error()
			err = d.take(ctx, b, one, []*arrival{a})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// poisonError is a message that our own code failed on.
type poisonError struct{ reason string }

func (e poisonError) Error() string { return e.reason }

func (d *Daemon) take(ctx context.Context, b *box, cursor store.Cursor, batch []*arrival) (err error) {
	var poison error
	err = d.update(ctx, func(tx *store.Tx) error {
		poison = nil
		for _, a := range batch {
			if err := d.takeSafely(tx, b, cursor, a); err != nil {
				if p, ok := err.(poisonError); ok {
					poison = p
				}
				return err
			}
		}
		return tx.SetCursor(cursor)
	})
	if poison != nil {
		return poison
	}
	return err
}

func (d *Daemon) takeSafely(tx *store.Tx, b *box, cursor store.Cursor, a *arrival) (err error) {
	defer func() {
		if p := recover(); p != nil {
			d.log.Error("message failed", "mailbox", b.Name, "uid", a.UID, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			err = poisonError{fmt.Sprintf("deciding failed: %v", p)}
		}
	}()
	return d.takeOne(tx, b, cursor, a)
}

// takeOne writes the ledger row of a message, after everything that follows from it.
func (d *Daemon) takeOne(tx *store.Tx, b *box, cursor store.Cursor, a *arrival) error {
	row := store.Message{
		Mailbox: b.Name, Folder: cursor.Folder, Validity: cursor.Validity, UID: a.UID,
		Hash: a.hash, Received: received(a, d.clock.Now()), Size: a.Size,
	}
	if a.msg != nil {
		row.MessageID = a.msg.MessageID
	}
	if a.whose != nil {
		row.Candidate = a.whose.Name
	}
	if err := d.judge(tx, b, a, &row); err != nil {
		return err
	}
	if _, err := tx.AddMessage(row); err != nil {
		return fmt.Errorf("write the ledger: %w", err)
	}
	d.log.Info("message", "mailbox", b.Name, "uid", a.UID, "verdict", row.Verdict, "reason", ownWords(row), "interview", row.Interview)
	return nil
}

// ownWords is the reason of a verdict where it is ours: what the reader quotes from a mail stays out of the log.
func ownWords(row store.Message) string {
	switch row.Verdict {
	case verdictRefused, verdictTold, verdictUnreadable, verdictAnswer, verdictStranger, verdictGone:
		return row.Reason
	}
	return ""
}

func received(a *arrival, now time.Time) time.Time {
	if a.Internal.IsZero() {
		return now
	}
	return a.Internal
}

// judge says what a message is, and has done what follows. The order matters: what is not a message of a person to her
// is sorted out before its words are looked at.
func (d *Daemon) judge(tx *store.Tx, b *box, a *arrival, row *store.Message) error {
	switch {
	case a.Missing:
		row.Verdict, row.Reason = verdictGone, "deleted or moved before it could be read"
		return nil
	case a.broken != "":
		row.Verdict, row.Reason = verdictUnreadable, a.broken
		return nil
	}
	if own, err := d.ownLetter(tx, b, a); own || err != nil {
		row.Verdict = verdictOwn
		return err
	}
	if a.whose == nil {
		row.Verdict, row.Reason = verdictStranger, "from none of the candidates' addresses"
		return nil
	}
	if first, seen, err := tx.SameBytes(a.whose.Name, a.hash); seen || err != nil {
		row.Verdict, row.Interview = verdictSeen, first.Interview
		return err
	}
	dec := d.decide(tx, b, *a.whose, a.hash[:12])
	if a.byHer {
		return dec.fromHer(a, row)
	}
	return dec.fromOthers(a, row)
}

// ownLetter recognises what we wrote, also when the provider gave it another Message-ID: answers will name that one.
func (d *Daemon) ownLetter(tx *store.Tx, b *box, a *arrival) (bool, error) {
	id := strings.Trim(a.msg.Header(letterHeader), "<> ")
	if id == "" {
		id = a.msg.MessageID
	}
	if len(a.msg.From) == 0 || !strings.EqualFold(a.msg.From[0].Email, b.Address) {
		return false, nil // somebody else's mail that copies our header
	}
	l, ok, err := tx.Letter(id)
	if err != nil || !ok {
		return d.key.Own(id), err // after an old copy of the store was put back: ours, and forgotten
	}
	if a.msg.MessageID != "" && a.msg.MessageID != l.MessageID {
		l.Alias = append(l.Alias, a.msg.MessageID)
		return true, tx.SaveLetter(l)
	}
	return true, nil
}
