package corpus

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"
)

// Mail is the message as it would lie in her mailbox: RFC 5322 bytes.
func (m *Message) Mail() []byte {
	var b bytes.Buffer
	for _, key := range []string{"from", "to", "cc", "reply-to"} {
		if v := m.Head[key]; v != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", canonical(key), addresses(v))
		}
	}
	fmt.Fprintf(&b, "Subject: %s\r\n", mime.QEncoding.Encode("utf-8", m.Subject))
	fmt.Fprintf(&b, "Date: %s\r\n", m.Written.Format(time.RFC1123Z))
	fmt.Fprintf(&b, "Message-ID: <%x@corpus.example>\r\n", sha256.Sum256([]byte(m.Name)))
	for _, key := range []string{"in-reply-to", "auto-submitted", "list-unsubscribe", "list-id", "precedence"} {
		if v := m.Head[key]; v != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", canonical(key), v)
		}
	}
	kind := "plain"
	if m.HTML {
		kind = "html"
	}
	fmt.Fprintf(&b, "MIME-Version: 1.0\r\nContent-Type: text/%s; charset=utf-8\r\n", kind)
	if m.HTML || strings.HasPrefix(m.Head["form"], "qp") {
		b.WriteString("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
		w := quotedprintable.NewWriter(&b)
		_, _ = w.Write([]byte(m.Body)) // into a buffer
		_ = w.Close()
		return b.Bytes()
	}
	b.WriteString("Content-Transfer-Encoding: 8bit\r\n\r\n")
	b.WriteString(strings.ReplaceAll(m.Body, "\n", "\r\n"))
	return b.Bytes()
}

func canonical(key string) string {
	parts := strings.Split(key, "-")
	for i, p := range parts {
		parts[i] = strings.ToUpper(p[:1]) + p[1:]
	}
	return strings.Join(parts, "-")
}

// addresses encodes the names of an address list; what is none stands as it is.
func addresses(list string) string {
	parsed, err := mail.ParseAddressList(list)
	if err != nil {
		return mime.QEncoding.Encode("utf-8", list)
	}
	var out []string
	for _, a := range parsed {
		out = append(out, a.String())
	}
	return strings.Join(out, ", ")
}
