package parse

import (
	"slices"

	"roundtwo/parse/token"
)

// maxListed is how many rows a list of things to bring may have.
const maxListed = 10

// below reads the things that stand under the label u: in the cell beside it, or in the rows of a list after its colon.
func (d *document) below(u *unit) []string {
	last := d.toks[min(u.To, len(d.toks))-1]
	rows := u.To
	switch {
	case last.Kind == token.Cell:
		list, _ := d.thingsIn(token.Span{From: rows, To: d.lineEnd(rows)})
		return list
	case rows < 2 || !last.Breaks() || !d.toks[rows-2].Is(":"):
		return nil
	}
	var list []string
	for n := 0; n < maxListed && rows < len(d.toks) && bullets[d.toks[rows].Lower]; n++ {
		end := d.lineEnd(rows)
		more, _ := d.thingsIn(token.Span{From: rows + 1, To: end})
		for _, thing := range more {
			if !slices.Contains(list, thing) {
				list = append(list, thing)
			}
		}
		rows = end + 1
	}
	return list
}

// lineEnd is the token that ends the line or the cell of token i.
func (d *document) lineEnd(i int) int {
	for i < len(d.toks) && !d.toks[i].Ends() {
		i++
	}
	return i
}

// bullets begin the rows of a list.
var bullets = wordSet("- * • · – +")
