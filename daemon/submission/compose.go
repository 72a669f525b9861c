package submission

import (
	"bytes"
	"fmt"
	"maps"
	netmail "net/mail"
	"regexp"
	"slices"
	"strings"

	"github.com/wneessen/go-mail"
)

const (
	maxName    = 80        // characters of a display name
	maxSubject = 250       // characters
	maxField   = 900       // characters of a further header field
	maxThread  = 20        // message ids kept in References; the first and the newest
	maxID      = 250       // octets of a message id: it must fit in one line
	maxLetter  = 8_000_000 // octets of a finished letter
	maxBody    = 1_000_000 // octets of the text and of the HTML
	maxAttach  = 20        // files
)

// Compose writes the letter as it will be stored and sent: CRLF, 7-bit, with exactly the header fields that are asked
// for. Names and subjects are cleaned of control and direction characters; an address, message id or header field that
// is not plainly right is an error. The result is read again and compared with the letter before it is returned.
//
// Two calls give different bytes (the MIME boundaries are random): compose once, store, send what is stored.
func Compose(l Letter) ([]byte, error) {
	l, err := cleaned(l)
	if err != nil {
		return nil, fmt.Errorf("compose: %w", err)
	}
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithEncoding(mail.EncodingQP), mail.WithCharset(mail.CharsetUTF8))
	writeHeader(msg, l)
	if err := writeBody(msg, l); err != nil {
		return nil, fmt.Errorf("compose: %w", err)
	}
	var out bytes.Buffer
	if _, err := msg.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("compose: %w", err)
	}
	raw := out.Bytes()
	if !bytes.HasSuffix(raw, []byte("\r\n")) {
		raw = append(raw, '\r', '\n')
	}
	if err := verify(raw, l); err != nil {
		return nil, fmt.Errorf("compose: the finished letter does not read back as it was meant: %w", err)
	}
	return raw, nil
}

func writeHeader(msg *mail.Msg, l Letter) {
	msg.FromMailAddress(&netmail.Address{Name: l.From.Name, Address: l.From.Address})
	msg.ToMailAddress(&netmail.Address{Name: l.To.Name, Address: l.To.Address})
	for _, name := range slices.Sorted(maps.Keys(l.fields())) {
		msg.SetGenHeader(mail.Header(name), l.fields()[name])
	}
}

// fields are all header fields but the addresses and those that MIME needs.
func (l Letter) fields() map[string]string {
	f := maps.Clone(l.Headers)
	if f == nil {
		f = map[string]string{}
	}
	f["Subject"] = l.Subject
	f["Date"] = l.Date.Format("Mon, 02 Jan 2006 15:04:05 -0700")
	f["Message-ID"] = "<" + l.MessageID + ">"
	if l.InReplyTo != "" {
		f["In-Reply-To"] = "<" + l.InReplyTo + ">"
	}
	if len(l.References) > 0 {
		f["References"] = "<" + strings.Join(l.References, "> <") + ">"
	}
	if l.Auto {
		f["Auto-Submitted"] = "auto-generated" // RFC 3834 section 5
		f["X-Auto-Response-Suppress"] = "All"  // the same for Exchange
	}
	return f
}

func writeBody(msg *mail.Msg, l Letter) error {
	msg.SetBodyString(mail.TypeTextPlain, l.Text)
	if l.HTML != "" {
		msg.AddAlternativeString(mail.TypeTextHTML, l.HTML)
	}
	for _, a := range l.Attach {
		options := []mail.FileOption{mail.WithFileContentType(mail.ContentType(a.contentType())), mail.WithFileEncoding(a.encoding())}
		if err := msg.AttachReader(a.Name, bytes.NewReader(a.Data), options...); err != nil {
			return fmt.Errorf("attach %s: %w", a.Name, err)
		}
	}
	return nil
}

func (a Attachment) contentType() string {
	switch {
	case a.Type == "text/calendar" && a.Method != "":
		return "text/calendar; charset=UTF-8; method=" + a.Method
	case strings.HasPrefix(a.Type, "text/"):
		return a.Type + "; charset=UTF-8"
	}
	return a.Type
}

