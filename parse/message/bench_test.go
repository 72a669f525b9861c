package message

import (
	"fmt"
	"strings"
	"testing"
)

// letter makes a message of about size bytes with text and HTML.
func letter(size int) []byte {
	line := "We would like to meet you on Thursday, October 29 at 2pm ET with Dana Whitfield.\r\n"
	var plain, rich strings.Builder
	for plain.Len() < size/3 {
		plain.WriteString(line)
	}
	for rich.Len() < size*2/3-600 {
		rich.WriteString(`<tr><td style="padding:4px">2pm</td><td><a href="https://zoom.example/j/1">` + strings.TrimSpace(line) + "</a></td></tr>\r\n")
	}
	return []byte("From: Priya Nair <priya@northwind.example>\r\nTo: casey@mail.example\r\nSubject: Second interview\r\n" +
		"Date: Mon, 19 Oct 2026 16:05:00 -0400\r\nMessage-ID: <1@northwind.example>\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + plain.String() +
		"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><table>" + rich.String() +
		"</table></body></html>\r\n--b--\r\n")
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []int{1 << 10, 5 << 10, 10 << 10, 100 << 10, 1 << 20} {
		raw := letter(size)
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				Read(raw)
			}
		})
	}
}

// Most mail is short lines of prose, facts and links.
func BenchmarkPlain(b *testing.B) {
	facts := "Hi Casey,\r\n\r\nWe would love to meet you again.\r\nDate: Thursday, October 29\r\nTime: 2pm ET\r\nWho:\r\n- Dana Whitfield, VP Engineering\r\n" +
		"- Marcus Okafor, Staff Engineer\r\nZoom: https://zoom.example/j/1?pwd=abc\r\n\r\nPlease bring a photo ID.\r\nThanks,\r\nPriya\r\n\r\n"
	raw := []byte("From: priya@northwind.example\r\nSubject: Second interview\r\n\r\n" + strings.Repeat(facts, 18))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Read(raw)
	}
}

func BenchmarkForward(b *testing.B) {
	raw := []byte("From: casey@mail.example\r\nSubject: Fwd: Second interview\r\n\r\nplease take this one\r\n\r\n" +
		"---------- Forwarded message ---------\r\nFrom: Priya Nair <priya@northwind.example>\r\nDate: Mon, Oct 19, 2026 at 4:05 PM\r\n" +
		"Subject: Second interview\r\nTo: Casey <casey@mail.example>\r\n\r\n" + strings.Repeat("Could you meet Dana on Thursday at 2pm?\r\n", 100))
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Read(raw)
	}
}
