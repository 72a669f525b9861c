package mailbox

import (
	"context"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Wait returns when something may have come into the open folder, or after max. It never says what came: the caller
// looks again from his cursor. IDLE is renewed every five minutes, and the answer to each DONE must come within fifteen
// seconds, so that a connection that is dead without knowing it is found. Servers without IDLE are asked every minute.
func (s *Session) Wait(ctx context.Context, max time.Duration) error {
	s.running.Add(1)
	defer s.running.Add(-1)
	for end := time.Now().Add(max); ; {
		select {
		case <-s.news: // also what came between the last look and now
			return nil
		default:
		}
		left := time.Until(end)
		if left <= 0 {
			return nil
		}
		if err := s.rest(ctx, left); err != nil {
			return err
		}
	}
}

// rest is one cycle of waiting.
func (s *Session) rest(ctx context.Context, left time.Duration) error {
	if s.noIdle || !s.caps.Has(imap.CapIdle) {
		return s.poll(ctx, min(left, s.account.PollEvery))
	}
	idle, err := do(ctx, s, s.account.Timeout, "IDLE", s.client.Idle)
	if refused(err) {
		s.log.Warn("the server offers IDLE but refuses it; polling instead", "mailbox", s.account.Name, "error", err)
		s.noIdle = true
		return nil
	}
	if err != nil {
		return err
	}
	if err := s.sleep(ctx, min(left, s.account.IdleCycle)); err != nil {
		return err
	}
	return s.done(ctx, idle)
}

// sleep ends when something comes, when the time is over, or with the connection or the context.
func (s *Session) sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-s.news:
		s.notify() // for Wait, once IDLE has ended
	case <-timer.C:
	case <-s.client.Closed(): // the next command says why
	case <-ctx.Done():
		go s.client.Close()
		return s.explain("wait", context.Cause(ctx))
	}
	return nil
}

// done ends IDLE. The library's own Close only writes; it is Wait that sees whether the server still lives.
func (s *Session) done(ctx context.Context, idle *imapclient.IdleCommand) error {
	_, err := do(ctx, s, min(doneTimeout, s.account.Timeout), "DONE", func() (none, error) {
		if err := idle.Close(); err != nil {
			return none{}, err
		}
		return none{}, idle.Wait()
	})
	return err
}

func (s *Session) poll(ctx context.Context, d time.Duration) error {
	if err := s.sleep(ctx, d); err != nil {
		return err
	}
	_, err := do(ctx, s, s.account.Timeout, "NOOP", func() (none, error) { return none{}, s.client.Noop().Wait() })
	return err
}
