package where

import (
	"strings"

	"roundtwo/parse/token"
)

// Lengths of a telephone number in digits, E.164 with room for an extension.
const minDigits, maxDigits = 7, 16

// callWords stand before a number that she dials or is called on.
var callWords = token.MakePhrases(marks(
	"i'll call", "i will call", "we'll call", "we will call", "will call", "i'll ring", "i will ring", "will ring", "i'll phone", "will phone",
	"i'll try you on", "will try you on", "will be calling", "calls you on", "calling on", "ring on", "call on", "by calling", "on the number",
	"call you on", "call you at", "call you", "calling you on", "calling you at", "calling you", "ring you on", "ring you at",
	"ring you", "ringing you on", "phone you on", "phone you at", "phone you", "telephone you", "reach you on", "reach you at",
	"give you a call on", "give you a call at", "give you a ring on",
	"dial-in", "dial in", "dial", "bridge", "conference line", "conference number", "call in to", "call into", "call-in",
	"call in on", "phone number", "telephone number", "number to call", "number to dial", "please call", "call us on",
	"call us at", "your number", "the number", "contact you on", "contact you at", "contact you", "on this number", "by phone on",
	"by phone at", "by phone", "by telephone on", "by telephone at", "phone",
	"anrufen unter", "unter der nummer", "unter", "einwahlnummer", "rufen sie an", "vous appellera au", "appellerons au",
	"au numero", "le llamaremos al", "al numero", "chiamera al", "ligar para", "bellen op", "u op",
))

// troubleWords make a number one for questions and trouble.
var troubleWords = token.MakePhrases(marks(
	"conference id", "meeting id", "passcode", "access code", "pin", "if anything", "if you have", "if you need", "if you get",
	"if you can't", "if you cannot", "if you are", "if you're", "if there", "in case", "question", "questions", "problem",
	"problems", "trouble", "difficulties", "difficulty", "support", "help", "whatsapp", "office", "fax", "one tap",
	"please call me", "call me", "contact me", "reach me", "reach us", "running late", "lost", "technical issues", "emergency",
	"switchboard", "reception on", "desk", "lobby", "get stuck", "at your disposal", "to reschedule", "cannot attend",
	"unable to attend", "should you", "any issues", "on the day", "hotline", "rueckfragen", "ruckfragen", "bei fragen",
	"when you arrive", "when you get here", "on arrival",
))

func marks(phrases ...string) map[string]bool {
	m := make(map[string]bool, len(phrases))
	for _, p := range phrases {
		m[p] = true
	}
	return m
}

// callNumber finds the number that she is called on, or dials.
func (r *reader) callNumber(links []token.Span) (string, token.Span) {
	text, toks := r.text, r.toks[:r.end]
	for i := 0; i < len(toks); i++ {
		if len(links) > 0 && i >= links[0].From {
			i = links[0].To - 1
			links = links[1:]
			continue
		}
		s, digits := numberAt(toks, i)
		if digits == 0 {
			continue
		}
		if digits >= minDigits && !r.onlyIf(s.To) && digits <= maxDigits && !tapped(toks, s.To) && r.isCall(s) {
			return strings.Join(strings.Fields(text[toks[s.From].Start:toks[s.To-1].End]), " "), s
		}
		i = s.To - 1
	}
	return "", token.Span{}
}

// numberAt reads digits with "+", spaces, hyphens, dots, slashes and brackets between them.
func numberAt(toks []token.Token, i int) (s token.Span, digits int) {
	start := i
	if is(toks, i, "+") || is(toks, i, "(") {
		i++
	}
	if i >= len(toks) || toks[i].Kind != token.Number {
		return token.Span{}, 0
	}
	end := i
	for i < len(toks) && i-start < 24 {
		t := &toks[i]
		if t.Kind == token.Number {
			digits += len(t.Text)
			i++
			end = i
			continue
		}
		if !strings.Contains("()-./", t.Lower) || len(t.Lower) != 1 {
			break
		}
		if t.Lower == "." && (t.Space || i+1 < len(toks) && toks[i+1].Space) {
			break
		}
		i++
	}
	return token.Span{From: start, To: end}, digits
}

func is(toks []token.Token, i int, s string) bool {
	return i >= 0 && i < len(toks) && toks[i].Kind == token.Punct && toks[i].Lower == s
}

// tapped reports whether the number is one of a one-tap list: "+13095550118,,86420011753#".
func tapped(toks []token.Token, i int) bool {
	return is(toks, i, ",") && is(toks, i+1, ",")
}

// callReach is how many tokens may stand between the word that tells of a call and the number.
const callReach = 14

// isCall reports whether the words before the number say that the interview is held on it.
func (r *reader) isCall(s token.Span) bool {
	toks := r.toks
	from := r.sentenceStart(s.From)
	called := false
	reach := callReach
	if s.From > 0 && (toks[s.From-1].Lower == "on" || toks[s.From-1].Lower == "at") {
		reach = maxBack // "will phone you for the second interview on Wednesday at 4 on +254 …"
	}
	for i := from; i < s.From; i++ {
		if bad, n := troubleWords.At(toks, i); n > 0 && bad {
			return false
		}
		if _, n := callWords.At(toks, i); n > 0 && s.From-i-n < reach {
			called = true
		}
	}
	return called
}

// onlyIf reports whether the words after a number say that it is for questions or trouble.
func (r *reader) onlyIf(i int) bool {
	for k := i; k < len(r.toks) && k < i+6; k++ {
		t := &r.toks[k]
		if t.Ends() && !r.wrapped(k) || t.Lower == "." && k+1 < len(r.toks) && r.toks[k+1].Space {
			return false
		}
		switch t.Lower {
		case "if", "should", "questions", "queries", "assistance", "directions", "accommodation", "accommodations", "problems", "falls":
			return true
		}
	}
	return false
}

// maxBack is the most tokens that a sentence is followed backwards.
const maxBack = 40

// sentenceStart gives the start of the sentence or line that token i stands in; a line without a full stop before a
// number may have been wrapped, and a label may stand on the line above.
func (r *reader) sentenceStart(i int) int {
	toks, from := r.toks, i
	for from > 0 && i-from < maxBack {
		t := &toks[from-1]
		stop := t.Kind == token.Punct && (t.Lower == "." || t.Lower == "!" || t.Lower == "?") && toks[from].Space
		if t.Kind == token.Blank || stop && !(from > 1 && len(toks[from-2].Text) == 1 && !t.Space) { // not in "4 p.m. EAT"
			break
		}
		if t.Kind == token.Line && (i-from > 1 && !r.wrapped(from-1) && !is(toks, from-2, ":")) {
			break
		}
		from--
	}
	return from
}
