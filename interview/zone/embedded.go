package zone

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"
	"time"
)

//go:generate go run gen.go -o zoneinfo.gz

// zoneinfo is the embedded database, as gen.go packs it: lines of text, an empty line, and the zones one behind another.
// The first line is the release and its day ("2026f 2026-11-05"), each other one a name with the offset and the length
// of its zone.
//
//go:embed zoneinfo.gz
var zoneinfo []byte

// embedded unpacks the database when the first zone is asked for.
var embedded = sync.OnceValue(func() *database {
	d, err := unpack(zoneinfo)
	if err != nil { // the file was checked when it was made, and is part of the program
		panic(fmt.Sprintf("the embedded time zone database: %v", err))
	}
	return d
})

func unpack(packed []byte) (*database, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	all, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	head, data, ok := bytes.Cut(all, []byte("\n\n"))
	first, index, _ := strings.Cut(string(head), "\n")
	d := &database{}
	var day string
	if _, err := fmt.Sscan(first, &d.release.Release, &day); !ok || err != nil {
		return nil, fmt.Errorf("its first line is %q", first)
	}
	if d.release.Made, err = time.Parse(time.DateOnly, day); err != nil {
		return nil, err
	}
	files := packedFiles{}
	for line := range strings.Lines(index) {
		var name string
		var from, size int
		if _, err := fmt.Sscan(line, &name, &from, &size); err != nil || from < 0 || size < 0 || from+size > len(data) {
			return nil, fmt.Errorf("its line %q", line)
		}
		files[name] = data[from : from+size]
	}
	d.files = files
	return d, nil
}

// packedFiles are the zones by name. As a file system they can be read as a whole, and no more is asked of them.
type packedFiles map[string][]byte

func (p packedFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (p packedFiles) ReadFile(name string) ([]byte, error) {
	data, ok := p[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return data, nil
}
