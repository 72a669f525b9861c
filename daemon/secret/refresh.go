package secret

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	refreshTimeout  = 30 * time.Second
	maxRefreshReply = 64 << 10
	defaultLife     = time.Hour // where the provider does not say; usual
)

// check refuses a token file that would send the refresh token in clear text, or cannot work.
func (t token) check() error {
	if t.ClientID == "" || t.RefreshToken == "" {
		return errors.New("client_id and refresh_token are needed")
	}
	u, err := url.Parse(t.TokenURL)
	if err != nil || u.Host == "" {
		return errors.New("token_url is no URL")
	}
	if u.Scheme != "https" && !(u.Scheme == "http" && loopback(u.Hostname())) {
		return errors.New("token_url must begin with https://")
	}
	return nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// refresh asks for a new access token (RFC 6749 section 6).
func refresh(ctx context.Context, t token, now time.Time) (token, error) {
	if err := t.check(); err != nil {
		return t, err
	}
	ctx, cancel := context.WithTimeout(ctx, refreshTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, t.TokenURL, strings.NewReader(t.form().Encode()))
	if err != nil {
		return t, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json")
	// A redirect would carry the refresh token to somebody else.
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(req)
	if err != nil {
		return t, fmt.Errorf("refresh the token: %w", err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRefreshReply))
	if err != nil {
		return t, fmt.Errorf("refresh the token: %w", err)
	}
	return t.renewed(resp.StatusCode, body, now)
}

func (t token) form() url.Values {
	f := url.Values{"grant_type": {"refresh_token"}, "refresh_token": {t.RefreshToken}, "client_id": {t.ClientID}}
	if t.ClientSecret != "" {
		f.Set("client_secret", t.ClientSecret)
	}
	if t.Scope != "" {
		f.Set("scope", t.Scope)
	}
	return f
}

// grant is the answer of a token endpoint (RFC 6749 sections 5.1 and 5.2).
type grant struct {
	AccessToken  string      `json:"access_token"`
	ExpiresIn    json.Number `json:"expires_in"`
	RefreshToken string      `json:"refresh_token"`
	Error        string      `json:"error"`
}

func (t token) renewed(status int, body []byte, now time.Time) (token, error) {
	var g grant
	if err := json.Unmarshal(body, &g); err != nil {
		return t, fmt.Errorf("refresh the token: the provider answers %d, and no JSON", status)
	}
	if g.Error == "invalid_grant" {
		return t, ErrRevoked
	}
	if status != http.StatusOK || g.AccessToken == "" {
		return t, fmt.Errorf("refresh the token: the provider answers %d %.60q", status, g.Error)
	}
	life := defaultLife
	if n, err := g.ExpiresIn.Int64(); err == nil && n > 0 && n < 366*24*3600 {
		life = time.Duration(n) * time.Second
	}
	t.AccessToken, t.Expiry = g.AccessToken, now.Add(life).UTC().Truncate(time.Second)
	if g.RefreshToken != "" {
		t.RefreshToken = g.RefreshToken
	}
	return t, nil
}
