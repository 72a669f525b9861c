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
		{"a well-known one with two letters exchanged", "mircosoft.com", nil, "microsoft.com"},
		{"a well-known one with a letter left out", "linkdin.com", nil, "linkedin.com"},
		{"a well-known one in front of another's", "microsoft.com.login-eu.net", nil, "microsoft.com"},
		{"a well-known one in the middle of another's", "sso.microsoft.com.login-eu.net", nil, "microsoft.com"},
		{"the name of a well-known one below another's", "microsoft.login-eu.net", nil, ""},
	} {
		if got, is := Like(row.host, row.genuine); got != row.want || is != (row.want != "") {
			t.Errorf("%s: %s looks like %q", row.name, row.host, got)
		}
	}
	if got, is := Appended("acme-careers.co", []string{"acme.com"}); !is || got != "acme.com" {
		t.Errorf("acme-careers.co: %q", got)
	}
}

// What the index finds is what a comparison with every domain of the table finds.
func TestTheIndexLeavesNothingOut(t *testing.T) {
	for _, g := range known {
		n, ending := name(g), g[len(name(g)):]
		for _, host := range []string{n + "x" + ending, "x" + n + ending, n[:len(n)-1] + ending, n[:1] + n[2:] + ending, n + ".com.evil.net", g + ".evil.net",
			"a." + g + ".evil.net", n[:1] + "q" + n[1:] + ending, n[:len(n)/2] + "zq" + n[len(n)/2:] + ending, n + "-jobs" + ending, "0" + n + ending} {
			site := Site(host)
			if site == "" || owned[site] != "" {
				continue
			}
			s := suspect{host: host, site: site, name: name(site), skeleton: skeleton(name(site))}
			want := ""
			for _, d := range table.all {
				if s.imitates(d) {
					want = d.site
					break
				}
			}
			if got, _ := s.imitatesKnown(); got != want {
				t.Fatalf("%s imitates %q by the index, %q by the whole table", host, got, want)
			}
		}
	}
}
