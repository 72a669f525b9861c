package drafts

import (
	"fmt"
	"slices"
	"strings"
)

// evidenceView shows which words of the message a field was read from.
type evidenceView struct{ Label, Text string }

// fieldOrder is the order in which the origins are listed; fields not named here come last.
var fieldOrder = []string{"start", "end", "zone", "topic", "interviewers", "format", "link", "location", "phone", "company", "role",
	"round", "bring", "respond_by", "sender", "organizer"}

// Origins lists the evidence for each field; the same words of one field only once.
func (v *view) Origins() []evidenceView {
	type row struct {
		rank int
		key  string
		evidenceView
	}
	var rows []row
	for key, text := range v.f.Evidence {
		name, number := fieldOf(key)
		label, ok := v.w.words.Field[name]
		if !ok {
			label = name
		}
		if number > 0 && len(v.iv.Sessions) > 1 {
			label += fmt.Sprintf(" %d", number)
		}
		rank := slices.Index(fieldOrder, name)
		if rank < 0 {
			rank = len(fieldOrder)
		}
		rows = append(rows, row{rank: rank, key: key, evidenceView: evidenceView{Label: label, Text: clean(text)}})
	}
	slices.SortFunc(rows, func(a, b row) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return strings.Compare(a.key, b.key)
	})
	var out []evidenceView
	for _, r := range rows {
		if !slices.Contains(out, r.evidenceView) {
			out = append(out, r.evidenceView)
		}
	}
	return out
}

// fieldOf reads "sessions[1].start" as the field start of the second.
func fieldOf(key string) (name string, number int) {
	name = key
	if at := strings.LastIndexByte(key, '.'); at >= 0 {
		name = key[at+1:]
	}
	name, _, _ = strings.Cut(name, "[")
	if _, after, ok := strings.Cut(key, "["); ok {
		if _, err := fmt.Sscanf(after, "%d", &number); err == nil {
			number++
		}
	}
	return name, number
}

// AssumedZone, AssumedLength and CountedRound report what was not stated and was taken to be so; the letters say it.
func (v *view) AssumedZone() bool {
	return slices.ContainsFunc(v.Sessions, func(s sessionView) bool { return s.Assumed })
}

func (v *view) AssumedLength() bool { return slices.Contains(Unknowns(v.iv), "length") }

// CountedRound reports that no words of the message name the round: it was counted from the rounds kept for this company.
func (v *view) CountedRound() bool {
	return v.Round > 1 && len(v.f.Evidence) > 0 && v.f.Evidence["round"] == "" && len(v.f.Memory.Earlier) > 0
}

// GuessedFormat reports that the format was taken from a link, a number or an address rather than from words.
func (v *view) GuessedFormat() bool {
	return v.iv.Format != "" && len(v.f.Evidence) > 0 && v.f.Evidence["format"] == ""
}
