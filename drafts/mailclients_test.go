package drafts

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// degrades names what a mail client may lack or do only in part, with the reason why the letters stay right without it.
// Whatever else Gmail, Outlook or Apple Mail lacks must not stand in a letter.
var degrades = map[string]string{
	"css-at-media":                      "dark mode alone: without it the letter is light",
	"css-at-media-prefers-color-scheme": "dark mode alone",
	"css-border":                        "Outlook on Windows: unsure on p and div; the letters have it on table cells and headings",
	"css-display":                       "only display:none is used, and it holds no table",
	"css-display-none":                  "the line of preview: where it shows, it is one pixel high and of the colour of the page",
	"css-font-size":                     "Outlook on Windows: not in rem or percent; the letters have px",
	"css-font-weight":                   "only bold and normal are used",
	"css-important":                     "dark mode alone",
	"css-line-height":                   "Outlook on Windows: not in px; the letters have plain numbers",
	"css-margin":                        "no negative margins are used; Outlook on Windows ignores that of body, which is 0",
	"css-max-width":                     "Outlook on Windows: on tables alone, where the letters have it",
	"css-overflow-wrap":                 "word-wrap stands beside it",
	"css-padding":                       "Outlook on Windows: on table cells alone; elsewhere the letters have it on headings and lists, which stand closer",
	"css-selector-class":                "dark mode alone",
	"css-table-layout":                  "without it the client chooses the widths of the columns",
	"css-text-align":                    "only left is used",
	"css-text-decoration":               "only underline is used",
	"css-width":                         "the attribute width stands beside it",
	"css-word-wrap":                     "Outlook: a long link makes the column wider",
	"html-align":                        "only left and center are used, on table cells",
	"html-body":                         "the client puts a div in its place; the table within has the same colour",
	"html-dir":                          "only the direction of a foreign text",
	"html-doctype":                      "the client sets its own",
	"html-lists":                        "only plain bullets are used",
	"html-meta-color-scheme":            "without it the client turns the colours by itself",
	"html-role":                         "Windows Mail: a screen reader says table, the order stays right",
	"html-style":                        "dark mode alone: every rule that counts stands in the element",
	"html-width":                        "only on tables and cells",
}

// ofClients is the support for one feature: family, platform, version; "y", "n", or "a" (in part), with numbers of notes.
type ofClients struct {
	Slug  string                                  `json:"slug"`
	Stats map[string]map[string]map[string]string `json:"stats"`
}

// readers are the mail clients that must show a letter right.
var readers = []string{"gmail", "outlook", "apple-mail"}

// lack lists the readers whose newest version has the feature not at all, or only in part.
func (f ofClients) lack() []string {
	var out []string
	for _, family := range readers {
		for platform, versions := range f.Stats[family] {
			newest := slices.Max(slices.Collect(maps.Keys(versions)))
			if s := versions[newest]; strings.HasPrefix(s, "n") || strings.HasPrefix(s, "a") {
				out = append(out, family+" "+platform+": "+s)
			}
		}
	}
	slices.Sort(out)
	return out
}

func TestMailClients(t *testing.T) {
	known := clientData(t)
	t.Run("have what the letters use", func(t *testing.T) { haveWhatIsUsed(t, known) })
	t.Run("lack what is named here", func(t *testing.T) { lackWhatIsNamed(t, known) })
}

func haveWhatIsUsed(t *testing.T, known map[string]ofClients) {
	letters, err := filepath.Glob("testdata/*.html")
	if err != nil || len(letters) < 18 {
		t.Fatalf("%d letters (%v)", len(letters), err)
	}
	used := map[string]string{} // feature: a letter that has it
	for _, name := range letters {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for f := range features(t, string(data)) {
			used[f] = filepath.Base(name)
		}
	}
	if len(used) < 20 {
		t.Fatalf("only %d features found: are the letters read?", len(used))
	}
	for _, slug := range slices.Sorted(maps.Keys(used)) {
		f, ok := known[slug]
		if !ok {
			continue // too old or too plain to be in the data: colour, font-family
		}
		if lack := f.lack(); len(lack) > 0 && degrades[slug] == "" {
			t.Errorf("%s uses %s, which is not everywhere: %s", used[slug], slug, strings.Join(lack, "; "))
		}
	}
	for slug := range degrades {
		if f, ok := known[slug]; !ok || used[slug] == "" || len(f.lack()) == 0 {
			t.Errorf("%s need not be allowed", slug)
		}
	}
}

// lackWhatIsNamed shows that the check finds something.
func lackWhatIsNamed(t *testing.T, known map[string]ofClients) {
	for _, c := range []struct{ name, page, want string }{
		{"a grid", `<div style="display:grid"></div>`, "css-display-grid"},
		{"a rule in the head", `<style>@media (min-width:1px) { .a:hover { position: fixed } }</style>`, "css-position"},
		{"an element", `<video src="x"></video>`, "html-video"},
		{"a unit", `<p style="margin:2vmax"></p>`, "css-unit-vmax"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !features(t, c.page)[c.want] || len(known[c.want].lack()) == 0 || degrades[c.want] != "" {
				t.Errorf("%s goes through", c.page)
			}
		})
	}
}

