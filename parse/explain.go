package parse

import (
	"cmp"
	"fmt"
	"strings"
)

// Explain says in words why a message was taken for what it is, and from which text each field was read.
func Explain(f Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (confidence %.2f)\n", f.Kind, f.Confidence)
	for _, reason := range f.Reasons {
		fmt.Fprintf(&b, "  because %s\n", reason)
	}
	for _, e := range f.Evidence {
		fmt.Fprintf(&b, "  %s: %q\n", e.Field, e.Text)
	}
	for _, c := range f.Conflicts {
		fmt.Fprintf(&b, "  contradiction (%s): %s\n", c.Field, strings.Join(c.Readings, " / "))
	}
	for _, w := range f.Warnings {
		fmt.Fprintf(&b, "  careful: %s\n", w)
	}
	for _, l := range f.Limits {
		fmt.Fprintf(&b, "  cut or repaired: %s\n", cmp.Or(limitWords[l], l))
	}
	if f.Err != "" {
		fmt.Fprintf(&b, "  not all of it could be read: %s\n", f.Err)
	}
	return b.String()
}
