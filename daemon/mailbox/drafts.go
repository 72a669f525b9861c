package mailbox

import (
	"context"

	"github.com/emersion/go-imap/v2"
)

// RemoveDraft removes one draft of ours, and nothing else: UID EXPUNGE (RFC 4315) of this one UID. Where the server
// cannot do that it gives ErrCannotRemove, because a plain EXPUNGE would take everything that she has marked deleted.
func (s *Session) RemoveDraft(ctx context.Context, folder string, uid uint32) error {
	if !s.caps.Has(imap.CapUIDPlus) && !s.caps.Has(imap.CapIMAP4rev2) {
		return s.explain("remove a draft", ErrCannotRemove)
	}
	return s.in(ctx, folder, false, func() error {
		set := setOf([]uint32{uid})
		_, err := do(ctx, s, s.account.Timeout, "UID STORE", func() (none, error) {
			mark := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}
			return none{}, s.client.Store(set, mark, nil).Close()
		})
		if err != nil {
			return err
		}
		_, err = do(ctx, s, s.account.Timeout, "UID EXPUNGE", func() (none, error) {
			return none{}, s.client.UIDExpunge(set).Close()
		})
		return err
	})
}
