//go:build ignore

// Genplaces makes places.txt: which zone people mean by the name of a city, a country or a province. The names come from
// the Unicode CLDR (npm packages cldr-core, cldr-dates-full and cldr-localenames-full) in the languages listed below, and from
// cities.txt, which is written by hand and goes first.
//
//	go run genplaces.go -o places.txt
//
// A country stands for a zone where all its zones show the same time, or by custom (capitals).
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"roundtwo/interview/zone"
	"roundtwo/parse/place"
)

// The release of the CLDR, and what npm says of each package's bytes.
const cldr = "48.2.0"

var packages = map[string]string{
	"cldr-core":             "sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg==",
	"cldr-dates-full":       "sha512-zMrKvjMO414HDftLr6vKH1fNQHakFNe+F1h4S0eg+zmL4WRi9pI41fxB3UrTJDY42MEM87jCuAw/qlqCgYKcAQ==",
	"cldr-localenames-full": "sha512-4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ==",
}

// languages of the names.
var languages = strings.Fields("en de fr es it pt nl sv da no fi is pl cs sk hu ro bg hr sl sr et lv lt el tr ru uk ca he ar ja ko zh zh-Hant")

// today are the names that IANA gives zones for which CLDR keeps the spelling of its first edition.
var today = map[string]string{
	"Africa/Asmera": "Africa/Asmara", "America/Buenos_Aires": "America/Argentina/Buenos_Aires", "America/Catamarca": "America/Argentina/Catamarca",
	"America/Coral_Harbour": "America/Atikokan", "America/Cordoba": "America/Argentina/Cordoba", "America/Godthab": "America/Nuuk",
	"America/Indianapolis": "America/Indiana/Indianapolis", "America/Jujuy": "America/Argentina/Jujuy", "America/Louisville": "America/Kentucky/Louisville",
	"America/Mendoza": "America/Argentina/Mendoza", "Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu", "Asia/Rangoon": "Asia/Yangon",
	"Asia/Saigon": "Asia/Ho_Chi_Minh", "Atlantic/Faeroe": "Atlantic/Faroe", "Europe/Kiev": "Europe/Kyiv", "Pacific/Enderbury": "Pacific/Kanton",
	"Pacific/Ponape": "Pacific/Pohnpei", "Pacific/Truk": "Pacific/Chuuk", "Europe/Uzhgorod": "Europe/Kyiv", "Europe/Zaporozhye": "Europe/Kyiv",
}

