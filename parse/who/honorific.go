package who

import "strings"

// skipHonorifics passes "Mr", "Dr.", "Univ.-Prof. Dr." and "Dr.-Ing.".
func (r *reader) skipHonorifics(i int) int {
	j := i
	for j < len(r.p) && r.p[j].kind == word && (r.p[j].is(honorific) && r.honorificHere(j) || r.rankHere(j)) {
		j++
		if j < len(r.p) && r.feminine(j) {
			j++
		}
		if j+1 < len(r.p) && r.p[j].sign("-") && !r.p[j].space && r.p[j+1].is(honorific) {
			j++
		}
	}
	if j > i && j+1 < len(r.p) && r.p[j].sign(".") && !r.p[j].space {
		j++
	}
	if j > i && j+2 < len(r.p) && r.p[j].sign("(") { // "Col. (Retd.) A. K. Bhatnagar"
		for k := j + 2; k < len(r.p) && k < j+4; k++ {
			if r.p[k].sign(")") {
				j = k + 1
				break
			}
		}
	}
	if j >= len(r.p) || j > i && !r.p[j].space && !r.p[j-1].space {
		return i
	}
	return j
}

var retired = set("ret", "retd", "retired", "emeritus", "emerita", "rtd")

// feminine reports whether piece i is the end of a form of address: "Dott.ssa", "Sig.ra".
func (r *reader) feminine(i int) bool {
	return !r.p[i].space && (r.p[i].lower == "ssa" || r.p[i].lower == "ra")
}

// rankHere reports whether capitals before a listed name are a rank: "DCI Laura Hendry".
func (r *reader) rankHere(j int) bool {
	p := &r.p[j]
	return p.upper && !r.shouting && len(p.text) <= 4 && j+2 < len(r.p) && r.p[j+1].is(given) && r.p[j+1].space &&
		r.p[j+2].capital && !p.is(role|department|org|tool|timeword|stop|place|given)
}

// honorificHere tells "Sister Karen" and "Chief Adeleke" from "chief engineer", and "Major" from a first name.
func (r *reader) honorificHere(j int) bool {
	p := &r.p[j]
	if j+1 >= len(r.p) || !p.capital && !spelledOut[p.lower] && !(academic[p.lower] && p.span.To-p.span.From > 1) {
		return false
	}
	if p.upper && !r.shouting && len(p.text) > 2 {
		return false
	}
	next := &r.p[j+1]
	if next.sign("(") && p.is(honorific) && j+2 < len(r.p) && retired[r.p[j+2].lower] {
		return true // "Judge (ret.) Warren Feld"
	}
	if next.sign("-") || next.sign(".") || next.sign("(") && p.is(honorific) && !p.is(role|level) && p.span.To-p.span.From > 1 {
		return j+2 < len(r.p)
	}
	if next.kind != word {
		return false
	}
	if r.feminine(j + 1) {
		return true
	}
	if p.is(role | level) {
		return next.capital && !next.is(role|department|level|org|stop|place)
	}
	return next.capital || next.is(particle)
}

// spelledOut are the titles that are written small in the middle of a sentence: "el señor Juan Paz".
var spelledOut = set("senor", "senora", "senorita", "senhor", "senhora", "signor", "signora", "monsieur", "madame", "doctora", "dottor",
	"dottoressa", "professora", "don", "dona")

// academic are the titles that are written small, with a dot: "ir. Pieter van der Meulen".
var academic = set("arch", "avv", "dott", "sig", "sra", "sr", "ir", "drs", "dr", "prof", "ing", "mr", "mrs", "ms", "mgr", "mw", "dhr")

// withoutSuffix takes off the forms of address that people write behind a name in Latin letters: "Yamada-san".
func withoutSuffix(s string) string {
	i := strings.LastIndexByte(s, '-')
	if i > 0 && addressSuffix[s[i+1:]] {
		return s[:i]
	}
	return s
}

var addressSuffix = set("san", "sama", "sensei", "kun", "chan", "ssi", "nim", "bucho", "kacho", "ji")

// withoutEastern takes off the forms of address that Chinese, Japanese and Korean put behind a name.
func withoutEastern(s string) string {
	for _, form := range [...]string{"様", "さん", "さま", "先生", "氏", "女士", "小姐", "님", "씨"} {
		if bare, ok := strings.CutSuffix(s, form); ok && bare != "" {
			return bare
		}
	}
	return s
}
