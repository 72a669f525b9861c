package calendar

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"roundtwo/interview/ics"
)

// onPut lets a test answer the nth PUT, counted from 1, in place of the server or around it.
func onPut(n int, do func(http.ResponseWriter, *http.Request, http.Handler)) func(http.Handler) http.Handler {
	var count atomic.Int64
	return func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodPut && count.Add(1) == int64(n) {
				do(w, r, server)
				return
			}
			server.ServeHTTP(w, r)
		})
	}
}

const home = "/alice/calendars/home/"

func TestEachStatusIsToldApart(t *testing.T) {
	rows := []struct {
		status    int
		temporary bool
		says      string
	}{
		{401, false, "app password"}, {403, false, "may not write"}, {404, false, "no calendar"}, {405, false, "not that of a calendar"},
		{409, false, "another event"}, {413, false, "too large"}, {415, false, "415"}, {501, false, "501"},
		{408, true, "408"}, {423, true, "423"}, {429, true, "429"}, {500, true, "500"}, {502, true, "502"}, {503, true, "503"}, {507, true, "no room"},
	}
	for _, row := range rows {
		t.Run(fmt.Sprint(row.status), func(t *testing.T) {
			puts := 0
			srv := newMemory().serve(t, func(server http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if r.Method == http.MethodPut {
						puts++
						w.Header().Set("Retry-After", "120")
						http.Error(w, "the words of the server", row.status)
						return
					}
					server.ServeHTTP(w, r)
				})
			})
			_, err := openURL(t, srv.URL+home).Put(t.Context(), object(t, nil), nil)
			var e *Error
			if !errors.As(err, &e) || e.Status != row.status || e.Temporary != row.temporary || Temporary(err) != row.temporary {
				t.Fatalf("%+v", err)
			}
			if e.RetryAfter != 2*time.Minute || !strings.Contains(err.Error(), row.says) || !strings.Contains(err.Error(), "the words of the server") {
				t.Errorf("after %v: %v", e.RetryAfter, err)
			}
			if puts != 1 || strings.Contains(err.Error(), password) {
				t.Errorf("%d attempts, %v", puts, err)
			}
		})
	}
}

func TestTheAnswerIsLost(t *testing.T) {
	drop := func(http.ResponseWriter, *http.Request, http.Handler) { panic(http.ErrAbortHandler) }
	storeAndDrop := func(_ http.ResponseWriter, r *http.Request, server http.Handler) {
		server.ServeHTTP(httptest.NewRecorder(), r)
		panic(http.ErrAbortHandler)
	}
	t.Run("after a new event was stored", func(t *testing.T) {
		srv := newMemory().serve(t, onPut(1, storeAndDrop))
		target, obj := openURL(t, srv.URL+home), object(t, nil)
		mark := mustPut(t, target, obj, nil)
		obj = object(t, later)
		mustPut(t, target, obj, mark)
		if e := lies(t, web(srv.URL+home), obj); e.Sequence != 1 {
			t.Errorf("%+v", e)
		}
	})
	t.Run("after a change was stored", func(t *testing.T) {
		srv := newMemory().serve(t, onPut(2, storeAndDrop))
		target := openURL(t, srv.URL+home)
		mark := mustPut(t, target, object(t, nil), nil)
		mustPut(t, target, object(t, later), mark)
	})
	t.Run("after a merge was stored", func(t *testing.T) {
		srv := newMemory().serve(t, onPut(4, storeAndDrop)) // ours, hers, ours refused, merged
		target, side := openURL(t, srv.URL+home), web(srv.URL+home)
		mark := mustPut(t, target, object(t, nil), nil)
		edit(t, side, object(t, nil), "SUMMARY:Interview", "SUMMARY:BIG DAY")
		mark = mustPut(t, target, object(t, later), mark)
		if e := lies(t, side, object(t, nil)); !strings.HasPrefix(e.Summary, "BIG DAY") || e.Sequence != 1 || mark.ETag != "" {
			t.Errorf("%+v, %+v", e, mark)
		}
	})
	t.Run("before anything was stored", func(t *testing.T) {
		srv := newMemory().serve(t, onPut(1, drop))
		target, obj := openURL(t, srv.URL+home), object(t, nil)
		mark, err := target.Put(t.Context(), obj, nil)
		if !Temporary(err) || mark != (Mark{}) {
			t.Fatalf("%+v, %v", mark, err)
		}
		mustPut(t, target, obj, nil)
	})
}

// etags changes what the server says of ETags in answers to these methods.
func etags(change func(string) string, methods ...string) func(http.Handler) http.Handler {
	return func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			rec := httptest.NewRecorder()
			server.ServeHTTP(rec, r)
			for name, values := range rec.Header() {
				w.Header()[name] = values
			}
			for _, m := range methods {
				if tag := rec.Header().Get("ETag"); m == r.Method && tag != "" {
					w.Header().Del("ETag")
					if tag = change(tag); tag != "" {
						w.Header().Set("ETag", tag)
					}
				}
			}
			w.WriteHeader(rec.Code)
			_, _ = w.Write(rec.Body.Bytes()) // a client that went away is its own business
		})
	}
}

