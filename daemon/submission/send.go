package submission

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"
)

// Send submits exactly these bytes from one address to one address.
//
// beforeDot is called when the whole text is with the server and only the final dot is missing; it commits that the
// dot is about to be written. Where it fails the connection is cut and nothing is sent. Until then the end of ctx cuts
// the connection; afterwards an answer is waited for, up to DotTimeout, or ten seconds once ctx has ended.
func Send(ctx context.Context, s Server, from, to string, raw []byte, beforeDot func() error) Result {
	s = s.withDefaults()
	if err := sendable(from, to, raw); err != nil {
		return result(StageCheck, err)
	}
	conn, stage, err := dial(ctx, s)
	if err != nil {
		return result(stage, err)
	}
	defer conn.wire.Close()
	t := &transaction{connection: conn, server: s, ctx: ctx}
	stop := context.AfterFunc(ctx, func() { conn.wire.Close() })
	if stage, err := t.upToDot(from, to, raw); err != nil {
		stop()
		return result(stage, err)
	}
	if !stop() {
		return result(StageText, fmt.Errorf("ended before the final dot: %w", context.Cause(ctx)))
	}
	if err := beforeDot(); err != nil {
		return result(StageBeforeDot, err)
	}
	return t.dot()
}

// Check connects, secures the connection, logs in and leaves. It sends nothing.
func Check(ctx context.Context, s Server) error {
	s = s.withDefaults()
	conn, stage, err := dial(ctx, s)
	if err != nil {
		return fmt.Errorf("submission server %s:%d, stage %q: %w", s.Host, s.Port, stage, err)
	}
	defer conn.wire.Close()
	if err := conn.client.UpdateDeadline(s.Timeout); err != nil {
		return err
	}
	return conn.client.Quit()
}

// transaction is one MAIL … dot.
type transaction struct {
	*connection
	server Server
	ctx    context.Context
	text   io.WriteCloser
}

// upToDot does everything but the final dot.
func (t *transaction) upToDot(from, to string, raw []byte) (stage string, err error) {
	steps := []struct {
		stage string
		do    func() error
	}{
		{StageMail, func() error { return t.client.Mail("<" + from + ">") }},
		{StageRcpt, func() error { return t.client.Rcpt("<" + to + ">") }},
		{StageData, func() error { t.text, err = t.client.Data(); return err }},
		{StageText, func() error { return t.write(raw) }},
	}
	for _, step := range steps {
		if err := t.client.UpdateDeadline(t.server.Timeout); err != nil {
			return step.stage, err
		}
		if err := step.do(); err != nil {
			if t.ctx.Err() != nil {
				err = fmt.Errorf("%w (%w)", context.Cause(t.ctx), err)
			}
			return step.stage, err
		}
	}
	return "", nil
}

// write also flushes, so that "before the dot" is true on the wire and not only in a buffer.
func (t *transaction) write(raw []byte) error {
	if _, err := t.text.Write(raw); err != nil {
		return err
	}
	return t.client.Text.W.Flush()
}

// dot writes the final dot and waits for the answer. QUIT comes after the outcome is known and cannot change it.
func (t *transaction) dot() Result {
	if err := t.client.UpdateDeadline(t.server.DotTimeout); err != nil {
		return Result{Outcome: Temporary, Stage: StageText, Err: err} // the dot was not written
	}
	stop := context.AfterFunc(t.ctx, func() { t.wire.SetDeadline(time.Now().Add(dotGrace)) })
	err := t.text.Close()
	stop()
	if err != nil {
		return result(StageDot, err)
	}
	t.wire.SetDeadline(time.Now().Add(min(t.server.Timeout, dotGrace)))
	_ = t.client.Quit() // an error here says nothing about the letter
	return Result{Outcome: Sent, Stage: StageDot, Code: 250}
}

// sendable refuses what cannot travel as exactly these bytes, and addresses that could carry more than an address.
func sendable(from, to string, raw []byte) error {
	for _, a := range []string{from, to} {
		if err := CheckAddress(a); err != nil {
			return err
		}
	}
	return checkBytes(raw)
}

// checkBytes demands CRLF lines of at most 998 octets of 7-bit text (RFC 5322 section 2.1.1): nothing on the way may
// feel obliged to change them, and a bare CR or LF could smuggle a second message.
func checkBytes(raw []byte) error {
	if !bytes.HasSuffix(raw, []byte("\r\n")) {
		return errors.New("the letter does not end in CRLF")
	}
	for i, line := range bytes.SplitAfter(raw[:len(raw)-2], []byte("\r\n")) {
		line = bytes.TrimSuffix(line, []byte("\r\n"))
		if len(line) > 998 {
			return fmt.Errorf("line %d of the letter has %d octets, 998 are allowed", i+1, len(line))
		}
		for _, b := range line {
			if b == '\r' || b == '\n' || b == 0 || b > 126 {
				return fmt.Errorf("line %d of the letter holds the octet %#02x", i+1, b)
			}
		}
	}
	return nil
}
