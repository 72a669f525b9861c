package drafts

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"strings"
	texttemplate "text/template"
)

// Options says what of the candidate's own takes the place of what is built in.
type Options struct {
	Templates fs.FS  // files named as those of templates/en; nil: none
	Advice    []byte // laid over advice.toml by id; nil: none
	Language  string // folder of the built-in templates; "en" where empty
}

// Writer writes letters and notes. It holds nothing that changes: any number of goroutines may use it.
type Writer struct {
	letters   *texttemplate.Template
	page      *template.Template
	words     *words
	sentences *sentences
	advice    *advice
	language  string
}

// New reads all templates and all advice. A file that does not parse, or that does not do on a made-up interview, is an
// error naming file and line.
func New(o Options) (*Writer, error) {
	w := &Writer{language: o.Language}
	if w.language == "" {
		w.language = "en"
	}
	ours, err := fs.Sub(embedded, "templates/"+w.language)
	if err != nil {
		return nil, fmt.Errorf("the templates of language %q: %w", w.language, err)
	}
	if err := checkNames(o.Templates); err != nil {
		return nil, err
	}
	if err := w.load(source{hers: o.Templates, ours: ours}, o.Advice); err != nil {
		return nil, err
	}
	return w, w.rehearse()
}

func (w *Writer) load(s source, hers []byte) (err error) {
	data, err := s.read(wordsFile)
	if err != nil {
		return fmt.Errorf("the templates of language %q: %w", w.language, err)
	}
	if w.words, err = parseWords(wordsFile, data); err != nil {
		return err
	}
	if data, err = s.read(sentencesFile); err != nil {
		return fmt.Errorf("reading %s: %w", sentencesFile, err)
	}
	if w.sentences, err = parseSentences(sentencesFile, data); err != nil {
		return err
	}
	if w.advice, err = loadAdvice(ownAdvice, hers); err != nil {
		return err
	}
	if w.letters, err = loadLetters(s); err != nil {
		return err
	}
	w.page, err = loadPage(s)
	return err
}

// Write writes one letter. The same facts give the same bytes.
func (w *Writer) Write(kind Kind, f Facts) (Letter, error) {
	t := w.letters.Lookup(string(kind) + ".md")
	if t == nil || kind == "" {
		return Letter{}, fmt.Errorf("writing a letter %q: %w", kind, ErrKind)
	}
	v := w.view(kind, f)
	var body strings.Builder
	body.Grow(8 << 10)
	if err := t.Execute(&body, v); err != nil {
		return Letter{}, fmt.Errorf("writing the %s: %w", kind, err)
	}
	subject, source := cutSubject(body.String())
	blocks := parseMarkdown(source)
	l := Letter{Kind: kind, Subject: withRef(subject, f.Ref), Text: plain(blocks), Attach: attachments(f)}
	html, err := w.html(l.Subject, blocks)
	if err != nil {
		return Letter{}, fmt.Errorf("writing the %s: %w", kind, err)
	}
	l.HTML = html
	return l, nil
}

// page is what the frame of the HTML part is filled with.
type page struct {
	Language string
	Subject  string
	Preview  string // the line that mail programs show beside the subject
	Blocks   []block
}

func (w *Writer) html(subject string, blocks []block) (string, error) {
	var b bytes.Buffer
	b.Grow(24 << 10)
	err := w.page.Execute(&b, page{Language: w.language, Subject: subject, Preview: preview(blocks), Blocks: blocks})
	return b.String(), err
}

// preview is the first paragraph, shortened.
func preview(blocks []block) string {
	for _, b := range blocks {
		if b.Form == para {
			return shorten(b.Lines[0].Text(), 120)
		}
	}
	return ""
}

const subjectMark = "Subject:"

// cutSubject takes the subject off the top of a letter.
func cutSubject(body string) (subject, rest string) {
	body = strings.TrimLeft(body, "\n ")
	first, rest, _ := strings.Cut(body, "\n")
	s, ok := strings.CutPrefix(first, subjectMark)
	if !ok {
		return "", body
	}
	return clean(parseLine(strings.TrimSpace(s)).Text()), rest
}

// maxSubject leaves room for the reference within the 998 characters of a header line, and in any list of mails.
const maxSubject = 140

// withRef closes a subject with the public number by which an answer is recognised where a provider rewrote our
// Message-ID. It must survive: the subject is shortened, never the number.
func withRef(subject, ref string) string {
	subject = shorten(subject, maxSubject)
	if ref == "" {
		return subject
	}
	return strings.TrimSpace(subject + " [roundtwo " + clean(ref) + "]")
}

// attachments is the calendar file where the facts hold one. The message of a handover is attached by whoever composes
// it: only there its bytes are known.
func attachments(f Facts) []Attachment {
	if len(f.Calendar) == 0 {
		return nil
	}
	method := f.Method
	if method == "" {
		method = "PUBLISH"
	}
	return []Attachment{{Name: "interview.ics", Type: "text/calendar", Method: method, Data: f.Calendar}}
}
