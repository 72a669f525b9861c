package daemon

import (
	"bytes"
	"fmt"
	"strings"

	"roundtwo/parse/message"
)

// What others forge and repeat in a life.

// forge is an answer that must not count: hers is none of them.
func (l *life) forge() {
	x, ok := l.aLetter("request", "request-reminder")
	if !ok {
		return
	}
	l.forgeries++
	words := sends[l.chance.IntN(len(sends))]
	forged := letter{Message: &message.Message{Subject: x.Subject, Text: x.Text, MessageID: x.MessageID}, kind: x.kind}
	way := l.chance.IntN(8)
	l.t.Logf("  forged in way %d", way)
	switch way {
	case 0:
		l.reply("mallory@evil.example", x, words, "")
	case 1:
		forged.MessageID = l.altered(x.MessageID)
		l.reply(casey, forged, words, "")
	case 2:
		forged.MessageID = "made.up@evil.example"
		l.reply(casey, forged, words, "")
	case 3:
		forged.Text = words + "\n" + x.Text
		l.reply(casey, forged, "I have not decided yet", "")
	case 4:
		l.reply(casey, x, words, "Auto-Submitted: auto-replied\n")
	case 5:
		l.reply(casey, x, words, "From: Mallory <mallory@evil.example>\n")
	case 6:
		other, _ := l.aLetter()
		if refIn(other.Subject) == refIn(x.Subject) {
			return
		}
		forged.Subject = other.Subject
		l.reply(casey, forged, words, "")
	case 7:
		l.reply(casey, x, "send it tomorrow, but not before noon", "")
	}
}

func refIn(subject string) string {
	_, ref, _ := strings.Cut(subject, "[roundtwo ")
	return ref
}

// altered changes one letter or digit of a token.
func (l *life) altered(id string) string {
	b := []byte(id)
	for {
		i := l.chance.IntN(strings.LastIndexByte(id, '@'))
		if was := b[i]; was != '.' && was != '-' {
			b[i] = "abcdefghjkmnpqrstuvwxyz23456789"[l.chance.IntN(31)]
			if !strings.EqualFold(string(was), string(b[i])) {
				return string(b)
			}
		}
	}
}

// repeat delivers again what came before, byte for byte or under another Message-ID.
func (l *life) repeat() {
	if len(l.delivered) == 0 {
		return
	}
	raw := l.delivered[l.chance.IntN(len(l.delivered))]
	if l.chance.IntN(2) == 0 {
		if approves(raw) {
			return // under a new Message-ID her own send is a second answer of hers: nothing tells them apart
		}
		raw = bytes.Replace(raw, []byte("Message-ID: <"), []byte(fmt.Sprintf("Message-ID: <again.%d.", l.steps)), 1)
	}
	l.forgeries++
	l.deliver(raw)
}

func approves(raw []byte) bool {
	m := message.Read(raw)
	return len(m.From) == 1 && m.From[0].Email == casey && m.Header(letterHeader) == ""
}
