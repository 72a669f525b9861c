package who

import "strings"

// roleNouns end a job in prose: "the Senior Data Engineer position".
var roleNouns = set(
	"position", "role", "job", "post", "opening", "vacancy", "seat", "opportunity", "posting", "requisition", "search",
	"apprenticeship", "slot", "gig", "stelle", "poste", "puesto", "vaga", "vacancies", "programme", "roles", "spot", "positions",
)

// skipReference passes an article and a reference number: "R-0012345", "20731 –".
func (r *reader) skipReference(i int) int {
	j := i
	for j < len(r.p) && j-i < 5 {
		p := &r.p[j]
		ref := p.kind == number || p.kind == word && p.capital && digitCount(p.text) > 2
		if !(ref || p.sign(":") || j > i && p.sign("-") || j > i && p.sign("#") || p.sign("*") || p.lower == "the" && p.kind == word) {
			break
		}
		j++
	}
	return j
}

func digitCount(s string) (n int) {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}

// jobEnd gives the end of the job at piece i, the number of job words in it, and whether "position" or the like follows.
func (r *reader) jobEnd(i int) (end, jobs int, noun bool) {
	last := i
	for j := i; j < len(r.p) && j-i < 14; j++ {
		p := &r.p[j]
		switch {
		case p.kind == word && roleNouns[p.lower] && j > i && !(p.capital && r.roleNext(j)):
			return j, jobs, true
		case p.sign("(") && j > i:
			close := r.jobBracket(j)
			if close == j {
				return last, jobs, false
			}
			j = close - 1
			last = close
			continue
		case p.sign(",") && j > i && jobs > 0:
			if !r.jobGoesOn(j) {
				return last, jobs, false
			}
			continue
		case p.sign("&") || p.sign("/") && !p.space || p.sign("+") && !p.space || p.sign("#") && !p.space || p.sign("-") &&
			!p.space || p.sign(".") && !p.space && j+1 < len(r.p) && !r.p[j+1].space && !r.p[j+1].ends():
			continue
		case p.sign("\"") && jobs > 0 && j > i:
			if close := r.quotation(j); close > j {
				return close, jobs, false
			}
			return last, jobs, false
		case p.kind == number && j > i && len(p.lower) <= 2 && !r.p[j-1].is(stop) && !(j+1 < len(r.p) && !r.p[j+1].space &&
			r.p[j+1].kind == word):
			last = j + 1
			continue
		}
		if p.kind != word || p.is(timeword) && !p.is(role|department) || p.owner && j == i {
			break
		}
		if inTitle[p.lower] && !p.capital {
			if !r.titleGoesOn(j) || j == i {
				break
			}
			continue
		}
		if p.is(stop) && !p.is(role|department|level) && !(p.capital && jobs == 0 && (j > i || r.roleNext(j))) {
			break
		}
		if !p.capital && jobs > 0 && !p.is(role|department|level) && !inTitle[r.p[j-1].lower] && !strings.HasPrefix(p.lower, "d'") && !r.nounSoon(j) {
			break
		}
		if p.is(role) || agentive(p) {
			jobs++
		}
		last = j + 1
	}
	return last, jobs, false
}

// agentive tells an unlisted job by its ending: "Adjuster", "Rigger", "Machinist". It is only asked where a job stands.
func agentive(p *piece) bool {
	if p.class&^neutral != 0 || !p.capital || len(p.lower) < 6 {
		return false
	}
	return strings.HasSuffix(p.lower, "er") || strings.HasSuffix(p.lower, "or") || strings.HasSuffix(p.lower, "ist") ||
		strings.HasSuffix(p.lower, "ian")
}

// roleNext reports whether a job word with a capital follows piece i.
func (r *reader) roleNext(i int) bool {
	return i+1 < len(r.p) && r.p[i+1].kind == word && r.p[i+1].is(role) && r.p[i+1].capital
}

// nounSoon reports whether "position" or the like follows within two words.
func (r *reader) nounSoon(i int) bool {
	for j := i; j < len(r.p) && j < i+3 && r.p[j].kind == word; j++ {
		if roleNouns[r.p[j].lower] {
			return true
		}
	}
	return false
}

// jobBracket gives the end of "(m/f/d)", "(Band 6)", "(Southeast)" at piece j; j where a remark stands in it.
func (r *reader) jobBracket(j int) int {
	close := j + 1
	for close < len(r.p) && close-j < 9 && !r.p[close].sign(")") && !r.p[close].ends() {
		close++
	}
	if close >= len(r.p) || !r.p[close].sign(")") || close == j+1 {
		return j
	}
	if last := &r.p[close-1]; close > j+2 && last.capital && last.is(org) && !last.is(role|department|rank|place) {
		return j // "Media Buyer (Larkspur Agency)"
	}
	for k := j + 1; k < close; k++ {
		p := &r.p[k]
		if p.is(timeword|ordinal) || p.is(stop) && !p.is(role|department) && len(p.lower) > 2 || p.kind == mail || p.kind == link {
			return j
		}
		if notInJob[p.lower] || p.kind == word && digitCount(p.text) > 2 || p.kind == number && len(p.lower) > 3 {
			return j
		}
	}
	return close + 1
}

// notInJob are words of brackets behind a job that are not of it.
var notInJob = set("ref", "req", "requisition", "id", "finalist", "round", "vacancy", "closing", "reference", "job", "stage")

// jobGoesOn reports whether the comma at piece j belongs to the job: "Vice President, Asset Finance".
func (r *reader) jobGoesOn(j int) bool {
	if j+1 >= len(r.p) || !r.p[j+1].capital || r.p[j+1].kind != word {
		return false
	}
	k := j + 1
	for k < len(r.p) && r.p[k].kind == word && (r.p[k].capital || inTitle[r.p[k].lower]) {
		if r.p[k].is(timeword) || r.p[k].is(stop) && !r.p[k].is(department|role) {
			return false
		}
		k++
	}
	if n := r.nameAt(j + 1); n.known() || r.fits(r.slice(j+1, k)) >= partly {
		return false
	}
	return r.hasDepartment(j+1, k) && (k >= len(r.p) || r.p[k].ends() || r.p[k].kind == sign || r.p[k].is(stop)) && !r.hasAnyJob(j+1, k)
}

func (r *reader) hasDepartment(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].is(department) || r.p[i].upper {
			return true
		}
	}
	return to == from+1
}

func (r *reader) hasAnyJob(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].is(role) && !r.p[i].is(department) {
			return true
		}
	}
	return false
}

func (r *reader) hasJob(from, to int) bool {
	for i := from; i < to; i++ {
		if r.p[i].is(role) {
			return true
		}
	}
	return false
}

// quotation gives the piece after the quotation that starts at piece j.
func (r *reader) quotation(j int) int {
	for k := j + 1; k < len(r.p) && k < j+maxTitle && !r.p[k].ends(); k++ {
		if r.p[k].sign("\"") {
			return k + 1
		}
	}
	return j
}
