package calendar

import (
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roundtwo/interview/ics"
)

// hers is what she sees and does in the same calendar, past our code.
type hers interface {
	read(t *testing.T, name string) (data string, there bool)
	write(t *testing.T, name, data string)
	remove(t *testing.T, name string)
}

// Every kind of calendar must pass the same stories.
func TestEveryCalendar(t *testing.T) {
	kinds := []struct {
		name string
		open func(*testing.T) (Target, hers)
	}{
		{"folder", openFolder}, {"in memory", openMemory}, {"Radicale", openRadicale},
	}
	stories := []struct {
		name string
		tell func(*testing.T, Target, hers)
	}{
		{"a new event is stored once", storedOnce},
		{"an event is moved in place", movedInPlace},
		{"the answer to the first attempt was lost", firstAnswerLost},
		{"the answer to a change was lost", changeAnswerLost},
		{"what she renamed stays renamed", renamedByHer},
		{"what she adds stays", addedByHer},
		{"what she deleted is not made again", deletedByHer},
		{"a cancelled event says so", cancelled},
		{"an event cancelled before it was stored is not made", cancelledBefore},
		{"an event of which nothing is known is called off", withdrawn},
		{"an object that is not ours stays untouched", foreign},
		{"check finds the calendar", checked},
	}
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			target, side := kind.open(t)
			for _, story := range stories {
				t.Run(story.name, func(t *testing.T) { story.tell(t, target, side) })
			}
		})
	}
}

var thursday = time.Date(2026, 12, 3, 19, 0, 0, 0, time.UTC)

// object makes our event of a test, which has its own UID.
func object(t *testing.T, change func(*ics.Event)) Object {
	t.Helper()
	name := strings.Map(letters, t.Name())
	e := ics.Event{
		UID: "rt-" + name[max(0, len(name)-24):] + "@mail.example", Stamp: thursday.AddDate(0, 0, -8), Start: thursday, End: thursday.Add(time.Hour),
		Summary: "Interview, round 2: Northwind Traders (Senior Data Engineer)", Description: "With: Dana Whitfield\nJoin: https://zoom.us/j/123456789",
		Location: "https://zoom.us/j/123456789", Status: ics.Confirmed, Alarms: []time.Duration{time.Hour},
	}
	if change != nil {
		change(&e)
	}
	data, err := ics.Encode(ics.Calendar{Events: []ics.Event{e}})
	if err != nil {
		t.Fatal(err)
	}
	return Object{UID: e.UID, Data: data, Cancelled: e.Status == ics.Cancelled}
}

func letters(r rune) rune {
	if r >= 'a' && r <= 'z' {
		return r
	}
	return -1
}

func later(e *ics.Event) {
	e.Start, e.End, e.Sequence = e.Start.Add(time.Hour), e.End.Add(time.Hour), e.Sequence+1
}

func mustPut(t *testing.T, target Target, obj Object, last *Mark) *Mark {
	t.Helper()
	mark, err := target.Put(t.Context(), obj, last)
	if err != nil {
		t.Fatal(err)
	}
	return &mark
}

// lies reads the event back as a calendar shows it.
func lies(t *testing.T, side hers, obj Object) ics.Event {
	t.Helper()
	data, there := side.read(t, fileName(obj.UID))
	if !there {
		t.Fatalf("%s is not in the calendar", obj.UID)
	}
	cal, err := ics.Decode([]byte(data), nil)
	if err != nil || len(cal.Events) != 1 {
		t.Fatalf("%v in\n%s", err, data)
	}
	return cal.Events[0]
}

// edit changes the object as she does.
func edit(t *testing.T, side hers, obj Object, old, new string) {
	t.Helper()
	data, _ := side.read(t, fileName(obj.UID))
	if !strings.Contains(data, old) {
		t.Fatalf("no %q in\n%s", old, data)
	}
	side.write(t, fileName(obj.UID), strings.Replace(data, old, new, 1))
}

func storedOnce(t *testing.T, target Target, side hers) {
	obj := object(t, nil)
	mark := mustPut(t, target, obj, nil)
	if e := lies(t, side, obj); e.UID != obj.UID || !e.Start.Equal(thursday) || e.Summary != "Interview, round 2: Northwind Traders (Senior Data Engineer)" {
		t.Errorf("%+v", e)
	}
	if again := mustPut(t, target, obj, mark); *again != *mark || mark.Gone || mark.Hash == "" {
		t.Errorf("put again: %+v, before %+v", again, mark)
	}
}

