package submission

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"

	"github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"
)

// connection is one authenticated session. Closing wire ends it from outside: the client has no context of its own and
// holds its lock while it waits for an answer.
type connection struct {
	client *smtp.Client
	wire   net.Conn
}

// dial connects, secures and logs in. On failure the stage says where.
func dial(ctx context.Context, s Server) (*connection, string, error) {
	d := &dialer{server: s, stage: StageConnect}
	options, err := d.options(ctx)
	if err != nil {
		return nil, d.stage, err
	}
	agent, err := mail.NewClient(s.Host, options...)
	if err != nil {
		return nil, StageConnect, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.Timeout)
	defer cancel()
	defer context.AfterFunc(ctx, d.close)()
	client, err := agent.DialToSMTPClientWithContext(ctx)
	if err != nil {
		d.close() // the library leaves the connection open when EHLO, STARTTLS or AUTH fails
		return nil, d.stage, d.explain(ctx, err)
	}
	if ctx.Err() != nil {
		d.close()
		return nil, d.stage, ctx.Err()
	}
	return &connection{client: client, wire: d.conn()}, "", nil
}

func (d *dialer) options(ctx context.Context) ([]mail.Option, error) {
	s := d.server
	conf, err := tlsConfig(s)
	if err != nil {
		return nil, err
	}
	d.tls = conf
	policy := mail.NoTLS
	switch s.TLS {
	case "starttls":
		policy = mail.TLSMandatory
	case "tls", "none":
	default:
		return nil, fmt.Errorf("unknown TLS mode %q: use tls, starttls or none", s.TLS)
	}
	options := []mail.Option{
		mail.WithPort(s.Port), mail.WithTimeout(s.Timeout), mail.WithHELO(s.Hello), mail.WithTLSPolicy(policy),
		mail.WithTLSConfig(conf), mail.WithDialContextFunc(d.dial), mail.WithoutSMTPUTF8(),
	}
	if s.User == "" {
		return options, nil
	}
	password, err := passwordOf(ctx, s)
	if err != nil {
		d.stage = StageAuth
		return nil, fmt.Errorf("%w: the password of %s cannot be had: %w", ErrAuth, s.User, err)
	}
	d.login = &login{server: s, secret: password, entered: func() { d.stage = StageAuth }}
	return append(options, mail.WithSMTPAuthCustom(d.login)), nil
}

func passwordOf(ctx context.Context, s Server) (string, error) {
	if s.Password == nil {
		return "", errors.New("none is configured")
	}
	return s.Password(ctx)
}

func tlsConfig(s Server) (*tls.Config, error) {
	conf := &tls.Config{ServerName: s.Host, MinVersion: tls.VersionTLS12}
	if s.SawTLS != nil {
		conf.VerifyConnection = func(state tls.ConnectionState) error {
			s.SawTLS(state)
			return nil
		}
	}
	if s.CAFile == "" {
		return conf, nil
	}
	pem, err := os.ReadFile(s.CAFile)
	if err != nil {
		return nil, fmt.Errorf("read the CA file of %s: %w", s.Host, err)
	}
	conf.RootCAs = x509.NewCertPool()
	if !conf.RootCAs.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("the CA file %s holds no PEM certificate", s.CAFile)
	}
	return conf, nil
}

// dialer makes the connection for go-mail, so that we hold its wire.
type dialer struct {
	server Server
	tls    *tls.Config
	login  *login
	stage  string // where the dial is; only the dialing goroutine touches it

	guard guarded
}

func (d *dialer) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	if d.server.TLS == "none" && !loopback(d.server.Host) {
		return nil, fmt.Errorf("no TLS is allowed to loopback addresses only, not to %s", d.server.Host)
	}
	raw, err := (&net.Dialer{}).DialContext(ctx, network, net.JoinHostPort(d.server.Host, strconv.Itoa(d.server.Port)))
	if err != nil {
		return nil, err
	}
	wire := &wire{Conn: raw}
	if !d.guard.set(wire) {
		return nil, context.Canceled
	}
	if d.server.TLS != "tls" {
		d.stage = StageHello
		return wire, nil
	}
	secure := tls.Client(wire, d.tls)
	if err := secure.HandshakeContext(ctx); err != nil {
		return nil, fmt.Errorf("TLS with %s: %w", addr, err)
	}
	d.stage = StageHello
	return secure, nil
}

func (d *dialer) close()         { d.guard.close() }
func (d *dialer) conn() net.Conn { return d.guard.get() }

// explain puts the cause first where the deadline or the daemon's end cut the connection.
func (d *dialer) explain(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return fmt.Errorf("%w (%v)", ctx.Err(), err)
	}
	if d.stage == StageAuth {
		if code, _ := answer(err); code == 0 || code >= 500 {
			return fmt.Errorf("%w: %w", ErrAuth, err)
		}
	}
	return err
}

func loopback(host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback()
	}
	return host == "localhost"
}
