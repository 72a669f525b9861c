package mailtest

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"net"
	"net/mail"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// Submission is one mail that the submission server has taken.
type Submission struct {
	User string // who logged in
	From string // envelope sender
	To   []string
	Raw  []byte // as it came, without what delivery adds
	At   time.Time
	TLS  bool
}

// Submitted is all mail taken so far, oldest first; also where the answer was lost on the way back.
func (w *World) Submitted() []Submission {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.submitted)
}

func (w *World) serveSMTP() (err error) {
	w.smtp = smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) { return w.newSubmission(c) }))
	w.smtp.Domain = "mail.example.test"
	w.smtp.AllowInsecureAuth = true
	w.smtp.TLSConfig = w.options.StartTLS
	w.smtp.MaxMessageBytes = 32 << 20
	w.smtp.ReadTimeout, w.smtp.WriteTimeout = time.Minute, time.Minute
	w.smtp.ErrorLog = log.New(io.Discard, "", 0)
	w.SMTP, err = w.listen(w.smtp, func(l net.Listener) { w.smtp.Serve(lines{w.secured(l), w}) })
	return err
}

// submission is one SMTP session.
type submission struct {
	world *World
	conn  *smtp.Conn
	line  *line // nil after STARTTLS: no faults below the library then
	user  *account
	from  string
	to    []string
}

func (w *World) newSubmission(c *smtp.Conn) (smtp.Session, error) {
	s := &submission{world: w, conn: c}
	if l, ok := c.Conn().(*line); ok {
		s.line = l
		l.to = func() []string { return s.to }
	} else {
		s.line = &line{Conn: c.Conn(), world: w}
	}
	return s, s.meets(AtHello)
}

func (s *submission) meets(stage string) error {
	f, ok := s.world.fault(stage, s.to)
	if !ok {
		return nil
	}
	return s.world.strike(f, s.line)
}

// AuthMechanisms implements smtp.AuthSession.
func (s *submission) AuthMechanisms() []string { return []string{"PLAIN", "OAUTHBEARER"} }

// Auth implements smtp.AuthSession. A bearer token is the password.
func (s *submission) Auth(mech string) (sasl.Server, error) {
	if err := s.meets(AtAuth); err != nil {
		return nil, err
	}
	if mech == "OAUTHBEARER" {
		return refusing{sasl.NewOAuthBearerServer(func(o sasl.OAuthBearerOptions) *sasl.OAuthBearerError {
			if s.login(o.Username, o.Token) != nil {
				return &sasl.OAuthBearerError{Status: "invalid_token", Schemes: "bearer"}
			}
			return nil
		})}, nil
	}
	return sasl.NewPlainServer(func(_, username, password string) error { return s.login(username, password) }), nil
}

// refusing makes 535 of a wrong token, as real servers do; the library would answer 454.
type refusing struct{ sasl.Server }

// Next implements sasl.Server.
func (r refusing) Next(response []byte) ([]byte, bool, error) {
	challenge, done, err := r.Server.Next(response)
	if err != nil {
		err = smtp.ErrAuthFailed
	}
	return challenge, done, err
}

func (s *submission) login(username, password string) error {
	a, err := s.world.user(username)
	if err != nil || a.password != password {
		return smtp.ErrAuthFailed
	}
	s.user = a
	return nil
}

// Mail implements smtp.Session.
func (s *submission) Mail(from string, _ *smtp.MailOptions) error {
	if s.user == nil {
		return smtp.ErrAuthRequired
	}
	s.from, s.to = from, nil
	return s.meets(AtMail)
}

// Rcpt implements smtp.Session.
func (s *submission) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = append(s.to, to)
	return s.meets(AtRcpt)
}

// Data implements smtp.Session.
func (s *submission) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if err := s.meets(AtDot); err != nil {
		return err
	}
	if err := s.accept(raw); err != nil {
		return err
	}
	return s.meets(AtAnswer)
}

// Reset implements smtp.Session.
func (s *submission) Reset() { s.from, s.to = "", nil }

// Logout implements smtp.Session.
func (s *submission) Logout() error { return nil }

// accept keeps the mail on record and delivers it.
func (s *submission) accept(raw []byte) error {
	w := s.world
	_, upgraded := s.conn.TLSConnectionState()
	secure := upgraded || w.options.TLS != nil
	at := w.options.Now()
	w.mu.Lock()
	w.submitted = append(w.submitted, Submission{s.user.address, s.from, slices.Clone(s.to), raw, at, secure})
	w.mu.Unlock()
	delivered := append(w.trace(s.user.address, s.from, raw, at), raw...)
	for _, to := range s.to {
		if _, err := w.user(to); err != nil {
			continue // somebody outside this world
		}
		if err := w.Deliver(to, delivered); err != nil {
			return err
		}
	}
	if w.options.SaveSent {
		return w.Put(s.user.address, "Sent", raw)
	}
	return nil
}

// trace is what the servers on the way put on top of a mail.
func (w *World) trace(user, from string, raw []byte, at time.Time) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "Return-Path: <%s>\r\n", from)
	if w.options.AuthservID != "" {
		verdict := "fail"
		author := authorOf(raw)
		if strings.EqualFold(author, user) {
			verdict = "pass"
		}
		_, domain, _ := strings.Cut(author, "@")
		fmt.Fprintf(&b, "Authentication-Results: %s; dmarc=%s header.from=%s\r\n", w.options.AuthservID, verdict, domain)
	}
	fmt.Fprintf(&b, "Received: from client by mail.example.test with ESMTPSA; %s\r\n", at.Format("Mon, 02 Jan 2006 15:04:05 -0700"))
	return b.Bytes()
}

func authorOf(raw []byte) string {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return ""
	}
	list, err := m.Header.AddressList("From")
	if err != nil || len(list) != 1 {
		return ""
	}
	return list[0].Address
}
