package drafts

import (
	"fmt"
	"slices"
	"strings"
)

// condition says when an item applies; what is not given does not matter.
type condition struct {
	RoundFrom int      `toml:"round_from"`
	RoundTo   int      `toml:"round_to"`
	Format    []string `toml:"format"`
	People    string   `toml:"people"` // "panel", "sequence", "several"
	Technical bool     `toml:"technical"`
	DaysFrom  int      `toml:"days_from"` // at least that many days are left
	DaysTo    *int     `toml:"days_to"`   // at most that many
	Unknown   []string `toml:"unknown"`   // one of these is not known (see Unknowns)
	Has       string   `toml:"has"`       // a fact of that kind is remembered
	Lacks     string   `toml:"lacks"`
	Setting   string   `toml:"setting"` // "choices", "rehearse": her profile asks for it
}

func (c condition) empty() bool {
	return c.RoundFrom == 0 && c.RoundTo == 0 && c.Format == nil && c.People == "" && !c.Technical && c.DaysFrom == 0 &&
		c.DaysTo == nil && c.Unknown == nil && c.Has == "" && c.Lacks == "" && c.Setting == ""
}

// applies reports whether the item belongs into a letter written from v.
func (c condition) applies(v *view) bool {
	switch {
	case c.RoundFrom > 0 && v.Round < c.RoundFrom && !(v.Round == 0 && len(v.f.Memory.Earlier) > 0):
		return false
	case c.RoundTo > 0 && v.Round > c.RoundTo:
		return false
	case len(c.Format) > 0 && !slices.Contains(c.Format, string(v.iv.Format)):
		return false
	case c.Technical && !v.Technical():
		return false
	case c.DaysFrom > 0 && v.DaysLeft() < c.DaysFrom:
		return false
	case c.DaysTo != nil && v.DaysLeft() > *c.DaysTo:
		return false
	case c.Has != "" && len(v.Said(c.Has)) == 0:
		return false
	case c.Lacks != "" && len(v.Said(c.Lacks)) > 0:
		return false
	}
	return c.fitsPeople(v) && c.fitsUnknown(v) && c.fitsSetting(v)
}

func (c condition) fitsPeople(v *view) bool {
	switch c.People {
	case "panel":
		return v.Panel()
	case "sequence":
		return v.Sequence()
	case "several":
		return len(v.iv.Interviewers) > 1
	}
	return true
}

func (c condition) fitsUnknown(v *view) bool {
	if len(c.Unknown) == 0 {
		return true
	}
	return slices.ContainsFunc(Unknowns(v.iv), func(u string) bool { return slices.Contains(c.Unknown, u) })
}

func (c condition) fitsSetting(v *view) bool {
	switch c.Setting {
	case "choices":
		return v.f.Candidate.Choices
	case "rehearse":
		return v.f.Candidate.Rehearse
	case "proofs":
		return len(v.f.Candidate.Proofs) > 0
	}
	return true
}

// explain writes a condition in words; "" where the item always applies.
func (c condition) explain() string {
	var out []string
	if c.RoundFrom > 0 {
		out = append(out, fmt.Sprintf("from round %d on", c.RoundFrom))
	}
	if c.RoundTo > 0 {
		out = append(out, fmt.Sprintf("up to round %d", c.RoundTo))
	}
	if len(c.Format) > 0 {
		out = append(out, "format "+strings.Join(c.Format, " or "))
	}
	if c.People != "" {
		out = append(out, map[string]string{"panel": "two or more people at the same time", "sequence": "several conversations",
			"several": "two or more people"}[c.People])
	}
	if c.Technical {
		out = append(out, "a test of skills is announced")
	}
	if c.DaysFrom > 0 {
		out = append(out, fmt.Sprintf("at least %d days are left", c.DaysFrom))
	}
	if c.DaysTo != nil {
		out = append(out, fmt.Sprintf("at most %d days are left", *c.DaysTo))
	}
	if len(c.Unknown) > 0 {
		out = append(out, "not known: "+strings.Join(c.Unknown, " or "))
	}
	if c.Has != "" {
		out = append(out, fmt.Sprintf("you have said something of %q", c.Has))
	}
	if c.Lacks != "" {
		out = append(out, fmt.Sprintf("you have said nothing of %q", c.Lacks))
	}
	if c.Setting != "" {
		out = append(out, "your profile has "+c.Setting)
	}
	return strings.Join(out, "; ")
}
