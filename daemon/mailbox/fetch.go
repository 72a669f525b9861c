package mailbox

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

const (
	chunkUIDs  = 200      // messages described by one command: bounds the length of the command line
	batchBytes = 8 << 20  // octets of messages read by one command: they are all held until the server has said OK
	slowest    = 32 << 10 // octets a second that a connection must manage for a message
)

// Mail is one message, read.
type Mail struct {
	UID       uint32
	Size      int // of the whole message in octets
	Internal  time.Time
	Raw       []byte
	Truncated bool // Raw is only its beginning
	Missing   bool // it is not there any more, or the server does not give it; nothing else is set then
}

// Fetch reads messages of the open folder with BODY.PEEK, at most the first limit octets of each, and calls fn for
// every UID that was asked for, in that order. A message is handed on only after the server has finished the command
// that brought it, so that a cut connection never yields half a message. An error of fn ends it.
func (s *Session) Fetch(ctx context.Context, uids []uint32, limit int, fn func(Mail) error) error {
	if limit <= 0 {
		return fmt.Errorf("mailbox %s: fetch: a limit of %d octets", s.account.Name, limit)
	}
	for chunk := range slices.Chunk(uids, chunkUIDs) {
		known, err := s.describe(ctx, setOf(chunk))
		if err != nil {
			return err
		}
		for _, batch := range batches(chunk, known, limit) {
			if err := s.fetchBatch(ctx, batch, known, limit, fn); err != nil {
				return err
			}
		}
	}
	return nil
}

// FetchIn does the same in another folder; the one that was open is open again afterwards.
func (s *Session) FetchIn(ctx context.Context, folder string, uids []uint32, limit int, fn func(Mail) error) error {
	return s.in(ctx, folder, true, func() error { return s.Fetch(ctx, uids, limit, fn) })
}

// batches cuts a chunk so that no command brings more than batchBytes, or one message.
func batches(uids []uint32, known map[uint32]description, limit int) [][]uint32 {
	var all [][]uint32
	var batch []uint32
	sum := 0
	for _, uid := range uids {
		size := expected(known[uid].size, limit)
		if len(batch) > 0 && sum+size > batchBytes {
			all, batch, sum = append(all, batch), nil, 0
		}
		batch, sum = append(batch, uid), sum+size
	}
	return append(all, batch)
}

// expected is how much of a message will come; a size of 0 is unknown.
func expected(size, limit int) int {
	if size == 0 {
		return limit
	}
	return min(size, limit)
}

func (s *Session) fetchBatch(ctx context.Context, batch []uint32, known map[uint32]description, limit int, fn func(Mail) error) error {
	bodies, err := s.bodies(ctx, setOf(batch), s.patience(batch, known, limit), limit)
	if err != nil && !refused(err) {
		return err
	}
	for _, uid := range batch {
		body, ok := bodies[uid]
		if !ok {
			if body, ok, err = s.singly(ctx, uid, known, limit); err != nil {
				return err
			}
		}
		if err := fn(mailOf(uid, body, ok, known[uid], limit)); err != nil {
			return err
		}
	}
	return nil
}

func mailOf(uid uint32, body []byte, ok bool, d description, limit int) Mail {
	if !ok {
		return Mail{UID: uid, Missing: true}
	}
	m := Mail{UID: uid, Size: max(d.size, len(body)), Internal: d.internal, Raw: body}
	m.Truncated = len(body) >= limit && d.size != len(body)
	return m
}

// patience is how long a batch may take: a slow line is no dead one.
func (s *Session) patience(batch []uint32, known map[uint32]description, limit int) time.Duration {
	sum := 0
	for _, uid := range batch {
		sum += expected(known[uid].size, limit)
	}
	return s.account.Timeout + time.Duration(sum/slowest)*time.Second
}

