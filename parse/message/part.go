package message

import (
	"bytes"
	"slices"
	"strings"
)

// passage is one piece of the body in reading order: what a person sees of a part, in one or both forms.
type passage struct {
	plain string // decoded, not yet clean
	html  string
}

// walker goes through the parts of a message.
type walker struct {
	*notes
	parts       int
	text        int // bytes of text decoded so far
	nested      int // message/rfc822 around this one
	calendars   []Calendar
	attachments []Attachment
	attached    []*Message // messages inside, in order
	report      bool       // a multipart/report: a bounce or a receipt
}

// part reads one part and gives its passages.
func (w *walker) part(h header, body []byte, depth int) []passage {
	w.parts++
	if w.parts > maxParts {
		w.add(limitParts)
		return nil
	}
	kind := readMedia(h.get("Content-Type"), w.notes)
	disposition := readMedia(h.get("Content-Disposition"), w.notes)
	name := partName(kind, disposition)
	switch {
	case strings.HasPrefix(kind.value, "multipart/"):
		return w.multipart(kind, body, depth)
	case isMessage(kind.value, name):
		w.message(h, body, depth)
		w.attach(name, kind.value, body)
		return nil
	case isCalendar(kind.value, name):
		w.calendar(h, kind, name, body)
		return nil
	case isTNEF(kind.value, name):
		return w.tnef(h, name, kind.value, body)
	case isText(kind.value, name, disposition.value):
		return w.words(h, kind, body)
	case unnamedCalendar(h, kind.value, body):
		w.calendar(h, kind, name, body)
		return nil
	}
	w.attach(name, kind.value, body)
	return nil
}

func partName(kind, disposition media) string {
	if name := disposition.params["filename"]; name != "" {
		return name
	}
	return kind.params["name"]
}

func isMessage(kind, name string) bool {
	switch kind {
	case "message/rfc822", "message/global":
		return true
	case "application/octet-stream", "application/eml":
		return hasSuffixFold(name, ".eml")
	}
	return false
}

func isCalendar(kind, name string) bool {
	return kind == "text/calendar" || kind == "application/ics" || hasSuffixFold(name, ".ics") ||
		kind == "text/x-vcalendar" || hasSuffixFold(name, ".vcs")
}

// isText reports whether a part is read: text that is shown with the message, and parts without a readable type.
func isText(kind, name, disposition string) bool {
	switch {
	case disposition == "attachment" && name != "":
		return false
	case kind == "" || kind == "text" || !strings.Contains(kind, "/"):
		return true
	case kind == "text/plain" || kind == "text/html" || kind == "text/enriched" || kind == "text/richtext" ||
		kind == "text/markdown" || kind == "application/xhtml+xml":
		return name == "" || !hasSuffixFold(name, ".csv")
	}
	return false
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && equalFold(s[len(s)-len(suffix):], suffix)
}

// multipart reads the children; of alternatives it makes one passage with both forms.
func (w *walker) multipart(kind media, body []byte, depth int) []passage {
	if depth >= maxDepth {
		w.add(limitDepth)
		return nil
	}
	if kind.value == "multipart/report" {
		w.report = true
	}
	children, preamble := splitParts(body, kind.params["boundary"], w.notes)
	var out []passage
	for _, child := range children {
		if w.parts > maxParts {
			break
		}
		h, content := readHeader(child, w.notes)
		out = append(out, w.part(h, content, depth+1)...)
	}
	if len(out) == 0 && depth == 0 && len(bytes.TrimSpace(preamble)) > 0 && len(w.attached) == 0 {
		return w.words(nil, media{}, preamble)
	}
	if kind.value == "multipart/alternative" || kind.value == "multipart/related" {
		return alternatives(out)
	}
	return out
}

// alternatives joins the forms of one text.
func alternatives(list []passage) []passage {
	if len(list) < 2 {
		return list
	}
	var one passage
	for _, p := range list {
		one.plain = joinText(one.plain, p.plain)
		one.html += p.html
	}
	return []passage{one}
}

