package submission

import (
	"errors"
	"fmt"
	"net/textproto"
	"strings"
	"unicode"
)

// Outcome is what became of a letter.
type Outcome int

const (
	Temporary Outcome = iota // not sent; may be tried again
	Sent                     // the server has taken it
	Refused                  // not sent; the server will not take it
	Unknown                  // the server may or may not have taken it
)

// String names the outcome for logs.
func (o Outcome) String() string {
	switch o {
	case Temporary:
		return "temporary"
	case Sent:
		return "sent"
	case Refused:
		return "refused"
	case Unknown:
		return "unknown"
	}
	return fmt.Sprintf("outcome %d", int(o))
}

// Stages of a submission, in order, as they stand in Result.Stage.
const (
	StageCheck     = "check"      // our own look at the bytes and addresses
	StageConnect   = "connect"    // TCP, and TLS where it comes first
	StageHello     = "hello"      // greeting, EHLO, STARTTLS
	StageAuth      = "auth"       // AUTH
	StageMail      = "mail"       // MAIL FROM
	StageRcpt      = "rcpt"       // RCPT TO
	StageData      = "data"       // DATA
	StageText      = "text"       // the letter itself
	StageBeforeDot = "before dot" // the caller's own commit
	StageDot       = "dot"        // final dot written
)

// ErrAuth is in Result.Err where the server refused the login or the password could not be had: the account needs
// attention, the letter does not.
var ErrAuth = errors.New("the submission server refused the login")

// Result says what became of a letter and where it ended.
type Result struct {
	Outcome Outcome
	Stage   string
	Code    int    // reply code of the server; 0 where the connection or we ended it
	Reply   string // the server's words, one clean line of at most 300 characters
	Err     error  // nil only where Sent
}

// judged is the outcome of a failure by stage and reply code. Before the letter is named (up to AUTH) a refusal is
// about the account or the connection, never about the letter, so trying again is right.
func judged(stage string, code int) Outcome {
	switch stage {
	case StageCheck:
		return Refused
	case StageConnect, StageHello, StageAuth, StageBeforeDot:
		return Temporary
	case StageDot:
		return afterDot(code)
	}
	if code >= 500 && code <= 599 {
		return Refused
	}
	return Temporary
}

// afterDot judges an answer to the final dot. 421 says that the server is going away, not what it did with the letter.
func afterDot(code int) Outcome {
	switch {
	case code >= 200 && code <= 299:
		return Sent
	case code == 421:
		return Unknown
	case code >= 400 && code <= 499:
		return Temporary
	case code >= 500 && code <= 599:
		return Refused
	}
	return Unknown
}

func result(stage string, err error) Result {
	code, reply := answer(err)
	r := Result{Outcome: judged(stage, code), Stage: stage, Code: code, Reply: reply}
	if r.Outcome != Sent {
		r.Err = fmt.Errorf("submission, stage %q: %w", stage, err)
	}
	return r
}

func answer(err error) (code int, reply string) {
	var said *textproto.Error
	if !errors.As(err, &said) {
		return 0, ""
	}
	return said.Code, quotable(said.Msg)
}

// quotable makes the words of a server fit to be shown to a person: one line, no control characters, bounded.
func quotable(s string) string {
	const limit = 300
	s = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "?"), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || bidiControl(r)
	}), " ")
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return s
}
