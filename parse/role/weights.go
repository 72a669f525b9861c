package role

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// weights are a table from a feature to one small number a class, as it lies in the program: looked up where it is,
// nothing is built at start.
//
// Layout, little endian: classes, bits, rows (uint32 each), step (float32 bits); 1<<bits + 1 bucket starts (uint32); the
// features in order (uint32), of which a bucket holds those with the same first bits; rows × classes weights (int8, in steps).
type weights struct {
	classes int
	shift   uint
	step    float32
	buckets []byte
	keys    []byte
	rows    []byte
}

const weightsHead = 16

func readWeights(b []byte) (w weights, rest []byte, err error) {
	if len(b) < weightsHead {
		return w, nil, fmt.Errorf("weights: %d bytes", len(b))
	}
	classes, size, rows := int(binary.LittleEndian.Uint32(b)), binary.LittleEndian.Uint32(b[4:]), int(binary.LittleEndian.Uint32(b[8:]))
	if size > 24 || classes < 1 || classes > 256 || rows < 0 {
		return w, nil, fmt.Errorf("weights: %d classes, %d bits", classes, size)
	}
	starts := (1<<size + 1) * 4
	if need := weightsHead + starts + rows*4 + rows*classes; len(b) < need {
		return w, nil, fmt.Errorf("weights: %d bytes, want %d", len(b), need)
	}
	w = weights{classes: classes, shift: 32 - uint(size), step: math.Float32frombits(binary.LittleEndian.Uint32(b[12:]))}
	b = b[weightsHead:]
	w.buckets, b = b[:starts], b[starts:]
	w.keys, b = b[:rows*4], b[rows*4:]
	w.rows, b = b[:rows*classes], b[rows*classes:]
	return w, b, nil
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

// find gives the row of a feature, nil where it has none. A bucket holds a handful of features.
func (w *weights) find(feature uint32) []byte {
	bucket := uint64(feature) >> w.shift * 4
	from, to := binary.LittleEndian.Uint32(w.buckets[bucket:]), binary.LittleEndian.Uint32(w.buckets[bucket+4:])
	for i := int(from); i < int(to); i++ {
		if binary.LittleEndian.Uint32(w.keys[i*4:]) == feature {
			return w.rows[i*w.classes : (i+1)*w.classes]
		}
	}
	return nil
}

// least is how many steps a weight must have for its feature to be kept: what is smaller moves nothing.
const least = 2

// perBucket is about how many features a bucket holds.
const perBucket = 3

// writeWeights lays a table of learned weights out; features whose weights are all less than least are left out.
func writeWeights(out []byte, classes int, table map[uint32][]float32) []byte {
	step := stepOf(table)
	var keys []uint32
	for f, row := range table {
		if slices.ContainsFunc(row, func(x float32) bool { return x > step*least || x < -step*least }) {
			keys = append(keys, f)
		}
	}
	slices.Sort(keys)
	size := uint(bits.Len(uint(len(keys) / perBucket)))
	for _, x := range [...]uint32{uint32(classes), uint32(size), uint32(len(keys)), math.Float32bits(step)} {
		out = binary.LittleEndian.AppendUint32(out, x)
	}
	at := 0
	for bucket := range uint64(1)<<size + 1 {
		for at < len(keys) && uint64(keys[at])>>(32-size) < bucket {
			at++
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
	}
	for _, f := range keys {
		out = binary.LittleEndian.AppendUint32(out, f)
	}
	for _, f := range keys {
		for _, x := range table[f] {
			out = append(out, byte(int8(min(127, max(-127, math.Round(float64(x/step)))))))
		}
	}
	return out
}

// largest is the weight above which all weigh the same: a few large ones do not coarsen all the others.
const largest = 6

// stepOf is what one step of a weight is worth.
func stepOf(table map[uint32][]float32) float32 {
	var top float32
	for _, row := range table {
		for _, x := range row {
			top = max(top, x, -x)
		}
	}
	return min(max(top, 1e-6), largest) / 127
}

// append writes the table out again, as readWeights reads it.
func (w *weights) append(out []byte) []byte {
	rows := len(w.rows) / max(w.classes, 1)
	for _, x := range [...]uint32{uint32(w.classes), 32 - uint32(w.shift), uint32(rows), math.Float32bits(w.step)} {
		out = binary.LittleEndian.AppendUint32(out, x)
	}
	return slices.Concat(out, w.buckets, w.keys, w.rows)
}
