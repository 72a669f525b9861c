package lookalike

import "testing"

func TestLike(t *testing.T) {
	for _, row := range []struct {
		name, host string
		genuine    []string
		want       string
	}{
		{"the domain itself", "acme.com", []string{"acme.com"}, ""},
		{"below it", "jobs.acme.com", []string{"acme.com"}, ""},
		{"rn for m", "acrne.com", []string{"acme.com"}, "acme.com"},
		{"a letter with an accent", "xn--acm-dma.com", []string{"acme.com"}, "acme.com"},
		{"below another's", "acme.com.jobs-hr.net", []string{"acme.com"}, "acme.com"},
		{"a well-known one, unseen in the message", "rnicrosoft.com", nil, "microsoft.com"},
		{"another site of a well-known owner", "metacareers.com", []string{"facebook.com"}, ""},
		{"short names resemble one another by chance", "abc.com", []string{"abd.com"}, ""},
		{"a firm called like another, with an s", "johnsons.com", []string{"johnson.com"}, ""},
		{"a country's ending below which firms register", "acme.co.uk", []string{"acme.com"}, ""},
		{"no host", "acme", []string{"acme.com"}, ""},
	} {
		if got, is := Like(row.host, row.genuine); got != row.want || is != (row.want != "") {
			t.Errorf("%s: %s looks like %q", row.name, row.host, got)
		}
	}
	if got, is := Appended("acme-careers.co", []string{"acme.com"}); !is || got != "acme.com" {
		t.Errorf("acme-careers.co: %q", got)
	}
}
