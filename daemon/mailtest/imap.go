package mailtest

import (
	"time"

	"errors"
	"io"
	"log"
	"net"
	"slices"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
)

// ErrCut, returned by the function given to OnIMAP, cuts the connection instead of answering.
var ErrCut = errors.New("cut the connection")

// OnIMAP sets a function that is called before every IMAP command, with the user and a verb: LOGIN, SELECT (also for
// EXAMINE), LIST, STATUS, APPEND, SEARCH, FETCH, STORE, EXPUNGE, NOOP, IDLE; and APPENDED, which comes when the message
// is stored but not yet answered for. It may wait; an *imap.Error that it returns is the answer. nil takes it away.
func (w *World) OnIMAP(f func(address, verb string) error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.onIMAP = f
}

// CutIMAP cuts all IMAP connections, as a restart of the server does.
func (w *World) CutIMAP() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for c := range w.conns {
		c.Close()
		delete(w.conns, c)
	}
}

func (w *World) serveIMAP() (err error) {
	w.imap = imapserver.New(w.imapOptions(func(c *imapserver.Conn) imapserver.Session {
		w.mu.Lock()
		w.conns[c.NetConn()] = struct{}{}
		w.mu.Unlock()
		return &imapSession{Session: w.store.NewSession(), world: w, conn: c.NetConn()}
	}))
	w.IMAP, err = w.listen(w.imap, func(l net.Listener) { w.imap.Serve(w.secured(l)) })
	return err
}

func (w *World) serveInner() (err error) {
	w.inner = imapserver.New(w.imapOptions(func(*imapserver.Conn) imapserver.Session { return w.store.NewSession() }))
	w.innerAt, err = w.listen(w.inner, func(l net.Listener) { w.inner.Serve(l) })
	return err
}

func (w *World) imapOptions(session func(*imapserver.Conn) imapserver.Session) *imapserver.Options {
	return &imapserver.Options{
		NewSession: func(c *imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return session(c), &imapserver.GreetingData{}, nil
		},
		Caps: imap.CapSet{
			imap.CapIMAP4rev1: {}, imap.CapUIDPlus: {}, imap.CapListExtended: {}, imap.CapSpecialUse: {},
		},
		InsecureAuth: true,
		TLSConfig:    w.options.StartTLS,
		Logger:       log.New(io.Discard, "", 0),
	}
}

// imapSession puts the hooks and the special uses around the in-memory server's session.
type imapSession struct {
	imapserver.Session
	world *World
	conn  net.Conn
	user  *account // nil before login
}

func (s *imapSession) hook(verb string) error {
	s.world.mu.Lock()
	f := s.world.onIMAP
	s.world.mu.Unlock()
	if f == nil {
		return nil
	}
	address := ""
	if s.user != nil {
		address = s.user.address
	}
	err := f(address, verb)
	if errors.Is(err, ErrCut) {
		s.conn.Close()
	}
	return err
}

// Close implements imapserver.Session.
func (s *imapSession) Close() error {
	s.world.mu.Lock()
	delete(s.world.conns, s.conn)
	s.world.mu.Unlock()
	if s.user == nil { // the in-memory session cannot be closed before login
		return nil
	}
	return s.Session.Close()
}

// Login implements imapserver.Session.
func (s *imapSession) Login(username, password string) error {
	if err := s.hook("LOGIN"); err != nil {
		return err
	}
	user, err := s.world.user(username)
	if err != nil {
		return imapserver.ErrAuthFailed
	}
	if err := s.Session.Login(user.address, password); err != nil {
		return err
	}
	s.user = user
	return nil
}

// Select implements imapserver.Session.
func (s *imapSession) Select(name string, o *imap.SelectOptions) (*imap.SelectData, error) {
	if err := s.hook("SELECT"); err != nil {
		return nil, err
	}
	return s.Session.Select(name, o)
}

// Create implements imapserver.Session.
func (s *imapSession) Create(name string, o *imap.CreateOptions) error {
	if err := s.Session.Create(name, o); err != nil {
		return err
	}
	s.world.mu.Lock()
	defer s.world.mu.Unlock()
	s.user.folders = append(s.user.folders, folder{name: name})
	return nil
}

