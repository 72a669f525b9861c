package calendar

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

// CalDAVAccount is where a CalDAV calendar is and how to get in.
type CalDAVAccount struct {
	Name     string // what Marks are kept under
	URL      string // of the calendar itself, or of the server or account, whose first calendar for events is taken
	User     string
	Password func(ctx context.Context) (string, error)
	CAFile   string // PEM; certificates trusted instead of those of the system

	// SawTLS, where it is set, is told of each handshake once the certificate has been verified: what check reports.
	SawTLS func(tls.ConnectionState)

	Timeout time.Duration // of one answer, its body included; 0: one minute
}

// answerTimeout is how long a server may take for one answer, its body included, where the account says nothing.
const answerTimeout = time.Minute

// calDAV is a calendar on a server. The address of the calendar is looked for once.
type calDAV struct {
	account CalDAVAccount
	base    *url.URL
	client  *http.Client

	mu   sync.Mutex
	path string // of the calendar; empty until it was found
}

// CalDAV is the calendar at an address, which must be https, except on this machine. It does not connect yet.
func CalDAV(a CalDAVAccount) (Target, error) {
	base, err := url.Parse(a.URL)
	if err != nil || base.Host == "" {
		return nil, fmt.Errorf("calendar %q: the url %q is none; want https://host/path", a.Name, a.URL)
	}
	switch {
	case base.User != nil:
		return nil, fmt.Errorf("calendar %q: take the user name and password out of the url, and give them as user and password", a.Name)
	case base.Scheme != "https" && !(base.Scheme == "http" && loopback(base.Hostname())):
		return nil, fmt.Errorf("calendar %q: the url begins with %s://; only https is safe, except on this machine", a.Name, base.Scheme)
	case a.Password == nil:
		return nil, fmt.Errorf("calendar %q: no password is given", a.Name)
	}
	client, err := newHTTPClient(a)
	if err != nil {
		return nil, fmt.Errorf("calendar %q: %w", a.Name, err)
	}
	return &calDAV{account: a, base: base, client: client}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// newHTTPClient follows no redirect by itself, so that the password goes nowhere but to the host that was configured,
// and uses no proxy of the environment.
func newHTTPClient(a CalDAVAccount) (*http.Client, error) {
	conf := &tls.Config{MinVersion: tls.VersionTLS12}
	if a.SawTLS != nil {
		conf.VerifyConnection = func(state tls.ConnectionState) error {
			a.SawTLS(state)
			return nil
		}
	}
	if a.CAFile != "" {
		pem, err := os.ReadFile(a.CAFile)
		if err != nil {
			return nil, fmt.Errorf("reading the certificates of ca_file: %w", err)
		}
		conf.RootCAs = x509.NewCertPool()
		if !conf.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("ca_file %s holds no certificate in PEM", a.CAFile)
		}
	}
	return &http.Client{
		Transport:     &http.Transport{TLSClientConfig: conf, ForceAttemptHTTP2: true, IdleConnTimeout: 30 * time.Second},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Timeout:       cmp.Or(a.Timeout, answerTimeout),
	}, nil
}

// Name is that of the account.
func (c *calDAV) Name() string { return c.account.Name }

// Put stores the object on the server.
func (c *calDAV) Put(ctx context.Context, obj Object, last *Mark) (mark Mark, err error) {
	mark = keep(last)
	defer caught("storing the event "+obj.UID, &err)
	s, err := c.session(ctx)
	if err != nil {
		return mark, err
	}
	return put(ctx, s, obj, last)
}

// Check looks the calendar up anew.
func (c *calDAV) Check(ctx context.Context) (err error) {
	defer caught("looking at the calendar "+c.account.Name, &err)
	c.forget()
	_, err = c.session(ctx)
	return err
}

// caught makes an error of a panic of the library over what a server said.
func caught(doing string, err *error) {
	if p := recover(); p != nil {
		*err = &Error{Doing: doing, Err: fmt.Errorf("the answer of the server cannot be read: %v", p)}
	}
}

// session gets the password and finds the calendar, where that is not known yet.
func (c *calDAV) session(ctx context.Context) (*session, error) {
	password, err := c.account.Password(ctx)
	if err != nil {
		return nil, &Error{Doing: "getting the password of " + c.account.Name, Temporary: true, Err: err}
	}
	s, err := newSession(c, password)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.path == "" {
		if c.path, err = s.discover(ctx); err != nil {
			return nil, err
		}
	}
	s.calendar = c.path
	return s, nil
}

// forget makes the next session look for the calendar again: it may have moved.
func (c *calDAV) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.path = ""
}

// failed makes an Error of what a request brought. Without an answer only a bad certificate is for her to mend.
func failed(doing string, a answer, err error) error {
	var bad *tls.CertificateVerificationError
	e := &Error{Doing: doing, Status: a.status, RetryAfter: a.retryAfter, Err: err}
	switch {
	case a.redirect != "":
		e.Err = fmt.Errorf("the server sends us on to %s; if that is right, give it as url", a.redirect)
	case a.status == 0:
		e.Temporary = !errors.As(err, &bad)
	default:
		e.Temporary = temporaryStatus(a.status)
		e.Err = words(err)
	}
	return e
}

// temporaryStatus: locked, too many requests, no room, and all faults of the server pass by themselves.
func temporaryStatus(status int) bool {
	switch status {
	case http.StatusRequestTimeout, http.StatusLocked, http.StatusTooEarly, http.StatusTooManyRequests:
		return true
	case http.StatusNotImplemented, http.StatusHTTPVersionNotSupported:
		return false
	}
	return status >= 500
}

// words shortens what a server says to what fits into a letter to her.
func words(err error) error {
	if err == nil {
		return nil
	}
	text := strings.Join(strings.Fields(err.Error()), " ")
	if r := []rune(text); len(r) > 200 {
		text = string(r[:200]) + " …"
	}
	return errors.New(text)
}
