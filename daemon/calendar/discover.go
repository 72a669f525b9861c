package calendar

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"

	"github.com/emersion/go-webdav/caldav"
)

// wellKnown is where a server says where its calendars begin (RFC 6764 5).
const wellKnown = "/.well-known/caldav"

// discover finds the path of the calendar: the configured address where that is a calendar itself, else the first
// calendar for events of the account that it leads to. An address at which there is nothing leads nowhere: what was
// meant may have been deleted, and another calendar is no substitute.
func (s *session) discover(ctx context.Context) (string, error) {
	var a answer
	found, err := s.calendarsAt(ask(ctx, &a), s.start(), "0")
	nothing := s.start() != "/" && (a.status == http.StatusNotFound || a.status == http.StatusGone)
	switch {
	case err == nil && len(found) > 0:
		return s.first(found)
	case nothing, final(a, err):
		return "", failed("looking for a calendar at "+s.target.account.URL, a, err)
	}
	if found, err = s.calendars(ctx); err != nil {
		return "", err
	}
	return s.first(found)
}

// start is the path of the configured address.
func (s *session) start() string { return cmp.Or(s.target.base.Path, "/") }

// calendars lists those of the account.
func (s *session) calendars(ctx context.Context) ([]caldav.Calendar, error) {
	home, err := s.home(ctx)
	if err != nil {
		return nil, err
	}
	var a answer
	found, err := s.calendarsAt(ask(ctx, &a), home, "1")
	if err != nil {
		return nil, failed("listing the calendars at "+home, a, err)
	}
	return found, nil
}

// calendarsAt lists the calendars at a path, Depth 0, or right below it, Depth 1.
func (s *session) calendarsAt(ctx context.Context, path, depth string) ([]caldav.Calendar, error) {
	a := ctx.Value(answerKey{}).(*answer)
	a.header = http.Header{"Depth": {depth}}
	return s.dav.FindCalendars(ctx, path)
}

// takesEvents: a calendar that names no components takes all.
func takesEvents(c caldav.Calendar) bool {
	return len(c.SupportedComponentSet) == 0 || slices.Contains(c.SupportedComponentSet, "VEVENT")
}

// first is the first calendar that takes events.
func (s *session) first(found []caldav.Calendar) (string, error) {
	for _, c := range found {
		if takesEvents(c) {
			return c.Path, nil
		}
	}
	return "", &Error{Doing: "looking for a calendar at " + s.target.account.URL,
		Err: fmt.Errorf("none of %d calendars takes events; give the address of one that does as url", len(found))}
}

// home finds where the calendars of the account lie: from the configured address, from the place that RFC 6764 names,
// or from the root. When none of them says, the configured address is taken for it.
func (s *session) home(ctx context.Context) (string, error) {
	for _, from := range []string{s.start(), wellKnown, "/"} {
		principal, a, err := s.principal(ctx, from)
		if final(a, err) {
			return "", failed("looking for the account at "+from, a, err)
		}
		if err != nil || principal == "" {
			continue
		}
		a = answer{}
		home, err := s.dav.FindCalendarHomeSet(ask(ctx, &a), principal)
		if final(a, err) {
			return "", failed("looking for the calendars of "+principal, a, err)
		}
		if err == nil && home != "" {
			return home, nil
		}
	}
	return s.start(), nil
}

// principal asks a path whose account we are in.
func (s *session) principal(ctx context.Context, from string) (string, answer, error) {
	var a answer
	at := *s.target.base
	at.Path = from
	dav, err := caldav.NewClient(s.wire, at.String())
	if err != nil {
		return "", a, err
	}
	principal, err := dav.FindCurrentUserPrincipal(ask(ctx, &a))
	return principal, a, err
}

// final reports whether an error ends the search: no answer, a wrong password, a server that is down or sends us
// elsewhere.
func final(a answer, err error) bool {
	switch {
	case err == nil:
		return false
	case a.status == 0, a.redirect != "", a.status == http.StatusUnauthorized, a.status == http.StatusForbidden:
		return true
	}
	return temporaryStatus(a.status)
}
