package mailtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/emersion/go-ical"
	"github.com/emersion/go-webdav"
	"github.com/emersion/go-webdav/caldav"
)

// CutCalDAV, returned by the function given to OnCalDAV, does what was asked and cuts the connection without an answer.
const CutCalDAV = -1

// OnCalDAV sets a function that is called for every request: a status that it returns is the whole answer, CutCalDAV
// loses the answer, 0 lets the request pass. nil takes it away.
func (w *World) OnCalDAV(f func(*http.Request) int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.onCalDAV = f
}

// event is one object of a calendar.
type event struct {
	raw  []byte
	etag string
	at   time.Time
}

// Calendar is the URL of a user's calendar.
func (w *World) Calendar(address string) string { return w.CalDAV + calendarPath(address) }

func principalPath(address string) string { return "/" + strings.ToLower(address) + "/" }
func homePath(address string) string      { return principalPath(address) + "calendars/" }
func calendarPath(address string) string  { return homePath(address) + "interviews/" }

// Events gives the objects of a user's calendar, as they were stored, by file name.
func (w *World) Events(address string) map[string][]byte {
	w.mu.Lock()
	defer w.mu.Unlock()
	all := map[string][]byte{}
	if a, ok := w.users[strings.ToLower(address)]; ok {
		for p, e := range a.events {
			all[path.Base(p)] = bytes.Clone(e.raw)
		}
	}
	return all
}

// PutEvent stores an object as another program of hers would, whatever is there. nil removes it.
func (w *World) PutEvent(address, name string, raw []byte) error {
	a, err := w.user(address)
	if err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if raw == nil {
		delete(a.events, calendarPath(address)+name)
		return nil
	}
	a.events[calendarPath(address)+name] = newEvent(raw, w.options.Now())
	return nil
}

func newEvent(raw []byte, at time.Time) event {
	return event{raw: bytes.Clone(raw), etag: fmt.Sprintf("%x", sha256.Sum256(raw))[:16], at: at}
}

func (w *World) serveCalDAV() error {
	handler := &caldav.Handler{Backend: &calendars{w}}
	w.web = &http.Server{Handler: w.guard(handler), ReadHeaderTimeout: time.Minute}
	addr, err := w.listen(w.web, func(l net.Listener) { w.web.Serve(l) })
	w.CalDAV = "http://" + addr
	return err
}

type contextKey int

const (
	userKey contextKey = iota
	rawKey
)

// guard checks the password and does the faults.
func (w *World) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		hook := w.onCalDAV
		w.mu.Unlock()
		status := 0
		if hook != nil {
			status = hook(r)
		}
		if status > 0 {
			http.Error(out, http.StatusText(status), status)
			return
		}
		name, password, _ := r.BasicAuth()
		a, err := w.user(name)
		if err != nil || a.password != password {
			out.Header().Set("WWW-Authenticate", `Basic realm="calendar"`)
			http.Error(out, "unauthorized", http.StatusUnauthorized)
			return
		}
		if r.Method == http.MethodDelete && !w.mayDelete(a, r) { // the library does not look at If-Match here
			http.Error(out, "somebody else was here", http.StatusPreconditionFailed)
			return
		}
		raw, err := io.ReadAll(http.MaxBytesReader(out, r.Body, 4<<20))
		if err != nil {
			http.Error(out, err.Error(), http.StatusRequestEntityTooLarge)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(raw))
		ctx := context.WithValue(context.WithValue(r.Context(), userKey, a), rawKey, raw)
		if status == CutCalDAV {
			next.ServeHTTP(deaf{http.Header{}}, r.WithContext(ctx))
			panic(http.ErrAbortHandler) // net/http's way to cut a connection
		}
		next.ServeHTTP(out, r.WithContext(ctx))
	})
}

func (w *World) mayDelete(a *account, r *http.Request) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	e, there := a.events[r.URL.Path]
	match := r.Header.Get("If-Match")
	return match == "" || there && (match == "*" || match == `"`+e.etag+`"`)
}

// deaf is a response that nobody reads.
type deaf struct{ header http.Header }

func (d deaf) Header() http.Header         { return d.header }
func (d deaf) Write(p []byte) (int, error) { return len(p), nil }
func (d deaf) WriteHeader(int)             {}

// calendars implements caldav.Backend.
type calendars struct{ world *World }

func userOf(ctx context.Context) *account { return ctx.Value(userKey).(*account) }

