package daemon

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/security"
)

// forgery turns her genuine answer into one that must not count.
type forgery struct {
	name string
	make func(*rand.Rand, []byte) []byte
}

const tokenLetters = "abcdefghijklmnopqrstuvwxyz234567"

// forgeries are the shapes. What they begin with is the answer of a client that says "send all".
var forgeries = []forgery{
	{"a letter of the token changed", func(r *rand.Rand, b []byte) []byte {
		return onToken(b, func(id []byte) { another(r, id, len(id)-1-r.IntN(24)) })
	}},
	{"several letters changed", func(r *rand.Rand, b []byte) []byte {
		return onToken(b, func(id []byte) {
			for range 2 + r.IntN(8) {
				another(r, id, len(id)-1-r.IntN(24))
			}
		})
	}},
	{"another serial", func(r *rand.Rand, b []byte) []byte {
		return bytes.ReplaceAll(b, []byte("<request."), []byte(fmt.Sprintf("<request%d.", r.IntN(99))))
	}},
	{"no token", func(_ *rand.Rand, b []byte) []byte { return without(without(b, "In-Reply-To"), "References") }},
	{"another number in the subject", func(r *rand.Rand, b []byte) []byte {
		return field(b, "Subject", fmt.Sprintf("Re: [roundtwo QZ%d%d]", 2+r.IntN(8), 2+r.IntN(8)))
	}},
	{"an automatic answer", func(r *rand.Rand, b []byte) []byte {
		return append([]byte(pickOne(r, "Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: bulk", "List-Id: <l.evil.example>", "Return-Path: <>")+"\r\n"), b...)
	}},
	{"a second field of identity", func(r *rand.Rand, b []byte) []byte {
		return append([]byte(pickOne(r, "From: mallory@evil.example", "Subject: x", "In-Reply-To: <x@evil.example>", "References: <x@evil.example>", "Message-ID: <y@evil.example>")+"\r\n"), b...)
	}},
	{"an odd From", func(r *rand.Rand, b []byte) []byte {
		return field(b, "From", pickOne(r, "mallory@evil.example, "+casey, casey+", mallory@evil.example", "<@evil.example:"+casey+">", `"casey"@home.example`, "us: "+casey+";", casey+" (x)", "<"+casey+"> <m@evil.example>"))
	}},
	{"only quoted", func(r *rand.Rand, b []byte) []byte {
		return words(b, pickOne(r, "> send all", ">> send all", "> > send all", "|send all\r\n> send all"))
	}},
	{"words that are no command", func(r *rand.Rand, b []byte) []byte {
		return words(b, pickOne(r, "send it tomorrow", "don't send all", "yes but change the date", "nope, ok?", "do not send", "send all?", "should I send all", "not yet", "sending all is wrong", "please wait before you send all"))
	}},
	{"HTML that says something else", func(r *rand.Rand, b []byte) []byte {
		return parts(b, "send all", "<p>"+pickOne(r, "no", "wait", "skip all", "send none")+"</p>")
	}},
	{"a hidden word", func(r *rand.Rand, b []byte) []byte {
		hide := pickOne(r, `style="display:none"`, "hidden", `style="font-size:0"`, `style="visibility:hidden"`)
		return parts(b, "", "<p>no, wait</p><span "+hide+">send all</span>")
	}},
	{"her provider says forged", func(r *rand.Rand, b []byte) []byte {
		return append([]byte("Authentication-Results: mx.home.example; dmarc=fail"+pickOne(r, "", " (p=none)", " header.from=home.example")+"\r\n"), b...)
	}},
	{"a forged pass below the provider's fail", func(_ *rand.Rand, b []byte) []byte {
		return append([]byte("Authentication-Results: mx.home.example; dmarc=fail\r\nReceived: from evil.example by mx.home.example; Thu, 12 Nov 2026 16:00:00 +0100\r\nAuthentication-Results: mx.home.example; dmarc=pass header.from=home.example\r\n"), b...)
	}},
	{"a NUL", func(_ *rand.Rand, b []byte) []byte { return append(b, "\x00\r\n"...) }},
}

func pickOne(r *rand.Rand, list ...string) string { return list[r.IntN(len(list))] }

