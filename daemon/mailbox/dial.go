package mailbox

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"strconv"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// Dial connects, secures the connection, logs in and asks what the server can do. The first answer is bounded too:
// Exchange Online has been seen to accept a connection and say nothing.
func Dial(ctx context.Context, a Account, log *slog.Logger) (*Session, error) {
	a = a.withDefaults()
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	s := &Session{account: a, log: log, news: make(chan struct{}, 1)}
	wire, err := connect(ctx, a)
	if err != nil {
		return nil, fmt.Errorf("mailbox %s: connect to %s:%d: %w", a.Name, a.Host, a.Port, err)
	}
	s.wire = wire
	if err := s.greet(ctx); err != nil {
		wire.Close()
		return nil, err
	}
	if err := s.begin(ctx); err != nil {
		s.client.Close() // also after a refused login: the library leaves the SASL exchange half done
		return nil, err
	}
	return s, nil
}

func connect(ctx context.Context, a Account) (*meter, error) {
	if a.TLS == NoTLS && !loopback(a.Host) {
		return nil, fmt.Errorf("%w: no TLS is allowed to loopback addresses only", errInsecure)
	}
	ctx, cancel := context.WithTimeout(ctx, a.Timeout)
	defer cancel()
	d := net.Dialer{
		KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: time.Minute, Interval: 15 * time.Second, Count: 4},
		Control:         userTimeout,
	}
	conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort(a.Host, strconv.Itoa(a.Port)))
	if err != nil {
		return nil, err
	}
	return &meter{Conn: conn}, nil
}

func loopback(host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback()
	}
	return host == "localhost"
}

// greet makes the client and reads the greeting.
func (s *Session) greet(ctx context.Context) error {
	conf, err := tlsConfig(s.account)
	if err != nil {
		return err
	}
	options := &imapclient.Options{TLSConfig: conf, UnilateralDataHandler: s.handler()}
	timed, cancel := context.WithTimeout(ctx, s.account.Timeout)
	defer cancel()
	defer context.AfterFunc(timed, func() { s.wire.Close() })()
	if err := s.speak(timed, conf, options); err != nil {
		if timed.Err() != nil {
			err = fmt.Errorf("%w (%v)", timed.Err(), err)
		}
		return s.explain("greeting", err)
	}
	return nil
}

func (s *Session) speak(ctx context.Context, conf *tls.Config, options *imapclient.Options) (err error) {
	switch s.account.TLS {
	case StartTLS:
		// The library refuses PREAUTH here, and what comes in clear text after the answer breaks the handshake.
		s.client, err = imapclient.NewStartTLS(s.wire, options)
		return err
	case ImplicitTLS:
		secure := tls.Client(s.wire, conf)
		if err := secure.HandshakeContext(ctx); err != nil {
			return err
		}
		s.client = imapclient.New(secure, options)
	case NoTLS:
		s.client = imapclient.New(s.wire, options)
	default:
		return fmt.Errorf("%w: unknown TLS mode %q", errBadName, s.account.TLS)
	}
	if err := s.client.WaitGreeting(); err != nil {
		return err
	}
	if s.client.State() != imap.ConnStateNotAuthenticated {
		s.client.Close()
		return errors.New("the server greets as if we were logged in (PREAUTH): it may not be ours")
	}
	return nil
}

func tlsConfig(a Account) (*tls.Config, error) {
	conf := &tls.Config{ServerName: a.Host, MinVersion: tls.VersionTLS12}
	if a.SawTLS != nil {
		conf.VerifyConnection = func(state tls.ConnectionState) error {
			a.SawTLS(state)
			return nil
		}
	}
	if a.CAFile == "" {
		return conf, nil
	}
	pem, err := os.ReadFile(a.CAFile)
	if err != nil {
		return nil, fmt.Errorf("mailbox %s: read the CA file: %w", a.Name, err)
	}
	conf.RootCAs = x509.NewCertPool()
	if !conf.RootCAs.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("mailbox %s: the CA file %s holds no PEM certificate", a.Name, a.CAFile)
	}
	return conf, nil
}

// handler only leaves word: a command from here would wait for itself.
func (s *Session) handler() *imapclient.UnilateralDataHandler {
	return &imapclient.UnilateralDataHandler{
		Expunge: func(uint32) { s.notify() },
		Mailbox: func(m *imapclient.UnilateralDataMailbox) {
			if m.NumMessages != nil {
				s.more.Store(true)
				s.notify()
			}
		},
	}
}

// begin logs in, asks once for the capabilities and says who we are where that is wanted: 163.com demands ID (RFC 2971)
// before a folder is opened.
func (s *Session) begin(ctx context.Context) error {
	if err := s.capability(ctx); err != nil {
		return err
	}
	if err := s.login(ctx); err != nil {
		return err
	}
	if err := s.capability(ctx); err != nil {
		return err
	}
	if !s.caps.Has(imap.CapID) {
		return nil
	}
	_, err := do(ctx, s, s.account.Timeout, "ID", func() (none, error) {
		_, err := s.client.ID(&imap.IDData{Name: "roundtwo"}).Wait()
		return none{}, err
	})
	if refused(err) {
		return nil
	}
	return err
}

func (s *Session) capability(ctx context.Context) (err error) {
	s.caps, err = do(ctx, s, s.account.Timeout, "CAPABILITY", func() (imap.CapSet, error) {
		return s.client.Capability().Wait()
	})
	return err
}
