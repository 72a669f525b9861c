//go:build ignore

// Genwindows writes windowszones.txt from two files of the Unicode CLDR: windowsZones.json of the npm package cldr-core
// (the names and their zones), and windowsZones.xml of the Debian package unicode-cldr-core (whose comments are the
// only place with the names that Windows shows to people).
//
//	go run genwindows.go windowsZones.json windowsZones.xml > windowszones.txt
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"regexp"
	"strings"
)

type file struct {
	Supplemental struct {
		Version struct {
			CLDR string `json:"_cldrVersion"`
		} `json:"version"`
		WindowsZones struct {
			MapTimezones []struct {
				MapZone struct {
					Name      string `json:"_other"`
					Zones     string `json:"_type"`
					Territory string `json:"_territory"`
				} `json:"mapZone"`
			} `json:"mapTimezones"`
		} `json:"windowsZones"`
	} `json:"supplemental"`
}

// shown pairs the comment above a group of rows with the first row: the name shown to people, and the technical one.
var shown = regexp.MustCompile(`<!-- \(UTC[^)]*\) (.+?) -->\s*<mapZone other="([^"]+)"`)

// today are the names that IANA gives zones for which CLDR keeps the spelling of its first edition.
var today = map[string]string{
	"America/Buenos_Aires": "America/Argentina/Buenos_Aires",
	"America/Godthab":      "America/Nuuk",
	"America/Indianapolis": "America/Indiana/Indianapolis",
	"Asia/Calcutta":        "Asia/Kolkata",
	"Asia/Katmandu":        "Asia/Kathmandu",
	"Asia/Rangoon":         "Asia/Yangon",
	"Etc/UTC":              "UTC",
	"Europe/Kiev":          "Europe/Kyiv",
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: genwindows windowsZones.json windowsZones.xml")
	}
	raw, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var f file
	if err := json.Unmarshal(raw, &f); err != nil {
		log.Fatal(err)
	}
	xml, err := os.ReadFile(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	names := map[string]string{}
	for _, m := range shown.FindAllSubmatch(xml, -1) {
		names[string(m[2])] = strings.ReplaceAll(string(m[1]), "&amp;", "&")
	}
	fmt.Printf("# Windows time zones: technical name, IANA zone, name shown to people; separated by tabs.\n"+
		"# Made by genwindows.go from CLDR %s; the shown names from CLDR 41.\n"+
		"# Copyright © 1991-2026 Unicode, Inc.; SPDX: Unicode-3.0, see LICENSE.unicode.\n", f.Supplemental.Version.CLDR)
	for _, z := range f.Supplemental.WindowsZones.MapTimezones {
		if z.MapZone.Territory != "001" {
			continue
		}
		fmt.Printf("%s\t%s\t%s\n", z.MapZone.Name, cmp.Or(today[z.MapZone.Zones], z.MapZone.Zones), names[z.MapZone.Name])
	}
}
