package parse

import (
	"strings"

	"golang.org/x/net/html"
)

// microdata reads the schema.org objects that stand in the attributes of an HTML body: itemscope, itemtype, itemprop.
func microdata(body string) []item {
	if len(body) > 1<<20 || !strings.Contains(body, "itemtype") || !strings.Contains(body, "schema.org") {
		return nil
	}
	r := itemReader{tokens: html.NewTokenizer(strings.NewReader(body))}
	for r.next() {
	}
	return r.found
}

type itemReader struct {
	tokens *html.Tokenizer
	open   []openTag
	found  []item
}

// openTag is an element that is not closed yet. Only those with an item or a property matter.
type openTag struct {
	name string
	item *item  // of itemscope
	prop string // itemprop whose value is the text inside
	text []byte
}

// Elements that have no end tag.
var void = wordSet("meta link img br hr input area base col embed source track wbr")

func (r *itemReader) next() bool {
	switch r.tokens.Next() {
	case html.ErrorToken:
		return false
	case html.StartTagToken, html.SelfClosingTagToken:
		r.start(r.tokens.Token())
	case html.TextToken:
		if n := len(r.open); n > 0 && r.open[n-1].prop != "" {
			r.open[n-1].text = append(r.open[n-1].text, r.tokens.Text()...)
		}
	case html.EndTagToken:
		name, _ := r.tokens.TagName()
		r.end(string(name))
	}
	return len(r.found) < maxItems
}

func (r *itemReader) start(t html.Token) {
	var kind, prop, value string
	scope := false
	for _, a := range t.Attr {
		switch a.Key {
		case "itemscope":
			scope = true
		case "itemtype":
			kind = a.Val
		case "itemprop":
			prop = a.Val
		case "content", "href", "src", "datetime":
			value = a.Val
		}
	}
	tag := openTag{name: t.Data}
	switch {
	case scope:
		tag.item = &item{kind: localName(kind), values: map[string][]any{}}
		tag.prop = ""
		r.nest(prop, tag.item)
	case prop != "" && value != "":
		r.set(prop, value)
	case prop != "":
		tag.prop = prop
	}
	// A page of unclosed tags must not make every end tag a long search.
	if !void[t.Data] && t.Type == html.StartTagToken && len(r.open) < 200 {
		r.open = append(r.open, tag)
	}
}

// parent is the innermost open item.
func (r *itemReader) parent() *item {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].item != nil {
			return r.open[i].item
		}
	}
	return nil
}

func (r *itemReader) nest(prop string, it *item) {
	if p := r.parent(); p != nil && prop != "" {
		p.values[prop] = append(p.values[prop], it)
	}
}

func (r *itemReader) set(prop, value string) {
	if p := r.parent(); p != nil && len(value) < maxItemBytes {
		p.values[prop] = append(p.values[prop], value)
	}
}

func (r *itemReader) end(name string) {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].name != name {
			continue
		}
		for j := len(r.open) - 1; j >= i; j-- {
			tag := &r.open[j]
			r.open = r.open[:j]
			r.close(tag)
		}
		return
	}
}

func (r *itemReader) close(tag *openTag) {
	if tag.prop != "" {
		r.set(tag.prop, strings.Join(strings.Fields(string(tag.text)), " "))
	}
	if tag.item != nil && r.parent() == nil {
		r.found = append(r.found, *settle(tag.item, 0))
	}
}

// settle turns the nested pointers of the reader into the values that item has.
func settle(it *item, depth int) *item {
	for key, list := range it.values {
		for i, v := range list {
			if p, ok := v.(*item); ok && depth < maxItemDepth {
				list[i] = *settle(p, depth+1)
			}
		}
		it.values[key] = list
	}
	return it
}
