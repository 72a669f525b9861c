package calendar

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-ical"
	"github.com/emersion/go-webdav"
	"github.com/emersion/go-webdav/caldav"
)

const user, password = "alice", "s3cret-canary"

func thePassword(context.Context) (string, error) { return password, nil }

// memory is a CalDAV server in memory. It stores what it decodes, so that nothing comes back byte
// for byte: properties are sorted and lines unfolded, as real servers do.
type memory struct {
	mu      sync.Mutex
	objects map[string][]byte
	names   []string // of the calendars for events, in the order in which they are listed
}

func newMemory() *memory {
	return &memory{objects: map[string][]byte{}, names: []string{"home", "club"}}
}

// serve starts the server behind basic authentication, and faults before that where a test has some.
func (m *memory) serve(t *testing.T, faults func(http.Handler) http.Handler) *httptest.Server {
	t.Helper()
	dav := &caldav.Handler{Backend: m}
	var h http.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, p, _ := r.BasicAuth(); u != user || p != password {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		dav.ServeHTTP(w, r)
	})
	if faults != nil {
		h = faults(h)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv
}

func etagOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

func (m *memory) CurrentUserPrincipal(context.Context) (string, error) { return "/alice/", nil }
func (m *memory) CalendarHomeSetPath(context.Context) (string, error) {
	return "/alice/calendars/", nil
}
func (m *memory) CreateCalendar(context.Context, *caldav.Calendar) error {
	return webdav.NewHTTPError(http.StatusForbidden, nil)
}

func (m *memory) ListCalendars(context.Context) ([]caldav.Calendar, error) {
	all := []caldav.Calendar{{Path: "/alice/calendars/tasks/", SupportedComponentSet: []string{"VTODO"}}}
	for _, name := range m.names {
		all = append(all, caldav.Calendar{Path: "/alice/calendars/" + name + "/", SupportedComponentSet: []string{"VEVENT"}})
	}
	return all, nil
}

func (m *memory) GetCalendar(ctx context.Context, p string) (*caldav.Calendar, error) {
	all, _ := m.ListCalendars(ctx)
	for _, c := range all {
		if strings.TrimSuffix(c.Path, "/") == strings.TrimSuffix(p, "/") {
			return &c, nil
		}
	}
	return nil, webdav.NewHTTPError(http.StatusNotFound, nil)
}

func (m *memory) GetCalendarObject(_ context.Context, p string, _ *caldav.CalendarCompRequest) (*caldav.CalendarObject, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.objects[p]
	if !ok {
		return nil, webdav.NewHTTPError(http.StatusNotFound, nil)
	}
	cal, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	return &caldav.CalendarObject{Path: p, ETag: etagOf(data), Data: cal}, err
}

func (m *memory) ListCalendarObjects(context.Context, string, *caldav.CalendarCompRequest) ([]caldav.CalendarObject, error) {
	return nil, nil
}

func (m *memory) QueryCalendarObjects(context.Context, string, *caldav.CalendarQuery) ([]caldav.CalendarObject, error) {
	return nil, nil
}

func (m *memory) PutCalendarObject(_ context.Context, p string, cal *ical.Calendar, opts *caldav.PutCalendarObjectOptions) (*caldav.CalendarObject, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !slices.Contains(m.names, path.Base(path.Dir(p))) {
		return nil, webdav.NewHTTPError(http.StatusConflict, nil)
	}
	old, there := m.objects[p]
	want, _ := opts.IfMatch.ETag()
	if opts.IfNoneMatch.IsWildcard() && there || opts.IfMatch.IsSet() && !opts.IfMatch.IsWildcard() && (!there || want != etagOf(old)) {
		return nil, webdav.NewHTTPError(http.StatusPreconditionFailed, nil)
	}
	var buf bytes.Buffer
	if err := ical.NewEncoder(&buf).Encode(cal); err != nil {
		return nil, webdav.NewHTTPError(http.StatusBadRequest, err)
	}
	m.objects[p] = buf.Bytes()
	return &caldav.CalendarObject{Path: p, ETag: etagOf(buf.Bytes())}, nil
}

func (m *memory) DeleteCalendarObject(_ context.Context, p string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.objects[p]; !ok {
		return webdav.NewHTTPError(http.StatusNotFound, nil)
	}
	delete(m.objects, p)
	return nil
}
