package role

import (
	_ "embed"
	"strings"
)

// Words and their classes by the company they keep; classes/main.go makes the file and says of what.
//
//go:embed words.txt
var wordsFile string

// classOf gives the coarse and the fine class of a word, counted from 1; 0 and 0 for a word that has none. The list is
// sorted, so that it is searched where it lies: nothing is built at start.
func classOf(word string) (coarse, fine uint32) {
	low, high := 0, len(wordsFile)
	for low < high {
		mid := (low + high) / 2
		start := strings.LastIndexByte(wordsFile[:mid], '\n') + 1
		end := len(wordsFile)
		if n := strings.IndexByte(wordsFile[mid:], '\n'); n >= 0 {
			end = mid + n
		}
		line := wordsFile[start:end]
		key, rest, _ := strings.Cut(line, " ")
		switch {
		case key == word:
			a, b, _ := strings.Cut(rest, " ")
			return 1 + number(a), 1 + number(b)
		case key < word:
			low = end + 1
		default:
			high = start
		}
	}
	return 0, 0
}

func number(digits string) uint32 {
	n := uint32(0)
	for i := 0; i < len(digits); i++ {
		n = n*10 + uint32(digits[i]-'0')
	}
	return n
}