// another puts a different letter at that place.
func another(r *rand.Rand, id []byte, place int) {
	for was := id[place]; id[place] == was; {
		id[place] = tokenLetters[r.IntN(len(tokenLetters))]
	}
}

// onToken changes the code of every token in the header, all in the same way.
func onToken(b []byte, change func(code []byte)) []byte {
	raw := string(b)
	_, rest, _ := strings.Cut(raw, "In-Reply-To: <")
	id, _, _ := strings.Cut(rest, "@")
	code := []byte(id)
	change(code)
	if string(code) == id {
		another(rand.New(rand.NewPCG(1, 1)), code, len(code)-1)
	}
	return []byte(strings.ReplaceAll(raw, id+"@", string(code)+"@"))
}

func without(b []byte, name string) []byte {
	var out []string
	for _, line := range strings.SplitAfter(string(b), "\r\n") {
		if !strings.HasPrefix(line, name+": ") {
			out = append(out, line)
		}
	}
	return []byte(strings.Join(out, ""))
}

func field(b []byte, name, value string) []byte {
	return append([]byte(name+": "+value+"\r\n"), without(b, name)...)
}

func words(b []byte, said string) []byte {
	head, _, _ := bytes.Cut(b, []byte("\r\n\r\n"))
	return append(bytes.Clone(head), "\r\n\r\n"+said+"\r\n"...)
}

// parts gives the message a text and an HTML; with no text, the HTML alone.
func parts(b []byte, text, markup string) []byte {
	b = without(without(b, "Content-Type"), "Content-Transfer-Encoding")
	if text == "" {
		return words(field(b, "Content-Type", "text/html"), markup)
	}
	return words(field(b, "Content-Type", "multipart/alternative; boundary=b"),
		"--b\r\nContent-Type: text/plain\r\n\r\n"+text+"\r\n--b\r\nContent-Type: text/html\r\n\r\n"+markup+"\r\n--b--")
}

// Thousands of forged and repeated answers: none releases a note, and at the end her genuine one still does.
func TestNoForgedAnswerCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(20261112, 5))
	const perBench = 250
	total := security.Soak(5000, 50000)
	if raced {
		total = 250 // make unit runs them all without the race detector too
	}
	forged, accepted := 0, 0
	for forged < total && accepted == 0 {
		w, request := asked(t, "[approval]\nauthserv_id = \"mx.home.example\"")
		for n := range perBench {
			shape := forgeries[r.IntN(len(forgeries))]
			raw := shape.make(r, client{plain: said + "\n\nOn Thu, 12 Nov 2026 at 16:00, roundtwo wrote:\nQUOTE"}.shape(request, 1000+n))
			w.receive(raw)
			w.tick(2 * time.Minute)
			w.rest()
			if forged++; w.inState(interview.Approved) > 0 {
				accepted++
				t.Errorf("%s was accepted:\n%.600s", shape.name, raw)
				break
			}
			request = w.latest("request") // another one where a stranger's answer burnt the letter
		}
		forged += w.repeated(t, r, request)
	}
	security.Figure(t, "forged or repeated approvals", "tried", forged, "accepted", accepted)
}

// repeated answers once in earnest for one note, and then tries that answer again in all ways: nothing more goes out.
func (w *bench) repeated(t *testing.T, r *rand.Rand, request *message.Message) (tried int) {
	t.Helper()
	sent := 0
	w.onSent = func(string, []byte) { sent++ }
	raw := client{plain: "send 1"}.shape(request, 1)
	w.receive(raw)
	w.pass(20*time.Minute, 10*time.Minute)
	for ; tried < 100; tried++ {
		again := bytes.Clone(raw)
		if r.IntN(3) > 0 {
			again = append(fmt.Appendf(nil, "X-Trace: %d\r\n", r.Int()), again...)
		}
		if r.IntN(2) == 0 {
			again = field(again, "Message-ID", fmt.Sprintf("<again.%d@home.example>", r.Int()))
		}
		w.receive(again)
	}
	w.pass(30*time.Minute, 10*time.Minute)
	if sent != 1 || w.inState(interview.Approved) != 0 {
		t.Fatalf("%d messages went out after one answer and %d repetitions", sent, tried)
	}
	return tried
}
