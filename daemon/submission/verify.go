package submission

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"net/textproto"
	"slices"
	"strings"
)

// verify reads a finished letter as a stranger would and compares it with what was meant: the list of header fields,
// the one sender and the one recipient, the text, the HTML and every file. A fault in the library or in our own
// cleaning must not reach a recipient.
func verify(raw []byte, l Letter) error {
	if len(raw) > maxLetter {
		return fmt.Errorf("%d octets are too many", len(raw))
	}
	if err := checkBytes(raw); err != nil {
		return err
	}
	if err := verifyNames(raw, l); err != nil {
		return err
	}
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return err
	}
	if err := verifyHeader(m.Header, l); err != nil {
		return err
	}
	leaves, err := readLeaves(textproto.MIMEHeader(m.Header), m.Body, 0)
	if err != nil {
		return err
	}
	return verifyLeaves(leaves, l)
}

// verifyNames looks at the header lines themselves: a field that comes twice would be lost in a map.
func verifyNames(raw []byte, l Letter) error {
	head, _, _ := bytes.Cut(raw, []byte("\r\n\r\n"))
	var got []string
	for line := range strings.SplitSeq(string(head), "\r\n") {
		if line != "" && line[0] != ' ' && line[0] != '\t' {
			name, _, _ := strings.Cut(line, ":")
			got = append(got, textproto.CanonicalMIMEHeaderKey(name))
		}
	}
	want := []string{"From", "To", "Mime-Version", "Content-Type"}
	if len(l.Attach) == 0 && l.HTML == "" {
		want = append(want, "Content-Transfer-Encoding")
	}
	for name := range l.fields() {
		want = append(want, textproto.CanonicalMIMEHeaderKey(name))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		return fmt.Errorf("the header fields are %q, not %q", got, want)
	}
	return nil
}

func verifyHeader(h netmail.Header, l Letter) error {
	for name, want := range map[string]netmail.Address{"From": l.From, "To": l.To} {
		list, err := h.AddressList(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if len(list) != 1 || *list[0] != want {
			return fmt.Errorf("%s reads %v, not %v", name, list, want)
		}
	}
	var words mime.WordDecoder
	for name, want := range l.fields() {
		got, err := words.DecodeHeader(h.Get(name))
		if err != nil || unfolded(got) != unfolded(want) {
			return fmt.Errorf("%s reads %q, not %q (%v)", name, got, want, err)
		}
	}
	return nil
}

func unfolded(s string) string { return strings.Join(strings.Fields(s), " ") }

// leaf is one part that holds content.
type leaf struct {
	kind   string
	params map[string]string
	name   string
	data   []byte
}

func readLeaves(h textproto.MIMEHeader, body io.Reader, depth int) ([]leaf, error) {
	if depth > 3 {
		return nil, fmt.Errorf("the parts are nested too deep")
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		return nil, fmt.Errorf("content type %q: %w", h.Get("Content-Type"), err)
	}
	if !strings.HasPrefix(kind, "multipart/") {
		data, err := decoded(h.Get("Content-Transfer-Encoding"), body)
		_, disposition, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
		return []leaf{{kind, params, disposition["filename"], data}}, err
	}
	var all []leaf
	for r := multipart.NewReader(body, params["boundary"]); ; {
		part, err := r.NextRawPart()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		below, err := readLeaves(part.Header, part, depth+1)
		if err != nil {
			return nil, err
		}
		all = append(all, below...)
	}
}

func decoded(encoding string, body io.Reader) ([]byte, error) {
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "", "7bit", "8bit":
	default:
		return nil, fmt.Errorf("unexpected transfer encoding %q", encoding)
	}
	return io.ReadAll(body)
}

func verifyLeaves(got []leaf, l Letter) error {
	want := []leaf{{kind: "text/plain", data: []byte(l.Text)}}
	if l.HTML != "" {
		want = append(want, leaf{kind: "text/html", data: []byte(l.HTML)})
	}
	for _, a := range l.Attach {
		want = append(want, leaf{kind: a.Type, name: a.Name, data: a.Data})
	}
	if len(got) != len(want) {
		return fmt.Errorf("there are %d parts, not %d", len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		if g.kind != w.kind || g.name != w.name {
			return fmt.Errorf("part %d is %s %q, not %s %q", i+1, g.kind, g.name, w.kind, w.name)
		}
		if w.name == "" || w.kind == "message/rfc822" { // line ends are the transport's
			g.data, w.data = plainLines(g.data), plainLines(w.data)
		}
		if !bytes.Equal(g.data, w.data) {
			return fmt.Errorf("part %d (%s) reads back changed", i+1, w.kind)
		}
		if i >= len(want)-len(l.Attach) && g.params["method"] != l.Attach[i-len(want)+len(l.Attach)].Method {
			return fmt.Errorf("part %d has the method %q", i+1, g.params["method"])
		}
	}
	return nil
}

func plainLines(b []byte) []byte {
	return bytes.TrimRight(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), "\n")
}