// clientData fetches the data of caniemail.com through npm.
func clientData(t *testing.T) map[string]ofClients {
	t.Helper()
	if _, err := exec.LookPath("npm"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("npm is needed for the data about mail clients")
		}
		t.Skip("npm is not here: what mail clients lack is not checked")
	}
	dir := t.TempDir()
	if out, err := exec.Command("sh", "testdata/caniemail.sh", dir).CombinedOutput(); err != nil {
		var ended *exec.ExitError
		if errors.As(err, &ended) && ended.ExitCode() == 75 { // no test needs the internet
			t.Skipf("the registry of npm cannot be reached: what mail clients lack is not checked\n%s", out)
		}
		t.Fatalf("fetch the data about mail clients: %v\n%s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "package", "data", "caniemail.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Data []ofClients `json:"data"`
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	known := map[string]ofClients{}
	for _, f := range all.Data {
		known[f.Slug] = f
	}
	return known
}

// features names what a page uses, as the data names it.
func features(t *testing.T, page string) map[string]bool {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for n := range root.Descendants() {
		switch {
		case n.Type == html.DoctypeNode:
			found["html-doctype"] = true
		case n.Type == html.CommentNode:
			found["html-comments"] = true
		case n.Type == html.TextNode && n.Parent.Data == "style":
			sheet(n.Data, found)
		case n.Type == html.ElementNode:
			element(n, found)
		}
	}
	return found
}

// grouped are elements that the data knows under one name.
var grouped = map[string]string{
	"h1": "h1-h6", "h2": "h1-h6", "h3": "h1-h6", "h4": "h1-h6", "ul": "lists", "ol": "lists", "dl": "lists", "header": "semantics",
	"main": "semantics", "section": "semantics", "article": "semantics", "footer": "semantics", "button": "button-submit",
}

func element(n *html.Node, found map[string]bool) {
	name := n.Data
	if g := grouped[name]; g != "" {
		name = g
	}
	found["html-"+name] = true
	for _, a := range n.Attr {
		found["html-"+a.Key] = true
		switch {
		case a.Key == "style":
			declarations(a.Val, found)
		case a.Key == "name" && strings.Contains(a.Val, "color-scheme"):
			found["html-meta-color-scheme"] = true
		case a.Key == "href" && strings.HasPrefix(a.Val, "mailto:"):
			found["html-mailto-links"] = true
		case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
			found["html-anchor-links"] = true
		}
	}
}

var (
	atRule      = regexp.MustCompile(`@([a-z-]+)[^{]*`)
	mediaName   = regexp.MustCompile(`\(([a-z-]+)`)
	pseudo      = regexp.MustCompile(`(::?)([a-z-]+)`)
	cssRule     = regexp.MustCompile(`([^{};]*)\{([^{}]*)\}`)
	declaration = regexp.MustCompile(`([a-z-]+)\s*:\s*([^;]+)`)
	unit        = regexp.MustCompile(`[0-9.]+(px|em|rem|%|vw|vh|vmin|vmax|ch|ex|cm|mm|in|pc|pt)`)
	function    = regexp.MustCompile(`([a-z-]+)\(`)
)

// sheet reads a <style>: at-rules, selectors and declarations.
func sheet(css string, found map[string]bool) {
	for _, m := range atRule.FindAllStringSubmatch(css, -1) {
		found["css-at-"+m[1]] = true
		for _, f := range mediaName.FindAllStringSubmatch(m[0], -1) {
			found["css-at-"+m[1]+"-"+f[1]] = true
		}
	}
	for _, m := range cssRule.FindAllStringSubmatch(css, -1) {
		for _, p := range pseudo.FindAllStringSubmatch(m[1], -1) {
			found[map[string]string{":": "css-pseudo-class-", "::": "css-pseudo-element-"}[p[1]]+p[2]] = true
		}
		if strings.Contains(m[1], ".") {
			found["css-selector-class"] = true
		}
		declarations(m[2], found)
	}
}

// declarations reads "property: value; …".
func declarations(css string, found map[string]bool) {
	for _, m := range declaration.FindAllStringSubmatch(css, -1) {
		property, value := m[1], strings.TrimSpace(m[2])
		found["css-"+property] = true
		for _, side := range []string{"-top", "-right", "-bottom", "-left"} { // padding-top is padding
			found["css-"+strings.TrimSuffix(property, side)] = true
		}
		found["css-"+property+"-"+strings.Fields(value + " x")[0]] = true // display-grid
		if strings.Contains(value, "!important") {
			found["css-important"] = true
		}
		for _, u := range unit.FindAllStringSubmatch(value, -1) {
			found["css-unit-"+strings.Replace(u[1], "%", "percent", 1)] = true
		}
		for _, f := range function.FindAllStringSubmatch(value, -1) {
			found["css-function-"+f[1]], found["css-unit-"+f[1]], found["css-"+f[1]] = true, true, true
		}
	}
}
