package message

import (
	"strings"

	"golang.org/x/net/html"
)

// attributes is what matters of the attributes of a start tag.
type attributes struct {
	href   string
	alt    string
	kind   string // type=
	hidden bool
	struck bool
	quote  bool // a quotation of another message, not an indented paragraph
	plain  bool // a paragraph that Outlook sets without space around it
	size   fontSize
}

// fontSize says whether an element sets a size of its own. Builders of mail set 0 on a table to close the gaps
// between its columns, and a size again on what is to be read.
type fontSize int

const (
	inherited fontSize = iota
	zero
	readable
)

func readAttributes(z *html.Tokenizer, more bool) (a attributes) {
	for count := 0; more && count < 256; count++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "href":
			a.href = strings.TrimSpace(string(value[:min(len(value), maxURL)]))
		case "alt":
			a.alt = strings.TrimSpace(string(value[:min(len(value), 200)]))
		case "type":
			a.kind = strings.ToLower(strings.TrimSpace(string(value)))
			a.quote = a.quote || a.kind == "cite"
		case "hidden":
			a.hidden = true
		case "class":
			class := strings.ToLower(string(value))
			a.quote = a.quote || strings.Contains(class, "quote")
			a.plain = strings.Contains(class, "msonormal") || strings.Contains(class, "msoplaintext")
		case "style":
			a.style(string(value))
		}
	}
	return a
}

// hidingStyles are declarations, without spaces, of what nobody sees.
var hidingStyles = []string{"display:none", "visibility:hidden", "mso-hide:all", "opacity:0;"}

func (a *attributes) style(value string) {
	if value == "" || len(value) > 8<<10 {
		return
	}
	s := strings.ToLower(strings.Join(strings.Fields(value), "")) + ";"
	for _, h := range hidingStyles {
		if strings.Contains(s, h) {
			a.hidden = true
		}
	}
	if strings.Contains(s, "max-height:0") && strings.Contains(s, "overflow:hidden") {
		a.hidden = true
	}
	a.size = sizeOf(s)
	a.struck = a.struck || strings.Contains(s, "line-through")
	a.plain = a.plain || strings.Contains(s, "margin:0") || strings.Contains(s, "margin-top:0")
}

func sizeOf(style string) fontSize {
	for _, name := range [...]string{"font-size:", "font:"} {
		i := strings.LastIndex(style, name)
		if i < 0 {
			continue
		}
		value := strings.TrimLeft(style[i+len(name):], "0.")
		if value == "" || len(value) == len(style)-i-len(name) || value[0] >= '1' && value[0] <= '9' {
			return readable
		}
		return zero
	}
	return inherited
}
