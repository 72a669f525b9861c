package secret

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func contextFor(t *testing.T, d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(t.Context(), d)
}

// provider is a token endpoint that rotates refresh tokens: each is good once.
func provider(t *testing.T, asked *atomic.Int32) *httptest.Server {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n := asked.Add(1)
		if want := fmt.Sprintf("refresh-%d", n-1); r.FormValue("refresh_token") != want || r.FormValue("grant_type") != "refresh_token" {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"error":"invalid_grant","error_description":"CANARY"}`)
			return
		}
		fmt.Fprintf(w, `{"access_token":"access-%d","expires_in":3600,"refresh_token":"refresh-%d"}`, n, n)
	}))
	t.Cleanup(server.Close)
	return server
}

func tokenFile(t *testing.T, url, refresh string) string {
	return write(t, fmt.Sprintf(`{"token_url":%q,"client_id":"id","refresh_token":%q}`, url, refresh), 0o600)
}

func stored(t *testing.T, path string) token {
	t.Helper()
	b, err := readPrivate(path)
	if err != nil {
		t.Fatal(err)
	}
	var got token
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestTokenIsRefreshedKeptAndUsedUntilItAges(t *testing.T) {
	var asked atomic.Int32
	path := tokenFile(t, provider(t, &asked).URL, "refresh-0")
	fetch, err := Open(Source{File: path})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if got, err := fetch(t.Context()); err != nil || got != "access-1" {
			t.Fatalf("got %q, %v", got, err)
		}
	}
	if asked.Load() != 1 || stored(t, path).RefreshToken != "refresh-1" || stored(t, path).ClientID != "id" {
		t.Errorf("asked %d times; the file holds %q", asked.Load(), stored(t, path).RefreshToken)
	}
	k := &keeper{path: path, now: func() time.Time { return time.Now().Add(56 * time.Minute) }}
	if got, err := k.access(t.Context()); err != nil || got != "access-2" {
		t.Errorf("four minutes before its end: %q, %v", got, err)
	}
}

func TestTwoThatNeedATokenRefreshItOnce(t *testing.T) {
	var asked atomic.Int32
	path := tokenFile(t, provider(t, &asked).URL, "refresh-0")
	var all sync.WaitGroup
	for range 4 {
		fetch, err := Open(Source{File: path}) // IMAP and CalDAV each open it
		if err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			if got, err := fetch(t.Context()); err != nil || got != "access-1" {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
	all.Wait()
	if asked.Load() != 1 {
		t.Errorf("asked %d times", asked.Load())
	}
}

func TestRevokedTokenIsNotTriedAgain(t *testing.T) {
	var asked atomic.Int32
	path := tokenFile(t, provider(t, &asked).URL, "stolen")
	fetch, err := Open(Source{File: path})
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if _, err := fetch(t.Context()); !errors.Is(err, ErrRevoked) || strings.Contains(err.Error(), "CANARY") {
			t.Fatalf("got %v", err)
		}
	}
	if asked.Load() != 1 {
		t.Errorf("asked %d times", asked.Load())
	}
}

func TestNewRefreshTokenIsOnDiskBeforeTheAccessTokenIsUsed(t *testing.T) {
	var asked atomic.Int32
	path := tokenFile(t, provider(t, &asked).URL, "refresh-0")
	k := &keeper{path: path, now: time.Now}
	fresh := token{TokenURL: "https://provider.example/", ClientID: "id", RefreshToken: "refresh-9", AccessToken: "access-9", Expiry: time.Now().Add(time.Hour)}
	k.pending = &fresh
	away := filepath.Dir(path) + "-away"
	if err := os.Rename(filepath.Dir(path), away); err != nil {
		t.Fatal(err)
	}
	if got, err := k.access(t.Context()); err == nil || got != "" {
		t.Fatalf("a token that is not kept is given out: %q", got)
	}
	if err := os.Rename(away, filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	if got, err := k.access(t.Context()); err != nil || got != "access-9" || stored(t, path).RefreshToken != "refresh-9" || asked.Load() != 0 {
		t.Errorf("afterwards: %q, %v; the file holds %q", got, err, stored(t, path).RefreshToken)
	}
}

func TestStrangeAnswersOfAProvider(t *testing.T) {
	for _, row := range []struct {
		name    string
		handler http.HandlerFunc
	}{
		{"redirect to somebody else", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://192.0.2.1/", http.StatusTemporaryRedirect)
		}},
		{"no JSON", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<html>") }},
		{"no token", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "{}") }},
		{"down", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503); fmt.Fprint(w, "{}") }},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			for range 1000 {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		}},
	} {
		t.Run(row.name, func(t *testing.T) {
			server := httptest.NewServer(row.handler)
			defer server.Close()
			path := tokenFile(t, server.URL, "refresh-0")
			fetch, err := Open(Source{File: path})
			if err != nil {
				t.Fatal(err)
			}
			if got, err := fetch(t.Context()); err == nil || errors.Is(err, ErrRevoked) {
				t.Errorf("got %q, %v", got, err)
			}
			if stored(t, path).RefreshToken != "refresh-0" {
				t.Error("the old refresh token is lost")
			}
		})
	}
}
