package drafts

import (
	"fmt"
	"slices"
	"strings"
)

// Why explains an item of the advice: its text, when and where it applies, what it rests on, and where the articles
// contradict each other, how that was settled. It also takes the id of a contradiction ("C1") or the number of a piece of
// advice ("53"). An unknown item is an error that lists those with a similar name.
func (w *Writer) Why(item string) (string, error) {
	item = strings.TrimSpace(item)
	if i := w.advice.byID[item]; i != nil {
		return w.whyItem(i), nil
	}
	for _, s := range w.advice.Settled {
		if strings.EqualFold(s.ID, item) {
			return s.explain(), nil
		}
	}
	var parts []string
	for _, i := range w.advice.Items {
		if slices.ContainsFunc(i.Advice, func(n int) bool { return fmt.Sprint(n) == item }) {
			parts = append(parts, w.whyItem(i))
		}
	}
	if len(parts) > 0 {
		return strings.Join(parts, "\n"), nil
	}
	return "", fmt.Errorf("no advice is called %q; there are %s", item, strings.Join(w.similar(item), ", "))
}

func (w *Writer) similar(item string) []string {
	var near, all []string
	for _, i := range w.advice.Items {
		all = append(all, i.ID)
		for _, part := range strings.FieldsFunc(item, func(r rune) bool { return r == '-' || r == ' ' }) {
			if strings.Contains(i.ID, part) {
				near = append(near, i.ID)
				break
			}
		}
	}
	if len(near) > 0 {
		return near
	}
	return all
}

func (w *Writer) whyItem(i *Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", i.ID)
	row := func(label, text string) {
		if text != "" {
			fmt.Fprintf(&b, "  %-9s %s\n", label, text)
		}
	}
	row("says", i.Text)
	row("does", i.Does)
	if len(i.Letter) > 0 {
		var kinds []string
		for _, k := range i.Letter {
			kinds = append(kinds, string(k))
		}
		row("letter", strings.Join(kinds, ", ")+"; block "+i.Block)
	}
	row("when", i.When.explain())
	if len(i.For) > 0 {
		row("for", strings.Join(i.For, ", "))
	}
	if i.Filled != "" {
		row("done", fmt.Sprintf("when you have said %d or more of %q", max(i.Count, 1), i.Filled))
	}
	for _, r := range i.Rests {
		name, lines, _ := strings.Cut(r, " ")
		row("rests on", fmt.Sprintf("%s, line %s (%s)", w.advice.Articles[name].Title, lines, w.advice.Articles[name].By))
	}
	for _, s := range w.advice.Settled {
		if s.ID == i.Settled {
			b.WriteString(s.explain())
		}
	}
	return b.String()
}

func (s settled) explain() string {
	return fmt.Sprintf("  %-9s %s: %s\n  %-9s %s\n  %-9s %s\n  %-9s %s\n", "contrary", s.ID, s.About, "one", s.One, "other", s.Other,
		"settled", s.Choice)
}
