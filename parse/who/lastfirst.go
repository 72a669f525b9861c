package who

// familyFirst reads a name that is written with the family name first, as staff lists have it: "Whitfield, Dana". It
// gives the name's text and the piece after it; ok only where the second word is a given name and the first is none.
func (r *reader) familyFirst(n name, row bool) (text string, to int, ok bool) {
	i := n.to
	if !row || n.units != 1 || n.listed || n.titled || i+1 >= len(r.p) || !r.p[i].sign(",") {
		return "", n.to, false
	}
	first := r.nameAt(i + 1)
	if !first.listed || first.units > 2 || first.titled || first.owner || first.company || !r.p[first.start].is(given) || !r.closesEntry(first.to) {
		return "", n.to, false
	}
	return r.nameText(first) + " " + r.nameText(n), first.to, true
}

// closesEntry reports whether an entry of a staff list ends at piece i, or goes on with a title in brackets or an
// address.
func (r *reader) closesEntry(i int) bool {
	if i >= len(r.p) || r.p[i].ends() {
		return true
	}
	p := &r.p[i]
	return p.sign(";") || p.sign("(") || p.sign(`"`) || p.sign("<") || p.sign("/") || p.sign("|")
}
