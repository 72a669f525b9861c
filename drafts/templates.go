package drafts

import (
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	texttemplate "text/template"
	"text/template/parse"
)

//go:embed templates/en
var embedded embed.FS

//go:embed advice.toml
var ownAdvice []byte

// The files of a language besides one KIND.md for each kind of letter.
const (
	partsFile     = "parts.md"
	pageFile      = "page.html"
	wordsFile     = "words.toml"
	sentencesFile = "sentences.toml"
)

// files lists the names that a folder of templates may hold.
func files() []string {
	out := []string{partsFile, pageFile, wordsFile, sentencesFile}
	for _, k := range Kinds() {
		out = append(out, string(k)+".md")
	}
	return out
}

// source reads a file of hers, and where she has none, ours.
type source struct{ hers, ours fs.FS }

func (s source) read(name string) ([]byte, error) {
	if s.hers != nil {
		data, err := fs.ReadFile(s.hers, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return fs.ReadFile(s.ours, name)
}

// checkNames refuses a file of hers that would never be read: a misspelt name would otherwise be without effect.
func checkNames(hers fs.FS) error {
	if hers == nil {
		return nil
	}
	entries, err := fs.ReadDir(hers, ".")
	if err != nil {
		return fmt.Errorf("reading the templates: %w", err)
	}
	known := files()
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "README") || e.IsDir() {
			continue
		}
		if !slices.Contains(known, name) {
			return fmt.Errorf("%s: no template has that name; there are %s", name, strings.Join(known, ", "))
		}
	}
	return nil
}

// markup is Markdown that a function made: it is not escaped again.
type markup string

// escapeFunc is appended to every action of a letter's template.
const escapeFunc = "_escape"

func escapeValue(v any) markup {
	switch v := v.(type) {
	case markup:
		return v
	case string:
		return markup(escape(v))
	}
	return markup(escape(fmt.Sprint(v)))
}

// loadLetters parses the templates of all kinds into one set.
func loadLetters(s source) (*texttemplate.Template, error) {
	set := texttemplate.New("letters").Funcs(texttemplate.FuncMap{escapeFunc: escapeValue})
	names := []string{partsFile}
	for _, k := range Kinds() {
		names = append(names, string(k)+".md")
	}
	for _, name := range names {
		data, err := s.read(name)
		if err != nil {
			return nil, fmt.Errorf("reading the template %s: %w", name, err)
		}
		if _, err := set.New(name).Parse(string(data)); err != nil {
			return nil, err // says file and line itself
		}
	}
	for _, t := range set.Templates() {
		if t.Tree != nil {
			escapeActions(t.Root)
		}
	}
	return set, nil
}

// escapeActions makes every action escape what it prints, as html/template does for HTML: a name that holds Markdown
// must not become a heading or a link, and no template has to remember that.
func escapeActions(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			escapeActions(c)
		}
	case *parse.IfNode:
		escapeActions(n.List)
		escapeActions(n.ElseList)
	case *parse.RangeNode:
		escapeActions(n.List)
		escapeActions(n.ElseList)
	case *parse.WithNode:
		escapeActions(n.List)
		escapeActions(n.ElseList)
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return
		}
		n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{
			NodeType: parse.NodeCommand, Pos: n.Pos,
			Args: []parse.Node{parse.NewIdentifier(escapeFunc).SetPos(n.Pos)},
		})
	}
}

// loadPage parses the frame of the HTML part.
func loadPage(s source) (*template.Template, error) {
	data, err := s.read(pageFile)
	if err != nil {
		return nil, fmt.Errorf("reading the template %s: %w", pageFile, err)
	}
	return template.New(pageFile).Funcs(template.FuncMap{"href": href}).Parse(string(data))
}

// href lets the addresses through that a letter may hold, and makes anything else harmless. html/template by itself
// refuses tel:, which a phone needs.
func href(url string) template.URL {
	for _, ok := range []string{"https://", "http://", "mailto:", "tel:"} {
		if strings.HasPrefix(strings.ToLower(url), ok) {
			return template.URL(url) // percent-encoded by link and answerURL
		}
	}
	return "#"
}
