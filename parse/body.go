package parse

import (
	"strings"
)

// maxBody is how much text is read: the largest real invitation has a few kilobytes.
const maxBody = 64 << 10

// body is the text that the message is judged by: of the original inside a forward, else of the message; of a reply
// what was written now, with the signature. history is the conversation quoted below it.
func (r *reader) body() (text, history string) {
	text, history = r.msg.Text, r.msg.Quoted
	if o := r.msg.Original; o != nil {
		text, history = o.Text, o.Quoted
	}
	if first, _, _ := strings.Cut(history, "\n"); first != "" {
		// Text has the history as it was quoted; its first line, which says who wrote when, is the same in both.
		if i := strings.Index(text, first); i >= 0 {
			text = text[:i]
		} else if r.msg.Original == nil {
			text = r.msg.Own
		}
	}
	return r.withEvents(r.cap(text)), r.cap(history)
}

func (r *reader) cap(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > maxBody {
		r.Limits = append(r.Limits, "text")
		text = strings.ToValidUTF8(text[:maxBody], "")
	}
	return text
}
