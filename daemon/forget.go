package daemon

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"roundtwo/daemon/config"
	"roundtwo/daemon/store"
	"roundtwo/interview"
)

// Oblivion says what is to be forgotten: a company, or one person, by address or by whole name.
type Oblivion struct {
	Company string
	Person  string
}

// Forgotten says what was forgotten.
type Forgotten struct {
	Interviews []string // their names
	People     int      // entries of the person
	Notes      int
	Events     int // calendar events that stay where they are
}

// ErrUnderWay says that something about it is still being done.
var ErrUnderWay = errors.New("something is still under way")

// Forget takes a company or a person out of the store for good, and rewrites its file. No daemon may run on it. What lies in
// her mailbox, in her calendar and at the people written to is not ours to delete.
func Forget(ctx context.Context, cfg *config.Config, what Oblivion) (out Forgotten, err error) {
	s, err := store.Open(ctx, filepath.Join(cfg.State, "roundtwo.db"), store.Options{})
	if err != nil {
		return out, fmt.Errorf("open the store: %w", err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	err = s.Update(ctx, func(tx *store.Tx) error {
		out = Forgotten{}
		for _, who := range cfg.People {
			all, err := tx.Interviews(who.Name)
			if err != nil {
				return err
			}
			for _, iv := range all {
				if err := forgetIn(tx, iv, what, &out); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return out, err
	}
	return out, s.Scrub(ctx)
}

func forgetIn(tx *store.Tx, iv interview.Interview, what Oblivion, out *Forgotten) error {
	if what.Company != "" {
		if interview.FoldCompany(iv.Company) != interview.FoldCompany(what.Company) {
			return nil
		}
		return forgetInterview(tx, iv, out)
	}
	return forgetPerson(tx, iv, what.Person, out)
}

func forgetInterview(tx *store.Tx, iv interview.Interview, out *Forgotten) error {
	if err := settledOnly(tx, iv); err != nil {
		return err
	}
	return forgetWhole(tx, iv, out)
}

func forgetWhole(tx *store.Tx, iv interview.Interview, out *Forgotten) error {
	notes, err := tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if err := tx.ForgetNote(n.ID); err != nil {
			return err
		}
	}
	if err := errors.Join(tx.ForgetFacts(iv.Candidate, iv.Company, ""), tx.ForgetWords(iv.ID), tx.SaveInterview(store.Husk(iv))); err != nil {
		return err
	}
	out.Interviews, out.Notes = append(out.Interviews, iv.ID), out.Notes+len(notes)
	if len(iv.Sessions) > 0 {
		out.Events++
	}
	return nil
}

// forgetPerson leaves the interview, without the person. Letters that named them lose their words.
func forgetPerson(tx *store.Tx, iv interview.Interview, person string, out *Forgotten) error {
	is := func(p interview.Person) bool {
		return strings.EqualFold(p.Email, person) || strings.EqualFold(p.Name, person)
	}
	if !slices.ContainsFunc(iv.Interviewers, is) && !is(iv.Sender) {
		return nil
	}
	if err := settledOnly(tx, iv); err != nil {
		return err
	}
	for _, p := range append(slices.Clone(iv.Interviewers), iv.Sender) {
		if is(p) && p.Name != "" {
			if err := tx.ForgetFacts(iv.Candidate, iv.Company, p.Name); err != nil {
				return err
			}
			for i := range iv.Sessions {
				iv.Sessions[i].Interviewers = slices.DeleteFunc(iv.Sessions[i].Interviewers, func(name string) bool { return name == p.Name })
			}
		}
	}
	iv.Interviewers = slices.DeleteFunc(iv.Interviewers, is)
	if is(iv.Sender) {
		iv.Sender, iv.Thread, iv.ReplyTo = interview.Person{}, nil, ""
	}
	if iv.Asks() {
		iv.State, iv.Sessions, iv.Tentative = interview.Closed, nil, false // the question names them
	}
	iv.Reading, iv.Pending = nil, nil
	notes, err := tx.Notes(iv.ID)
	if err != nil {
		return err
	}
	for _, n := range notes {
		if !is(n.To) {
			continue
		}
		if err := tx.ForgetNote(n.ID); err != nil {
			return err
		}
		out.Notes++
	}
	out.People++
	return errors.Join(tx.ForgetWords(iv.ID), tx.SaveInterview(iv))
}

// settledOnly keeps an interview whole while a message in her name may still go out, or may have.
func settledOnly(tx *store.Tx, iv interview.Interview) error {
	n, err := tx.InFlight(iv.ID)
	if err == nil && n > 0 {
		err = fmt.Errorf("%w for %s (%s): %d letters, notes or events are not settled; run the daemon until they are, answer \"stop\" or \"skip all\", or \"done\" to a note in doubt",
			ErrUnderWay, iv.Company, iv.ID, n)
	}
	return err
}
