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
