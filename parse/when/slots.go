package when

import (
	"sort"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// slot reads a part of a block: "the first hour", "the second 45 minutes", "the last half hour", "the first" alone.
func slot(r *reader, i int) int {
	n := int(r.word(i).ordinal)
	if r.has(i, roleLast) || r.is(i, "final") || r.is(i, "remaining") {
		n = -1
	}
	if n == 0 || n < -1 || n > 6 || !r.has(i-1, roleThe) {
		return 0
	}
	minutes, next := r.lengthAt(i + 1)
	switch {
	case next > i+1:
	case r.word(i+1).unit == hours:
		minutes, next = 60, i+2
	case r.endsPart(i+1) && n > 0:
		minutes, next = 0, i+1
	default:
		return 0
	}
	r.add(mark{kind: slotMark, span: token.Span{From: i, To: next}, nth: n, long: time.Duration(minutes) * time.Minute})
	return next - i
}

// endsPart tells "Molly runs the first, Raj the second" from "the first round".
func (r *reader) endsPart(i int) bool {
	return i >= r.n || r.tok(i).Kind >= token.Punct && r.skipSign(i, ",.;)") > i || r.tok(i).Ends() || r.has(i, roleAnd) ||
		r.is(i, "with") || r.is(i, "then")
}

// shortestSlot is the least that a part of a block may last to be a conversation of its own.
const shortestSlot = 15 * time.Minute

// piece is a part of a block, before its place is known.
type piece struct {
	span   token.Span
	nth    int
	long   time.Duration // 0: a fair share of the block
	follow bool          // it follows the piece before it
}

// slots adds readings for the parts of a block that are told by their place in it.
func (j *joiner) slots(drafts []*draft) []*draft {
	found := map[*draft][]piece{}
	var blocks []*draft
	for i := range j.marks {
		m := &j.marks[i]
		if m.kind != slotMark && !(m.kind == cueMark && m.cue == cueThen) {
			continue
		}
		block := blockBefore(drafts, m)
		if block == nil {
			continue
		}
		if p, ok := j.piece(i, found[block]); ok {
			if found[block] == nil {
				blocks = append(blocks, block)
			}
			found[block] = append(found[block], p)
		}
	}
	added := false
	for _, b := range blocks {
		if parts := b.parts(found[b]); len(parts) > 0 {
			drafts, added = append(drafts, parts...), true
		}
	}
	if added {
		sort.SliceStable(drafts, func(a, b int) bool { return drafts[a].Span.From < drafts[b].Span.From })
	}
	return drafts
}

// blockBefore is the last time of a conversation before a mark; alternatives are no block.
func blockBefore(drafts []*draft, m *mark) *draft {
	list := near(drafts, m)
	for k := len(list) - 1; k >= 0; k-- {
		x := list[k]
		if x.Span.From < m.span.From && x.TimeStated && !x.time.dropped && !x.gone() {
			if x.Alternative > 0 || x.Window || x.List > 0 {
				return nil
			}
			return x
		}
	}
	return nil
}

// followsPart reports whether a length is that of a part, "then 30 minutes with Bo", and not of the whole.
func (j *joiner) followsPart(i int) bool {
	return i > 0 && j.marks[i-1].kind == cueMark && j.marks[i-1].cue == cueThen && j.marks[i].span.From-j.marks[i-1].span.To <= 3
}

// piece makes the piece of mark i. "Then" counts only after another piece, and takes the length that follows it.
func (j *joiner) piece(i int, before []piece) (piece, bool) {
	m := &j.marks[i]
	if m.kind == slotMark {
		return piece{span: m.span, nth: m.nth, long: m.long}, m.long == 0 || m.long >= shortestSlot
	}
	p := piece{span: m.span, follow: true}
	if k := i + 1; k < len(j.marks) && j.marks[k].kind == lengthMark && j.marks[k].span.From-m.span.To <= 3 && !j.otherLength(k) {
		p.long, p.span.To = j.marks[k].long, j.marks[k].span.To
	}
	return p, len(before) > 0 || p.long >= shortestSlot
}

// parts places the pieces in the block. Where the first piece only follows ("45 minutes with Ann, then 30 with Bo"), the
// block's own reading is the part before it.
func (x *draft) parts(pieces []piece) []*draft {
	follows := pieces[0].follow
	if follows && (x.End.IsZero() || !x.Duration) {
		return nil
	}
	at, share, whole := x.Start.Time, x.share(pieces), !x.End.IsZero() && !follows
	if follows {
		at = x.End.Time
	}
	var out []*draft
	for _, p := range pieces {
		long := p.long
		if long == 0 {
			long = share
		}
		switch {
		case p.nth == -1 && whole:
			at = x.End.Time.Add(-long)
		case p.nth > 1 && len(out) == 0:
			at = x.Start.Time.Add(time.Duration(p.nth-1) * long)
		}
		end := at.Add(long)
		if long < shortestSlot || whole && end.After(x.End.Time) {
			break
		}
		out = append(out, x.part(p.span, at, end))
		at = end
	}
	if len(out) == 1 && !follows {
		return nil // one part alone: the block is the conversation
	}
	return out
}

// share is an equal part of the block: of as many as are told, or one hour where it lasts whole hours.
func (x *draft) share(pieces []piece) time.Duration {
	if x.End.IsZero() {
		return 0
	}
	long, count := x.End.Time.Sub(x.Start.Time), 0
	for _, p := range pieces {
		count = max(count, p.nth)
		if p.follow && p.long == 0 {
			count++
		}
	}
	if hours := int(long / time.Hour); long%time.Hour == 0 && hours > count {
		count = hours
	}
	if count < 2 {
		return 0
	}
	return long / time.Duration(count)
}

// part is the reading of a part of the block.
func (x *draft) part(span token.Span, start, end time.Time) *draft {
	p := &draft{time: &timeItem{}, day: x.day, date: x.date}
	p.Reading = x.Reading
	p.Span, p.Start, p.End = span, interview.At(start), interview.At(end)
	p.DateStated, p.Duration, p.Slot = false, true, true
	p.Conflicts, p.Doubts = nil, nil
	return p
}
