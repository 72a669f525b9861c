package zone

import (
	"bufio"
	"io/fs"
	"strconv"
	"strings"
	"sync"
	"time"
)

// database is a folder of zones in the format of RFC 9636, one file each.
type database struct {
	release Release
	files   fs.FS
	loaded  sync.Map // *time.Location by name; only names that exist, so that foreign text cannot fill it
}

// load gives a zone; nil where the database has none of that name.
func (d *database) load(name string) *time.Location {
	if loc, ok := d.loaded.Load(name); ok {
		return loc.(*time.Location)
	}
	if !isName(name) {
		return nil
	}
	data, err := fs.ReadFile(d.files, name)
	if err != nil {
		return nil
	}
	loc, err := time.LoadLocationFromTZData(name, data)
	if err != nil {
		return nil
	}
	kept, _ := d.loaded.LoadOrStore(name, loc)
	return kept.(*time.Location)
}

// longestName is longer than any name of a zone: America/Argentina/ComodRivadavia has 32 characters.
const longestName = 64

// notZones are files among the zones that name no place: the machine's own setting, and clocks that count leap seconds.
var notZones = []string{"localtime", "posixrules", "Factory", "right/", "posix/"}

// isName reports whether a text can be the name of a zone. Names come out of foreign messages: nothing but letters,
// digits and these signs goes to the file system.
func isName(s string) bool {
	if len(s) < 2 || len(s) > longestName || !fs.ValidPath(s) || s[0] < 'A' {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '/' && c != '_' && c != '-' && c != '+' {
			return false
		}
	}
	for _, no := range notZones {
		if strings.HasPrefix(s, no) {
			return false
		}
	}
	return true
}

// releaseIn reads the release of a folder of zones: the first line of tzdata.zi is "# version 2026f" (Debian, Fedora,
// Arch), the file +VERSION has it alone (macOS, FreeBSD). The release is "" where neither is there.
func releaseIn(files fs.FS) Release {
	r := Release{Machine: true}
	for _, name := range []string{"tzdata.zi", "+VERSION"} {
		f, err := files.Open(name)
		if err != nil {
			continue
		}
		defer f.Close()
		line, _ := bufio.NewReaderSize(f, 256).ReadSlice('\n') // of a longer line the beginning
		said := strings.TrimSpace(strings.TrimPrefix(string(line), "# version "))
		if year, letters := split(said); year == 0 || letters == "" {
			continue
		}
		r.Release = said
		if info, err := f.Stat(); err == nil {
			r.Made = info.ModTime()
		}
		break
	}
	// Some systems set every file to the beginning of time.
	if year, _ := split(r.Release); year > 0 && r.Made.Year() < year {
		r.Made = time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return r
}

// split takes "2026f" apart. What a system adds behind ("2026f-dirty") says nothing. The year is 0 where s is no release.
func split(s string) (year int, letters string) {
	if len(s) < 5 {
		return 0, ""
	}
	year, err := strconv.Atoi(s[:4])
	if err != nil || year < 1990 {
		return 0, ""
	}
	end := 4
	for end < len(s) && s[end] >= 'a' && s[end] <= 'z' {
		end++
	}
	return year, s[4:end]
}

// later reports whether release a came after b: after 2026z comes 2026za.
func later(a, b string) bool {
	yearA, lettersA := split(a)
	yearB, lettersB := split(b)
	switch {
	case yearA != yearB:
		return yearA > yearB
	case len(lettersA) != len(lettersB):
		return len(lettersA) > len(lettersB)
	}
	return lettersA > lettersB
}
