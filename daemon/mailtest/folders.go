package mailtest

import (
	"bytes"
	"fmt"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// folder is one folder of a user; the in-memory server does not keep special uses.
type folder struct {
	name string
	use  imap.MailboxAttr
}

var usualFolders = []folder{
	{"INBOX", ""},
	{"Drafts", imap.MailboxAttrDrafts},
	{"Sent", imap.MailboxAttrSent},
	{"Trash", imap.MailboxAttrTrash},
}

// Stored is one message in a folder.
type Stored struct {
	UID   uint32
	Flags []string
	Raw   []byte
}

// Put stores a mail in a folder of a user, byte for byte.
func (w *World) Put(address, name string, raw []byte) error {
	a, err := w.user(address)
	if err != nil {
		return err
	}
	_, err = a.box.Append(name, literal{bytes.NewReader(raw)}, &imap.AppendOptions{Time: w.options.Now()})
	if err != nil {
		return fmt.Errorf("put mail into %s of %s: %w", name, address, err)
	}
	return nil
}

// Remove takes a mail out of a folder.
func (w *World) Remove(address, name string, uid uint32) error {
	a, err := w.user(address)
	if err != nil {
		return err
	}
	c, err := imapclient.DialInsecure(w.innerAt, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.Login(a.address, a.password).Wait(); err != nil {
		return err
	}
	if _, err := c.Select(name, nil).Wait(); err != nil {
		return fmt.Errorf("folder %s of %s: %w", name, address, err)
	}
	set := imap.UIDSetNum(imap.UID(uid))
	if err := c.Store(set, &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}, nil).Close(); err != nil {
		return fmt.Errorf("remove mail %d from %s: %w", uid, name, err)
	}
	return c.UIDExpunge(set).Close()
}

type literal struct{ *bytes.Reader }

// Size implements imap.LiteralReader.
func (l literal) Size() int64 { return l.Reader.Size() }

// Folder lists what is in a folder of a user, oldest first, without changing it and past all faults.
func (w *World) Folder(address, name string) ([]Stored, error) { return w.FolderFrom(address, name, 1) }

// FolderFrom lists what is in a folder from a UID on.
func (w *World) FolderFrom(address, name string, uid uint32) ([]Stored, error) {
	a, err := w.user(address)
	if err != nil {
		return nil, err
	}
	c, err := imapclient.DialInsecure(w.innerAt, nil)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	if err := c.Login(a.address, a.password).Wait(); err != nil {
		return nil, err
	}
	data, err := c.Select(name, &imap.SelectOptions{ReadOnly: true}).Wait()
	if err != nil {
		return nil, fmt.Errorf("folder %s of %s: %w", name, address, err)
	}
	if data.NumMessages == 0 || uint32(data.UIDNext) <= uid {
		return nil, nil // "5:*" would give the last message also where its UID is below 5 (RFC 9051 §6.4.9)
	}
	return readFrom(c, uid)
}

func readFrom(c *imapclient.Client, uid uint32) ([]Stored, error) {
	all := imap.UIDSet{imap.UIDRange{Start: imap.UID(uid), Stop: 0}}
	section := &imap.FetchItemBodySection{Peek: true}
	messages, err := c.Fetch(all, &imap.FetchOptions{UID: true, Flags: true, BodySection: []*imap.FetchItemBodySection{section}}).Collect()
	if err != nil {
		return nil, err
	}
	var list []Stored
	for _, m := range messages {
		s := Stored{UID: uint32(m.UID), Raw: m.FindBodySection(section)}
		for _, f := range m.Flags {
			s.Flags = append(s.Flags, string(f))
		}
		list = append(list, s)
	}
	return list, nil
}

// UIDNext is the UID that the next message of a folder gets.
func (w *World) UIDNext(address, name string) (uint32, error) {
	a, err := w.user(address)
	if err != nil {
		return 0, err
	}
	data, err := a.box.Status(name, &imap.StatusOptions{UIDNext: true})
	if err != nil {
		return 0, fmt.Errorf("folder %s of %s: %w", name, address, err)
	}
	return uint32(data.UIDNext), nil
}

// Renumber gives a folder a new UIDVALIDITY, as a restored server does: the same mail under other UIDs. IMAP connections
// are cut.
func (w *World) Renumber(address, name string) error {
	a, err := w.user(address)
	if err != nil {
		return err
	}
	kept, err := w.Folder(address, name)
	if err != nil {
		return err
	}
	if err := a.box.Delete(name); err != nil {
		return err
	}
	if err := a.box.Create(name, nil); err != nil {
		return err
	}
	for _, m := range kept {
		if err := w.Put(address, name, m.Raw); err != nil {
			return err
		}
	}
	w.CutIMAP()
	return nil
}
