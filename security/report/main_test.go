package main

import (
	"strings"
	"testing"
	"time"
)

// An empty run shows nothing: the page still lists every row, and the command fails and says which.
func TestARowThatNobodyRanIsNamed(t *testing.T) {
	var page strings.Builder
	err := write(&page, strings.NewReader("FIGURE kills: points=120; lost=0\n"), time.Unix(0, 0))
	if err == nil || !strings.Contains(err.Error(), "not run") {
		t.Errorf("error %v, want one that names the rows", err)
	}
	for _, want := range []string{"| kills | points=120; lost=0 |", "## A: Commands", "## X: Crashes"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
