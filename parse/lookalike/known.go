package lookalike

import (
	_ "embed"
	"strings"
)

//go:embed known.txt
var knownText string

// known are the domains of the table that are imitated; owned maps each domain of the table to the first of its line.
var known, owned = readKnown(knownText)

func readKnown(text string) (first []string, owners map[string]string) {
	owners = map[string]string{}
	for line := range strings.Lines(text) {
		if domains := strings.Fields(line); len(domains) > 0 && domains[0] != "#" {
			first = append(first, domains[0])
			for _, d := range domains {
				owners[d] = domains[0]
			}
		}
	}
	return first, owners
}

// shape is what names have in common that differ by a letter or two in the middle.
type shape struct {
	first byte
	long  int
}

// index finds the domains of the table that a host can imitate at all.
type index struct {
	all        []domain
	bySkeleton map[string][]domain
	byShape    map[shape][]domain
	byLabel    map[string][]domain // by the name, for hosts in which it stands
}

var table = makeIndex(known)

func makeIndex(sites []string) index {
	x := index{bySkeleton: map[string][]domain{}, byShape: map[shape][]domain{}, byLabel: map[string][]domain{}}
	for _, s := range sites {
		d := makeDomain(Site(s))
		if d.site == "" {
			continue
		}
		d.at = len(x.all)
		x.all = append(x.all, d)
		x.bySkeleton[d.skeleton] = append(x.bySkeleton[d.skeleton], d)
		x.byLabel[d.name] = append(x.byLabel[d.name], d)
		x.byShape[shape{d.name[0], len(d.name)}] = append(x.byShape[shape{d.name[0], len(d.name)}], d)
	}
	return x
}
