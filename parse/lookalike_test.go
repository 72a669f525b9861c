package parse

import (
	"strings"
	"testing"

	"roundtwo/security"
)

// domainRow is a line of testdata/lookalikes.txt: what the letter shows, how it is done, who writes.
type domainRow struct{ shown, way, writes string }

func domainRows(t *testing.T, file string) (rows []domainRow) {
	t.Helper()
	for _, line := range linesOf(t, file) {
		if part := strings.Split(line, " | "); len(part) == 3 {
			rows = append(rows, domainRow{part[0], part[1], part[2]})
		}
	}
	if len(rows) < 200 {
		t.Fatalf("%s has %d rows", file, len(rows))
	}
	return rows
}

// told reads an invitation from one domain that shows another in its signature, and gives the warning about the domain.
func (d domainRow) told() string {
	raw := strings.Replace(string(invitationWith("hr@"+d.writes, "We look forward to it.")), "Globex HR\r\n", "Globex HR\r\nwww."+d.shown+"\r\n", 1)
	for _, w := range Message([]byte(raw), "Europe/Berlin").Warnings {
		if strings.Contains(w, "looks like") || strings.Contains(w, "look like") {
			return w
		}
	}
	return ""
}

func TestLookalikeDomainsAreWarnedOf(t *testing.T) {
	rows := domainRows(t, "testdata/lookalikes.txt")
	missed := 0
	for _, row := range rows {
		if row.told() == "" {
			missed++
			t.Logf("%s for %s (%s) is not warned of", row.writes, row.shown, row.way)
		}
	}
	security.Figure(t, "lookalike domains warned of", "domains", len(rows), "warned of", len(rows)-missed)
	if missed*50 > len(rows) {
		t.Errorf("%d of %d lookalikes are not warned of", missed, len(rows))
	}
}

func TestGenuineDomainsAreNotWarnedOf(t *testing.T) {
	rows := domainRows(t, "testdata/genuine-domains.txt")
	warned := 0
	for _, row := range rows {
		if w := row.told(); w != "" {
			warned++
			t.Logf("%s for %s (%s): %s", row.writes, row.shown, row.way, w)
		}
	}
	security.Figure(t, "genuine domains warned of", "domains", len(rows), "warned of", warned)
	if warned*100 > len(rows) {
		t.Errorf("%d of %d genuine domains are warned of", warned, len(rows))
	}
}
