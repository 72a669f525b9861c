package calendar

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// wire is the HTTP under the library, which knows no conditions on PUT and tells no status: both go through the
// context, as an answer.
type wire struct {
	client         *http.Client
	base           *url.URL // its host is the only one that is talked to
	user, password string
}

// answer is what a request is to carry, and what came back.
type answer struct {
	header http.Header // set on the request

	status     int           // 0 where no answer came
	etag       string        // quoted; weak ones keep their W/
	retryAfter time.Duration // 0 where none is given
	redirect   string        // to another host: not followed
}

type answerKey struct{}

// ask hands the wire a place for its answer.
func ask(ctx context.Context, a *answer) context.Context {
	return context.WithValue(ctx, answerKey{}, a)
}

// maxRedirects is how often a server may send us on.
const maxRedirects = 5

// maxAnswer is the most that is read of one answer.
const maxAnswer = 8 << 20

// Do sends a request with the password, and follows redirects within the host. The whole body is sent with its length:
// some servers refuse chunks.
func (w *wire) Do(r *http.Request) (*http.Response, error) {
	a, _ := r.Context().Value(answerKey{}).(*answer)
	if a == nil {
		a = &answer{}
	}
	body, err := readBody(r)
	if err != nil {
		return nil, fmt.Errorf("preparing the request: %w", err)
	}
	for name, values := range a.header {
		r.Header[name] = values
	}
	target := r.URL
	for range maxRedirects {
		resp, err := w.send(r, target, body)
		if err != nil {
			return nil, err
		}
		a.note(resp)
		next := resp.Header.Get("Location")
		if resp.StatusCode/100 != 3 || next == "" {
			resp.Body = limited{io.LimitReader(resp.Body, maxAnswer), resp.Body}
			return resp, nil
		}
		resp.Body.Close()
		if target, err = target.Parse(next); err != nil {
			return nil, fmt.Errorf("following a redirect: %w", err)
		}
		if !sameHost(target, w.base) {
			a.redirect = (&url.URL{Scheme: target.Scheme, Host: target.Host, Path: target.Path}).String()
			return nil, fmt.Errorf("the server sends us on to %s, where the password does not go", target.Host)
		}
	}
	return nil, errors.New("the server sends us round in a circle")
}

// sameHost compares scheme, host and port; a port may be left out where it is that of the scheme.
func sameHost(a, b *url.URL) bool {
	ports := map[string]string{"https": "443", "http": "80"}
	port := func(u *url.URL) string { return cmp.Or(u.Port(), ports[u.Scheme]) }
	return a.Scheme == b.Scheme && strings.EqualFold(a.Hostname(), b.Hostname()) && port(a) == port(b)
}

func readBody(r *http.Request) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	defer r.Body.Close()
	return io.ReadAll(io.LimitReader(r.Body, maxAnswer))
}

// send makes a request of its own for each hop, of the same method and with the same body.
func (w *wire) send(r *http.Request, target *url.URL, body []byte) (*http.Response, error) {
	req, err := http.NewRequestWithContext(r.Context(), r.Method, target.String(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header = r.Header.Clone()
	req.Header.Set("User-Agent", "roundtwo")
	req.SetBasicAuth(w.user, w.password)
	return w.client.Do(req)
}

// note keeps of an answer what the library does not tell.
func (a *answer) note(resp *http.Response) {
	a.status = resp.StatusCode
	a.etag = quoteETag(resp.Header.Get("ETag"))
	a.retryAfter = retryAfter(resp.Header)
}

// longestWait is the most that a server can make us wait.
const longestWait = 24 * time.Hour

// retryAfter reads seconds or a date, which is counted from the server's own clock.
func retryAfter(h http.Header) time.Duration {
	value := h.Get("Retry-After")
	if n, err := strconv.Atoi(value); err == nil && n > 0 {
		return min(time.Duration(min(n, int(longestWait/time.Second)))*time.Second, longestWait)
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return 0
	}
	return max(0, min(at.Sub(now), longestWait))
}

// quoteETag puts the quotes on that some servers forget (mailbox.org, Open-Xchange).
func quoteETag(etag string) string {
	if etag == "" || etag == "*" || strings.HasSuffix(etag, `"`) {
		return etag
	}
	return `"` + etag + `"`
}

// strongETag takes the mark of a weak one off.
func strongETag(etag string) string { return strings.TrimPrefix(etag, "W/") }

type limited struct {
	io.Reader
	io.Closer
}
