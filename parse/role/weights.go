package role

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// weights are a table from a feature to one small number a class, as it lies in the program: looked up where it is,
// nothing is built at start. Layout, little endian: classes, slots, rows (uint32 each), step (float32 bits); slots keys
// (uint32, 0 for free; open addressing), slots row numbers (uint32), rows × classes weights (int8, in steps).
type weights struct {
	classes int
	mask    uint32
	step    float32
	keys    []byte
	index   []byte
	rows    []byte
}

const weightsHead = 16

func readWeights(b []byte) (w weights, rest []byte, err error) {
	if len(b) < weightsHead {
		return w, nil, fmt.Errorf("weights: %d bytes", len(b))
	}
	classes, slots, rows := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:]), binary.LittleEndian.Uint32(b[8:])
	size := weightsHead + int(slots)*8 + int(rows*classes)
	if len(b) < size || slots == 0 || slots&(slots-1) != 0 {
		return w, nil, fmt.Errorf("weights: %d bytes, want %d", len(b), size)
	}
	w = weights{classes: int(classes), mask: slots - 1, step: math.Float32frombits(binary.LittleEndian.Uint32(b[12:]))}
	w.keys, b = b[weightsHead:weightsHead+int(slots)*4], b[weightsHead+int(slots)*4:]
	w.index, b = b[:slots*4], b[slots*4:]
	w.rows = b[:rows*classes]
	return w, b[rows*classes:], nil
}

// add adds the weights of a feature to the scores of the classes.
func (w *weights) add(feature uint32, scores []float32) { w.addTimes(feature, 1, scores) }

// addTimes adds them as often as the feature was seen.
func (w *weights) addTimes(feature uint32, times float32, scores []float32) {
	row := w.find(feature)
	if row == nil {
		return
	}
	times *= w.step
	scores = scores[:len(row)]
	for k, x := range row {
		scores[k] += float32(int8(x)) * times
	}
}

// find gives the row of a feature, nil where it has none.
func (w *weights) find(feature uint32) []byte {
	for at := feature & w.mask; ; at = (at + 1) & w.mask {
		switch binary.LittleEndian.Uint32(w.keys[at*4:]) {
		case 0:
			return nil
		case feature:
			row := int(binary.LittleEndian.Uint32(w.index[at*4:])) * w.classes
			return w.rows[row : row+w.classes]
		}
	}
}

// least is how many steps a weight must have for its feature to be kept: what is smaller moves nothing.
const least = 2

// writeWeights lays a table of learned weights out; features whose weights are all less than least are left out.
func writeWeights(out []byte, classes int, table map[uint32][]float32) []byte {
	var top float32
	for _, row := range table {
		for _, x := range row {
			top = max(top, x, -x)
		}
	}
	step := max(top, 1e-6) / 127
	if top > 6 {
		step = 6.0 / 127 // a few large weights do not coarsen all the others
	}
	keys := make([]uint32, 0, len(table))
	for f, row := range table {
		for _, x := range row {
			if x > step*least || x < -step*least {
				keys = append(keys, f)
				break
			}
		}
	}
	slices.Sort(keys)
	slots := uint32(1) << bits.Len(uint(len(keys)*3/2+1))
	head := make([]byte, weightsHead+int(slots)*8)
	binary.LittleEndian.PutUint32(head, uint32(classes))
	binary.LittleEndian.PutUint32(head[4:], slots)
	binary.LittleEndian.PutUint32(head[8:], uint32(len(keys)))
	binary.LittleEndian.PutUint32(head[12:], math.Float32bits(step))
	places, rows := head[weightsHead:], head[weightsHead+int(slots)*4:]
	var values []byte
	for n, f := range keys {
		at := f & (slots - 1)
		for binary.LittleEndian.Uint32(places[at*4:]) != 0 {
			at = (at + 1) & (slots - 1)
		}
		binary.LittleEndian.PutUint32(places[at*4:], f)
		binary.LittleEndian.PutUint32(rows[at*4:], uint32(n))
		for _, x := range table[f] {
			values = append(values, byte(int8(min(127, max(-127, math.Round(float64(x/step)))))))
		}
	}
	return append(append(out, head...), values...)
}

// append writes the table out again, as readWeights reads it.
func (w *weights) append(out []byte) []byte {
	rows := 0
	if w.classes > 0 {
		rows = len(w.rows) / w.classes
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(w.classes))
	out = binary.LittleEndian.AppendUint32(out, w.mask+1)
	out = binary.LittleEndian.AppendUint32(out, uint32(rows))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(w.step))
	return append(append(append(out, w.keys...), w.index...), w.rows...)
}
