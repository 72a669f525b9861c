package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"roundtwo/parse/token"
)

// letter is a mail as recruiters write it, of about 2 KB.
const letter = `Hi Casey,

Thank you for taking the time to speak with Priya on Monday. The team enjoyed the conversation and we would like to
invite you to a second interview for the Senior Data Engineer position.

Date: Thursday, December 3, 2026
Time: 2:00pm - 3:30pm ET (11:00am PT)
Location: Zoom, https://zoom.us/j/123456789?pwd=2026-12-03

The agenda for the day:

2:00 - 2:45  Dana Whitfield, VP Engineering: system design
2:45 - 3:10  Marco Ruiz, Staff Engineer: your questions
3:10 - 3:30  Priya Nair: next steps

Please reply by Friday, November 27 at noon and let us know whether that suits. If it does not, we could offer Tuesday
the 8th between 10 and 12, or Wednesday December 9 at 4.

Our office is open 9am-5pm Monday to Friday; the telephone number is +1 415-555-0163 and the reference 2026-4471.

Kind regards,
Priya
`

func text(size int) string {
	return strings.Repeat(letter, size/len(letter)+1)[:size]
}

var bench = Reference{Time: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Zone: time.UTC, ZoneName: "UTC"}

func BenchmarkRead(b *testing.B) {
	for _, size := range []int{1 << 10, 2 << 10, 10 << 10, 100 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			s := text(size)
			toks := token.Cut(s)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				Read(s, toks, bench)
			}
		})
	}
}

// hostile are texts made of what rules look back and ahead for.
var hostile = []string{
	"3 ", "next week Monday ", "moved from 3 to 4pm ", "Mon or ", "by ", "Office hours 9am ", "10am, ", "1/2", "45 minutes ", "in ",
	"the 1st, ", "Tuesday no longer works ", "10am PT / ", "March ", "lasts 30 minutes at 3pm ", "( ", "half past ", "12-", "Time:\t", "10:00\n",
	"every Monday ", "same time Monday ", "Moved from 10 to 2, ", "Friday 10.30 ", "十", "3.XII.", "2026 March 3, ", "from 4pm today to ", "24 December 2026, ", "choose 3pm or ", "next ", "年", "3月4日", "UTC+01:00 ", "Europe/", "1.", "- ",
}

func TestReadIsLinearWhateverTheText(t *testing.T) {
	for _, unit := range hostile {
		small, large := cost(strings.Repeat(unit, 16_000/len(unit))), cost(strings.Repeat(unit, 256_000/len(unit)))
		if large > 64*small+200*time.Millisecond {
			t.Errorf("%q: %v for 16 times the text, %v for once", unit, large, small)
		}
	}
}

func cost(s string) time.Duration {
	best := time.Hour
	toks := token.Cut(s)
	for range 2 {
		start := time.Now()
		Read(s, toks, bench)
		best = min(best, time.Since(start))
	}
	return best
}