// capitals are the zones of countries with several that everybody means by the country's name.
var capitals = map[string]string{
	"BR": "America/Sao_Paulo", "CL": "America/Santiago", "CN": "Asia/Shanghai", "EC": "America/Guayaquil", "ES": "Europe/Madrid", "FR": "Europe/Paris",
	"MX": "America/Mexico_City", "NZ": "Pacific/Auckland", "PF": "Pacific/Tahiti", "PG": "Pacific/Port_Moresby", "PT": "Europe/Lisbon", "UA": "Europe/Kyiv",
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("genplaces: ")
	out := flag.String("o", "places.txt", "the file to write")
	flag.Parse()
	files, err := fetch()
	if err != nil {
		log.Fatal(err)
	}
	p := table{zones: map[string][]string{}, hand: map[string]bool{}, mark: map[string]string{}}
	if err := errors.Join(p.cities("cities.txt"), p.given("../who/given.txt"), p.exemplars(files), p.countries(files)); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, p.text(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// fetch gives the JSON files of the packages by package and path.
func fetch() (map[string][]byte, error) {
	dir, err := os.MkdirTemp("", "cldr")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	files := map[string][]byte{}
	for name, want := range packages {
		cmd := exec.Command("npm", "pack", "--silent", name+"@"+cldr)
		cmd.Dir, cmd.Stderr = dir, os.Stderr
		if err := cmd.Run(); err != nil {
			return nil, fmt.Errorf("%s: %w", cmd, err)
		}
		raw, err := os.ReadFile(filepath.Join(dir, name+"-"+cldr+".tgz"))
		if err != nil {
			return nil, err
		}
		if sum := sha512.Sum512(raw); "sha512-"+base64.StdEncoding.EncodeToString(sum[:]) != want {
			return nil, fmt.Errorf("%s: its checksum is sha512-%s", name, base64.StdEncoding.EncodeToString(sum[:]))
		}
		if err := extract(raw, name, files); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return files, nil
}

func extract(raw []byte, name string, files map[string][]byte) error {
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if path.Ext(h.Name) == ".json" {
			if files[name+strings.TrimPrefix(h.Name, "package")], err = io.ReadAll(r); err != nil {
				return err
			}
		}
	}
}

// table is the table in the making, by key.
type table struct {
	zones map[string][]string
	hand  map[string]bool   // stands in cities.txt: CLDR changes nothing
	mark  map[string]string // "name", "word": see place.Place; "never": left out
}

// shortest is the fewest bytes of a name out of CLDR: "fas", "mon" and "rim" are places in one language and words in others.
const shortest = 4

// mostWords is the most words that a name may have (see package place); only some possessions overseas have more.
const mostWords = 8

// add notes that a name stands for a zone. Where a name of CLDR stands for two clocks, it is told by neither.
func (p *table) add(name, id string) {
	key := place.Key(name)
	if len(key) < shortest || len(strings.Fields(key)) > mostWords || p.hand[key] || slices.Contains(p.zones[key], id) || strings.Contains(name, ",") {
		return
	}
	if have := p.zones[key]; len(have) > 0 && same(have[0], id) {
		return
	}
	p.zones[key] = append(p.zones[key], id)
}

// cities reads the table that is written by hand.
func (p *table) cities(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		zones, names, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("%s: %q: want zone: names", file, line)
		}
		for name := range strings.SplitSeq(names, ",") {
			bare, starred := strings.CutSuffix(strings.TrimSpace(name), "*")
			key := place.Key(bare)
			switch {
			case key == "":
				return fmt.Errorf("%s: an empty name in %q", file, line)
			case zones == "name" || zones == "word" || zones == "never":
				if p.mark[key] == "" {
					p.mark[key] = zones
				}
				continue
			case p.hand[key] && strings.Join(p.zones[key], " ") != zones:
				return fmt.Errorf("%s: %s stands there twice", file, bare)
			case p.hand[key]: // another spelling
				continue
			case starred:
				p.mark[key] = "word"
			}
			for id := range strings.FieldsSeq(zones) {
				if _, err := zone.Load(id); err != nil {
					return fmt.Errorf("%s: %w", file, err)
				}
				p.zones[key] = append(p.zones[key], id)
			}
			p.hand[key] = true
		}
	}
	return nil
}

// given marks the places that are first names too.
func (p *table) given(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for word := range strings.FieldsSeq(string(text)) {
		if key := place.Key(word); p.mark[key] == "" && !p.hand[key] {
			p.mark[key] = "name"
		}
	}
	return nil
}

// exemplars adds the city that each zone is known by, in every language.
func (p *table) exemplars(files map[string][]byte) error {
	for _, l := range languages {
		var f struct {
			Main map[string]struct {
				Dates struct {
					TimeZoneNames struct {
						Zone map[string]json.RawMessage `json:"zone"`
					} `json:"timeZoneNames"`
				} `json:"dates"`
			} `json:"main"`
		}
		if err := json.Unmarshal(files["cldr-dates-full/main/"+l+"/timeZoneNames.json"], &f); err != nil {
			return fmt.Errorf("the zones of %s: %w", l, err)
		}
		areas := f.Main[l].Dates.TimeZoneNames.Zone
		for _, area := range slices.Sorted(maps.Keys(areas)) {
			if err := p.area(area, areas[area]); err != nil {
				return fmt.Errorf("the zones of %s in %s: %w", area, l, err)
			}
		}
	}
	return nil
}

// area walks a part of the tree of zones: America, America/Argentina. Its leaves have an exemplarCity or none.
func (p *table) area(prefix string, raw json.RawMessage) error {
	var branches map[string]json.RawMessage
	if err := json.Unmarshal(raw, &branches); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(branches)) {
		var leaf struct {
			City string `json:"exemplarCity"`
			Type string `json:"_type"`
		}
		id := prefix + "/" + name
		if json.Unmarshal(branches[name], &leaf) != nil || leaf.City == "" && leaf.Type == "" {
			if bytes.HasPrefix(branches[name], []byte("{")) {
				if err := p.area(id, branches[name]); err != nil {
					return err
				}
			}
			continue
		}
		id = current(id)
		if left(id) {
			continue
		}
		if _, err := zone.Load(id); err != nil {
			return err
		}
		p.add(leaf.City, id)
	}
	return nil
}

