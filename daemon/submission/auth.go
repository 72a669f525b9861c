package submission

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wneessen/go-mail/smtp"
)

// mechanism is one way to log in that we know, best first.
type mechanism struct {
	name  string
	oauth bool
	start func(s Server, secret string) smtp.Auth
}

// mechanisms may send the password as it is: by now the connection is TLS, or loopback.
var mechanisms = []mechanism{
	{"OAUTHBEARER", true, func(s Server, token string) smtp.Auth { return bearer{s, token} }}, // RFC 7628
	{"XOAUTH2", true, func(s Server, token string) smtp.Auth { return smtp.XOAuth2Auth(s.User, token) }},
	{"PLAIN", false, func(s Server, pass string) smtp.Auth { return smtp.PlainAuth("", s.User, pass, s.Host, true) }},
	{"LOGIN", false, func(s Server, pass string) smtp.Auth { return smtp.LoginAuth(s.User, pass, s.Host, true) }},
	{"SCRAM-SHA-256", false, func(s Server, pass string) smtp.Auth { return smtp.ScramSHA256Auth(s.User, pass) }},
}

// login chooses the mechanism once the server has said what it offers.
type login struct {
	server  Server
	secret  string
	entered func()
	chosen  smtp.Auth
}

// Start implements smtp.Auth.
func (l *login) Start(info *smtp.ServerInfo) (string, []byte, error) {
	l.entered()
	if l.server.TLS == "starttls" && !info.TLS {
		return "", nil, fmt.Errorf("no TLS: the password stays here")
	}
	for _, m := range mechanisms {
		if m.oauth == l.server.OAuth && slices.ContainsFunc(info.Auth, func(a string) bool { return strings.EqualFold(a, m.name) }) {
			l.chosen = m.start(l.server, l.secret)
			return l.chosen.Start(info)
		}
	}
	return "", nil, fmt.Errorf("%s offers no way to log in that fits (it offers %q)", l.server.Host, info.Auth)
}

// Next implements smtp.Auth.
func (l *login) Next(fromServer []byte, more bool) ([]byte, error) {
	return l.chosen.Next(fromServer, more)
}

type bearer struct {
	server Server
	token  string
}

func (b bearer) Start(*smtp.ServerInfo) (string, []byte, error) {
	return "OAUTHBEARER", fmt.Appendf(nil, "n,a=%s,\x01host=%s\x01port=%d\x01auth=Bearer %s\x01\x01",
		saslName(b.server.User), b.server.Host, b.server.Port, b.token), nil
}

// Next answers the error challenge with the single ^A that RFC 7628 section 3.2.3 asks for; the refusal follows.
func (b bearer) Next(_ []byte, more bool) ([]byte, error) {
	if more {
		return []byte{1}, nil
	}
	return nil, nil
}

func saslName(s string) string { return strings.NewReplacer("=", "=3D", ",", "=2C").Replace(s) }