func movedInPlace(t *testing.T, target Target, side hers) {
	mark := mustPut(t, target, object(t, nil), nil)
	obj := object(t, later)
	mark = mustPut(t, target, obj, mark)
	if e := lies(t, side, obj); !e.Start.Equal(thursday.Add(time.Hour)) || e.Sequence != 1 {
		t.Errorf("%+v", e)
	}
	obj = object(t, func(e *ics.Event) { later(e); later(e) })
	mustPut(t, target, obj, mark)
	if e := lies(t, side, obj); e.Sequence != 2 {
		t.Errorf("moved twice: %+v", e)
	}
}

func firstAnswerLost(t *testing.T, target Target, side hers) {
	obj := object(t, nil)
	mustPut(t, target, obj, nil)
	before, _ := side.read(t, fileName(obj.UID))
	mark := mustPut(t, target, obj, nil) // the mark never came to be
	if after, _ := side.read(t, fileName(obj.UID)); after != before || mark.Hash == "" {
		t.Errorf("it was written again: %+v\n%s", mark, after)
	}
}

func changeAnswerLost(t *testing.T, target Target, side hers) {
	first := mustPut(t, target, object(t, nil), nil)
	obj := object(t, later)
	mustPut(t, target, obj, first)
	before, _ := side.read(t, fileName(obj.UID))
	mustPut(t, target, obj, first) // with the mark from before the change
	if after, _ := side.read(t, fileName(obj.UID)); after != before {
		t.Errorf("it was written again:\n%s", after)
	}
}

func renamedByHer(t *testing.T, target Target, side hers) {
	mark := mustPut(t, target, object(t, nil), nil)
	edit(t, side, object(t, nil), "SUMMARY:Interview", "SUMMARY:BIG DAY")
	for n := range 3 { // the second change must not forget what the first one found
		obj := object(t, func(e *ics.Event) {
			for range n + 1 {
				later(e)
			}
		})
		mark = mustPut(t, target, obj, mark)
		e := lies(t, side, obj)
		if !strings.HasPrefix(e.Summary, "BIG DAY") || e.Sequence != n+1 || !e.Start.Equal(thursday.Add(time.Duration(n+1)*time.Hour)) {
			t.Errorf("change %d: %+v", n, e)
		}
	}
}

func addedByHer(t *testing.T, target Target, side hers) {
	mark := mustPut(t, target, object(t, nil), nil)
	edit(t, side, object(t, nil), "END:VEVENT", "COMMENT:ask about the team\r\nEND:VEVENT")
	obj := object(t, later)
	mustPut(t, target, obj, mark)
	if data, _ := side.read(t, fileName(obj.UID)); !strings.Contains(data, "COMMENT:ask about the team") || lies(t, side, obj).Sequence != 1 {
		t.Errorf("%s", data)
	}
}

func deletedByHer(t *testing.T, target Target, side hers) {
	mark := mustPut(t, target, object(t, nil), nil)
	obj := object(t, later)
	side.remove(t, fileName(obj.UID))
	for range 2 {
		if mark = mustPut(t, target, obj, mark); !mark.Gone {
			t.Fatalf("%+v", mark)
		}
		if _, there := side.read(t, fileName(obj.UID)); there {
			t.Fatal("it was made again")
		}
	}
	side.write(t, fileName(obj.UID), string(object(t, nil).Data)) // out of her bin, after all: hers now
	mustPut(t, target, obj, mark)
	if e := lies(t, side, obj); e.Sequence != 0 {
		t.Errorf("%+v", e)
	}
}

func cancelled(t *testing.T, target Target, side hers) {
	mark := mustPut(t, target, object(t, nil), nil)
	obj := object(t, func(e *ics.Event) { e.Status, e.Alarms, e.Sequence = ics.Cancelled, nil, 1 })
	mustPut(t, target, obj, mark)
	if e := lies(t, side, obj); e.Status != ics.Cancelled {
		t.Errorf("%+v", e)
	}
}

