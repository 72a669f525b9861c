package security

import (
	"embed"
	"fmt"

	"github.com/BurntSushi/toml"
)

// Row is one threat or fault.
type Row struct {
	ID     string   `toml:"id"`     // a letter for the kind and a number: A1, X52
	Threat string   `toml:"threat"` // what happens to roundtwo
	Held   string   `toml:"held"`   // what it then does
	Tests  []string `toml:"tests"`  // who shows it: folder, dot, test, and a subtest after a slash
	Not    string   `toml:"not"`    // instead of tests: why the row does not apply, or cannot be tried on one machine
}

// Kind is a chapter of the table: all rows whose IDs begin with one letter.
type Kind struct {
	Letter string
	Title  string
	Count  int // how many rows there are, so that none gets lost
	Rows   []Row
}

var kinds = []Kind{
	{Letter: "A", Title: "Commands, approval, identity", Count: 32},
	{Letter: "B", Title: "The structure of messages", Count: 25},
	{Letter: "C", Title: "Calendar parts", Count: 15},
	{Letter: "D", Title: "What roundtwo sends", Count: 10},
	{Letter: "E", Title: "Scams and lookalikes", Count: 12},
	{Letter: "F", Title: "Network and privacy", Count: 10},
	{Letter: "G", Title: "TLS, secrets, sandbox", Count: 14},
	{Letter: "X", Title: "Crashes and faults", Count: 52},
}

//go:embed rows/*.toml
var files embed.FS

// Table reads every chapter. An error names the file and the line.
func Table() ([]Kind, error) {
	table := make([]Kind, len(kinds))
	for i, kind := range kinds {
		rows, err := readRows(kind.Letter)
		if err != nil {
			return nil, err
		}
		kind.Rows = rows
		table[i] = kind
	}
	return table, nil
}

func readRows(letter string) ([]Row, error) {
	name := "rows/" + string(letter[0]+'a'-'A') + ".toml"
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read the rows %s: %w", letter, err)
	}
	var chapter struct {
		Row []Row `toml:"row"`
	}
	meta, err := toml.Decode(string(text), &chapter)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("%s: unknown key %s", name, unknown[0])
	}
	return chapter.Row, nil
}
