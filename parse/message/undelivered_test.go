package message

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzBounce reads foreign bytes as a notice that a note came back. Delays, receipts and absence notes are never taken for
// one, whatever else stands in them.
func FuzzBounce(f *testing.F) {
	const report = "From: Mail Delivery <mailer-daemon@mx.example>\r\nTo: casey@home.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; dana@northwind.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <note@home.example>\r\n\r\n--b--\r\n"
	f.Add([]byte(report))
	f.Add([]byte(strings.ReplaceAll(report, "failed", "delayed")))
	f.Add([]byte("From: mailer-daemon@mx.example\r\nX-Failed-Recipients: dana@northwind.example\r\n\r\nno such user\r\n"))
	f.Add([]byte("From: dana@northwind.example\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.\r\n"))
	f.Add([]byte("Content-Type: multipart/report; report-type=disposition-notification\r\n\r\nread\r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !Undelivered(Read(raw), raw) {
			return
		}
		text := bytes.ToLower(raw)
		if bytes.Contains(text, []byte("disposition-notification")) {
			t.Error("a read receipt is taken for a bounce")
		}
		if bytes.Contains(text, []byte("message/delivery-status")) && !bytes.Contains(text, []byte("\naction: failed")) {
			t.Error("a notice of delay is taken for a bounce")
		}
	})
}
