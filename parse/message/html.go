package message

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is what a reader sees of an HTML part.
type page struct {
	text   string
	links  []Link
	jsonLD []string
	struck bool   // something was left out because it is struck through
	gone   string // what was: the passages, each on its line
	grid   int    // rows with two and more filled cells
}

// readHTML turns HTML into text. It goes through the tokens and keeps its own short list of open elements: mail nests
// thousands of tables, leaves elements open and closes what it never opened, and none of that may cost more than one
// pass.
func readHTML(src string, n *notes) (p page) {
	if len(src) > maxHTML {
		n.add(limitHTML)
		src = src[:maxHTML]
	}
	r := htmlReader{notes: n, page: &p}
	defer func() {
		if recover() != nil {
			n.add(limitPanic)
		}
		p.text, p.gone = r.out.finish(), r.gone.String()
	}()
	r.read(src)
	return p
}

type htmlReader struct {
	*notes
	page   *page
	out    layout
	stack  []element
	count  map[atom.Atom]int // open elements by name, so that a stray end tag costs nothing
	hidden int               // open elements whose content nobody sees
	strike int               // of these, the ones that strike it through
	gone   strings.Builder   // what is struck through
	tiny   bool              // the letters have no size
	raw    rawText
	link   *openLink
	lists  []list
}

// element is an open element that matters when it closes.
type element struct {
	tag    atom.Atom
	hides  bool
	strike bool
	quotes bool
	keeps  bool // white space is kept
	gap    gap  // the space around it
	tiny   bool // whether the letters had no size around it
}

// rawText says what the text of a script, style or title element is for.
type rawText int

const (
	shown rawText = iota
	skipped
	linkedData
)

func (r *htmlReader) read(src string) {
	r.count = map[atom.Atom]int{}
	z := html.NewTokenizer(strings.NewReader(src))
	z.SetMaxBuf(maxHTML)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			r.words(z)
		case html.StartTagToken, html.SelfClosingTagToken:
			r.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(atom.Lookup(name))
		}
	}
}

func (r *htmlReader) words(z *html.Tokenizer) {
	switch {
	case r.raw == linkedData:
		if len(r.page.jsonLD) < maxJSONLD {
			r.page.jsonLD = append(r.page.jsonLD, strings.TrimSpace(string(z.Raw())))
		}
	case r.raw == skipped || r.tiny:
	case r.hidden > 0:
		r.struck(z)
	default:
		text := string(z.Text())
		if r.link != nil && r.link.room() {
			r.link.text.WriteString(text)
		}
		r.out.words(text)
	}
}

// maxStruck bounds what is kept of text that is struck through.
const maxStruck = 8 << 10

// struck keeps text that is struck through, and hidden by nothing else.
func (r *htmlReader) struck(z *html.Tokenizer) {
	if r.strike == 0 || r.strike != r.hidden || r.gone.Len() > maxStruck {
		return
	}
	if text := strings.Join(strings.Fields(string(z.Text())), " "); text != "" {
		r.gone.WriteString(text[:min(len(text), maxStruck)] + "\n")
	}
}

func (r *htmlReader) start(z *html.Tokenizer) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	a := readAttributes(z, more)
	if rule := rawElements[tag]; rule != shown {
		r.raw = rule
		if tag == atom.Script && a.kind != "application/ld+json" {
			r.raw = skipped
		}
		return
	}
	r.closeImplied(tag)
	if !voids[tag] {
		r.push(tag, a)
	}
	if r.hidden > 0 {
		return
	}
	r.open(tag, a)
}

// push remembers an open element.
func (r *htmlReader) push(tag atom.Atom, a attributes) {
	e := element{tag: tag, hides: a.hidden || hiding[tag], keeps: tag == atom.Pre, gap: gapOf(tag, a), tiny: r.tiny}
	if tag == 0 && !e.hides || len(r.stack) >= maxOpen {
		return
	}
	if a.struck || struckTags[tag] {
		if !e.hides {
			e.strike = true
			r.strike++
		}
		e.hides = true
		r.page.struck = true
	}
	if tag == atom.Blockquote && a.quote && r.hidden == 0 && !e.hides {
		e.quotes = true
		r.out.quote(+1)
	}
	if e.hides {
		r.hidden++
	}
	if e.keeps {
		r.out.keep++
	}
	if a.size != inherited {
		r.tiny = a.size == zero
	}
	r.stack = append(r.stack, e)
	r.count[tag]++
}

// maxOpen bounds the open elements that are remembered; what is nested deeper is read as if it stood there.
const maxOpen = 4096

// end closes the element and what was left open in it. Cells and rows are never closed by the end of something that
// began outside their table.
func (r *htmlReader) end(tag atom.Atom) {
	if rawElements[tag] != shown {
		r.raw = shown
		return
	}
	if tag == atom.Br || tag == atom.P && r.count[tag] == 0 {
		r.open(tag, attributes{})
		return
	}
	if r.count[tag] == 0 {
		return
	}
	for len(r.stack) > 0 {
		top := r.stack[len(r.stack)-1]
		if top.tag != tag && scopes[top.tag] && !scopes[tag] {
			return // </b> does not reach out of its cell
		}
		r.pop()
		if top.tag == tag {
			return
		}
	}
}

func (r *htmlReader) pop() {
	e := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.count[e.tag]--
	r.tiny = e.tiny
	if e.hides {
		r.hidden--
		if e.strike {
			r.strike--
		}
	}
	if e.keeps {
		r.out.keep--
	}
	if r.hidden == 0 && !e.hides {
		r.close(e)
	}
	if e.quotes {
		r.out.quote(-1)
	}
}

// closeImplied closes what a start tag ends without saying so: a list item, a cell, a row, a paragraph.
func (r *htmlReader) closeImplied(tag atom.Atom) {
	ended := impliedEnds[tag]
	for len(ended) > 0 && len(r.stack) > 0 {
		top := r.stack[len(r.stack)-1].tag
		if !contains(ended, top) {
			if inline[top] && !r.stack[len(r.stack)-1].hides && r.openBefore(ended) {
				r.pop()
				continue
			}
			return
		}
		r.pop()
	}
}

// openBefore reports whether one of tags is open inside the nearest table, list or block.
func (r *htmlReader) openBefore(tags []atom.Atom) bool {
	for i := len(r.stack) - 1; i >= 0 && i > len(r.stack)-8; i-- {
		top := r.stack[i].tag
		if contains(tags, top) {
			return true
		}
		if !inline[top] {
			return false
		}
	}
	return false
}

func contains(list []atom.Atom, tag atom.Atom) bool {
	for _, t := range list {
		if t == tag {
			return true
		}
	}
	return false
}
