package demo

import (
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"time"

	"roundtwo/parse/message"
)

// book keeps everything that happens as files, and at the end the page that shows them on a time line.
type book struct {
	dir     string
	entries []entry
	events  []entry
}

// entry is one thing that happened.
type entry struct {
	At    string // in her zone
	What  string // letter, note, forward, answer, event
	Title string
	Text  string
	EML   string // file names, relative to the page
	HTML  string
}

// newBook takes the files of an earlier demo out of dir, and no others.
func newBook(dir string) (*book, error) {
	for _, pattern := range []string{"[0-9][0-9]-*.eml", "[0-9][0-9]-*.html", "event-*.ics"} {
		old, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		for _, name := range old {
			if err := os.Remove(name); err != nil {
				return nil, fmt.Errorf("take away an earlier demo: %w", err)
			}
		}
	}
	return &book{dir: dir}, nil
}

// keep writes a message as .eml, and as .html where it has such a part.
func (b *book) keep(at time.Time, what, title string, raw []byte, text string) error {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		return err
	}
	name := fmt.Sprintf("%02d-%s", len(b.entries)+1, what)
	e := entry{At: at.In(loc).Format("Monday 2 January 2006, 15:04"), What: what, Title: title, Text: text, EML: name + ".eml"}
	msg := message.Read(raw)
	if e.Text == "" {
		e.Text = msg.Text
	}
	if err := b.write(e.EML, raw); err != nil {
		return err
	}
	if msg.HTML != "" {
		e.HTML = name + ".html"
		if err := b.write(e.HTML, []byte(msg.HTML)); err != nil {
			return err
		}
	}
	b.entries = append(b.entries, e)
	return nil
}

// event writes a calendar object as it is at the end.
func (b *book) event(path string, data []byte) error {
	name := "event-" + strings.Trim(filepath.Base(path), "/")
	if !strings.HasSuffix(name, ".ics") {
		name += ".ics"
	}
	b.events = append(b.events, entry{What: "event", Title: summary(data), Text: string(data), EML: name})
	return b.write(name, data)
}

// summary is the SUMMARY and the state of an event, for the page.
func summary(data []byte) string {
	var title, when, status string
	for _, line := range strings.Split(strings.ReplaceAll(string(data), "\r\n ", ""), "\r\n") {
		switch key, value, _ := strings.Cut(line, ":"); key {
		case "SUMMARY":
			title = strings.ReplaceAll(value, `\`, "")
		case "DTSTART":
			when = value
		case "STATUS":
			status = strings.ToLower(value)
		}
	}
	return fmt.Sprintf("%s, %s (%s)", title, when, status)
}

func (b *book) write(name string, data []byte) error {
	if err := os.WriteFile(filepath.Join(b.dir, name), data, 0o644); err != nil {
		return fmt.Errorf("keep a file of the demo: %w", err)
	}
	return nil
}

//go:embed page.html
var pageText string

// close writes index.html and gives its path.
func (b *book) close() (string, error) {
	page, err := template.New("page").Parse(pageText)
	if err != nil {
		return "", err
	}
	path := filepath.Join(b.dir, "index.html")
	f, err := os.Create(path)
	if err != nil {
		return "", fmt.Errorf("write the page of the demo: %w", err)
	}
	defer f.Close()
	return path, page.Execute(f, map[string]any{"Entries": b.entries, "Events": b.events})
}
