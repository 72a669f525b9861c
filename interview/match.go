package interview

import (
	"slices"
	"strings"
	"unicode"
)

// Match finds the interview that a notice is about. how says in words by what it was found. When several fit equally,
// id is empty and they are returned as rivals: she is asked. An empty id without rivals is a new interview.
//
// A sure sign (the UID, the thread) comes first, then company, role, people and time together. An invitation to another
// round in the same thread is a new interview.
func Match(n Notice, all []Interview) (id, how string, rivals []Interview) {
	var best []Interview
	top, words := 0, ""
	for _, iv := range all {
		points, why := likeness(n, iv)
		switch {
		case points == 0 || points < top:
		case points > top:
			top, words, best = points, why, []Interview{iv}
		default:
			best = append(best, iv)
		}
	}
	switch len(best) {
	case 0:
		return "", "", nil
	case 1:
		return best[0].ID, words, nil
	}
	return "", words, best
}

// The weight of each sign. A sum below enough is a coincidence.
const (
	byUID     = 100
	byThread  = 50
	byTime    = 30
	byCompany = 20
	byPeople  = 10
	bySender  = 10
	byRole    = 8
	byDomain  = 6
	byLink    = 30
	enough    = 30
)

func likeness(n Notice, iv Interview) (points int, why string) {
	if iv.Reading != nil && iv.Reading.About != "" {
		return 0, "" // only a question about another
	}
	if n.UID != "" && n.UID == iv.TheirUID {
		return byUID, "the calendar event's UID"
	}
	if otherRound(n, iv) || iv.State == Closed && n.Kind != Other {
		return 0, ""
	}
	var signs []string
	add := func(yes bool, weight int, sign string) {
		if yes {
			points += weight
			signs = append(signs, sign)
		}
	}
	company := sameCompany(n.Company, iv.Company)
	add(sameThread(n, iv), byThread, "the thread")
	add(company, byCompany, "the company")
	add(sharesTime(n, iv), byTime, "the time")
	add(n.Link != "" && n.Link == iv.Link, byLink, "the meeting link")
	add(sharesPeople(n.Interviewers, iv.Interviewers), byPeople, "the interviewers")
	add(n.Sender.Email != "" && !Robot(n.Sender.Email) && strings.EqualFold(n.Sender.Email, iv.Sender.Email), bySender, "the sender")
	add(company && sameDomain(n.Sender.Email, iv.Sender.Email), byDomain, "the sender's domain")
	add(n.Role != "" && foldWords(n.Role) == foldWords(iv.Role), byRole, "the role")
	// A change to an interview at a company with which only one is open needs no second sign.
	add(company && open(iv) && (n.Kind == Reschedule || n.Kind == Cancellation), enough-byCompany, "an open interview there")
	add(company && iv.State == Proposed && n.Kind == Invitation, enough-byCompany, "times offered there")
	if n.Company != "" && iv.Company != "" && !company && !sameThread(n, iv) && !sameMeeting(n, iv) {
		return 0, "" // one recruiter with one meeting room may invite for several companies
	}
	if n.Role != "" && iv.Role != "" && !likeRole(n.Role, iv.Role) && !sameThread(n, iv) {
		points -= byRole
	}
	if points < enough {
		return 0, ""
	}
	return points, strings.Join(signs, ", ")
}

// sameMeeting reports the same time in the same room or with the same people: one of the two companies was misread.
func sameMeeting(n Notice, iv Interview) bool {
	return sharesTime(n, iv) && (n.Link != "" && n.Link == iv.Link || sharesSomebody(n.Interviewers, iv.Interviewers))
}

// sharesSomebody reports somebody who surely is in both: by the address, or by the whole name where no address speaks
// against it. Two companies may well want her at the same hour, each with a Sarah.
func sharesSomebody(a, b []Person) bool {
	return slices.ContainsFunc(a, func(p Person) bool {
		return slices.ContainsFunc(b, func(q Person) bool {
			if p.Email != "" && q.Email != "" {
				return strings.EqualFold(p.Email, q.Email)
			}
			return strings.Contains(p.Name, " ") && foldWords(p.Name) == foldWords(q.Name)
		})
	})
}

// otherRound reports a notice that cannot be about iv: it names another round, or it invites when iv is over.
func otherRound(n Notice, iv Interview) bool {
	if n.Kind == Other {
		return false
	}
	if n.Round > 0 && iv.Round > 0 && n.Round != iv.Round {
		return true
	}
	over := iv.State == Held || iv.State == Closed
	if !over || n.Kind != Invitation {
		return false
	}
	if len(n.Sessions) == 0 {
		return n.Written.After(iv.End())
	}
	return n.Sessions[0].Start.Time.After(iv.End())
}

func open(iv Interview) bool {
	return iv.State == Suspected || iv.State == Proposed || iv.State == Scheduled
}

func sameThread(n Notice, iv Interview) bool {
	return slices.Contains(iv.Thread, n.MessageID) && n.MessageID != "" ||
		slices.ContainsFunc(n.Thread, func(id string) bool { return slices.Contains(iv.Thread, id) })
}

// sharesTime compares the times of iv with the notice's, and with those that a reschedule replaces.
func sharesTime(n Notice, iv Interview) bool {
	for _, s := range iv.Sessions {
		same := func(o Session) bool { return o.Start.Equal(s.Start) }
		if slices.ContainsFunc(n.Sessions, same) || slices.ContainsFunc(n.Was, same) {
			return true
		}
	}
	return false
}

func sharesPeople(a, b []Person) bool {
	return slices.ContainsFunc(a, func(p Person) bool {
		return slices.ContainsFunc(b, func(q Person) bool {
			return SameName(p.Name, q.Name) || p.Email != "" && strings.EqualFold(p.Email, q.Email)
		})
	})
}

// SameName reports whether two names may mean one person: equal, or one the first name or the initialled form of the
// other ("Ana", "Ana P.", "Ana Pereira").
func SameName(a, b string) bool {
	x, y := strings.Fields(foldWords(a)), strings.Fields(foldWords(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == 0 || x[0] != y[0] {
		return false
	}
	if len(x) == 1 {
		return true
	}
	last, full := x[len(x)-1], y[len(y)-1]
	return last == full || len(last) == 1 && strings.HasPrefix(full, last)
}

func sameCompany(a, b string) bool {
	a, b = FoldCompany(a), FoldCompany(b)
	return a != "" && b != "" && (a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" "))
}

// legal are the suffixes that one mail writes and the next leaves out.
var legal = []string{"inc", "llc", "ltd", "limited", "gmbh", "plc", "corp", "corporation", "co", "company", "ag", "sa", "bv", "pty", "pvt", "llp", "se", "kg", "oy", "ab", "as", "srl", "spa"}

// FoldCompany makes the names of one company equal: case, punctuation, "The" and legal suffixes do not count.
func FoldCompany(name string) string {
	words := strings.Fields(foldWords(name))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for len(words) > 1 && slices.Contains(legal, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// foldWords lowers the case and makes everything but letters and digits a space.
func foldWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

func sameDomain(a, b string) bool {
	_, x, _ := strings.Cut(strings.ToLower(a), "@")
	_, y, _ := strings.Cut(strings.ToLower(b), "@")
	return x != "" && x == y
}

// likeRole reports whether one role is written shorter than the other.
func likeRole(a, b string) bool {
	a, b = foldWords(a), foldWords(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}