func joinText(a, b string) string {
	switch {
	case strings.TrimSpace(a) == "":
		return b
	case strings.TrimSpace(b) == "":
		return a
	}
	return a + "\n\n" + b
}

// words decodes a part of text.
func (w *walker) words(h header, kind media, body []byte) []passage {
	room := maxText - w.text
	if room <= 0 {
		w.add(limitText)
		return nil
	}
	raw := decodeTransfer(body, h.get("Content-Transfer-Encoding"), room, w.notes)
	w.text += len(raw)
	if w.text >= maxText {
		w.add(limitText)
	}
	text := w.dropCalendars(decodeCharset(raw, kind.params["charset"], w.notes))
	if looksHTML(kind.value, text) {
		if kind.params["charset"] == "" {
			text = decodeCharset(raw, metaCharset(raw), w.notes)
		}
		return []passage{{html: w.dropFromPage(text)}}
	}
	if kind.value == "text/enriched" || kind.value == "text/richtext" {
		return []passage{{html: text}}
	}
	if equalFold(kind.params["format"], "flowed") {
		text = unflow(text, equalFold(kind.params["delsp"], "yes"))
	}
	return []passage{{plain: w.dropEncodedFiles(text)}}
}

// looksHTML trusts the type, except that many programs send HTML as plain text and plain text as HTML.
func looksHTML(kind, text string) bool {
	head := strings.ToLower(strings.TrimLeft(text[:min(len(text), 512)], " \t\r\n\ufeff"))
	if kind == "text/html" || kind == "application/xhtml+xml" {
		return strings.IndexByte(text, '<') >= 0 || strings.IndexByte(text, '&') >= 0
	}
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<head>") ||
		strings.HasPrefix(head, "<body")
}

// metaCharset finds the charset that an HTML page claims for itself.
func metaCharset(raw []byte) string {
	head := strings.ToLower(string(raw[:min(len(raw), 1024)]))
	i := strings.Index(head, "charset=")
	if i < 0 {
		return ""
	}
	name := strings.TrimLeft(head[i+len("charset="):], `"' `)
	if end := strings.IndexAny(name, `"' ;>/`); end >= 0 {
		name = name[:end]
	}
	if strings.HasPrefix(name, "utf-16") {
		return "" // what can be read as ASCII this far is no UTF-16
	}
	return name
}

func (w *walker) calendar(h header, kind media, name string, body []byte) {
	data := decodeTransfer(body, h.get("Content-Transfer-Encoding"), maxCalendar, w.notes)
	if len(data) == maxCalendar {
		w.add(limitCalendar)
	}
	text := []byte(decodeCharset(joinRunes(data), kind.params["charset"], w.notes))
	if name != "" {
		w.attach(name, kind.value, body)
	}
	w.addCalendar(Calendar{Method: strings.ToUpper(kind.params["method"]), Name: shownName(name, w.notes), Data: text})
}

// addCalendar keeps a calendar part, each once.
func (w *walker) addCalendar(c Calendar) {
	same := func(have Calendar) bool { return bytes.Equal(have.Data, c.Data) }
	if len(w.calendars) < maxCalendars && !slices.ContainsFunc(w.calendars, same) {
		w.calendars = append(w.calendars, c)
	}
}

// message opens a message inside the message.
func (w *walker) message(h header, body []byte, depth int) {
	if w.nested >= maxNested || depth >= maxDepth {
		w.add(limitDepth)
		return
	}
	raw := decodeTransfer(body, h.get("Content-Transfer-Encoding"), len(body), w.notes)
	inner := read(raw, w.nested+1, w.parts)
	for _, name := range inner.Limits {
		w.add(name)
	}
	w.attached = append(w.attached, inner)
}

func (w *walker) attach(name, kind string, body []byte) { w.addAttachment(name, kind, len(body)) }

func (w *walker) addAttachment(name, kind string, size int) {
	if len(w.attachments) < maxAttachments {
		w.attachments = append(w.attachments, Attachment{Name: shownName(name, w.notes), Type: kind, Size: size})
	}
}
