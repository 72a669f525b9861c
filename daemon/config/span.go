package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

const day = 24 * time.Hour

// UnmarshalText reads "10m", "36h", "7d"; "" and "0" are none.
func (s *Span) UnmarshalText(text []byte) error {
	word := strings.TrimSpace(string(text))
	if word == "" || word == "0" {
		*s = 0
		return nil
	}
	if days, ok := strings.CutSuffix(word, "d"); ok {
		n, err := strconv.Atoi(days)
		if err != nil || n < 0 {
			return fmt.Errorf("%q is no length of time: write 10m, 24h or 7d", word)
		}
		*s = Span(time.Duration(n) * day)
		return nil
	}
	d, err := time.ParseDuration(word)
	if err != nil || d < 0 {
		return fmt.Errorf("%q is no length of time: write 10m, 24h or 7d", word)
	}
	*s = Span(d)
	return nil
}

// MarshalText writes what UnmarshalText reads.
func (s Span) MarshalText() ([]byte, error) {
	d := time.Duration(s)
	if d > 0 && d%day == 0 {
		return fmt.Appendf(nil, "%dd", d/day), nil
	}
	return []byte(shorten(d.String())), nil
}

// shorten drops the zero minutes and seconds that Duration.String writes: "24h0m0s" is "24h".
func shorten(s string) string {
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
