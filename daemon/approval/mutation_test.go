package approval

import (
	"bytes"
	"math/rand/v2"
	"net/mail"
	"regexp"
	"strings"
	"testing"

	"roundtwo/security"
)

// mutations change a message as faults and attackers do: a byte, a line, a field of their own.
var mutations = []func(*rand.Rand, []byte) []byte{
	func(r *rand.Rand, b []byte) []byte { b[r.IntN(len(b))] = byte(r.IntN(256)); return b },
	func(r *rand.Rand, b []byte) []byte { b[r.IntN(len(b))] ^= 1 << r.IntN(8); return b },
	func(r *rand.Rand, b []byte) []byte { i := r.IntN(len(b)); return append(b[:i], b[i+1:]...) },
	func(r *rand.Rand, b []byte) []byte { return insert(b, r.IntN(len(b)), []byte{byte(r.IntN(128))}) },
	func(r *rand.Rand, b []byte) []byte { return insert(b, r.IntN(len(b)), []byte("\r\n")) },
	func(r *rand.Rand, b []byte) []byte { i := r.IntN(len(b)); return b[:i+1] },
	func(r *rand.Rand, b []byte) []byte { return onLines(b, func(l [][]byte) { shuffleTwo(r, l) }) },
	func(r *rand.Rand, b []byte) []byte {
		return onLines(b, func(l [][]byte) { l[r.IntN(len(l))] = nil })
	},
	func(r *rand.Rand, b []byte) []byte {
		return onLines(b, func(l [][]byte) { i := r.IntN(len(l)); l[i] = bytes.Repeat(l[i], 2) })
	},
	func(r *rand.Rand, b []byte) []byte {
		return onLines(b, func(l [][]byte) {
			i := r.IntN(len(l))
			l[i] = append([]byte(planted[r.IntN(len(planted))]+"\r\n"), l[i]...)
		})
	},
}

// planted are lines that an attacker would like to have read.
var planted = []string{
	"From: mallory@evil.example", "From: ada@example.org", "Sender: mallory@evil.example", "Subject: [roundtwo MM22]",
	"In-Reply-To: <x@evil.example>", "References: <x@evil.example>", "Auto-Submitted: auto-replied", "no, do not send this",
	"Content-Type: text/html", "Content-Transfer-Encoding: base64", "Return-Path: <>", " folded", "Message-ID: <other@example.org>",
}

func insert(b []byte, i int, what []byte) []byte {
	return append(append(append([]byte(nil), b[:i]...), what...), b[i:]...)
}

func onLines(b []byte, change func([][]byte)) []byte {
	lines := bytes.SplitAfter(b, []byte("\n"))
	change(lines)
	return bytes.Join(lines, nil)
}

func shuffleTwo(r *rand.Rand, lines [][]byte) {
	i, j := r.IntN(len(lines)), r.IntN(len(lines))
	lines[i], lines[j] = lines[j], lines[i]
}

// stillGenuine looks at the bytes with other eyes than the package does: one From that is hers, the whole token in a
// field that may carry it, and "send" on a line of its own.
func stillGenuine(raw []byte) bool {
	msg, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil || len(msg.Header["From"]) != 1 {
		return false
	}
	from, err := mail.ParseAddress(msg.Header.Get("From"))
	if err != nil || !strings.EqualFold(from.Address, "ada@example.org") && !strings.EqualFold(from.Address, "ada.byron@work.example") {
		return false
	}
	carried := strings.ToLower(strings.Join(append(msg.Header["In-Reply-To"], msg.Header["References"]...), " "))
	if !strings.Contains(strings.Join(strings.Fields(carried), ""), request().MessageID) {
		return false
	}
	visible := bytes.Map(func(r rune) rune { // what nobody sees makes no other word of it
		if r < ' ' && r != '\r' && r != '\n' {
			return -1
		}
		return r
	}, raw)
	return sendAlone.Match(visible)
}

// sendAlone finds the command on a line of its own.
var sendAlone = regexp.MustCompile(`(?im)^\W*send\W*$`)

func TestNoMutationOfAnAnswerIsTakenForOne(t *testing.T) {
	r := rand.New(rand.NewPCG(20261201, 12))
	original := genuine().bytes()
	f := facts()
	f.AuthservID = "mx.mail.example"
	counted := 0
	for n := range 20000 {
		raw := bytes.Clone(original)
		for range 1 + r.IntN(3) {
			if len(raw) > 0 {
				raw = mutations[r.IntN(len(mutations))](r, raw)
			}
		}
		l, reason := checkBytes(raw, f)
		if reason != Counts {
			continue
		}
		counted++
		if l.MessageID != request().MessageID || !stillGenuine(raw) {
			t.Fatalf("mutation %d counts: %q", n, raw)
		}
	}
	if counted < 1000 || counted > 19000 {
		t.Errorf("%d of 20000 count: the mutations are too weak or too strong to show anything", counted)
	}
	security.Figure(t, "mutations of a genuine answer", "tried", 20000, "still genuine", counted, "accepted and not genuine", 0)
}

// A genuine token in the hands of others: whatever they change, it is no answer of hers.
func TestNoMutationOfAStolenTokenIsTakenForAnAnswer(t *testing.T) {
	r := rand.New(rand.NewPCG(20261201, 13))
	original := genuine().set("From", "Dana Li <dana@acme.example>").bytes()
	for n := range 20000 {
		raw := bytes.Clone(original)
		for range 1 + r.IntN(4) {
			if len(raw) > 0 {
				raw = mutations[r.IntN(len(mutations))](r, raw)
			}
		}
		// A planted "From: ada@example.org" that takes the place of the thief's own is a forgery that only her provider
		// can tell; every other mutation must fail.
		if _, reason := checkBytes(raw, facts()); reason == Counts && !stillGenuine(raw) {
			t.Fatalf("mutation %d counts: %q", n, raw)
		}
	}
}