// Delete implements imapserver.Session.
func (s *imapSession) Delete(name string) error {
	if err := s.Session.Delete(name); err != nil {
		return err
	}
	s.world.mu.Lock()
	defer s.world.mu.Unlock()
	s.user.folders = slices.DeleteFunc(s.user.folders, func(f folder) bool { return f.name == name })
	return nil
}

// List implements imapserver.Session, with the special uses that the in-memory server forgets.
func (s *imapSession) List(w *imapserver.ListWriter, ref string, patterns []string, o *imap.ListOptions) error {
	if err := s.hook("LIST"); err != nil {
		return err
	}
	s.world.mu.Lock()
	folders := slices.Clone(s.user.folders)
	s.world.mu.Unlock()
	for _, f := range folders {
		if !slices.ContainsFunc(patterns, func(p string) bool { return imapserver.MatchList(f.name, '/', ref, p) }) {
			continue
		}
		data := &imap.ListData{Mailbox: f.name, Delim: '/'}
		if f.use != "" && (o.ReturnSpecialUse || o.SelectSpecialUse) {
			data.Attrs = append(data.Attrs, f.use)
		}
		if err := w.WriteList(data); err != nil {
			return err
		}
	}
	return nil
}

// Status implements imapserver.Session.
func (s *imapSession) Status(name string, o *imap.StatusOptions) (*imap.StatusData, error) {
	if err := s.hook("STATUS"); err != nil {
		return nil, err
	}
	return s.Session.Status(name, o)
}

// Append implements imapserver.Session.
func (s *imapSession) Append(name string, r imap.LiteralReader, o *imap.AppendOptions) (*imap.AppendData, error) {
	if err := s.hook("APPEND"); err != nil {
		return nil, err
	}
	data, err := s.Session.Append(name, r, o)
	if err != nil {
		return nil, err
	}
	return data, s.hook("APPENDED")
}

// Poll implements imapserver.Session; it is called after other commands too.
func (s *imapSession) Poll(w *imapserver.UpdateWriter, allowExpunge bool) error {
	if err := s.hook("NOOP"); err != nil {
		return err
	}
	return s.Session.Poll(w, allowExpunge)
}

// Idle implements imapserver.Session.
func (s *imapSession) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	if err := s.hook("IDLE"); err != nil {
		return err
	}
	for {
		pause := make(chan struct{})
		timer := time.AfterFunc(idlePause, func() { close(pause) })
		ended := make(chan struct{})
		either := make(chan struct{})
		go func() {
			defer close(either)
			select {
			case <-stop:
			case <-pause:
			case <-ended:
			}
		}()
		err := s.Session.Idle(w, either)
		close(ended)
		timer.Stop()
		select {
		case <-stop:
			return err
		default:
		}
		if err == nil {
			err = s.Session.Poll(w, true)
		}
		if err != nil {
			return err
		}
	}
}

// idlePause is how often an idling connection is polled besides: the library's server tells nothing of what came between
// the last command and IDLE until something else comes.
const idlePause = 50 * time.Millisecond

// Search implements imapserver.Session.
func (s *imapSession) Search(kind imapserver.NumKind, c *imap.SearchCriteria, o *imap.SearchOptions) (*imap.SearchData, error) {
	if err := s.hook("SEARCH"); err != nil {
		return nil, err
	}
	return s.Session.Search(kind, c, o)
}

// Fetch implements imapserver.Session.
func (s *imapSession) Fetch(w *imapserver.FetchWriter, set imap.NumSet, o *imap.FetchOptions) error {
	if err := s.hook("FETCH"); err != nil {
		return err
	}
	return s.Session.Fetch(w, set, o)
}

// Store implements imapserver.Session.
func (s *imapSession) Store(w *imapserver.FetchWriter, set imap.NumSet, f *imap.StoreFlags, o *imap.StoreOptions) error {
	if err := s.hook("STORE"); err != nil {
		return err
	}
	return s.Session.Store(w, set, f, o)
}

// Expunge implements imapserver.Session.
func (s *imapSession) Expunge(w *imapserver.ExpungeWriter, uids *imap.UIDSet) error {
	if err := s.hook("EXPUNGE"); err != nil {
		return err
	}
	return s.Session.Expunge(w, uids)
}
