package almanac

import (
	"slices"
	"strings"
	"testing"
)

func named(language string) *Names {
	for _, n := range All() {
		if n.Language == language {
			return n
		}
	}
	return &Names{}
}

// The languages of the readers have a name for every month and every weekday.
func TestEveryLanguageNamesAllMonthsAndWeekdays(t *testing.T) {
	for _, language := range strings.Fields("en de fr es it pt nl sv da no fi pl cs hu ro tr ru uk el he ar lt") {
		n := named(language)
		for i := range 12 {
			if len(n.Months[i]) == 0 {
				t.Errorf("%s: month %d has no name", language, i+1)
			}
		}
		for i := range 7 {
			if len(n.Weekdays[i]) == 0 {
				t.Errorf("%s: weekday %d from Monday has no name", language, i+1)
			}
		}
		if len(n.Days[2]) == 0 || len(n.Days[3]) == 0 {
			t.Errorf("%s: today and tomorrow have no name", language)
		}
	}
}

func TestNamesOfBothTablesAreJoined(t *testing.T) {
	for _, row := range []struct {
		what  string
		forms []string
		want  string
	}{
		{"the Finnish month of a date", named("fi").Months[11], "joulukuuta"},
		{"the Finnish month in the genitive", named("fi").Months[11], "joulukuun"},
		{"a Polish weekday in the accusative", named("pl").Weekdays[2], "środę"},
		{"a Hebrew weekday of two words", named("he").Weekdays[3], "יום חמישי"},
		{"an Arabic month of the east", named("ar").Months[11], "كانون الأول"},
		{"Mondays", named("en").Every[0], "mondays"},
		{"next week in Lithuanian", named("lt").Weeks[2], "kitą savaitę"},
	} {
		if !slices.Contains(row.forms, row.want) {
			t.Errorf("%s: %q is missing in %q", row.what, row.want, row.forms)
		}
	}
}

func TestARowThatCannotBeReadSaysWhere(t *testing.T) {
	for _, row := range []string{"en | centuries | first", "en", "en | halves | am | pm | both"} {
		func() {
			defer func() {
				if got, _ := recover().(string); !strings.Contains(got, "names.txt, line 2") {
					t.Errorf("%q: %q does not name the line", row, got)
				}
			}()
			var r reader
			r.read("names.txt", "# a comment\n"+row+"\n")
		}()
	}
}
