package mailbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
)

type none struct{}

// do runs one command. The library has neither contexts nor timeouts for answers: the command runs beside, and when ctx
// or the time ends the connection is closed, which makes the command return. Results travel by value, so that a command
// that outlives its caller shares nothing with him.
func do[T any](ctx context.Context, s *Session, limit time.Duration, what string, command func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	s.running.Add(1)
	defer s.running.Add(-1)
	s.wire.reset()
	timed, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("%w within %s", ErrTimeout, limit))
	defer cancel()
	done := make(chan outcome, 1)
	go func() {
		v, err := command()
		done <- outcome{v, err}
	}()
	select {
	case o := <-done:
		var answer *imap.Error
		if o.err == nil || errors.As(o.err, &answer) {
			s.alive.Store(time.Now().UnixNano())
		}
		return o.value, s.explain(what, o.err)
	case <-timed.Done():
		go s.client.Close()
		var zero T
		return zero, s.explain(what, context.Cause(timed))
	}
}

func (s *Session) explain(what string, err error) error {
	if err == nil {
		return nil
	}
	if s.wire.exceeded() {
		err = errTooMuch
	}
	return fmt.Errorf("mailbox %s: %s: %w", s.account.Name, what, classified(err))
}
