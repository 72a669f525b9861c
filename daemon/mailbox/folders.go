package mailbox

import (
	"bufio"
	"context"
	_ "embed"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// Folders names the folders that are used.
type Folders struct {
	Inbox, Drafts, Sent string // empty: not found
	All                 []string
	// How says for "inbox", "drafts" and "sent" where the name is from: "configured", "configured, not listed",
	// "special use" or "known name".
	How map[string]string
}

//go:embed folders.txt
var knownNames string

// Folders finds the folders: what is configured wins, then SPECIAL-USE (RFC 6154), also where it stands in a plain LIST
// without the capability (Zoho), then names that mail programs use. Nothing is ever created.
func (s *Session) Folders(ctx context.Context) (Folders, error) {
	list, err := s.listFolders(ctx)
	if err != nil {
		return Folders{}, err
	}
	f := Folders{How: map[string]string{}}
	for _, d := range list {
		f.All = append(f.All, d.Mailbox)
	}
	f.Inbox = f.find("inbox", s.account.Inbox, func() (string, string) { return "INBOX", "special use" })
	f.Drafts = f.find("drafts", s.account.Drafts, func() (string, string) { return guess(list, "drafts", imap.MailboxAttrDrafts) })
	f.Sent = f.find("sent", s.account.Sent, func() (string, string) { return guess(list, "sent", imap.MailboxAttrSent) })
	return f, nil
}

func (f *Folders) find(role, configured string, guess func() (name, how string)) string {
	if configured == "" {
		name, how := guess()
		if name != "" {
			f.How[role] = how
		}
		return name
	}
	f.How[role] = "configured"
	if !slices.ContainsFunc(f.All, func(n string) bool { return n == configured || isInbox(n) && isInbox(configured) }) {
		f.How[role] = "configured, not listed"
	}
	return configured
}

func isInbox(name string) bool { return strings.EqualFold(name, "INBOX") }

// guess prefers, among several folders with the attribute (it happens with \Sent), the one with a known name.
func guess(list []*imap.ListData, role string, use imap.MailboxAttr) (name, how string) {
	var marked []*imap.ListData
	for _, d := range list {
		if slices.ContainsFunc(d.Attrs, func(a imap.MailboxAttr) bool { return strings.EqualFold(string(a), string(use)) }) {
			marked = append(marked, d)
		}
	}
	if len(marked) > 0 {
		if name := byName(marked, role); name != "" {
			return name, "special use"
		}
		return marked[0].Mailbox, "special use"
	}
	if name := byName(list, role); name != "" {
		return name, "known name"
	}
	return "", ""
}

// byName looks for the known names in their order, so that "Sent" wins over "Outbox".
func byName(list []*imap.ListData, role string) string {
	for _, known := range namesOf(role) {
		for _, d := range list {
			if strings.EqualFold(lastPart(d), known) {
				return d.Mailbox
			}
		}
	}
	return ""
}

func lastPart(d *imap.ListData) string {
	if d.Delim == 0 {
		return d.Mailbox
	}
	return d.Mailbox[strings.LastIndex(d.Mailbox, string(d.Delim))+1:]
}

// namesOf reads the table: "role: name" lines.
func namesOf(role string) []string {
	var names []string
	for lines := bufio.NewScanner(strings.NewReader(knownNames)); lines.Scan(); {
		if r, name, ok := strings.Cut(lines.Text(), ":"); ok && r == role {
			names = append(names, strings.TrimSpace(name))
		}
	}
	return names
}

// listFolders lists what can be opened.
func (s *Session) listFolders(ctx context.Context) ([]*imap.ListData, error) {
	var options *imap.ListOptions
	if s.caps.Has(imap.CapSpecialUse) && s.caps.Has(imap.CapListExtended) {
		options = &imap.ListOptions{ReturnSpecialUse: true}
	}
	list, err := s.askList(ctx, options)
	if options != nil && refused(err) {
		list, err = s.askList(ctx, nil)
	}
	return slices.DeleteFunc(list, func(d *imap.ListData) bool {
		return slices.ContainsFunc(d.Attrs, func(a imap.MailboxAttr) bool {
			return strings.EqualFold(string(a), string(imap.MailboxAttrNoSelect)) ||
				strings.EqualFold(string(a), string(imap.MailboxAttrNonExistent))
		})
	}), err
}

func (s *Session) askList(ctx context.Context, options *imap.ListOptions) ([]*imap.ListData, error) {
	return do(ctx, s, s.account.Timeout, "LIST", func() ([]*imap.ListData, error) {
		return s.client.List("", "*", options).Collect()
	})
}
