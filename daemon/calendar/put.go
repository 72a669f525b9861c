package calendar

import (
	"context"
	"errors"
	"fmt"

	"roundtwo/interview/ics"
)

// shelf is where the objects of a calendar lie. Both kinds of target are one, and the rules of put hold for both.
type shelf interface {
	// read gives the object of a UID. found is false only where the calendar is there and the object is not.
	read(ctx context.Context, uid string) (found bool, at stored, err error)
	// create stores a new object; errChanged where one is there already.
	create(ctx context.Context, uid string, data []byte) (etag string, err error)
	// replace overwrites what was read as at; errChanged where it is no longer that. attempt counts from 0.
	replace(ctx context.Context, uid string, data []byte, etag string, attempt int) (newETag string, err error)
}

// stored is an object as it lies on a shelf.
type stored struct {
	data []byte
	etag string
}

// errChanged is what a shelf answers when the object is not as we thought: HTTP 412.
var errChanged = errors.New("the event is no longer as it was")

// attempts is how often a change of hers between our reading and our writing is met by reading again.
const attempts = 4

// put brings one object up to date. What is known decides where it begins:
//
//	nothing            create; where something is there already, reconcile
//	exactly ours       replace by its ETag; where it changed or is gone, reconcile
//	edited by her      reconcile
//
// A reply that is lost is looked for at once: an object that is as we want it was stored.
func put(ctx context.Context, s shelf, obj Object, last *Mark) (Mark, error) {
	if last == nil {
		last = &Mark{}
	}
	if last.Gone {
		return *last, nil
	}
	if obj.Data == nil && obj.Cancelled {
		return withdraw(ctx, s, obj, *last)
	}
	hash, err := ics.Fingerprint(obj.Data, obj.UID)
	if err != nil {
		return *last, &Error{Doing: "reading the event " + obj.UID + " that is to be stored", Err: err}
	}
	if last.Hash == hash {
		return *last, nil
	}
	etag := ""
	switch {
	case last.Hash == "" && !obj.Cancelled:
		etag, err = s.create(ctx, obj.UID, obj.Data)
	case last.ETag != "":
		etag, err = s.replace(ctx, obj.UID, obj.Data, last.ETag, 0)
	default:
		err = errChanged
	}
	switch {
	case err == nil:
		return Mark{ETag: etag, Hash: hash}, nil
	case errors.Is(err, errChanged):
		return reconcile(ctx, s, obj, *last, hash)
	case replyLost(err):
		return arrived(ctx, s, obj, *last, hash, err)
	}
	return *last, err
}

// withdraw calls off what is there.
func withdraw(ctx context.Context, s shelf, obj Object, last Mark) (Mark, error) {
	found, at, err := s.read(ctx, obj.UID)
	if err != nil || !found && last.Hash == "" {
		return last, err
	}
	if !found {
		return Mark{Hash: last.Hash, Gone: true}, nil
	}
	if obj.Data, err = ics.Withdraw(at.data, obj.UID); err != nil {
		return last, &Error{Doing: "calling off the event " + obj.UID, Err: err}
	}
	hash, err := ics.Fingerprint(obj.Data, obj.UID)
	if err != nil {
		return last, &Error{Doing: "calling off the event " + obj.UID, Err: err}
	}
	return reconcile(ctx, s, obj, last, hash)
}

// reconcile reads what is there, merges ours into it and stores that, until nobody comes between.
func reconcile(ctx context.Context, s shelf, obj Object, last Mark, hash string) (Mark, error) {
	for attempt := range attempts {
		found, at, err := s.read(ctx, obj.UID)
		if err != nil {
			return last, err
		}
		if !found && last.Hash != "" {
			return Mark{Hash: last.Hash, Gone: true}, nil
		}
		if !found && obj.Cancelled {
			return Mark{}, nil
		}
		mark, err := Mark{Hash: hash}, error(nil)
		if !found {
			mark.ETag, err = s.create(ctx, obj.UID, obj.Data)
		} else {
			mark.ETag, err = merge(ctx, s, obj, at, last.Hash, attempt)
		}
		switch {
		case err == nil:
			return mark, nil
		case replyLost(err):
			return arrived(ctx, s, obj, last, hash, err)
		case !errors.Is(err, errChanged):
			return last, err
		}
	}
	return last, &Error{Doing: "storing the event " + obj.UID, Temporary: true, Err: fmt.Errorf("%w, %d times", errChanged, attempts)}
}

// merge puts ours into what is there. The ETag is that of an object which is exactly ours, so that it may be replaced
// without reading it next time, and empty for one that holds something of hers.
func merge(ctx context.Context, s shelf, obj Object, at stored, lastHash string, attempt int) (etag string, err error) {
	m, err := ics.Merge(at.data, obj.Data, obj.UID, lastHash)
	if err != nil {
		return "", &Error{Doing: "bringing the event " + obj.UID + " up to date", Err: err}
	}
	etag = at.etag
	if m.Changed {
		etag, err = s.replace(ctx, obj.UID, m.Data, at.etag, attempt)
	}
	if m.Edited {
		etag = ""
	}
	return etag, err
}

// replyLost reports whether the request may have arrived though no answer came.
func replyLost(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Temporary && e.Status == 0
}

// arrived looks whether what was sent without an answer is there; if not, the error stands.
func arrived(ctx context.Context, s shelf, obj Object, last Mark, hash string, sent error) (Mark, error) {
	found, at, err := s.read(ctx, obj.UID)
	if err != nil || !found {
		return last, sent
	}
	m, err := ics.Merge(at.data, obj.Data, obj.UID, last.Hash)
	if err != nil || m.Changed {
		return last, sent
	}
	if m.Edited {
		at.etag = ""
	}
	return Mark{ETag: at.etag, Hash: hash}, nil
}
