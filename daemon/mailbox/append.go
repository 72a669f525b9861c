package mailbox

import (
	"context"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"
)

// Append puts a message into a folder and gives its UID, or 0 where the server does not tell (no UIDPLUS). The bytes go
// as they are; they must have CRLF line ends. After any error but a refusal it is unknown whether the message is there:
// look for its Message-ID before trying again, as before the first time.
func (s *Session) Append(ctx context.Context, folder string, flags []string, at time.Time, raw []byte) (uid uint32, err error) {
	if err := usable("folder", folder); err != nil {
		return 0, s.explain("APPEND", err)
	}
	options := &imap.AppendOptions{Time: at}
	for _, f := range flags {
		if err := usable("flag", f); err != nil {
			return 0, s.explain("APPEND", err)
		}
		options.Flags = append(options.Flags, imap.Flag(f))
	}
	if limit := s.appendLimit(); limit > 0 && len(raw) > limit {
		return 0, s.explain("APPEND", fmt.Errorf("%w: %d octets, %d are allowed", ErrTooBig, len(raw), limit))
	}
	limit := s.account.Timeout + time.Duration(len(raw)/slowest)*time.Second
	return do(ctx, s, limit, "APPEND to "+folder, func() (uint32, error) {
		cmd := s.client.Append(folder, int64(len(raw)), options)
		_, writeErr := cmd.Write(raw)
		closeErr := cmd.Close()
		data, err := cmd.Wait() // a refusal before the literal is told here
		if err := joined(err, joined(writeErr, closeErr)); err != nil {
			return 0, err
		}
		return uint32(data.UID), nil
	})
}

// appendLimit is APPENDLIMIT (RFC 7889) where the server gives one for all folders.
func (s *Session) appendLimit() int {
	limit, ok := s.caps.AppendLimit()
	if !ok || limit == nil {
		return 0
	}
	return int(*limit)
}
