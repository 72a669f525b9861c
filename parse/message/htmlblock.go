package message

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"
)

// list is an open list: the number of its next item, 0 for bullets, and whether it has an item already.
type list struct {
	next  int
	begun bool
}

// openLink is a link whose text is being read.
type openLink struct {
	url  string
	text strings.Builder
}

func (l *openLink) room() bool { return l.text.Len() < 1000 }

// open lays out the start of an element.
func (r *htmlReader) open(tag atom.Atom, a attributes) {
	switch tag {
	case atom.Br:
		r.out.lineBreak()
		return
	case atom.Img:
		r.image(a)
		return
	case atom.A:
		r.endLink()
		if a.href != "" {
			r.link = &openLink{url: a.href}
		}
		return
	case atom.Td, atom.Th:
		r.out.cell()
		return
	case atom.Tr:
		r.out.row()
		return
	case atom.Table:
		r.out.table(+1)
		return
	}
	r.out.gap(gapOf(tag, a))
	r.openList(tag)
}

// gapOf gives the space around an element; paragraphs of Outlook have none, and an empty one between them instead.
func gapOf(tag atom.Atom, a attributes) gap {
	if g := gaps[tag]; g != paragraph || !a.plain && !a.quote {
		return g
	}
	return line
}

func (r *htmlReader) openList(tag atom.Atom) {
	switch tag {
	case atom.Ul:
		r.lists = append(r.lists, list{})
	case atom.Ol:
		r.lists = append(r.lists, list{next: 1})
	case atom.Li:
		if len(r.lists) > 0 && r.lists[len(r.lists)-1].begun {
			r.out.due = min(r.out.due, line) // items stand together, whatever paragraphs they hold
		}
		r.out.words(r.bullet())
		r.out.mark = true
	case atom.Hr:
		r.out.words("________________________________")
		r.out.gap(line)
	}
}

func (r *htmlReader) bullet() string {
	if len(r.lists) == 0 {
		return "- "
	}
	top := &r.lists[len(r.lists)-1]
	top.begun = true
	if top.next == 0 {
		return "- "
	}
	top.next++
	return strconv.Itoa(top.next-1) + ". "
}

// close lays out the end of an element.
func (r *htmlReader) close(e element) {
	switch e.tag {
	case atom.A:
		r.endLink()
	case atom.Td, atom.Th:
		r.endLink()
		r.out.endCell()
	case atom.Tr:
		if r.out.endRow() {
			r.page.grid++
		}
	case atom.Table:
		r.out.table(-1)
	case atom.Ul, atom.Ol:
		if len(r.lists) > 0 {
			r.lists = r.lists[:len(r.lists)-1]
		}
		r.out.gap(line)
	default:
		r.out.gap(e.gap)
	}
}

// image stands for its text where it is the whole of a link: a button.
func (r *htmlReader) image(a attributes) {
	if a.alt == "" || r.link == nil || r.link.text.Len() > 0 {
		return
	}
	r.link.text.WriteString(a.alt)
	r.out.words(a.alt)
}

// endLink keeps a link, and writes where it goes behind its text, unless the text says it.
func (r *htmlReader) endLink() {
	l := r.link
	if r.link = nil; l == nil {
		return
	}
	text := strings.Join(strings.Fields(headerText(l.text.String(), r.notes)), " ")
	url, target := linkTarget(l.url)
	if url == "" {
		return
	}
	if len(r.page.links) == maxLinks {
		r.add(limitLinks)
		return
	}
	r.page.links = append(r.page.links, Link{Text: text, URL: url})
	if text != "" && target != "" && !saysTarget(text, target) {
		r.out.words(" <" + target + ">")
	}
}