func TestServersWithOddETags(t *testing.T) {
	weak := func(s string) string { return "W/" + s }
	unquoted := func(s string) string { return strings.Trim(s, `"`) }
	none := func(string) string { return "" }
	rows := []struct {
		name   string
		faults func(http.Handler) http.Handler
	}{
		{"weak", etags(weak, "PUT", "GET")}, {"unquoted", etags(unquoted, "PUT", "GET")},
		{"none after PUT", etags(none, "PUT")}, {"none at all", etags(none, "PUT", "GET")},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			srv := newMemory().serve(t, row.faults)
			target, side := openURL(t, srv.URL+home), web(srv.URL+home)
			mark := mustPut(t, target, object(t, nil), nil)
			mark = mustPut(t, target, object(t, later), mark)
			edit(t, side, object(t, nil), "SUMMARY:Interview", "SUMMARY:BIG DAY")
			obj := object(t, func(e *ics.Event) { later(e); later(e) })
			mustPut(t, target, obj, mark)
			if e := lies(t, side, obj); e.Sequence != 2 || !strings.HasPrefix(e.Summary, "BIG DAY") {
				t.Errorf("%+v", e)
			}
		})
	}
}

func TestSheWritesAtTheSameMoment(t *testing.T) {
	m := newMemory()
	var side web
	between := func(w http.ResponseWriter, r *http.Request, server http.Handler) {
		edit(t, side, object(t, nil), "SUMMARY:Interview", "SUMMARY:BIG DAY")
		server.ServeHTTP(w, r)
	}
	srv := m.serve(t, onPut(2, between))
	side = web(srv.URL + home)
	target := openURL(t, srv.URL+home)
	mark := mustPut(t, target, object(t, nil), nil)
	obj := object(t, later)
	mustPut(t, target, obj, mark)
	if e := lies(t, side, obj); !strings.HasPrefix(e.Summary, "BIG DAY") || e.Sequence != 1 {
		t.Errorf("%+v", e)
	}
}

func TestAServerThatNeverAgreesIsLeftAlone(t *testing.T) {
	puts := 0
	srv := newMemory().serve(t, func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("If-Match") != "" {
				puts++
				w.WriteHeader(http.StatusPreconditionFailed)
				return
			}
			server.ServeHTTP(w, r)
		})
	})
	target := openURL(t, srv.URL+home)
	mark := mustPut(t, target, object(t, nil), nil)
	if _, err := target.Put(t.Context(), object(t, later), mark); !Temporary(err) || puts != attempts+1 {
		t.Errorf("%d attempts, %v", puts, err)
	}
}

func TestACalendarThatIsGoneIsNoDeletedEvent(t *testing.T) {
	gone := false
	srv := newMemory().serve(t, func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if gone {
				http.NotFound(w, r)
				return
			}
			server.ServeHTTP(w, r)
		})
	})
	target := openURL(t, srv.URL+home)
	mark := mustPut(t, target, object(t, nil), nil)
	gone = true
	got, err := target.Put(t.Context(), object(t, later), mark)
	if err == nil || got.Gone || got != *mark {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestWhatLiesThereIsGarbage(t *testing.T) {
	for name, body := range map[string]string{"empty": "", "words": "hello", "endless": strings.Repeat("BEGIN:VEVENT\r\n", 1<<20), "panics the library": "BEGIN:VCALENDAR\r\nATTENDEE;CN=foo\r\n0;0="} {
		t.Run(name, func(t *testing.T) {
			srv := newMemory().serve(t, func(server http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					switch r.Method {
					case http.MethodGet:
						fmt.Fprint(w, body)
					case http.MethodPut:
						w.WriteHeader(http.StatusPreconditionFailed)
					default:
						server.ServeHTTP(w, r)
					}
				})
			})
			if _, err := openURL(t, srv.URL+home).Put(t.Context(), object(t, nil), nil); err == nil || strings.Contains(err.Error(), password) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestWhatIsThereAlreadyIsNotAskedFor(t *testing.T) {
	requests := 0
	srv := newMemory().serve(t, func(server http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			requests++
			server.ServeHTTP(w, r)
		})
	})
	target := openURL(t, srv.URL+home)
	mark := mustPut(t, target, object(t, nil), nil)
	before := requests
	mustPut(t, target, object(t, nil), mark)
	if before != 2 || requests != before {
		t.Errorf("%d requests, then %d more", before, requests-before)
	}
}

func TestSheStopsTheDaemon(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	srv := newMemory().serve(t, onPut(1, func(http.ResponseWriter, *http.Request, http.Handler) {
		cancel()
		time.Sleep(50 * time.Millisecond)
		panic(http.ErrAbortHandler)
	}))
	if _, err := openURL(t, srv.URL+home).Put(ctx, object(t, nil), nil); !errors.Is(err, context.Canceled) || !Temporary(err) {
		t.Errorf("error %v", err)
	}
}
