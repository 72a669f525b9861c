package calendar

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"github.com/emersion/go-webdav/caldav"
)

// wellKnown is where a server says where its calendars begin (RFC 6764 5).
const wellKnown = "/.well-known/caldav"

// discover finds the path of the calendar: the configured address where that is a calendar itself, else the first
// calendar for events of the account that it leads to.
func (s *session) discover(ctx context.Context) (string, error) {
	start := s.target.base.Path
	if start == "" {
		start = "/"
	}
	var a answer
	found, err := s.calendarsAt(ask(ctx, &a), start, "0")
	switch {
	case err == nil && len(found) > 0:
		return s.first(found)
	case final(a, err):
		return "", failed("looking for a calendar at "+s.target.account.URL, a, err)
	}
	home, err := s.home(ctx, start)
	if err != nil {
		return "", err
	}
	a = answer{}
	found, err = s.calendarsAt(ask(ctx, &a), home, "1")
	if err != nil {
		return "", failed("listing the calendars at "+home, a, err)
	}
	return s.first(found)
}

// calendarsAt lists the calendars at a path, Depth 0, or right below it, Depth 1.
func (s *session) calendarsAt(ctx context.Context, path, depth string) ([]caldav.Calendar, error) {
	a := ctx.Value(answerKey{}).(*answer)
	a.header = http.Header{"Depth": {depth}}
	return s.dav.FindCalendars(ctx, path)
}

// first is the first calendar that takes events; one that names no components takes all.
func (s *session) first(found []caldav.Calendar) (string, error) {
	for _, c := range found {
		if len(c.SupportedComponentSet) == 0 || slices.Contains(c.SupportedComponentSet, "VEVENT") {
			return c.Path, nil
		}
	}
	return "", &Error{Doing: "looking for a calendar at " + s.target.account.URL,
		Err: fmt.Errorf("none of %d calendars takes events; give the address of one that does as url", len(found))}
}

// home finds where the calendars of the account lie: from the configured address, from the place that RFC 6764 names,
// or from the root. When none of them says, the configured address is taken for it.
func (s *session) home(ctx context.Context, start string) (string, error) {
	for _, from := range []string{start, wellKnown, "/"} {
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
	return start, nil
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
