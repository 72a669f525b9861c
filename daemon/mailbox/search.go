package mailbox

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
)

// Entry is one message of the open folder, not yet read.
type Entry struct {
	UID      uint32
	Size     int // RFC822.SIZE in octets; Exchange only estimates it; 0 where the server does not tell
	Internal time.Time
}

// Since lists the messages of the open folder from this UID on, ascending.
func (s *Session) Since(ctx context.Context, from uint32) ([]Entry, error) {
	return s.list(ctx, max(from, 1), imap.SearchCriteria{})
}

// SinceDate lists the messages of the open folder that came at this time or later, ascending.
func (s *Session) SinceDate(ctx context.Context, t time.Time) ([]Entry, error) {
	// SINCE knows days only, in the server's zone: ask for a day more, then look at the time itself.
	entries, err := s.list(ctx, 1, imap.SearchCriteria{Since: t.AddDate(0, 0, -1)})
	return slices.DeleteFunc(entries, func(e Entry) bool { return !e.Internal.IsZero() && e.Internal.Before(t) }), err
}

// list asks for the UIDs first and then for what they are, so that a message that the server cannot describe is still
// listed. The range is always explicit: for a search without one iCloud has been seen to give sequence numbers.
func (s *Session) list(ctx context.Context, from uint32, criteria imap.SearchCriteria) ([]Entry, error) {
	uids, err := s.uidsFrom(ctx, from, criteria)
	if err != nil {
		return nil, err
	}
	entries := make([]Entry, 0, len(uids))
	for chunk := range slices.Chunk(uids, chunkUIDs) {
		found, err := s.describe(ctx, setOf(chunk))
		if err != nil {
			return nil, err
		}
		for _, uid := range chunk {
			d := found[uid]
			entries = append(entries, Entry{UID: uid, Size: d.size, Internal: d.internal})
		}
	}
	return entries, nil
}

func (s *Session) uidsFrom(ctx context.Context, from uint32, criteria imap.SearchCriteria) ([]uint32, error) {
	if s.empty() {
		return nil, nil
	}
	criteria.UID = []imap.UIDSet{{imap.UIDRange{Start: imap.UID(from), Stop: 0}}}
	uids, err := s.search(ctx, &criteria)
	// n:* means "the last one" too where its UID is below n (RFC 3501 section 6.4.8).
	return slices.DeleteFunc(uids, func(uid uint32) bool { return uid < from }), err
}

// empty says that the open folder has no message: to a range with * some servers answer BAD then. The library's own
// count is not used, as it is set only after SELECT has returned; too early a look would pass over mail.
func (s *Session) empty() bool { return s.open.status.Exists == 0 && !s.more.Load() }

// search gives UIDs, ascending, each once.
func (s *Session) search(ctx context.Context, criteria *imap.SearchCriteria) ([]uint32, error) {
	return do(ctx, s, s.account.Timeout, "UID SEARCH", func() ([]uint32, error) {
		data, err := s.client.UIDSearch(criteria, nil).Wait()
		if err != nil {
			return nil, err
		}
		var uids []uint32
		for _, uid := range data.AllUIDs() {
			uids = append(uids, uint32(uid))
		}
		slices.Sort(uids)
		return slices.Compact(uids), nil
	})
}

// FindID gives the messages of a folder that carry this Message-ID (without brackets), also where the server has
// replaced it by one of its own and kept ours. The folder that was open is open again afterwards.
func (s *Session) FindID(ctx context.Context, folder, messageID string) (uids []uint32, err error) {
	if err := usable("message id", messageID); err != nil {
		return nil, s.explain("search", err)
	}
	err = s.in(ctx, folder, true, func() error {
		for _, field := range []string{"Message-Id", originalID} {
			if uids, err = s.searchHeader(ctx, field, messageID); err != nil || len(uids) > 0 {
				return err
			}
		}
		return nil
	})
	return uids, err
}

func (s *Session) searchHeader(ctx context.Context, field, value string) ([]uint32, error) {
	if s.empty() {
		return nil, nil
	}
	return s.search(ctx, &imap.SearchCriteria{
		UID:    []imap.UIDSet{{imap.UIDRange{Start: 1, Stop: 0}}},
		Header: []imap.SearchCriteriaHeaderField{{Key: field, Value: value}},
	})
}

// Newest gives the newest messages of a folder, at most n, ascending. The folder that was open is open again afterwards.
func (s *Session) Newest(ctx context.Context, folder string, n int) (uids []uint32, err error) {
	err = s.in(ctx, folder, true, func() error {
		last := s.open.status.Exists
		if last == 0 || n <= 0 {
			return nil
		}
		first := uint32(1)
		if int64(last) > int64(n) {
			first = last - uint32(n) + 1
		}
		found, err := s.describe(ctx, imap.SeqSet{{Start: first, Stop: last}})
		uids = slices.Sorted(maps.Keys(found))
		return err
	})
	return uids, err
}

func setOf(uids []uint32) imap.UIDSet {
	var set imap.UIDSet
	for _, uid := range uids {
		set.AddNum(imap.UID(uid))
	}
	return set
}