func (c *calendars) CurrentUserPrincipal(ctx context.Context) (string, error) {
	return principalPath(userOf(ctx).address), nil
}

func (c *calendars) CalendarHomeSetPath(ctx context.Context) (string, error) {
	return homePath(userOf(ctx).address), nil
}

func (c *calendars) CreateCalendar(context.Context, *caldav.Calendar) error {
	return webdav.NewHTTPError(http.StatusForbidden, errors.New("there is one calendar for each user"))
}

func (c *calendars) ListCalendars(ctx context.Context) ([]caldav.Calendar, error) {
	return []caldav.Calendar{{
		Path: calendarPath(userOf(ctx).address), Name: "Interviews", SupportedComponentSet: []string{ical.CompEvent},
	}}, nil
}

func (c *calendars) GetCalendar(ctx context.Context, path string) (*caldav.Calendar, error) {
	list, err := c.ListCalendars(ctx)
	if err != nil {
		return nil, err
	}
	if strings.TrimSuffix(path, "/") != strings.TrimSuffix(list[0].Path, "/") {
		return nil, notFound(path)
	}
	return &list[0], nil
}

func notFound(path string) error {
	return webdav.NewHTTPError(http.StatusNotFound, fmt.Errorf("%s is not there", path))
}

func (c *calendars) GetCalendarObject(ctx context.Context, path string, _ *caldav.CalendarCompRequest) (*caldav.CalendarObject, error) {
	c.world.mu.Lock()
	e, ok := userOf(ctx).events[path]
	c.world.mu.Unlock()
	if !ok {
		return nil, notFound(path)
	}
	return e.object(path)
}

func (e event) object(path string) (*caldav.CalendarObject, error) {
	data, err := ical.NewDecoder(bytes.NewReader(e.raw)).Decode()
	if err != nil {
		return nil, err
	}
	return &caldav.CalendarObject{Path: path, ModTime: e.at, ETag: e.etag, Data: data}, nil
}

func (c *calendars) ListCalendarObjects(ctx context.Context, dir string, _ *caldav.CalendarCompRequest) ([]caldav.CalendarObject, error) {
	c.world.mu.Lock()
	defer c.world.mu.Unlock()
	var list []caldav.CalendarObject
	for p, e := range userOf(ctx).events {
		o, err := e.object(p)
		if err != nil {
			return nil, err
		}
		list = append(list, *o)
	}
	return list, nil
}

func (c *calendars) QueryCalendarObjects(ctx context.Context, dir string, q *caldav.CalendarQuery) ([]caldav.CalendarObject, error) {
	list, err := c.ListCalendarObjects(ctx, dir, nil)
	if err != nil {
		return nil, err
	}
	return caldav.Filter(q, list)
}

func (c *calendars) PutCalendarObject(ctx context.Context, path string, _ *ical.Calendar, o *caldav.PutCalendarObjectOptions) (*caldav.CalendarObject, error) {
	a := userOf(ctx)
	if !strings.HasPrefix(path, calendarPath(a.address)) {
		return nil, webdav.NewHTTPError(http.StatusForbidden, fmt.Errorf("%s is not in the calendar", path))
	}
	c.world.mu.Lock()
	defer c.world.mu.Unlock()
	old, there := a.events[path]
	if err := precondition(o, old, there); err != nil {
		return nil, err
	}
	e := newEvent(ctx.Value(rawKey).([]byte), c.world.options.Now())
	a.events[path] = e
	return &caldav.CalendarObject{Path: path, ModTime: e.at, ETag: e.etag}, nil
}

func precondition(o *caldav.PutCalendarObjectOptions, old event, there bool) error {
	failed := webdav.NewHTTPError(http.StatusPreconditionFailed, errors.New("somebody else was here"))
	if o.IfNoneMatch.IsWildcard() && there {
		return failed
	}
	if !o.IfMatch.IsSet() || o.IfMatch.IsWildcard() && there {
		return nil
	}
	etag, err := o.IfMatch.ETag()
	if err != nil {
		return webdav.NewHTTPError(http.StatusBadRequest, err)
	}
	if !there || etag != old.etag {
		return failed
	}
	return nil
}

func (c *calendars) DeleteCalendarObject(ctx context.Context, path string) error {
	c.world.mu.Lock()
	defer c.world.mu.Unlock()
	a := userOf(ctx)
	if _, ok := a.events[path]; !ok {
		return notFound(path)
	}
	delete(a.events, path)
	return nil
}
