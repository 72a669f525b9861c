package security

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// SplitTest takes "daemon/approval.TestRules/too late" apart: folder, function, and the subtest as go test writes it.
func SplitTest(name string) (folder, function, sub string) {
	folder, rest, _ := strings.Cut(name, ".")
	function, sub, _ = strings.Cut(rest, "/")
	return folder, function, strings.ReplaceAll(sub, " ", "_")
}

// Measured is one figure as a test printed it.
type Measured struct {
	Name   string
	Values string // "points=120; lost=0"
}

// Run is what the tests said: which passed, and what they measured.
type Run struct {
	ended   map[string]string // "daemon.TestForged/sub" → pass, fail, skip
	Figures []Measured
}

// event is a line of go test -json.
type event struct {
	Action  string
	Package string
	Test    string
	Output  string
}

// ReadRun reads the output of go test -json, several runs one after the other if need be. Lines that are no JSON count only
// when they hold a figure: scripts print some.
func ReadRun(r io.Reader) (Run, error) {
	run := Run{ended: map[string]string{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		e := event{Output: lines.Text()}
		if strings.HasPrefix(lines.Text(), "{") {
			if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
				return Run{}, fmt.Errorf("read the output of the tests, %.80q: %w", lines.Text(), err)
			}
		}
		run.hear(e)
	}
	if err := lines.Err(); err != nil {
		return Run{}, fmt.Errorf("read the output of the tests: %w", err)
	}
	return run, nil
}

func (run *Run) hear(e event) {
	switch e.Action {
	case "pass", "fail", "skip":
		run.ended[strings.TrimPrefix(e.Package, "roundtwo/")+"."+e.Test] = e.Action
		return
	}
	if _, said, found := strings.Cut(strings.TrimRight(e.Output, "\n"), figureMark); found {
		name, values, _ := strings.Cut(said, ": ")
		run.measure(Measured{Name: name, Values: values})
	}
}

// measure keeps the last figure of a name: a test that was run again has said it again.
func (run *Run) measure(m Measured) {
	for i, old := range run.Figures {
		if old.Name == m.Name {
			run.Figures[i] = m
			return
		}
	}
	run.Figures = append(run.Figures, m)
}

// Ended says how a test of the table ended: pass, fail, skip, or "" when it was not run.
func (run *Run) Ended(name string) string {
	folder, function, sub := SplitTest(name)
	if sub != "" {
		function += "/" + sub
	}
	return run.ended[folder+"."+function]
}
