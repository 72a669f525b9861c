package demo

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/mail"
	"strings"
	"time"

	"roundtwo/daemon"
	"roundtwo/daemon/mailtest"
	"roundtwo/interview"
	"roundtwo/parse/message"
)

// story is the demo as it runs.
type story struct {
	chapter chapter
	clock   *daemon.ManualClock
	world   *mailtest.World
	daemon  *daemon.Daemon
	book    *book
	print   io.Writer
	waiting []incoming // still to be forwarded
	replies []planned  // answers that she will give
	read    uint32     // UIDs of her inbox below this are read
	notes   int        // submissions looked at
	serial  int        // of her own messages
	debrief map[string]int
	own     []ownMail // messages that she will write by herself
	begun   time.Time
}

func newStory(c chapter, clock *daemon.ManualClock, world *mailtest.World, d *daemon.Daemon, pages *book, mails []incoming) *story {
	s := &story{
		chapter: c, clock: clock, world: world, daemon: d, book: pages, waiting: mails, own: c.own, begun: clock.Now(), debrief: map[string]int{},
	}
	pages.open(c)
	if c.faults != nil {
		c.faults(s)
	}
	return s
}

// planned is an answer that she will give.
type planned struct {
	at     time.Time
	letter *message.Message
	text   string
}

// thinks is how long she takes to answer a letter.
const thinks = 25 * time.Minute

// quietEnd is how long the story goes on after the last thing that she or a company did.
const quietEnd = 16 * 24 * time.Hour

// tell moves the clock from one event to the next until nothing more happens.
func (s *story) tell(ctx context.Context) error {
	last := s.clock.Now()
	for {
		if err := s.settle(ctx); err != nil {
			return err
		}
		if acted, err := s.look(); err != nil {
			return err
		} else if acted {
			last = s.clock.Now()
		}
		if acted, err := s.act(); err != nil {
			return err
		} else if acted {
			last = s.clock.Now()
			continue
		}
		next, err := s.next(ctx)
		if err != nil {
			return err
		}
		if next.IsZero() || next.Sub(last) > quietEnd {
			return s.finish()
		}
		s.clock.Move(next)
	}
}

// next is when something happens next.
func (s *story) next(ctx context.Context) (time.Time, error) {
	next, err := s.daemon.Next(ctx)
	if err != nil {
		return next, err
	}
	soonest := func(t time.Time) {
		if next.IsZero() || t.Before(next) {
			next = t
		}
	}
	for _, m := range s.waiting {
		soonest(m.at)
	}
	for _, r := range s.replies {
		soonest(r.at)
	}
	for _, m := range s.own {
		soonest(s.begun.Add(m.after))
	}
	return next, nil
}

// patience is how long the daemon may take for what is due at one time.
const patience = 30 * time.Second

