//go:build ignore

// Gen makes zoneinfo.gz from a release of Debian's package tzdata: it fetches the package, holds it against the checksum
// below, compiles its rules (tzdata.zi, which is in the public domain) by zic, and packs the zones.
//
//	go run gen.go -o zoneinfo.gz [tzdata_2026f-0+deb12u1_all.deb]
//
// For a newer release: apt-get update, apt-cache policy tzdata, and set version and checksum. A server of Debian keeps
// only the latest; hand in the file where it has gone.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// The package that the database is made from.
const (
	version  = "2026f-0+deb12u1"
	checksum = "3254eb870c8a949518214805aee5e4276af7699988ea8b9a3a583cd0f1eab31c"
)

// since leaves out what clocks showed before 1970: no message is older, and the data are half as large.
const since = "@0"

func main() {
	log.SetFlags(0)
	out := flag.String("o", "zoneinfo.gz", "the file to write")
	flag.Parse()
	dir, err := os.MkdirTemp("", "zoneinfo")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	if err := make(*out, dir, flag.Arg(0)); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

func make(out, dir, deb string) error {
	if deb == "" {
		if err := run(dir, "apt-get", "download", "tzdata="+version); err != nil {
			return err
		}
		deb = filepath.Join(dir, "tzdata_"+version+"_all.deb")
	}
	raw, err := os.ReadFile(deb)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != checksum {
		return fmt.Errorf("%s: its checksum is %x, want %s", deb, sum, checksum)
	}
	if err := run(dir, "dpkg-deb", "--extract", deb, dir); err != nil {
		return err
	}
	rules := filepath.Join(dir, "usr/share/zoneinfo/tzdata.zi")
	if err := run(dir, "zic", "-b", "slim", "-r", since, "-d", filepath.Join(dir, "zones"), rules); err != nil {
		return err
	}
	head, err := heading(rules)
	if err != nil {
		return err
	}
	return pack(out, filepath.Join(dir, "zones"), head)
}

func run(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", cmd, err)
	}
	return nil
}

// heading is the first line: the release, and the day on which it was packed.
func heading(rules string) (string, error) {
	text, err := os.ReadFile(rules)
	if err != nil {
		return "", err
	}
	info, err := os.Stat(rules)
	if err != nil {
		return "", err
	}
	first, _, _ := strings.Cut(string(text), "\n")
	release, ok := strings.CutPrefix(first, "# version ")
	if !ok {
		return "", fmt.Errorf("%s begins with %q, want its version", rules, first)
	}
	return release + " " + info.ModTime().UTC().Format(time.DateOnly), nil
}

func pack(out, zones, head string) error {
	var index, data bytes.Buffer
	fmt.Fprintln(&index, head)
	at := map[string]int{}
	var names []string
	err := filepath.WalkDir(zones, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, path)
		}
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(names)
	for _, path := range names {
		zone, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		from, ok := at[string(zone)]
		if !ok { // many names are links
			from = data.Len()
			at[string(zone)] = from
			data.Write(zone)
		}
		name, err := filepath.Rel(zones, path)
		if err != nil {
			return err
		}
		fmt.Fprintln(&index, filepath.ToSlash(name), from, len(zone))
	}
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression) // the level is one
	for _, part := range [][]byte{index.Bytes(), []byte("\n"), data.Bytes()} {
		if _, err := z.Write(part); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, packed.Bytes(), 0o644)
}
