package role

import (
	"bytes"
	"testing"
)

func table() map[uint32][]float32 {
	out := map[uint32][]float32{}
	for i := range uint32(5000) {
		f := mix(1, i)
		out[f] = []float32{float32(i%7) - 3, float32(i%5) - 2, 0.5}
	}
	return out
}

// What was learned is found again, as far as one step in 127 tells it, and what was not learned is not found.
func TestWeightsAreFoundWhereTheyLie(t *testing.T) {
	learned := table()
	w, rest, err := readWeights(append(writeWeights(nil, 3, learned), "rest"...))
	if err != nil || string(rest) != "rest" {
		t.Fatalf("rest %q, %v", rest, err)
	}
	for f, row := range learned {
		got := make([]float32, 3)
		w.add(f, got)
		for k := range row {
			if d := got[k] - row[k]; d > w.step || d < -w.step {
				t.Fatalf("feature %d: %v, want %v", f, got, row)
			}
		}
	}
	for i := range uint32(5000) {
		if f := mix(2, i); learned[f] == nil && w.find(f) != nil {
			t.Fatalf("feature %d was never learned and is found", f)
		}
	}
	if again := w.append(nil); !bytes.Equal(again, writeWeights(nil, 3, learned)) {
		t.Error("written out again, the table is another one")
	}
}

func TestAnEmptyTableHasNothing(t *testing.T) {
	w, _, err := readWeights(writeWeights(nil, 2, nil))
	if err != nil || w.find(7) != nil {
		t.Errorf("%v, %v", w.find(7), err)
	}
}

// A file that was cut off or is another one is refused, not read.
func TestWeightsThatAreNoneAreRefused(t *testing.T) {
	whole := writeWeights(nil, 3, table())
	for _, b := range [][]byte{nil, whole[:8], whole[:len(whole)-1], bytes.Repeat([]byte{0xff}, 64)} {
		if _, _, err := readWeights(b); err == nil {
			t.Errorf("%d bytes were read", len(b))
		}
	}
	if _, err := ReadModels([]byte("nothing")); err == nil {
		t.Error("seven bytes are no models")
	}
}

func FuzzReadModels(f *testing.F) {
	f.Add(writeWeights(make([]byte, fingerprint), 3, table()))
	f.Fuzz(func(_ *testing.T, b []byte) { _, _ = ReadModels(b) })
}
