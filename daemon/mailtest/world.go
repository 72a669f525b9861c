// Package mailtest is a small world of mail on loopback: an IMAP, a submission and a CalDAV server in this process, with
// faults on demand. Mail that is submitted is at once in the inbox of whoever has one here, and an idling client hears
// of it; all of it is kept on record.
//
// The servers listen on free ports of 127.0.0.1 and reach nobody. The tests use them, and the demo of the program does.
package mailtest

import (
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
	"github.com/emersion/go-smtp"
)

// Options of a world; the zero value is good.
type Options struct {
	TLS      *tls.Config      // IMAP and SMTP speak TLS from the first byte
	StartTLS *tls.Config      // SMTP and IMAP offer STARTTLS
	Now      func() time.Time // when mail arrives; nil: time.Now
	// AuthservID makes the world add Authentication-Results under this name to submitted mail: dmarc=pass where the
	// author's address is the one that logged in, else dmarc=fail.
	AuthservID string
	// SaveSent puts a copy of submitted mail into the Sent folder of whoever logged in, as Gmail does.
	SaveSent bool
}

// World is the running servers.
type World struct {
	IMAP   string // host:port
	SMTP   string // host:port
	CalDAV string // http://host:port; the calendar of a user is at /ADDRESS/calendars/interviews/

	options Options
	store   *imapmemserver.Server
	imap    *imapserver.Server // with faults
	inner   *imapserver.Server // without, for our own look into folders
	innerAt string
	smtp    *smtp.Server
	web     *http.Server
	closed  chan struct{} // ends delays
	closers []io.Closer

	mu        sync.Mutex
	users     map[string]*account // by address in lower case
	submitted []Submission
	faults    []*Fault
	onIMAP    func(address, verb string) error
	onCalDAV  func(*http.Request) int
	conns     map[net.Conn]struct{} // IMAP connections
}

// account is one user.
type account struct {
	address, password string
	box               *imapmemserver.User
	folders           []folder
	events            map[string]event // by path
}

// Start starts an empty world.
func Start(options Options) (*World, error) {
	if options.Now == nil {
		options.Now = time.Now
	}
	w := &World{
		options: options, store: imapmemserver.New(), closed: make(chan struct{}),
		users: map[string]*account{}, conns: map[net.Conn]struct{}{},
	}
	for _, serve := range []func() error{w.serveIMAP, w.serveInner, w.serveSMTP, w.serveCalDAV} {
		if err := serve(); err != nil {
			w.Close()
			return nil, fmt.Errorf("mail world: %w", err)
		}
	}
	return w, nil
}

// listen opens a free port and serves it until the world is closed.
func (w *World) listen(server io.Closer, serve func(net.Listener)) (addr string, err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	w.closers = append(w.closers, server, l)
	go serve(l)
	return l.Addr().String(), nil
}

func (w *World) secured(l net.Listener) net.Listener {
	if w.options.TLS == nil {
		return l
	}
	return tls.NewListener(l, w.options.TLS)
}

// Close ends all servers and connections.
func (w *World) Close() {
	w.mu.Lock()
	closers := w.closers
	w.closers = nil
	if closers != nil {
		close(w.closed)
	}
	w.mu.Unlock()
	for _, c := range closers {
		c.Close() // nothing can be lost: it is all in memory
	}
}

var errNoUser = errors.New("no such user")

// AddUser makes a mailbox with the folders INBOX, Drafts, Sent and Trash, and a calendar.
func (w *World) AddUser(address, password string) error {
	a := &account{address: address, password: password, box: imapmemserver.NewUser(address, password), events: map[string]event{}}
	for _, f := range usualFolders {
		if err := a.box.Create(f.name, nil); err != nil {
			return err
		}
		a.folders = append(a.folders, f)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, there := w.users[strings.ToLower(address)]; there {
		return fmt.Errorf("the user %s is there already", address)
	}
	w.users[strings.ToLower(address)] = a
	w.store.AddUser(a.box)
	return nil
}

func (w *World) user(address string) (*account, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	a, ok := w.users[strings.ToLower(address)]
	if !ok {
		return nil, fmt.Errorf("%s: %w", address, errNoUser)
	}
	return a, nil
}

// Deliver puts a mail into the inbox of a user, byte for byte.
func (w *World) Deliver(address string, raw []byte) error {
	return w.Put(address, "INBOX", raw)
}
