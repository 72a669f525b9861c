// Package calendar puts the events of interviews where she keeps her calendar: on a CalDAV server, or in a folder of
// .ics files that another program syncs.
//
// It writes only objects whose UID is ours, at a place that follows from the UID, so that a repetition after a crash
// finds what the first attempt left. What she changes in her calendar stays changed, and what she deletes stays
// deleted: a Mark, kept by the caller, says what we last left there.
package calendar

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Object is one event as it is to lie in the calendar.
type Object struct {
	UID       string
	Data      []byte // as ics.Encode writes it, without METHOD; nil to call off what is there, whatever it is
	Cancelled bool   // it is called off: STATUS of Data says so too. One that was never stored is not made
}

// Mark is what we last left in a calendar under one UID. The zero Mark says that nothing of ours is there.
type Mark struct {
	ETag string // of the object while it is exactly ours; empty when she has edited it, or the server gave none
	Hash string // ics.Fingerprint of what we last wanted to be there
	Gone bool   // she deleted it: it is never made again
}

// Target is a calendar.
type Target interface {
	// Name is what Marks are kept under.
	Name() string
	// Put makes the object be in the calendar, or brings one that is there up to date. last is what the Put before
	// returned, nil where there was none. It may be repeated at will. Errors that the calendar gave are *Error.
	Put(ctx context.Context, obj Object, last *Mark) (Mark, error)
	// Check reports whether the calendar is there and lets us in. It writes nothing to it that stays.
	Check(ctx context.Context) error
}

// Error is why a calendar did not take an event.
type Error struct {
	Doing      string        // "storing the event rt-…"
	Status     int           // of HTTP; 0 where no answer came, and for folders
	Temporary  bool          // the same Put may succeed later; otherwise she has to do something
	RetryAfter time.Duration // what the server asked to wait; 0 where it did not say
	Err        error         // the words of the server, or what failed
}

// Error says what was being done, what came back, and for what she can mend, how.
func (e *Error) Error() string {
	s := "calendar: " + e.Doing
	if e.Status != 0 {
		s += fmt.Sprintf(": the server answers %d", e.Status)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	if advice := advices[e.Status]; advice != "" {
		s += " (" + advice + ")"
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// advices are what she can do about an answer of the server.
var advices = map[int]string{
	401: "user name or password are wrong; many servers want an app password",
	403: "the account may not write to this calendar",
	404: "there is no calendar at this address",
	405: "the address is not that of a calendar",
	409: "the calendar is not there, or another event in it has this UID",
	413: "the event is too large for the server",
	507: "the account has no room left",
}

// Temporary reports whether the same call may succeed later by itself.
func Temporary(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Temporary
}

// fileName is the name of the object of a UID: the UID where it makes a plain name, else its hash.
func fileName(uid string) string {
	plain := uid != "" && len(uid) <= 200 && !strings.HasPrefix(uid, ".")
	for _, r := range uid {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		plain = plain && (letter || strings.ContainsRune("._@-", r))
	}
	if !plain {
		sum := sha256.Sum256([]byte(uid))
		uid = "rt-" + hex.EncodeToString(sum[:16])
	}
	return uid + ".ics"
}
