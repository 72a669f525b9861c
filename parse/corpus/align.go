package corpus

import (
	"html"
	"slices"
	"strings"

	"roundtwo/parse/token"
)

// Labels gives for each token of a text that was read from the message the labels of the marks around it, "" for none.
// The text is matched with the source token by token, so that it does not matter how HTML became text or what was left
// out or put elsewhere.
func (m *Message) Labels(tokens []token.Token) []string {
	source, marked := m.sourceTokens()
	out := make([]string, len(tokens))
	for _, pair := range match(lower(source), lower(tokens)) {
		out[pair[1]] = marked[pair[0]]
	}
	return out
}

func lower(tokens []token.Token) []string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Lower
	}
	return out
}

// sourceTokens cuts the source, of HTML what is shown of it, and gives the labels of every token.
func (m *Message) sourceTokens() ([]token.Token, []string) {
	text, at := m.shown()
	tokens := token.Cut(text)
	labels := make([]string, len(tokens))
	for i, t := range tokens {
		if t.Ends() {
			continue
		}
		for _, k := range m.Marks {
			if at[t.Start] >= k.From && at[t.Start] < k.To {
				if labels[i] != "" {
					labels[i] += ","
				}
				labels[i] += k.Label
			}
		}
	}
	return tokens, labels
}

// shown is the source without tags, and for each of its bytes the place in the source.
func (m *Message) shown() (string, []int) {
	source := m.Source()
	var b strings.Builder
	var at []int
	put := func(s string, from int) {
		b.WriteString(s)
		for range len(s) {
			at = append(at, from)
		}
	}
	body := len(m.Subject) + 2
	for i := 0; i < len(source); i++ {
		if !m.HTML || i < body || source[i] != '<' && source[i] != '&' {
			put(source[i:i+1], i)
			continue
		}
		if source[i] == '<' {
			end := strings.IndexByte(source[i:], '>')
			if end < 0 {
				break
			}
			put("\n", i)
			i += end
			continue
		}
		end := strings.IndexByte(source[i:min(len(source), i+12)], ';')
		if end < 0 {
			put("&", i)
			continue
		}
		put(html.UnescapeString(source[i:i+end+1]), i)
		i += end
	}
	return b.String(), append(at, len(source))
}

// match pairs equal words of two lists in order. Words that occur once in both are matched first (patience), what lies
// between two matches is matched by the longest common subsequence.
func match(a, b []string) (out [][2]int) {
	matchBetween(a, b, 0, 0, &out)
	return out
}

func matchBetween(a, b []string, fromA, fromB int, out *[][2]int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		*out = append(*out, [2]int{fromA, fromB})
		a, b, fromA, fromB = a[1:], b[1:], fromA+1, fromB+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		*out = append(*out, [2]int{fromA + len(a) - 1, fromB + len(b) - 1})
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return
	}
	anchors := rising(uniquePairs(a, b))
	if len(anchors) == 0 {
		if len(a)*len(b) <= maxCommon {
			common(a, b, fromA, fromB, out)
		}
		return
	}
	atA, atB := 0, 0
	for _, p := range append(anchors, [2]int{len(a), len(b)}) {
		matchBetween(a[atA:p[0]], b[atB:p[1]], fromA+atA, fromB+atB, out)
		if p[0] < len(a) {
			*out = append(*out, [2]int{fromA + p[0], fromB + p[1]})
		}
		atA, atB = p[0]+1, p[1]+1
	}
}

// maxCommon bounds the table of the longest common subsequence.
const maxCommon = 4_000_000

// uniquePairs gives the places of words that occur once in each list, in the order of a.
func uniquePairs(a, b []string) (out [][2]int) {
	count := map[string][3]int{} // in a, in b, place in b
	for _, w := range a {
		c := count[w]
		c[0]++
		count[w] = c
	}
	for i, w := range b {
		c := count[w]
		c[1], c[2] = c[1]+1, i
		count[w] = c
	}
	for i, w := range a {
		if c := count[w]; c[0] == 1 && c[1] == 1 {
			out = append(out, [2]int{i, c[2]})
		}
	}
	return out
}

// rising keeps the longest run of pairs whose second places rise.
func rising(pairs [][2]int) [][2]int {
	best, from := make([]int, len(pairs)), make([]int, len(pairs))
	top := -1
	for i := range pairs {
		best[i], from[i] = 1, -1
		for k := range i {
			if pairs[k][1] < pairs[i][1] && best[k] >= best[i] {
				best[i], from[i] = best[k]+1, k
			}
		}
		if top < 0 || best[i] > best[top] {
			top = i
		}
	}
	var out [][2]int
	for i := top; i >= 0; i = from[i] {
		out = append(out, pairs[i])
	}
	slices.Reverse(out)
	return out
}

// common matches by the longest common subsequence.
func common(a, b []string, fromA, fromB int, out *[][2]int) {
	width := len(b) + 1
	best := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			if a[i] == b[k] {
				best[i*width+k] = best[(i+1)*width+k+1] + 1
			} else {
				best[i*width+k] = max(best[(i+1)*width+k], best[i*width+k+1])
			}
		}
	}
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			*out = append(*out, [2]int{fromA + i, fromB + k})
			i, k = i+1, k+1
		case best[(i+1)*width+k] >= best[i*width+k+1]:
			i++
		default:
			k++
		}
	}
}
