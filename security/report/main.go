// Command report writes docs/security.md from the table of threats and the output of the tests:
//
//	go test -json ./... | go run ./security/report >docs/security.md
//
// It exits 1, and names each on standard error, when a test that the table names failed or was not run.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"roundtwo/security"
)

func main() {
	if err := write(os.Stdout, os.Stdin, time.Now()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(w io.Writer, tests io.Reader, now time.Time) error {
	table, err := security.Table()
	if err != nil {
		return err
	}
	run, err := security.ReadRun(tests)
	if err != nil {
		return err
	}
	page := &page{run: run}
	page.head(now)
	page.figures()
	for _, kind := range table {
		page.kind(kind)
	}
	if _, err := io.WriteString(w, page.text.String()); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	if len(page.broken) > 0 {
		return fmt.Errorf("not shown in this run:\n%s", strings.Join(page.broken, "\n"))
	}
	return nil
}

// page gathers the text, and which rows the run did not show.
type page struct {
	run    security.Run
	text   strings.Builder
	broken []string
}

func (p *page) head(now time.Time) {
	fmt.Fprintf(&p.text, `# What roundtwo withstands

Made by make security out of what the tests printed; do not edit it. Run of %s, %s, %d cores.
What is promised and what is not stands in [SECURITY.md](../SECURITY.md).
`, now.UTC().Format(time.DateOnly), runtime.Version(), runtime.NumCPU())
}

func (p *page) figures() {
	p.text.WriteString("\n## Figures\n\n| what | measured |\n| --- | --- |\n")
	for _, figure := range p.run.Figures {
		fmt.Fprintf(&p.text, "| %s | %s |\n", cell(figure.Name), cell(figure.Values))
	}
}

func (p *page) kind(kind security.Kind) {
	fmt.Fprintf(&p.text, "\n## %s: %s\n\n| | threat | what roundtwo does | shown by |\n| --- | --- | --- | --- |\n", kind.Letter, kind.Title)
	for _, row := range kind.Rows {
		fmt.Fprintf(&p.text, "| %s | %s | %s | %s |\n", row.ID, cell(row.Threat), cell(row.Held), p.shown(row))
	}
}

// shown names the tests of a row, or says why there is none; a row may have both, when a part of it cannot be tried.
func (p *page) shown(row security.Row) string {
	var parts []string
	for _, name := range row.Tests {
		parts = append(parts, "`"+cell(name)+"`")
		if ended := p.run.Ended(name); ended != "pass" {
			p.broken = append(p.broken, fmt.Sprintf("%s: %s: %s", row.ID, name, or(ended, "not run")))
			parts[len(parts)-1] += " (" + or(ended, "not run") + ")"
		}
	}
	if row.Not != "" {
		parts = append(parts, "not shown: "+cell(row.Not))
	}
	return strings.Join(parts, ", ")
}

// cell keeps a text inside its cell.
func cell(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", `\|`)
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