// settle waits until the daemon has done all that is due now.
func (s *story) settle(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		inbox, err := s.world.Folder(address, "INBOX")
		if err != nil {
			return err
		}
		next := map[string]uint32{"mailbox": 1}
		if len(inbox) > 0 {
			next["mailbox"] = inbox[len(inbox)-1].UID + 1
		}
		done, err := s.daemon.Settled(ctx, next)
		if err != nil {
			return fmt.Errorf("the daemon did not come to rest at %s: %w", s.clock.Now().Format(time.DateTime), err)
		}
		if done {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the daemon did not come to rest at %s", s.clock.Now().Format(time.DateTime))
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// act forwards and answers what is due now.
func (s *story) act() (bool, error) {
	now := s.clock.Now()
	for i, m := range s.waiting {
		if !m.at.After(now) {
			s.waiting = append(s.waiting[:i:i], s.waiting[i+1:]...)
			return true, s.arrive(now, m)
		}
	}
	for i, m := range s.own {
		if !s.begun.Add(m.after).After(now) {
			s.own = append(s.own[:i:i], s.own[i+1:]...)
			return true, s.write(now, m)
		}
	}
	for i, r := range s.replies {
		if !r.at.After(now) {
			s.replies = append(s.replies[:i:i], s.replies[i+1:]...)
			s.say(now, fmt.Sprintf("Casey answers %q: %s", short(r.letter.Subject), firstLine(r.text)))
			raw := s.answer(r)
			if err := s.book.keep(now, "answer", r.letter.Subject, raw, r.text); err != nil {
				return false, err
			}
			return true, s.world.Deliver(address, raw)
		}
	}
	return false, nil
}

// arrive brings an invitation: Casey forwards it, or it comes by itself.
func (s *story) arrive(now time.Time, m incoming) error {
	what, raw := "forward", s.forward(m)
	if m.direct {
		what, raw = "mail", crlf(m.raw)
		s.say(now, fmt.Sprintf("%s writes %q", from(m.msg), m.msg.Subject))
	} else {
		s.say(now, fmt.Sprintf("Casey forwards %q from %s", m.msg.Subject, from(m.msg)))
	}
	if err := s.book.keep(now, what, m.msg.Subject, m.raw, ""); err != nil {
		return err
	}
	return s.world.Deliver(address, raw)
}

// write is a message of hers to the assistant.
func (s *story) write(now time.Time, m ownMail) error {
	s.say(now, "Casey writes: "+m.text)
	var b bytes.Buffer
	s.headers(&b, m.text)
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + m.text + "\r\n")
	if err := s.book.keep(now, "answer", m.text, b.Bytes(), m.text); err != nil {
		return err
	}
	return s.world.Deliver(address, b.Bytes())
}

// look reads what has arrived: letters in her inbox, notes at the interviewers'.
func (s *story) look() (bool, error) {
	inbox, err := s.world.Folder(address, "INBOX")
	if err != nil {
		return false, err
	}
	found, err := s.lookAtNotes()
	if err != nil {
		return false, err
	}
	for _, m := range inbox {
		if m.UID < s.read {
			continue
		}
		s.read = m.UID + 1
		msg := message.Read(m.Raw)
		if msg.Header("X-Roundtwo-Letter") == "" {
			continue
		}
		found = true
		s.say(s.clock.Now(), "roundtwo writes: "+msg.Subject)
		if err := s.book.keep(s.clock.Now(), "letter", msg.Subject, m.Raw, msg.Text); err != nil {
			return false, err
		}
		s.plan(msg)
	}
	return found, nil
}

// lookAtNotes keeps what has gone out in her name since the last look.
func (s *story) lookAtNotes() (bool, error) {
	found := false
	sent := s.world.Submitted()
	for _, sub := range sent[s.notes:] {
		s.notes++
		if strings.EqualFold(sub.To[0], address) {
			continue
		}
		found = true
		msg := message.Read(sub.Raw)
		s.say(s.clock.Now(), fmt.Sprintf("the note to %s is delivered: %s", sub.To[0], msg.Subject))
		if err := s.book.keep(s.clock.Now(), "note", "To "+sub.To[0]+": "+msg.Subject, sub.Raw, msg.Text); err != nil {
			return false, err
		}
	}
	return found, nil
}

// plan decides what she answers to a letter.
func (s *story) plan(letter *message.Message) {
	kind := kindOf(letter)
	said := s.chapter.saysTo(kind)
	if kind == "debrief" {
		said = []string{s.tellHowItWent(letter)}
	}
	if kind == "request" && strings.Contains(letter.Text, "[") && strings.Contains(letter.Text, "still blank") {
		said = nil
	}
	for i, text := range said {
		s.replies = append(s.replies, planned{s.clock.Now().Add(thinks * time.Duration(i+1)), letter, text})
	}
}

// kindOf reads the kind of a letter from its Message-ID, which begins with it.
func kindOf(m *message.Message) string {
	kind, _, _ := strings.Cut(m.MessageID, ".")
	return kind
}

// finish keeps the calendar as it is at the end.
func (s *story) finish() error {
	for path, data := range s.world.Events(address) {
		if err := s.book.event(path, data); err != nil {
			return err
		}
	}
	return nil
}

func (s *story) say(at time.Time, text string) {
	loc, err := interview.Location(zone)
	if err != nil {
		loc = time.UTC
	}
	fmt.Fprintf(s.print, "%s  %s\n", at.In(loc).Format("Mon 02 Jan 15:04"), text)
}

// forward is the invitation as an attachment of a message of hers, as mail programs forward.
func (s *story) forward(m incoming) []byte {
	var b bytes.Buffer
	s.headers(&b, "Fwd: "+m.msg.Subject)
	boundary := fmt.Sprintf("forward-%d", s.serial)
	fmt.Fprintf(&b, "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=%q\r\n\r\n", boundary)
	fmt.Fprintf(&b, "--%s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFor my calendar, please.\r\n", boundary)
	fmt.Fprintf(&b, "--%s\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n", boundary)
	b.Write(crlf(m.raw))
	fmt.Fprintf(&b, "\r\n--%s--\r\n", boundary)
	return b.Bytes()
}

// answer is a reply of hers with the letter quoted below.
func (s *story) answer(r planned) []byte {
	var b bytes.Buffer
	s.headers(&b, "Re: "+r.letter.Subject)
	fmt.Fprintf(&b, "In-Reply-To: <%s>\r\nReferences: <%s>\r\n", r.letter.MessageID, r.letter.MessageID)
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
	body := r.text + "\n\nOn " + s.clock.Now().Format("Mon, Jan 2, 2006 at 15:04") + ", roundtwo <" + address + "> wrote:\n"
	for _, line := range strings.Split(strings.TrimSpace(r.letter.Text), "\n") {
		body += "> " + line + "\n"
	}
	b.Write(crlf([]byte(body)))
	return b.Bytes()
}

func (s *story) headers(b *bytes.Buffer, subject string) {
	s.serial++
	me := mail.Address{Name: candidate, Address: address}
	fmt.Fprintf(b, "From: %s\r\nTo: %s\r\nSubject: %s\r\nDate: %s\r\nMessage-ID: <casey.%d@morgan.example>\r\n",
		me.String(), me.String(), subject, s.clock.Now().Format(time.RFC1123Z), s.serial)
}

func crlf(text []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
}

func from(m *message.Message) string {
	if len(m.From) == 0 {
		return "somebody"
	}
	if m.From[0].Name != "" {
		return m.From[0].Name
	}
	return m.From[0].Email
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func short(subject string) string {
	if len(subject) <= 60 {
		return subject
	}
	return subject[:57] + "..."
}

func host(addr string) string {
	h, _, _ := net.SplitHostPort(addr)
	return h
}

func port(addr string) string {
	_, p, _ := net.SplitHostPort(addr)
	return p
}
