// Package lookalike tells domains that only look like another: globex.example written g1obex.example, a name with a letter
// too many, acme.example.jobs-hr.example. It knows the domains that it is given and a table of well-known ones; it asks
// nobody.
package lookalike

import (
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/unicode/norm"
)

// Like gives the genuine domain that a host imitates, and true. genuine are domains that stand for themselves: those that
// the message shows, and those that are known from before. A host that is one of them, or below one, imitates nothing.
func Like(host string, genuine []string) (string, bool) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	site := Site(host)
	if site == "" || owned[site] != "" {
		return "", false
	}
	sites := make([]string, len(genuine))
	for i, g := range genuine {
		if sites[i] = Site(g); sites[i] == site {
			return "", false
		}
	}
	s := suspect{host: host, site: site, name: name(site)}
	s.skeleton = skeleton(s.name)
	for _, g := range sites {
		if g != "" && s.imitates(makeDomain(g)) {
			return g, true
		}
	}
	return s.imitatesKnown()
}

// Site is the part of a host that somebody has registered: jobs.acme.co.uk belongs to acme.co.uk. "" for what is no host.
func Site(host string) string {
	site, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(host))
	if err != nil {
		return ""
	}
	return site
}

// name is what a site is called, without its ending.
func name(site string) string {
	label, _, _ := strings.Cut(site, ".")
	return label
}

// domain is a genuine domain with what it is compared by.
type domain struct {
	site, name, skeleton string
	at                   int // its place in the table
}

func makeDomain(site string) domain {
	n := name(site)
	return domain{site: site, name: n, skeleton: skeleton(n)}
}

// suspect is a host that may imitate another.
type suspect struct{ host, site, name, skeleton string }

func (s *suspect) imitates(g domain) bool {
	if g.site == s.site {
		return false
	}
	if s.below(g.site) {
		return true // the genuine domain stands below another's
	}
	return s.name != g.name && len(g.name) >= shortest && (s.skeleton == g.skeleton || near(s.name, g.name))
}

func (s *suspect) below(genuine string) bool {
	if strings.HasPrefix(s.host, genuine+".") {
		return true
	}
	return strings.Contains(strings.TrimSuffix(s.host, s.site), "."+genuine+".")
}

// imitatesKnown looks the suspect up in the table: only names that look alike, begin with the same letter and are about as
// long, or stand in the host, can be imitated.
func (s *suspect) imitatesKnown() (string, bool) {
	best, found := len(table.all), false
	try := func(list []domain) {
		for i := range list {
			if g := &list[i]; g.at < best && s.imitates(*g) {
				best, found = g.at, true
			}
		}
	}
	try(table.bySkeleton[s.skeleton])
	if len(s.name) >= shortestNear {
		for long := len(s.name) - 2; long <= len(s.name)+2; long++ {
			try(table.byShape[shape{s.name[0], long}])
		}
	}
	for rest := s.host; len(rest) > len(s.site); {
		try(table.byLabel[name(rest)])
		_, rest, _ = strings.Cut(rest, ".")
	}
	if !found {
		return "", false
	}
	return table.all[best].site, true
}

// Appended reports a host that is the name of a genuine domain with a word of the trade added to it: acme-careers beside
// acme. Companies have such sites too, so that it says something only of somebody who writes from there.
func Appended(host string, genuine []string) (string, bool) {
	site := Site(host)
	base := withoutTrade(name(site))
	if owned[site] != "" || base == name(site) {
		return "", false
	}
	bare := skeleton(base)
	is := func(g domain) bool {
		return g.site != "" && g.site != site && len(g.name) >= shortest && bare == g.skeleton
	}
	for _, g := range genuine {
		if d := makeDomain(Site(g)); is(d) {
			return d.site, true
		}
	}
	for _, d := range table.bySkeleton[bare] {
		if is(d) {
			return d.site, true
		}
	}
	return "", false
}

// shortest is the length below which names resemble one another by chance.
const shortest = 4

// trade are the words that swindlers add to the name of a company.
var trade = strings.Fields("careers career jobs job hr hiring recruiting recruitment recruiters talent interview interviews hire apply onboarding staffing team corp offers vacancies work workplace people")

func withoutTrade(label string) string {
	for _, w := range trade {
		for _, cut := range [...]func(s, w string) (string, bool){strings.CutSuffix, strings.CutPrefix} {
			if rest, ok := cut(label, w); ok {
				if rest = strings.Trim(rest, "-"); rest != "" {
					return rest
				}
			}
		}
	}
	return label
}

// confusable are letters that look like others (UTS 39), as far as they may stand in a domain.
var confusable = strings.NewReplacer("rn", "m", "vv", "w", "cl", "d", "0", "o", "1", "l", "i", "l", "5", "s", "3", "e", "4", "a", "2", "z", "8", "b", "-", "")

// skeleton is equal for two names that look alike, accents (acmé) and letters of other scripts among them.
func skeleton(label string) string {
	if plain, err := idna.ToUnicode(label); err == nil {
		label = strings.Map(func(c rune) rune {
			if unicode.Is(unicode.Mn, c) {
				return -1
			}
			return c
		}, norm.NFKD.String(plain))
	}
	return confusable.Replace(label)
}

// shortestNear is the length below which names that differ by a letter differ by chance.
const shortestNear = 6

// near reports names that differ by one letter in the middle, or by two where they are long. A letter more or less at an
// end is no sign: many firms are called like others, with an s or an ag.
func near(a, b string) bool {
	if len(a) < shortestNear || len(b) < shortestNear || len(a)-len(b) > 2 || len(b)-len(a) > 2 || a[0] != b[0] || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return false
	}
	switch d := distance(a, b); {
	case d == 1:
		return true
	case d == 2:
		return len(b) >= 10
	}
	return false
}

// distance is that of Damerau and Levenshtein: letters changed, added, left out, or exchanged with the next.
func distance(a, b string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(next[j-1]+1, row[j]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
