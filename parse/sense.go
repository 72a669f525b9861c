package parse

// How far before a phrase the word that turns its meaning may stand.
const (
	reachBack = 8
	reachIf   = 14
)

// behind reports whether what is said at word w lies behind her: "following your first interview".
func (d *document) behind(u *unit, w int) bool {
	return d.turned(u, w, "past", reachBack) || d.turned(u, w, "after", reachBack)
}

// supposed reports whether what is said at word w is a mere case: "if that goes well, the second interview …".
func (d *document) supposed(u *unit, w int) bool {
	return !u.subject && d.turned(u, w, "hypothetical", reachIf) && !u.has("ask")
}

// turned reports whether a phrase of that sign stands before word w, with no invitation in between.
func (d *document) turned(u *unit, w int, sign string, reach int) bool {
	if !u.mean.is(meanings[sign]) && sign != "after" {
		return false
	}
	for _, h := range u.hits {
		if h.sign == sign && h.words.From < w && h.words.From >= w-reach && !d.between(u, h.words.From-2, w) {
			return true
		}
	}
	return false
}

// between reports whether an invitation stands between the words from and to.
func (d *document) between(u *unit, from, to int) bool {
	for _, h := range u.hits {
		if (h.sign == "invite" || h.sign == "fix") && h.words.From >= from && h.words.From < to {
			return true
		}
	}
	for w := max(from, 0); w < to; w++ {
		if turns[d.words[w].lower] {
			return true
		}
	}
	return false
}

// turns are words that lead from what was to what is now.
var turns = wordSet("so now here therefore hence thus nun jetzt daher deshalb donc maintenant ahora por-eso agora ora quindi nu dus")

// sighting is a phrase that counts, with its place.
type sighting struct {
	hit
	unit int
}

// tally counts the phrases of a message by sign. Each phrase of the tables counts once, and of "moved" and "will now
// take place" in one sentence the stronger one.
type tally struct {
	best map[string]sighting
	sum  map[string]int
	seen map[*phrase]bool

	titled bool // the subject names an interview, or a round of them
}

func (d *document) tally() tally {
	t := tally{best: map[string]sighting{}, sum: map[string]int{}, seen: map[*phrase]bool{}}
	for i := range d.units {
		once := map[string]int{}
		for _, h := range d.units[i].hits {
			sign := d.sense(&d.units[i], h)
			if sign == "" {
				continue
			}
			if sign == "move" || sign == "cancel" {
				more := max(0, h.weight-once[sign])
				once[sign] += more
				t.sum[sign] += more
				t.note(sign, sighting{h, i})
				continue
			}
			t.count(sign, sighting{h, i})
			t.titled = t.titled || sign == "interview" && d.units[i].subject
		}
	}
	return t
}

func (t *tally) count(sign string, s sighting) {
	t.note(sign, s)
	if !t.seen[s.phrase] {
		t.seen[s.phrase] = true
		t.sum[sign] += s.weight
	}
}

// note keeps the strongest phrase of a sign.
func (t *tally) note(sign string, s sighting) {
	if b, ok := t.best[sign]; !ok || s.weight > b.weight {
		t.best[sign] = s
	}
}

// sense gives the sign that a phrase counts for where it stands, "" for none.
func (d *document) sense(u *unit, h hit) string {
	switch h.sign {
	case "round", "after", "liked", "hypothetical", "past", "negated", "fallback":
		return ""
	case "move", "cancel":
		if u.mean.is(fallback) || d.ofHer(h) || d.offersChange(u) || d.supposed(u, h.words.From) || d.turned(u, h.words.From, "negated", 4) {
			return ""
		}
	case "interview", "meeting":
		if d.supposed(u, h.words.From) {
			return ""
		}
		if d.roundOfOther(u, h) {
			return ""
		}
		if d.behind(u, h.words.From) {
			return "past " + h.sign
		}
	case "invite", "fix", "ask", "refusal":
		if d.supposed(u, h.words.From) {
			return ""
		}
	}
	return h.sign
}

// roundOfOther reports whether the round is one of something else: "second round of tastings".
func (d *document) roundOfOther(u *unit, h hit) bool {
	last := d.words[h.words.To-1].lower
	if h.words.To+1 >= u.words.To || last != "round" && last != "stage" && last != "phase" || d.words[h.words.To].lower != "of" {
		return false
	}
	w := h.words.To + 1
	return !roundsOf[d.words[w].lower] && !(w+1 < u.words.To && roundsOf[d.words[w+1].lower])
}

// roundsOf are what rounds of an application are called.
var roundsOf = wordSet(`interview interviews interviewing conversations talks chats meetings discussions calls selection recruitment hiring
	recruiting process exercise screening assessment assessments our the your`)

// offersChange reports whether a sentence asks her whether she needs another time: "Need to reschedule?"
func (d *document) offersChange(u *unit) bool {
	if !u.ask || u.words.From >= u.words.To {
		return false
	}
	return offers[d.words[u.words.From].lower] && !u.has("pick again")
}

var offers = wordSet("need want wish must unable besoin necesitas precisa moet willst mussen")

// ofHer reports whether it is she who is moved: "you have been moved forward to the next stage".
func (d *document) ofHer(h hit) bool {
	for w := h.words.From; w >= max(0, h.words.From-2); w-- {
		switch d.words[w].lower {
		case "you":
			return d.words[h.words.To-1].lower != "you"
		case "have", "ve", "are", "been", "re", "now":
		default:
			if w < h.words.From {
				return false
			}
		}
	}
	return false
}
