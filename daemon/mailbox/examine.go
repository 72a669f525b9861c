package mailbox

import (
	"context"
	"fmt"

	"github.com/emersion/go-imap/v2"
)

// Status is what a folder says of itself when it is opened.
type Status struct {
	Validity uint32 // UIDVALIDITY; 0 has been seen
	Next     uint32 // UIDNEXT, at least one more than the highest UID
	Exists   uint32
}

// selected is the folder that is open.
type selected struct {
	folder string
	status Status
}

// Examine opens a folder for reading only (EXAMINE): nothing in it can change by what we do.
func (s *Session) Examine(ctx context.Context, folder string) (Status, error) {
	if err := usable("folder", folder); err != nil {
		return Status{}, s.explain("EXAMINE", err)
	}
	select {
	case <-s.news: // older than what we are about to see
	default:
	}
	return s.choose(ctx, folder, true)
}

func (s *Session) choose(ctx context.Context, folder string, readOnly bool) (Status, error) {
	what := "EXAMINE " + folder
	if !readOnly {
		what = "SELECT " + folder
	}
	s.more.Store(false)
	data, err := do(ctx, s, s.account.Timeout, what, func() (*imap.SelectData, error) {
		return s.client.Select(folder, &imap.SelectOptions{ReadOnly: readOnly}).Wait()
	})
	s.open = selected{}
	if err != nil {
		return Status{}, err
	}
	status := Status{Validity: data.UIDValidity, Next: uint32(data.UIDNext), Exists: data.NumMessages}
	s.open = selected{folder, status}
	if status.Next == 0 {
		if status.Next, err = s.findNext(ctx, folder, status.Exists); err != nil {
			return Status{}, err
		}
	}
	s.open.status = status
	return status, nil
}

// findNext is for servers that leave UIDNEXT out (163.com and Winmail, seen in 2023): STATUS may know it, else the last
// message does.
func (s *Session) findNext(ctx context.Context, folder string, exists uint32) (uint32, error) {
	data, err := do(ctx, s, s.account.Timeout, "STATUS "+folder, func() (*imap.StatusData, error) {
		return s.client.Status(folder, &imap.StatusOptions{UIDNext: true}).Wait()
	})
	if err != nil && !refused(err) {
		return 0, err
	}
	if err == nil && data.UIDNext != 0 {
		return uint32(data.UIDNext), nil
	}
	if exists == 0 {
		return 1, nil
	}
	var last imap.SeqSet
	last.AddNum(exists)
	found, err := s.describe(ctx, last)
	if err != nil {
		return 0, err
	}
	for uid := range found {
		return uid + 1, nil
	}
	return 0, fmt.Errorf("mailbox %s: %s: the server tells no UIDs", s.account.Name, folder)
}

// in opens another folder, does something there and opens the one before again. What came into that one meanwhile is
// told to the next Wait, as nobody else would.
func (s *Session) in(ctx context.Context, folder string, readOnly bool, fn func() error) error {
	if err := usable("folder", folder); err != nil {
		return s.explain("open", err)
	}
	before := s.open
	if _, err := s.choose(ctx, folder, readOnly); err != nil {
		return joined(err, s.back(ctx, before))
	}
	return joined(fn(), s.back(ctx, before))
}

func (s *Session) back(ctx context.Context, before selected) error {
	if before.folder == "" {
		return nil
	}
	now, err := s.choose(ctx, before.folder, true)
	if err != nil {
		return err
	}
	if now != before.status {
		s.notify()
	}
	return nil
}

// joined is the first error; the second is only told where the first is none, as it usually follows from it.
func joined(first, second error) error {
	if first != nil {
		return first
	}
	return second
}
