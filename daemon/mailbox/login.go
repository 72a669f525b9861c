package mailbox

import (
	"context"
	"errors"
	"fmt"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-sasl"
)

// mechanism is one way to log in that we know, best first.
type mechanism struct {
	name  string
	oauth bool
	start func(a Account, secret string) sasl.Client
}

var mechanisms = []mechanism{
	{"OAUTHBEARER", true, func(a Account, token string) sasl.Client { // RFC 7628
		return sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: a.User, Token: token, Host: a.Host, Port: a.Port})
	}},
	{"XOAUTH2", true, func(a Account, token string) sasl.Client { return xoauth2{a.User, token} }}, // all that Microsoft has
	{"PLAIN", false, func(a Account, pass string) sasl.Client { return sasl.NewPlainClient("", a.User, pass) }},
}

func (s *Session) login(ctx context.Context) error {
	if s.account.Password == nil {
		return s.explain("login", fmt.Errorf("%w: no password is configured", ErrAuth))
	}
	secret, err := s.account.Password(ctx)
	if err != nil {
		return s.explain("login", fmt.Errorf("%w: the password cannot be had: %w", ErrAuth, err))
	}
	attempt, err := s.attempt(secret)
	if err != nil {
		return s.explain("login", err)
	}
	_, err = do(ctx, s, s.account.Timeout, "login", func() (none, error) { return none{}, attempt() })
	if err == nil || errors.Is(err, ErrUnavailable) || errors.Is(err, ErrTimeout) || ctx.Err() != nil {
		return err
	}
	var challenge *challengeError
	var bearer *sasl.OAuthBearerError
	if refused(err) || errors.As(err, &challenge) || errors.As(err, &bearer) {
		return fmt.Errorf("%w: %w", ErrAuth, err)
	}
	return err
}

// attempt chooses the way in. By now the connection is TLS, or loopback, so the password may travel as it is; LOGIN
// comes last, and not where the server says that it will not have it.
func (s *Session) attempt(secret string) (func() error, error) {
	for _, m := range mechanisms {
		if m.oauth == s.account.OAuth && s.caps.Has(imap.Cap("AUTH="+m.name)) {
			return func() error { return s.client.Authenticate(m.start(s.account, secret)) }, nil
		}
	}
	if !s.account.OAuth && !s.caps.Has(imap.CapLoginDisabled) {
		return func() error { return s.client.Login(s.account.User, secret).Wait() }, nil
	}
	return nil, fmt.Errorf("%w: it offers no way to log in that fits (it offers %v)", ErrAuth, s.Caps())
}

// xoauth2 is Google's and Microsoft's own mechanism, which go-sasl does not have.
type xoauth2 struct{ user, token string }

// Start implements sasl.Client.
func (x xoauth2) Start() (string, []byte, error) {
	return "XOAUTH2", []byte("user=" + x.user + "\x01auth=Bearer " + x.token + "\x01\x01"), nil
}

// Next is only called with a refusal in JSON.
func (x xoauth2) Next(challenge []byte) ([]byte, error) {
	return nil, &challengeError{text: string(challenge)}
}

// challengeError is a refusal that came as a SASL challenge.
type challengeError struct{ text string }

func (e *challengeError) Error() string { return fmt.Sprintf("the token was refused: %.200q", e.text) }
