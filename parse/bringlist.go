package parse

import (
	"slices"

	"roundtwo/parse/token"
)

// maxListed is how many rows a list of things to bring may have.
const maxListed = 10

// below reads the things that stand under the label u: in the cell beside it, or in the rows of a list after its colon.
func (d *document) below(u *unit) []string {
	last := d.Tokens[min(u.To, len(d.Tokens))-1]
	rows := u.To
	switch {
	case last.Kind == token.Cell:
		list, _ := d.thingsIn(token.Span{From: rows, To: d.lineEnd(rows)})
		return list
	case rows < 2 || !last.Breaks() || !d.Tokens[rows-2].Is(":"):
		return nil
	}
	var list []string
	for n := 0; n < maxListed && rows < len(d.Tokens) && bullets[d.Tokens[rows].Lower]; n++ {
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
	for i < len(d.Tokens) && !d.Tokens[i].Ends() {
		i++
	}
	return i
}

// bullets begin the rows of a list.
var bullets = wordSet("- * • · – +")
