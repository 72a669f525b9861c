package drafts

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The largest picture of a letter, and all of them together, in bytes.
const (
	maxPicture  = 60 << 10
	maxPictures = 1200 << 10
)

func TestThePageShowsEachLetter(t *testing.T) {
	page, err := os.ReadFile("../docs/letters.md")
	if err != nil {
		t.Fatal(err)
	}
	shown, total := map[string]bool{}, int64(0)
	for _, m := range regexp.MustCompile(`src="(letters/[a-z-]+\.png)" width="250" alt="[^"]+"`).FindAllStringSubmatch(string(page), -1) {
		info, err := os.Stat(filepath.Join("../docs", m[1]))
		if err != nil {
			t.Fatalf("a picture is missing (testdata/pictures.sh makes it): %v", err)
		}
		if info.Size() > maxPicture {
			t.Errorf("%s has %d bytes, more than %d", m[1], info.Size(), maxPicture)
		}
		total += info.Size()
		name, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(m[1]), ".png"), "-")
		shown[name] = true
	}
	if total > maxPictures {
		t.Errorf("the pictures have %d bytes together, more than %d", total, maxPictures)
	}
	for _, c := range goldenCases(t, writer(t)) {
		if name, _, _ := strings.Cut(c.name, "-"); !shown[name] {
			t.Errorf("no picture of a letter of the kind %s", name)
		}
	}
}
