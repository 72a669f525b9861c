package mailbox

import (
	"context"

	"github.com/emersion/go-imap/v2"
)

// Newer reports whether the folder holds messages from this UID on, or numbers its messages anew: whether there is
// anything that a reader who stands at this UIDVALIDITY and UID has not seen. The folder that was open is open again
// afterwards.
func (s *Session) Newer(ctx context.Context, folder string, validity, from uint32) (newer bool, err error) {
	err = s.in(ctx, folder, true, func() error {
		status := s.open.status
		if newer = status.Validity != validity; newer || status.Next > 0 && from >= status.Next {
			return nil
		}
		uids, err := s.uidsFrom(ctx, from, imap.SearchCriteria{}) // UIDNEXT alone would also count what was removed meanwhile
		newer = len(uids) > 0
		return err
	})
	return newer, err
}
