package role

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"roundtwo/interview"
)

// The weights that the program reads with; train writes them, and a test checks that they belong to the corpus.
//
//go:embed models.bin
var embedded []byte

// learned are the models of the program, read on first use: nothing is unpacked, only found.
var learned = sync.OnceValue(func() *Models {
	g, err := ReadModels(embedded)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return g
})

// fingerprint stands before the weights: of what they were learned.
const fingerprint = 32

// ReadModels reads models as Bytes wrote them.
func ReadModels(b []byte) (*Models, error) {
	if len(b) < fingerprint {
		return nil, fmt.Errorf("models: %d bytes", len(b))
	}
	g := &Models{}
	copy(g.Data[:], b)
	b = b[fingerprint:]
	var err error
	for _, w := range g.tables() {
		if *w, b, err = readWeights(b); err != nil {
			return nil, fmt.Errorf("models: %w", err)
		}
	}
	if len(b) != int(labels)*int(labels)*4 {
		return nil, fmt.Errorf("models: %d bytes left for the steps between labels", len(b))
	}
	for i := range g.tagger.next {
		for k := range g.tagger.next[i] {
			g.tagger.next[i][k] = math.Float32frombits(binary.LittleEndian.Uint32(b))
			b = b[4:]
		}
	}
	return g, nil
}

// Bytes lays the models out as they lie in the program.
func (g *Models) Bytes() []byte {
	out := append([]byte{}, g.Data[:]...)
	for _, w := range g.tables() {
		out = w.append(out)
	}
	for i := range g.tagger.next {
		for _, x := range g.tagger.next[i] {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
		}
	}
	return out
}

func (g *Models) tables() []*weights {
	return []*weights{&g.text.weights, &g.tagger.weights, &g.kind.weights, &g.time.weights, &g.person.weights, &g.round.weights, &g.sure.weights, &g.timely.weights}
}

// Read reads a message with the models of the program.
func Read(m *Message) *Reading { return learned().Read(m) }

// Read reads a message.
func (g *Models) Read(m *Message) *Reading {
	if len(m.Text.Lines) == 0 { // nothing stands there
		return &Reading{Kind: interview.Other, KindP: [len(kinds)]float32{1}, Tags: &Tags{}, view: newView(m)}
	}
	x := g.first(newView(m))
	c := x.candidates()
	r := g.decide(&x, &c)
	g.weighWhole(&x, r)
	return r
}

// Fingerprint is of what the models of the program were learned.
func Fingerprint() [fingerprint]byte { return learned().Data }
