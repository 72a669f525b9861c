package calendar

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"path"

	"github.com/emersion/go-webdav"
	"github.com/emersion/go-webdav/caldav"
)

// session is a calendar with the password at hand, for one Put or Check. It is a shelf.
type session struct {
	target   *calDAV
	wire     *wire
	dav      *caldav.Client
	calendar string // path of the collection
}

func newSession(c *calDAV, password string) (*session, error) {
	w := &wire{client: c.client, base: c.base, user: c.account.User, password: password}
	dav, err := caldav.NewClient(w, c.base.String())
	if err != nil {
		return nil, &Error{Doing: "opening the calendar " + c.account.Name, Err: err}
	}
	return &session{target: c, wire: w, dav: dav}, nil
}

// object is the path of the object of a UID.
func (s *session) object(uid string) string { return path.Join(s.calendar, fileName(uid)) }

// read looks for an event in the calendar, and where it is not there in the others of the account: she may have moved
// it, or made a calendar that comes before the one that was found first. The session goes on where it was found.
func (s *session) read(ctx context.Context, uid string) (found bool, at stored, err error) {
	if found, at, err = s.get(ctx, uid); found || err != nil {
		return found, at, err
	}
	if err := s.calendarThere(ctx); err != nil {
		return false, stored{}, err
	}
	all, err := s.calendars(ctx)
	if err != nil && Temporary(err) {
		return false, stored{}, err
	}
	first := s.calendar
	for _, c := range all { // none where the server keeps them to itself
		if s.calendar = c.Path; !takesEvents(c) || path.Clean(c.Path) == path.Clean(first) {
			continue
		}
		if found, at, err = s.get(ctx, uid); found || err != nil {
			return found, at, err
		}
	}
	s.calendar = first
	return false, stored{}, nil
}

// get fetches bytes and not a decoded calendar: her object must come back as it was, and the decoder panics on some.
func (s *session) get(ctx context.Context, uid string) (found bool, at stored, err error) {
	var a answer
	body, err := s.dav.Open(ask(ctx, &a), s.object(uid))
	if a.status == http.StatusNotFound || a.status == http.StatusGone {
		return false, stored{}, nil
	}
	if err == nil {
		defer body.Close()
		at.data, err = io.ReadAll(io.LimitReader(body, maxObject+1))
	}
	if err != nil {
		return false, stored{}, failed("reading the event "+uid, a, err)
	}
	if at.etag = a.etag; at.etag == "" {
		at.etag, err = s.statETag(ctx, uid)
	}
	return true, at, err
}

// calendarThere tells an event that she deleted from a calendar that is gone, or is reached at another address now.
func (s *session) calendarThere(ctx context.Context) error {
	var a answer
	found, err := s.calendarsAt(ask(ctx, &a), s.calendar, "0")
	if err == nil && len(found) == 1 {
		return nil
	}
	s.target.forget()
	if err == nil {
		err = errors.New("the calendar is gone")
	}
	return failed("looking for the calendar "+s.calendar, a, err)
}

// statETag asks for the ETag where GET does not give it. A server without any gets "*", which at least does not bring
// back what was deleted.
func (s *session) statETag(ctx context.Context, uid string) (string, error) {
	var a answer
	info, err := s.dav.Stat(ask(ctx, &a), s.object(uid))
	switch {
	case err != nil && a.status/100 != 2:
		return "", failed("looking at the event "+uid, a, err)
	case err != nil, info.ETag == "": // the library wants properties that not every server has
		return "*", nil
	}
	return quoteETag(info.ETag), nil
}

func (s *session) create(ctx context.Context, uid string, data []byte) (string, error) {
	return s.store(ctx, uid, data, "If-None-Match", "*")
}

// replace tries a weak ETag as it was given, and then as a strong one: RFC 9110 13.1.1 lets no weak one match, but
// some servers compare the letters.
func (s *session) replace(ctx context.Context, uid string, data []byte, etag string, attempt int) (string, error) {
	if attempt%2 == 1 {
		etag = strongETag(etag)
	}
	return s.store(ctx, uid, data, "If-Match", etag)
}

// store sends the bytes. Any 2xx is success, whatever the library makes of the rest of the answer.
func (s *session) store(ctx context.Context, uid string, data []byte, condition, etag string) (string, error) {
	a := answer{header: http.Header{condition: {etag}, "Content-Type": {"text/calendar; charset=utf-8"}}}
	w, err := s.dav.Create(ask(ctx, &a), s.object(uid))
	if err == nil {
		_, err = io.Copy(w, bytes.NewReader(data))
		err = errors.Join(err, w.Close())
	}
	switch {
	case a.status/100 == 2:
		return a.etag, nil
	case a.status == http.StatusPreconditionFailed:
		return "", errChanged
	case a.status == http.StatusNotFound && condition == "If-Match":
		return "", errChanged // gone: some servers say so instead of 412
	case a.status == http.StatusNotFound, a.status == http.StatusConflict:
		s.target.forget() // the calendar itself may be gone
	}
	return "", failed("storing the event "+uid, a, err)
}

var _ webdav.HTTPClient = (*wire)(nil)
