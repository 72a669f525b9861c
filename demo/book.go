package demo

import (
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
)

// book keeps everything that happens as files, and at the end the page that shows them on a time line.
type book struct {
	dir   string
	parts []*part
	count int // files so far
	kinds []kind
}

// part is what happened in one chapter.
type part struct {
	Title   string
	About   string
	Entries []entry
	Events  []entry // the calendar at the end
}

// kind is a kind of letter, and where on the page the first one stands.
type kind struct {
	Name   string
	Title  string
	Anchor string
}

// entry is one thing that happened.
type entry struct {
	At    string // in her zone
	What  string // letter, note, forward, mail, answer, event
	Kind  string // of a letter
	Title string
	Text  string
	EML   string // file names, relative to the page
	HTML  string
}

// newBook takes the files of an earlier demo out of dir, and no others.
func newBook(dir string) (*book, error) {
	for _, pattern := range []string{"[0-9]*[0-9]-*.eml", "[0-9]*[0-9]-*.html", "event-*.ics"} {
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

// open begins a chapter.
func (b *book) open(c chapter) { b.parts = append(b.parts, &part{Title: c.title, About: c.about}) }

// last is the chapter that is being told.
func (b *book) last() *part { return b.parts[len(b.parts)-1] }

// index lists the first letter of each kind.
func (b *book) index(e entry) {
	if !slices.ContainsFunc(b.kinds, func(k kind) bool { return k.Name == e.Kind }) {
		b.kinds = append(b.kinds, kind{Name: e.Kind, Title: e.Title, Anchor: e.EML})
	}
}

// maxFiles is more than any story needs.
const maxFiles = 2000

// keep writes a message as .eml, and as .html where it has such a part.
func (b *book) keep(at time.Time, what, title string, raw []byte, text string) error {
	if b.count >= maxFiles {
		return fmt.Errorf("more than %d messages: an answer is answered without end", maxFiles)
	}
	loc, err := interview.Location(zone)
	if err != nil {
		return err
	}
	b.count++
	name := fmt.Sprintf("%02d-%s", b.count, what)
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
	if what == "letter" {
		e.Kind = kindOf(msg)
		b.index(e)
	}
	b.last().Entries = append(b.last().Entries, e)
	return nil
}

// event writes a calendar object as it is at the end.
func (b *book) event(path string, data []byte) error {
	name := "event-" + strings.Trim(filepath.Base(path), "/")
	if !strings.HasSuffix(name, ".ics") {
		name += ".ics"
	}
	b.last().Events = append(b.last().Events, entry{What: "event", Title: summary(data), Text: string(data), EML: name})
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
	return path, page.Execute(f, map[string]any{"Parts": b.parts, "Kinds": b.kinds})
}
