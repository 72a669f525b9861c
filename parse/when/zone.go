package when

import (
	"fmt"
	"strings"

	"roundtwo/parse/token"
)

// zoneAfter reads a zone right after a clock time, in brackets or not, and gives the token after it.
func (r *reader) zoneAfter(i int) int {
	at := i
	for k := 0; k < 2 && !r.isOffset(at); k++ {
		at = r.skipSign(at, "(,-[|")
	}
	if r.is(at, "⋅") {
		at++
	}
	z, n := r.zoneAt(at, true)
	if n == 0 {
		z, n = r.unknownZone(at)
	}
	if n == 0 {
		return i
	}
	end := r.skipSign(at+n, ")]")
	if more, next := r.zoneAgain(at+n, end); next > end {
		z, end = z.with(more, r.is(at-1, "(")), next
	}
	r.addZone(z, at, max(at+n, r.skipBack(end)))
	return end
}

// skipBack gives the token before a bracket that ends at token i.
func (r *reader) skipBack(i int) int {
	if r.is(i-1, ")") || r.is(i-1, "]") {
		return i - 1
	}
	return i
}

// zoneAgain reads what is said of the same clock behind its zone, which ends at token said, its bracket at end: "ET (New
// York)", "PT, Vancouver", "GMT+0800 (CST)", "CET/CEST", "Edmonton time - UTC-6". It gives the token after it, end where
// nothing is there.
func (r *reader) zoneAgain(said, end int) (zoneWord, int) {
	at := r.skipSign(end, "(,/-")
	switch {
	case at > end && r.isOffset(end): // "ET -05:00"
		at = end
	case at == end && r.isPhrase(end) && end > said: // "(UTC-05:00) Eastern Time"
	case at == end && !r.isOffset(end) && !r.is(end, "utc") && !r.is(end, "gmt") && !r.is(end, "in"):
		return zoneWord{}, end
	case r.is(end, "/") && r.kind(at, token.Number): // "10 ET / 7 PT"
		return zoneWord{}, end
	}
	if z, n := r.zoneAt(at, true); n > 0 && (!r.is(end, ",") || z.isPlace || r.isOffset(at)) {
		return z, r.skipSign(at+n, ")]")
	}
	if p, n := r.placeAt(at); n > 0 && !p.Word && r.upper(at) && r.closes(at+n) && (r.is(end, "(") || !p.Name || r.is(at+n, ")")) {
		return ofPlace(p), r.skipSign(at+n, ")]")
	}
	return zoneWord{}, end
}

// isPhrase reports whether a zone in words begins at token i.
func (r *reader) isPhrase(i int) bool {
	z, n := phraseAt(r, zonePhrases, i)
	return n > 0 && !z.local && r.zoneCounts(z, i, n)
}

// closes reports whether the words before token i end there: "PT, Vancouver." but not "ET, London office".
func (r *reader) closes(i int) bool {
	return i >= r.n || r.tok(i).Kind != token.Word && r.tok(i).Kind != token.Number || r.has(i, roleOn|roleAnd|roleOr) || r.is(i, "with")
}

// with joins two sayings about one clock. The place is the zone and the other is held against it; of an offset and a name,
// the name. Bracketed: the first stands in brackets.
func (z zoneWord) with(more zoneWord, bracketed bool) zoneWord {
	switch {
	case z.unknown:
		return z
	case z.isPlace && !more.isPlace && !more.local && !more.ours:
		z.beside = &more
	case more.isPlace && !z.isPlace && !z.local && !z.ours:
		more.beside = &z
		return more
	case z.isPlace || more.isPlace || z.ours || more.ours || z.local || more.local:
	case isOffset(more.zone) && !isOffset(z.zone):
		z.beside = &more
	case isOffset(z.zone) && !isOffset(more.zone) && bracketed && !more.loose:
		return more // "(UTC-05:00) Eastern Time (US & Canada)": what Windows shows is the offset of winter
	case z.zone == more.zone && z.dst != more.dst:
		z.dst = 0 // "EST/EDT"
	}
	return z
}

// isOffset reports whether the name of a zone is only an offset.
func isOffset(zone string) bool { return strings.HasPrefix(zone, "UTC") }

// isOffset reports whether "-0400" or "-04:00" stands at token i, whose sign is no dash.
func (r *reader) isOffset(i int) bool {
	_, n := r.offsetZone(i, true)
	return n > 0
}

func (r *reader) addZone(z zoneWord, from, to int) {
	z.said, z.word = r.text(from, to), r.tok(from).Lower
	r.add(mark{kind: zoneMark, span: token.Span{From: from, To: to}, zone: &z})
}

// text is what the tokens from one to another say, with the spaces between them.
func (r *reader) text(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from && r.tok(i).Space {
			b.WriteByte(' ')
		}
		b.WriteString(r.tok(i).Text)
	}
	return b.String()
}

// zoneName reads a zone away from a clock time: only what cannot be anything else.
func zoneName(r *reader, i int) int {
	at := i
	if r.is(at, "(") {
		at++
		if !r.is(at, "utc") && !r.is(at, "gmt") {
			return 0
		}
	}
	z, n := r.zoneAt(at, at > i || r.afterAllTimes(at))
	if n == 0 {
		return r.placeTime(i)
	}
	end := at + n
	if at == i {
		if more, next := r.zoneAgain(end, end); next > end {
			z, end = z.with(more, false), next
		}
	} else {
		end = r.skipSign(end, ")")
		if more, k := phraseAt(r, zonePhrases, end); k > 0 && !more.local {
			z, end = more, end+k // "(UTC-05:00) Eastern Time (US & Canada)": the name says more
		}
	}
	r.addZone(z, i, end)
	return end - i
}

// afterAllTimes reports whether "all times are", "Time zone:" stands right before token i.
func (r *reader) afterAllTimes(i int) bool {
	if len(r.marks) == 0 {
		return false
	}
	m := r.marks[len(r.marks)-1]
	if m.kind != cueMark || m.cue != cueAllTimes || i-m.span.To > 8 {
		return false
	}
	for k := m.span.To; k < i; k++ {
		if r.tok(k).Ends() && k > m.span.To || r.kind(k, token.Number) || r.is(k, ".") {
			return false
		}
	}
	return true
}

// zoneAt reads a zone at token i. Loose zones are everyday words too and count only where one is expected.
func (r *reader) zoneAt(i int, expected bool) (zoneWord, int) {
	if i >= r.n {
		return zoneWord{}, 0
	}
	if z, n := r.offsetZone(i, expected); n > 0 {
		return z, n
	}
	if z, n := r.ianaZone(i); n > 0 {
		return z, n
	}
	z, n := phraseAt(r, zonePhrases, i)
	if place, k := r.placeZone(i, expected); k > n {
		return place, k
	}
	if city, k := r.inhabitants(i); k > n {
		return city, k
	}
	if n == 0 || z.loose && !(expected && r.zoneCounts(z, i, n)) {
		return zoneWord{}, 0
	}
	return z, n
}

// zoneCounts tells the zone ET from the French "et", CAT from the animal: short zones are written in capitals.
func (r *reader) zoneCounts(z zoneWord, i, n int) bool {
	t := r.tok(i).Text
	if !z.loose || z.ours || n > 1 && r.tok(i).Kind == token.Word {
		return true
	}
	if len(t) <= 5 && r.tok(i).Lower != "utc" && r.tok(i).Lower != "gmt" {
		upper := true
		for k := range len(t) {
			upper = upper && t[k] >= 'A' && t[k] <= 'Z'
		}
		return upper || r.lang == "en" && len(t) == 3 && t[2] == 't' && !everyday[t]
	}
	return true
}

// everyday are zones that are words when written small.
var everyday = wordSet(`est, art, eat, cat, pet, met, cot, wit`)

// offsetZone reads "GMT+1", "UTC-05:00", "+0530", "+01:00".
func (r *reader) offsetZone(i int, expected bool) (zoneWord, int) {
	at := i
	named := r.is(at, "utc") || r.is(at, "gmt")
	if named {
		at++
	}
	if !named && !expected || !r.is(at, "+") && !r.is(at, "-") || !r.kind(at+1, token.Number) || r.tok(at+1).Space {
		return zoneWord{}, 0
	}
	h, m, next := r.number(at+1), 0, at+2
	switch {
	case r.digits(at+1) == 4:
		h, m = h/100, h%100
	case r.digits(at+1) > 2 || !named && r.digits(at+1) != 2:
		return zoneWord{}, 0
	case (r.glued(next, ":") || r.glued(next, ".")) && r.digits(next+1) == 2:
		m, next = r.number(next+1), next+2
	case !named:
		return zoneWord{}, 0
	}
	if h > 14 || m > 59 {
		return zoneWord{}, 0
	}
	if h == 0 && m == 0 {
		return zoneWord{zone: "UTC"}, next - i
	}
	return zoneWord{zone: fmt.Sprintf("UTC%s%02d:%02d", r.tok(at).Lower, h, m)}, next - i
}

// ianaAreas are the first parts of IANA names.
var ianaAreas = wordSet(`europe, america, asia, africa, australia, pacific, atlantic, indian, etc, utc, gmt`)

// ianaTokens is the most tokens of an IANA name: America/Argentina/Buenos_Aires has seven.
const ianaTokens = 12

// ianaZone reads "Europe/Paris", "America/Argentina/Buenos_Aires".
func (r *reader) ianaZone(i int) (zoneWord, int) {
	if !r.glued(i+1, "/") || !r.kind(i+2, token.Word) || !ianaAreas[r.tok(i).Lower] {
		return zoneWord{}, 0
	}
	end := i + 3
	for end+1 < min(r.n, i+ianaTokens) && (r.glued(end, "/") || r.glued(end, "_")) && r.kind(end+1, token.Word) {
		end += 2
	}
	name := ""
	for k := i; k < end; k++ {
		name += r.tok(k).Text
	}
	if loadZone(name) == nil {
		return zoneWord{}, 0
	}
	return zoneWord{zone: name}, end - i
}
