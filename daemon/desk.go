package daemon

import (
	"context"
	"time"

	"roundtwo/daemon/mailbox"
	"roundtwo/daemon/submission"
)

// desk is what the outbox does in the folders of a mailbox. A mailbox.Session is one; the tests have one in memory, which
// makes a hundred thousand steps a matter of a minute.
type desk interface {
	Newer(ctx context.Context, folder string, validity, from uint32) (bool, error)
	FindID(ctx context.Context, folder, messageID string) ([]uint32, error)
	FetchIn(ctx context.Context, folder string, uids []uint32, limit int, fn func(mailbox.Mail) error) error
	Newest(ctx context.Context, folder string, n int) ([]uint32, error)
	Append(ctx context.Context, folder string, flags []string, at time.Time, raw []byte) (uint32, error)
	RemoveDraft(ctx context.Context, folder string, uid uint32) error
	Close() error
}

// openDesk connects to the mailbox a second time, and learns what its folders are called.
func (d *Daemon) openDesk(ctx context.Context, b *box) (desk, error) {
	s, err := mailbox.Dial(ctx, b.imap, d.log)
	if err != nil {
		return nil, err
	}
	if err := d.learnFolders(ctx, b, s); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// submit gives a message to a submission server: submission.Send, or its double in a test.
type submit func(ctx context.Context, server submission.Server, from, to string, raw []byte, beforeDot func() error) submission.Result
