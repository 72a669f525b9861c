package mailtest

import (
	"strings"
	"time"

	"github.com/emersion/go-smtp"
)

// Stages of a submission at which a Fault can strike.
const (
	AtConnect = "connect" // the connection is accepted
	AtHello   = "hello"
	AtAuth    = "auth"
	AtMail    = "mail"
	AtRcpt    = "rcpt"
	AtData    = "data"   // the DATA command, before any text
	AtText    = "text"   // in the text: the connection is cut after Fault.Bytes of it
	AtDot     = "dot"    // the final dot has come; nothing is delivered
	AtAnswer  = "answer" // the mail is delivered and on record, but not answered for
)

// Fault is something that goes wrong in a submission. First comes the delay, then one of Cut, Raw and Code.
type Fault struct {
	Stage string
	To    string // only for mail to this address; empty: any
	Times int    // how often it strikes; 0: until HealSMTP

	Delay time.Duration
	Cut   bool   // cut the connection
	Raw   []byte // these bytes instead of the reply
	Code  int    // this reply; after 421 the connection is closed as well
	Text  string // of the reply
	Bytes int    // at AtText: how much of the text is taken before the cut
}

// FailSMTP adds faults; the first that fits strikes.
func (w *World) FailSMTP(faults ...Fault) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range faults {
		w.faults = append(w.faults, &f)
	}
}

// HealSMTP takes all faults away.
func (w *World) HealSMTP() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.faults = nil
}

// fault takes the fault that strikes now, if any.
func (w *World) fault(stage string, to []string) (Fault, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range w.faults {
		if f.Stage != stage || f.Times < 0 || !f.concerns(to) {
			continue
		}
		taken := *f
		if f.Times > 0 {
			if f.Times--; f.Times == 0 {
				f.Times = -1 // spent
			}
		}
		return taken, true
	}
	return Fault{}, false
}

func (f *Fault) concerns(to []string) bool {
	if f.To == "" {
		return true
	}
	for _, t := range to {
		if strings.EqualFold(t, f.To) {
			return true
		}
	}
	return false
}

// strike does what the fault says on this line; the error is the reply.
func (w *World) strike(f Fault, on *line) error {
	select {
	case <-time.After(f.Delay):
	case <-w.closed:
	}
	switch {
	case f.Cut:
		on.Close()
		return smtp.ErrServerClosed
	case f.Raw != nil:
		on.instead = f.Raw
		return nil
	case f.Code != 0:
		on.hangUp = f.Code == 421
		return &smtp.SMTPError{Code: f.Code, EnhancedCode: smtp.NoEnhancedCode, Message: f.words()}
	}
	return nil
}

func (f Fault) words() string {
	if f.Text == "" {
		return "as the test wants"
	}
	return f.Text
}
