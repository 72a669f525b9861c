package daemon

import (
	"context"
	"strings"
	"time"

	"roundtwo/daemon/mailbox"
	"roundtwo/interview"
	"roundtwo/parse/message"
)

// draftState is what became of a draft.
type draftState struct {
	sentByHand bool
	edited     string // her text, where it differs from ours
	subject    string
	otherTo    string // a recipient that she changed: then it is hers to send
}

// lookAtDraft finds the draft by its Message-ID or, since some programs give an edited draft another, by whom it is to
// and what it is about.
func (d *Daemon) lookAtDraft(ctx context.Context, h *hands, n interview.Note) (draftState, error) {
	s, err := h.session(ctx)
	if err != nil {
		return draftState{}, err
	}
	if sent := h.b.sentFolder(); sent != "" {
		uids, err := s.FindID(ctx, sent, n.MessageID)
		if err != nil {
			return draftState{}, err
		}
		if len(uids) > 0 {
			return draftState{sentByHand: true}, nil
		}
	}
	drafts := h.b.draftsFolder()
	if drafts == "" {
		return draftState{}, nil
	}
	uids, err := s.FindID(ctx, drafts, n.MessageID)
	if err != nil {
		return draftState{}, err
	}
	if len(uids) > 0 {
		return d.compareDraft(ctx, s, drafts, uids, n)
	}
	return d.searchDraft(ctx, h, s, drafts, n)
}

// compareDraft reads a draft and says what she changed.
func (d *Daemon) compareDraft(ctx context.Context, s desk, folder string, uids []uint32, n interview.Note) (draftState, error) {
	var out draftState
	err := s.FetchIn(ctx, folder, uids[len(uids)-1:], fetchLimit, func(m mailbox.Mail) error {
		if !m.Missing {
			out = differences(message.Read(m.Raw), n)
		}
		return nil
	})
	return out, err
}

func differences(m *message.Message, n interview.Note) draftState {
	var out draftState
	if len(m.To) != 1 || len(m.Cc) > 0 || !strings.EqualFold(m.To[0].Email, n.To.Email) {
		out.otherTo = addresses(m.To)
	}
	if foldSpace(m.Text) != foldSpace(n.Text) {
		out.edited = strings.TrimSpace(m.Text) + "\n"
	}
	if m.Subject != n.Subject {
		out.subject = m.Subject
	}
	return out
}

// searchDraft looks through the newest drafts for one to the same person in the same thread; and through Sent, where it
// lies when she sent it herself with a program that gave it another Message-ID.
func (d *Daemon) searchDraft(ctx context.Context, h *hands, s desk, drafts string, n interview.Note) (draftState, error) {
	var out draftState
	found, err := d.findAlike(ctx, s, drafts, n, func(m *message.Message) {
		if !d.ownNote(m.MessageID) { // an older wording of ours that was not cleared away is no edit of hers
			out = differences(m, n)
		}
	})
	if err != nil || found {
		return out, err
	}
	sent := h.b.sentFolder()
	if sent == "" {
		return out, nil
	}
	byHand, err := d.findAlike(ctx, s, sent, n, nil)
	return draftState{sentByHand: byHand}, err
}

// newest is how many of the newest messages of a folder are looked through.
const newest = 50

func (d *Daemon) findAlike(ctx context.Context, s desk, folder string, n interview.Note, fn func(*message.Message)) (bool, error) {
	uids, err := s.Newest(ctx, folder, newest)
	if err != nil || len(uids) == 0 {
		return false, err
	}
	found := false
	err = s.FetchIn(ctx, folder, uids, 256<<10, func(m mailbox.Mail) error {
		if m.Missing {
			return nil
		}
		msg := message.Read(m.Raw)
		if !alike(msg, n) {
			return nil
		}
		found = true
		if fn != nil {
			fn(msg)
		}
		return nil
	})
	return found, err
}

// alike reports a message to the same person about the same thing, written since the note was.
func alike(m *message.Message, n interview.Note) bool {
	if len(m.To) != 1 || !strings.EqualFold(m.To[0].Email, n.To.Email) || m.Date.Before(n.Created.Add(-time.Hour)) {
		return false
	}
	thread := n.InReplyTo != "" && (contains(m.InReplyTo, n.InReplyTo) || contains(m.References, n.InReplyTo))
	return thread || foldSpace(m.Subject) == foldSpace(n.Subject)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func addresses(list []message.Address) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Email)
	}
	return strings.Join(out, ", ")
}

func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }
