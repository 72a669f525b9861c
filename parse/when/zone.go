package when

import (
	"fmt"

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
	if z, n := r.zoneAt(at, true); n > 0 {
		r.addZone(z, at, at+n)
		end := r.skipSign(at+n, ")]")
		// "ET (New York)", "GMT+0800 (CST)" say the same zone twice; "(CET/CEST)" too.
		if r.is(end, "(") || r.is(end, "/") && !r.kind(end+1, token.Number) {
			if _, n := r.zoneAt(end+1, true); n > 0 {
				return r.skipSign(end+1+n, ")")
			}
		}
		return end
	}
	return i
}

// isOffset reports whether "-0400" or "-04:00" stands at token i, whose sign is no dash.
func (r *reader) isOffset(i int) bool {
	_, n := r.offsetZone(i, true)
	return n > 0
}

func (r *reader) addZone(z zoneWord, from, to int) {
	r.add(mark{kind: zoneMark, span: token.Span{From: from, To: to}, zone: &z})
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
		return 0
	}
	end := at + n
	if at > i {
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
