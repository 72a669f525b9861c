package correction

import (
	"strconv"
	"strings"

	"roundtwo/interview"
	"roundtwo/parse/token"
	"roundtwo/parse/where"
)

// set takes a value in. A reason says that she corrected something that cannot be followed; no reason and false, that the
// line is no correction at all.
func (r *reader) set(f field, value string) (Reason, bool) {
	switch f {
	case when:
		return r.setTime(value)
	case zone:
		return r.setZone(value)
	case place:
		r.out.Fix.Location = value
	case link:
		return r.setLink(value)
	case phone:
		return r.setPhone(value)
	case format:
		return r.setFormat(value)
	case company:
		r.out.Fix.Company = value
	case role:
		r.out.Fix.Role = value
	case round:
		return r.setRound(value)
	case add:
		return r.add(value)
	case remove:
		return r.remove(value)
	case people:
		return r.replace(value)
	case either:
		return r.setEither(value)
	}
	return "", true
}

// setEither reads "it is at 3 pm", "it's at 12 High Street", "it is in person".
func (r *reader) setEither(value string) (Reason, bool) {
	if f, ok := formats[strings.ToLower(value)]; ok {
		r.out.Fix.Format = f
		return "", true
	}
	if r.readsAsTime(value) {
		return r.setTime(value)
	}
	if at := r.placeIn(value); at != "" {
		r.out.Fix.Location = at
		return "", true
	}
	return "", false
}

// placeIn finds an address in "it is at ADDRESS".
func (r *reader) placeIn(value string) string {
	text := "Location: " + value
	found := where.Read(text, token.Cut(text), nil).Location
	if found != "" && strings.ContainsAny(value, "0123456789") {
		return found
	}
	return ""
}

func (r *reader) setLink(value string) (Reason, bool) {
	found := where.Read(value, token.Cut(value), nil)
	switch {
	case found.Link != "":
		r.out.Fix.Link = found.Link
	case strings.HasPrefix(value, "https://") && !strings.ContainsAny(value, " <>\""):
		r.out.Fix.Link = value // a service that is not known: her word for it
	default:
		return NoLink, false
	}
	return "", true
}

func (r *reader) setPhone(value string) (Reason, bool) {
	digits := 0
	for _, c := range value {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case !strings.ContainsRune("+-()/ .,#*", c):
			return "", false
		}
	}
	if digits < 3 {
		return "", false
	}
	r.out.Fix.Phone = value
	return "", true
}

func (r *reader) setFormat(value string) (Reason, bool) {
	f, ok := formats[strings.ToLower(value)]
	if !ok {
		return "", false
	}
	r.out.Fix.Format = f
	return "", true
}

// setRound reads "3", "third", "second round", "third interview".
func (r *reader) setRound(value string) (Reason, bool) {
	words := strings.Fields(strings.ToLower(value))
	if len(words) > 1 && (words[1] == "round" || words[1] == "interview" || words[1] == "one") {
		words = words[:1]
	}
	if len(words) != 1 {
		return "", false
	}
	n, ok := rounds[words[0]]
	if !ok {
		n, _ = strconv.Atoi(words[0])
	}
	if n < 1 || n > 20 {
		return "", false
	}
	r.out.Fix.Round = n
	return "", true
}

// known are the people as they stand after the lines read so far.
func (r *reader) known() []interview.Person {
	if r.out.Fix.Interviewers != nil {
		return r.out.Fix.Interviewers
	}
	return r.iv.Interviewers
}