func cancelledBefore(t *testing.T, target Target, side hers) {
	obj := object(t, func(e *ics.Event) { e.Status = ics.Cancelled })
	mark := mustPut(t, target, obj, nil)
	if _, there := side.read(t, fileName(obj.UID)); there || mark.Hash != "" {
		t.Errorf("it was made: %+v", mark)
	}
	obj = object(t, later)
	if mark = mustPut(t, target, obj, mark); mark.Gone || lies(t, side, obj).Sequence != 1 {
		t.Errorf("agreed again after all: %+v", mark)
	}
}

func withdrawn(t *testing.T, target Target, side hers) {
	obj := object(t, nil)
	gone := Object{UID: obj.UID, Cancelled: true}
	if mark := mustPut(t, target, gone, nil); mark.Hash != "" || mark.Gone {
		t.Errorf("nothing was there: %+v", mark)
	}
	mark := mustPut(t, target, obj, nil)
	edit(t, side, obj, "SUMMARY:Interview", "SUMMARY:BIG DAY")
	for range 2 {
		mark = mustPut(t, target, gone, mark)
		if e := lies(t, side, obj); e.Status != ics.Cancelled || !strings.HasPrefix(e.Summary, "BIG DAY") || e.Sequence != 1 {
			t.Errorf("%+v", e)
		}
	}
	obj = object(t, func(e *ics.Event) { later(e); later(e) })
	mark = mustPut(t, target, obj, mark)
	if e := lies(t, side, obj); e.Status != ics.Confirmed || e.Sequence != 2 {
		t.Errorf("it is held after all: %+v", e)
	}
	side.remove(t, fileName(obj.UID))
	if mark = mustPut(t, target, gone, mark); !mark.Gone {
		t.Errorf("she deleted it: %+v", mark)
	}
}

func foreign(t *testing.T, target Target, side hers) {
	obj := object(t, nil)
	dentist := strings.ReplaceAll(string(obj.Data), obj.UID, "dentist@home.example")
	side.write(t, fileName(obj.UID), dentist)
	before, _ := side.read(t, fileName(obj.UID))
	_, err := target.Put(t.Context(), obj, nil)
	if !errors.Is(err, ics.ErrForeign) || Temporary(err) {
		t.Errorf("error %v", err)
	}
	if after, _ := side.read(t, fileName(obj.UID)); after != before {
		t.Errorf("it was changed:\n%s", after)
	}
}

func checked(t *testing.T, target Target, _ hers) {
	if err := target.Check(t.Context()); err != nil {
		t.Error(err)
	}
	if target.Name() == "" {
		t.Error("it has no name")
	}
}

// openFolder is a directory, and she edits its files.
func openFolder(t *testing.T) (Target, hers) {
	dir := t.TempDir()
	target, err := Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return target, files(dir)
}

type files string

func (f files) read(t *testing.T, name string) (string, bool) {
	data, err := os.ReadFile(filepath.Join(string(f), name))
	return string(data), err == nil
}

func (f files) write(t *testing.T, name, data string) {
	if err := os.WriteFile(filepath.Join(string(f), name), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

func (f files) remove(t *testing.T, name string) {
	if err := os.Remove(filepath.Join(string(f), name)); err != nil {
		t.Fatal(err)
	}
}

func openMemory(t *testing.T) (Target, hers) {
	srv := newMemory().serve(t, nil)
	return openURL(t, srv.URL), web(srv.URL + "/alice/calendars/home/")
}

func openURL(t *testing.T, url string) Target {
	t.Helper()
	target, err := CalDAV(CalDAVAccount{Name: "work", URL: url, User: user, Password: thePassword})
	if err != nil {
		t.Fatal(err)
	}
	return target
}

// web is another client of hers, which writes without conditions.
type web string

func (w web) do(t *testing.T, method, name, data string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, string(w)+name, strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	r.SetBasicAuth(user, password)
	r.Header.Set("Content-Type", "text/calendar; charset=utf-8")
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func (w web) read(t *testing.T, name string) (string, bool) {
	status, body := w.do(t, http.MethodGet, name, "")
	return body, status == http.StatusOK
}

func (w web) write(t *testing.T, name, data string) {
	if status, body := w.do(t, http.MethodPut, name, data); status/100 != 2 {
		t.Fatalf("her PUT: %d %s", status, body)
	}
}

func (w web) remove(t *testing.T, name string) {
	if status, body := w.do(t, http.MethodDelete, name, ""); status/100 != 2 {
		t.Fatalf("her DELETE: %d %s", status, body)
	}
}
