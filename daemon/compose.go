package daemon

import (
	"net/mail"

	"roundtwo/daemon/store"
	"roundtwo/daemon/submission"
	"roundtwo/drafts"
	"roundtwo/interview"
)

// mail is a letter to her as it is submitted: from the mailbox, to her first address, marked as written by a machine so
// that no autoresponder answers it (RFC 3834).
func (dec *decision) mail(l drafts.Letter, rec store.Letter, o letterOf) submission.Letter {
	out := submission.Letter{
		From: mail.Address{Name: "roundtwo", Address: dec.box.Address}, To: mail.Address{Name: dec.who.Name, Address: dec.who.Address()},
		Subject: l.Subject, Text: l.Text, HTML: l.HTML, Date: dec.now, MessageID: rec.MessageID, Auto: true,
		Headers: map[string]string{letterHeader: rec.MessageID}, InReplyTo: o.answers,
	}
	if o.answers != "" {
		out.References = []string{o.answers}
	}
	for _, a := range l.Attach {
		out.Attach = append(out.Attach, submission.Attachment{Name: a.Name, Type: a.Type, Method: a.Method, Data: a.Data})
	}
	out.Attach = append(out.Attach, o.attach...)
	return out
}

// noteMail is a note as it is submitted: hers, in the thread of the invitation, without a mark of ours.
func (dec *decision) noteMail(n interview.Note) submission.Letter {
	out := submission.Letter{
		From: mail.Address{Name: dec.who.Name, Address: dec.noteSender()}, To: mail.Address{Name: n.To.Name, Address: n.To.Email},
		Subject: n.Subject, Text: n.Text, Date: dec.now, MessageID: n.MessageID, InReplyTo: n.InReplyTo,
	}
	if n.InReplyTo != "" {
		out.References = []string{n.InReplyTo}
	}
	return out
}

// noteSender is her address in the mailbox that sends: the mailbox's own where it is hers.
func (dec *decision) noteSender() string {
	if hasAddress(dec.who.Addresses, dec.box.Address) {
		return dec.box.Address
	}
	return dec.who.Address()
}
