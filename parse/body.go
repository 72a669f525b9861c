package parse

import "strings"

// maxBody is how much text is read: the largest real invitation has a few kilobytes.
const maxBody = 64 << 10

// body is the text that the message is judged by: of the original inside a forward; of a reply what was written now,
// with the signature; elsewhere all of it.
func (r *reader) body() string {
	text := r.msg.Text
	if o := r.msg.Original; o != nil {
		text = o.Text
	} else if r.msg.Quoted != "" {
		text = r.msg.Own
	}
	text = strings.TrimSpace(text)
	if len(text) > maxBody {
		r.Limits = append(r.Limits, "text")
		text = strings.ToValidUTF8(text[:maxBody], "")
	}
	return text
}