// singly asks again for one message that did not come with the others: by its UID, and then by its sequence number, as
// the library drops a message without a word where the server sends the UID behind the body. A server that refuses one
// message (Exchange: "could not be converted") must not keep the others from being read.
func (s *Session) singly(ctx context.Context, uid uint32, known map[uint32]description, limit int) ([]byte, bool, error) {
	one := []uint32{uid}
	found, err := s.describe(ctx, setOf(one))
	if err != nil {
		return nil, false, err
	}
	d, ok := found[uid]
	if !ok {
		return nil, false, nil
	}
	known[uid] = d
	var number imap.SeqSet
	number.AddNum(d.number)
	for _, set := range []imap.NumSet{setOf(one), number} {
		bodies, err := s.bodies(ctx, set, s.patience(one, known, limit), limit)
		if err != nil && !refused(err) {
			return nil, false, err
		}
		if body, ok := bodies[uid]; ok && err == nil {
			return body, true, nil
		}
	}
	s.log.Warn("a message is listed but not given by the server", "mailbox", s.account.Name, "uid", uid)
	return nil, false, nil
}

// description is what is asked before a message is read.
type description struct {
	number   uint32 // sequence number
	size     int
	internal time.Time
}

func (s *Session) describe(ctx context.Context, set imap.NumSet) (map[uint32]description, error) {
	options := &imap.FetchOptions{UID: true, RFC822Size: true, InternalDate: true}
	return do(ctx, s, s.account.Timeout, "FETCH sizes", func() (map[uint32]description, error) {
		found := map[uint32]description{}
		cmd := s.client.Fetch(set, options)
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			d, uid := description{number: msg.SeqNum}, uint32(0)
			for item := msg.Next(); item != nil; item = msg.Next() {
				switch item := item.(type) {
				case imapclient.FetchItemDataUID:
					uid = uint32(item.UID)
				case imapclient.FetchItemDataRFC822Size:
					d.size = int(item.Size)
				case imapclient.FetchItemDataInternalDate:
					d.internal = item.Time
				}
			}
			found[uid] = d
		}
		delete(found, 0)
		err := cmd.Close()
		if refused(err) { // what did come is good, the rest is asked for singly
			err = nil
		}
		return found, err
	})
}

// bodies reads messages. Where the command fails there are none, but for a refusal: then those that came are whole.
func (s *Session) bodies(ctx context.Context, set imap.NumSet, patience time.Duration, limit int) (map[uint32][]byte, error) {
	options := &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{
		{Peek: true, Partial: &imap.SectionPartial{Offset: 0, Size: int64(limit)}},
	}}
	return do(ctx, s, patience, "FETCH messages", func() (map[uint32][]byte, error) {
		got := map[uint32][]byte{}
		cmd := s.client.Fetch(set, options)
		for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
			uid, body, err := s.readMessage(msg, limit)
			if err != nil {
				// The rest can be neither trusted nor waited for. The command is left as it is: the library would
				// read the broken literal again, which its own reader has taken over by now.
				go s.client.Close()
				return nil, err
			}
			if uid != 0 && body != nil {
				got[uid] = body
			}
		}
		return got, cmd.Close()
	})
}

func (s *Session) readMessage(msg *imapclient.FetchMessageData, limit int) (uid uint32, body []byte, err error) {
	for item := msg.Next(); item != nil; item = msg.Next() {
		switch item := item.(type) {
		case imapclient.FetchItemDataUID:
			uid = uint32(item.UID)
		case imapclient.FetchItemDataBodySection:
			if item.Literal == nil { // NIL: the server has no body for it
				continue
			}
			if item.Literal.Size() > int64(limit) {
				go s.client.Close()
				_, _ = io.Copy(io.Discard, item.Literal) // ends with the connection; the library's reader waits for it
				return 0, nil, fmt.Errorf("the server sends %d octets, %d were asked for", item.Literal.Size(), limit)
			}
			if body, err = io.ReadAll(item.Literal); err != nil {
				return 0, nil, err
			}
			if int64(len(body)) != item.Literal.Size() {
				return 0, nil, io.ErrUnexpectedEOF
			}
		}
	}
	return uid, body, nil
}
