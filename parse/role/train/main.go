// Command train teaches the models of package role from the annotated mail of parse/corpus and the messages of
// parse/testdata, and prints how well mail of hands that were left out is read.
//
//	go run ./parse/role/train              the figures, a hand a line
//	go run ./parse/role/train -write FILE  and the weights, learned from all hands
//
// The same mail gives the same bytes and the same figures.
package main

import (
	"flag"
	"fmt"
	"os"

	"roundtwo/parse/role"
)

// how the models are fitted; settings were chosen by the figures of hands left out.
var how = role.Fit{Folds: 5, Tagger: role.TaggerFit{Epochs: 8, Rate: 0.05, L2: 1e-3, Least: 4, Drop: 300}}

func main() {
	write := flag.String("write", "", "file for the weights")
	wrong := flag.String("wrong", "", "hand whose wrong readings are shown")
	flag.Parse()
	if err := run(*write, *wrong); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(write, wrong string) error {
	c, err := load(".")
	if err != nil {
		return err
	}
	outcomes := role.CrossFit(c.cases, how)
	report(os.Stdout, c, outcomes)
	if wrong != "" {
		showWrong(os.Stdout, c, outcomes, wrong)
	}
	if write == "" {
		return nil
	}
	models := role.FitAll(c.cases, outcomes, how)
	models.Data = c.digest
	if err := os.WriteFile(write, models.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the weights: %w", err)
	}
	return nil
}