// encoding of a message inside the letter must not be base64 (RFC 2046 section 5.2.1). Ours are 7-bit, but what go-mail
// 0.8.1 labels "7bit" it writes as quoted-printable; only its "8bit" leaves the bytes alone.
func (a Attachment) encoding() mail.Encoding {
	if a.Type == "message/rfc822" {
		return mail.NoEncoding
	}
	return mail.EncodingB64
}

var (
	mediaType  = regexp.MustCompile(`^[a-z]+/[a-z0-9][a-z0-9.+-]*$`)
	methodName = regexp.MustCompile(`^[A-Z]{0,20}$`)
	fieldName  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,60}$`)
	messageID  = regexp.MustCompile(`^[!-;=?-~]+@[!-;=?-~]+$`) // printable ASCII without < and >
)

// cleaned checks and cleans everything that comes from outside.
func cleaned(l Letter) (Letter, error) {
	for _, a := range []*netmail.Address{&l.From, &l.To} {
		if err := CheckAddress(a.Address); err != nil {
			return l, err
		}
		a.Name = displayName(a.Name)
	}
	if l.Date.IsZero() {
		return l, fmt.Errorf("the letter has no date")
	}
	if len(l.Text) > maxBody || len(l.HTML) > maxBody {
		return l, fmt.Errorf("the text is longer than %d octets", maxBody)
	}
	l.Subject = headerText(l.Subject, maxSubject)
	l.Text = bodyText(l.Text)
	if l.HTML != "" {
		l.HTML = bodyText(l.HTML)
	}
	if err := l.checkThread(); err != nil {
		return l, err
	}
	var err error
	if l.Headers, err = cleanFields(l.Headers); err != nil {
		return l, err
	}
	l.Attach, err = cleanFiles(l.Attach)
	return l, err
}

// checkThread refuses a bad own id, but only leaves out bad ids of others: a strange client must not keep her letters
// from going out.
func (l *Letter) checkThread() error {
	if !goodID(l.MessageID) {
		return fmt.Errorf("%q is no message id", l.MessageID)
	}
	if !goodID(l.InReplyTo) {
		l.InReplyTo = ""
	}
	refs := slices.DeleteFunc(slices.Clone(l.References), func(id string) bool { return !goodID(id) })
	if len(refs) > maxThread {
		refs = append(refs[:1:1], refs[len(refs)-maxThread+1:]...)
	}
	l.References = refs
	return nil
}

func goodID(id string) bool { return len(id) <= maxID && messageID.MatchString(id) }

// reserved are the fields that Compose writes itself, or that would add a recipient, a route or another structure.
var reserved = []string{
	"from", "sender", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references", "mime-version",
	"return-path", "received", "dkim-signature", "authentication-results", "user-agent", "x-mailer",
	"disposition-notification-to", "return-receipt-to", "auto-submitted", "x-auto-response-suppress",
}

func cleanFields(fields map[string]string) (map[string]string, error) {
	out := make(map[string]string, len(fields))
	for name, value := range fields {
		low := strings.ToLower(name)
		if !fieldName.MatchString(name) || slices.Contains(reserved, low) ||
			strings.HasPrefix(low, "content-") || strings.HasPrefix(low, "resent-") {
			return nil, fmt.Errorf("the header field %q may not be set", name)
		}
		out[name] = headerText(value, maxField)
	}
	return out, nil
}

func cleanFiles(files []Attachment) ([]Attachment, error) {
	if len(files) > maxAttach {
		return nil, fmt.Errorf("%d attachments are too many", len(files))
	}
	out := slices.Clone(files)
	for i := range out {
		a := &out[i]
		a.Name = fileName(a.Name)
		if a.Type == "" {
			a.Type = "application/octet-stream"
		}
		if !mediaType.MatchString(a.Type) || strings.HasPrefix(a.Type, "multipart/") {
			return nil, fmt.Errorf("%q is no media type for the attachment %s", a.Type, a.Name)
		}
		if !methodName.MatchString(a.Method) {
			return nil, fmt.Errorf("%q is no calendar method", a.Method)
		}
		if a.Type == "message/rfc822" {
			if err := checkBytes(a.Data); err != nil {
				return nil, fmt.Errorf("the message %s cannot be attached: %w", a.Name, err)
			}
		}
	}
	return out, nil
}