func current(id string) string {
	if now, ok := today[id]; ok {
		return now
	}
	return id
}

// left reports zones where nobody interviews, and names that are no place.
func left(id string) bool {
	return strings.HasPrefix(id, "Antarctica/") || strings.HasPrefix(id, "Etc/") || !strings.Contains(id, "/")
}

// countries adds the cities by which the zones themselves are named, and every country with one clock in every language.
func (p *table) countries(files map[string][]byte) error {
	zones, err := territories(files["cldr-core/supplemental/windowsZones.json"])
	if err != nil {
		return err
	}
	for _, territory := range slices.Sorted(maps.Keys(zones)) {
		for _, id := range zones[territory] { // CLDR leaves out the cities that are the end of the zone's own name
			p.add(strings.ReplaceAll(path.Base(id), "_", " "), id)
		}
	}
	for _, l := range languages {
		var f struct {
			Main map[string]struct {
				Names struct {
					Territories map[string]string `json:"territories"`
				} `json:"localeDisplayNames"`
			} `json:"main"`
		}
		if err := json.Unmarshal(files["cldr-localenames-full/main/"+l+"/territories.json"], &f); err != nil {
			return fmt.Errorf("the countries of %s: %w", l, err)
		}
		names := f.Main[l].Names.Territories
		for _, code := range slices.Sorted(maps.Keys(names)) {
			territory, _, _ := strings.Cut(code, "-") // US-alt-short
			if id := capitals[territory]; id != "" {
				p.add(names[code], id)
			} else if ids := zones[territory]; len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !same(ids[0], id) }) {
				p.add(names[code], ids[0])
			}
		}
	}
	return nil
}

// territories gives the zones of every country.
func territories(raw []byte) (map[string][]string, error) {
	var f struct {
		Supplemental struct {
			WindowsZones struct {
				MapTimezones []struct {
					MapZone struct {
						Zones     string `json:"_type"`
						Territory string `json:"_territory"`
					} `json:"mapZone"`
				} `json:"mapTimezones"`
			} `json:"windowsZones"`
		} `json:"supplemental"`
	}
	if err := json.Unmarshal(raw, &f); err != nil {
		return nil, fmt.Errorf("the zones of countries: %w", err)
	}
	out := map[string][]string{}
	for _, m := range f.Supplemental.WindowsZones.MapTimezones {
		for id := range strings.FieldsSeq(m.MapZone.Zones) {
			if id = current(id); m.MapZone.Territory != "001" && !left(id) {
				out[m.MapZone.Territory] = append(out[m.MapZone.Territory], id)
			}
		}
	}
	return out, nil
}

// same reports whether two zones show the same time, from 2026 on.
func same(a, b string) bool {
	locA, errA := zone.Load(a)
	locB, errB := zone.Load(b)
	if errA != nil || errB != nil {
		log.Fatal(errA, errB)
	}
	for at := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2031; at = at.AddDate(0, 0, 7) {
		_, here := at.In(locA).Zone()
		if _, there := at.In(locB).Zone(); here != there {
			return false
		}
	}
	return true
}

// text writes a line for each name: the name, its zones, and what is to be known of it.
func (p *table) text() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# Names of places: the name in small letters without marks, the zones it may mean, and \"name\" or \"word\" (see Place).\n"+
		"# Made by genplaces.go from cities.txt and CLDR %s.\n# Copyright © 1991-2026 Unicode, Inc.; SPDX: Unicode-3.0, see LICENSE.unicode.\n", cldr)
	for _, key := range slices.Sorted(maps.Keys(p.zones)) {
		if p.mark[key] == "never" {
			continue
		}
		fmt.Fprintf(&b, "%s\t%s", key, strings.Join(p.zones[key], " "))
		if m := p.mark[key]; m != "" {
			fmt.Fprintf(&b, "\t%s", m)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}
