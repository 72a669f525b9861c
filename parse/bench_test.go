package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sized gives an invitation whose body has about n bytes.
func sized(n int) []byte {
	head := "From: Dana Whitfield <dana@northwind.example>\r\nTo: Casey <casey@mail.example>\r\nSubject: Second interview\r\n" +
		"Date: Mon, 02 Nov 2026 10:00:00 -0500\r\nMessage-ID: <size@northwind.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		"Hi Casey,\r\n\r\nWe would like to invite you to a second interview on Thursday, November 12 at 2:00 PM ET with Priya Nair, VP Engineering.\r\n\r\n"
	line := "On the day we will talk about the role, the team and what you would like to ask us; 45 minutes are planned for it.\r\n"
	return []byte(head + strings.Repeat(line, max(0, n-len(head))/len(line)))
}

// The cost grows with the size of the message, not faster.
func BenchmarkMessage(b *testing.B) {
	for _, size := range []int{1 << 10, 10 << 10, 100 << 10, 1 << 20} {
		raw := sized(size)
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				Message(raw, "America/New_York")
			}
		})
	}
}

// A typical message is the mean of those in testdata.
func BenchmarkTypical(b *testing.B) {
	files, err := filepath.Glob("testdata/*.eml")
	if err != nil || len(files) == 0 {
		b.Fatal("no messages in testdata")
	}
	var all [][]byte
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, raw)
	}
	i := 0
	for b.Loop() {
		Message(all[i%len(all)], "America/New_York")
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
}
