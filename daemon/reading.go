package daemon

import (
	"fmt"
	"slices"
	"strings"

	"roundtwo/daemon/approval"
	"roundtwo/interview"
	"roundtwo/parse"
	"roundtwo/parse/correction"
	"roundtwo/parse/reply"
)

// answerReading follows her answer to the question whether a message was read rightly: numbers, "yes", a correction, or that
// it is no interview of hers.
func (dec *decision) answerReading(a *arrival, iv interview.Interview, issued approval.Issued, said reply.Answer) error {
	if current, err := dec.currentQuestion(iv, issued); err != nil {
		return err
	} else if !current {
		return refuse(dec.refused(approval.Stale))
	}
	own := wordsAlone(a.msg)
	numbers := said.Which
	if said.Verb == reply.None {
		numbers = numbersIn(own)
	}
	if len(numbers) == 0 && agrees(own) {
		numbers = []string{"1"}
	}
	if len(numbers) > 0 {
		line, err := dec.settleReading(iv, numerals(numbers))
		return dec.tellAfter(a, iv, line, err)
	}
	line, err := dec.correctReading(a, iv, correction.Read(own, iv.Read(), dec.now, dec.profile().Zone))
	return dec.tellAfter(a, iv, line, err)
}

// tellAfter writes a receipt where no other letter tells what was done.
func (dec *decision) tellAfter(a *arrival, iv interview.Interview, line string, err error) error {
	if err != nil || line == "" {
		return err
	}
	return dec.letter(iv, letterOf{kind: "receipt", answers: a.msg.MessageID, receipt: []string{line}})
}

// currentQuestion reports whether the letter asked what is still asked. A letter that asked nothing itself, such as a
// receipt, stands for the question only while there was but one.
func (dec *decision) currentQuestion(iv interview.Interview, issued approval.Issued) (bool, error) {
	if issued.Kind == questionLetter {
		return issued.Hash == iv.Reading.Digest(), nil
	}
	letters, err := dec.tx.Letters(iv.ID)
	if err != nil {
		return false, err
	}
	for _, l := range letters {
		if l.Kind == questionLetter && l.Hash != iv.Reading.Digest() {
			return false, nil
		}
	}
	return true, nil
}

// correctReading takes her words for what the message says.
func (dec *decision) correctReading(a *arrival, iv interview.Interview, read correction.Reading) (string, error) {
	switch {
	case len(read.Unclear) > 0:
		return "", dec.askBack(read.Unclear)
	case read.Drop:
		return dec.deny(iv)
	case read.TakeUp:
		return dec.settleReading(iv, []int{1})
	case !read.Found():
		return "", refuse(dec.say("reading-how", "{last}", fmt.Sprint(len(iv.Reading.Choices()))))
	}
	return dec.confirm(iv, iv.Reading.Notice.Fixed(read.Fix))
}

// settleReading follows the numbers she answered. line is what a receipt should say, "" where another letter comes of it.
func (dec *decision) settleReading(iv interview.Interview, numbers []int) (line string, err error) {
	n, none, ok := iv.Reading.Chosen(numbers...)
	switch {
	case !ok:
		return "", refuse(dec.say("reading-number", "{last}", fmt.Sprint(len(iv.Reading.Choices()))))
	case none:
		return dec.deny(iv)
	}
	return dec.confirm(iv, n)
}

// deny takes her word that it is no interview of hers.
func (dec *decision) deny(iv interview.Interview) (string, error) {
	if iv.State != interview.Suspected {
		return dec.say("correct-same"), nil
	}
	return dec.say("reading-denied"), dec.apply(iv, interview.Event{Kind: interview.Denied})
}

// confirm does what would have been done at once, had the message been read for sure: with the interview that it is about, or
// as one of its own. Her word is newer than any message, so that nothing makes it stale.
func (dec *decision) confirm(iv interview.Interview, n interview.Notice) (string, error) {
	all, err := dec.tx.Interviews(dec.who.Name)
	if err != nil {
		return "", err
	}
	others := slices.DeleteFunc(slices.Clone(all), func(o interview.Interview) bool { return o.ID == iv.ID })
	id, _, rivals := interview.Match(n, others)
	dec.words, dec.provenance = iv.Reading.Words, iv.Reading.From
	if len(rivals) > 0 {
		if err := dec.closeQuestion(iv); err != nil {
			return "", err
		}
		return "", dec.askWhich(parse.Finding{Notice: n}, rivals, nil)
	}
	target := byID(others, id)
	if id == "" {
		target = iv
		target.State, target.Dropped = interview.Suspected, false
	} else if err := dec.closeQuestion(iv); err != nil {
		return "", err
	}
	n.Written = later(n.Written, target.Written)
	e := interview.EventOf(n)
	_, effects := interview.Apply(target, e, dec.now)
	if err := dec.apply(target, e); err != nil || tells(effects) {
		return "", err
	}
	return dec.say("correct-same"), nil
}

// answerList follows an answer to the letter that lists several questions: numbers, which run through all of them, or "none".
func (dec *decision) answerList(a *arrival, issued approval.Issued, said reply.Answer) error {
	own := wordsAlone(a.msg)
	numbers := said.Which
	if said.Verb == reply.None {
		numbers = numbersIn(own)
	}
	list := readListed(issued.Hash)
	wanted := numerals(numbers)
	if isNone(own) {
		wanted = lastOfEach(list)
	}
	replies, err := dec.distribute(list, wanted)
	if err != nil {
		return err
	}
	var lines []string
	for _, r := range replies {
		line, err := dec.answerListed(r)
		if err != nil {
			return err
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return dec.letter(interview.Interview{}, letterOf{kind: "receipt", answers: a.msg.MessageID, receipt: lines})
}

// listReply is what she answered to one question of a list.
type listReply struct {
	listed
	iv      interview.Interview // the zero one where the question is no longer open as it was asked
	numbers []int
}

// distribute gives each question its numbers. Where one of them means nothing, nothing of the answer counts.
func (dec *decision) distribute(list []listed, wanted []int) (out []listReply, err error) {
	found := 0
	for _, l := range list {
		r := listReply{listed: l}
		for i, n := range wanted {
			if n > 0 && n <= l.numbers {
				r.numbers = append(r.numbers, n)
			}
			wanted[i] = n - l.numbers
		}
		if len(r.numbers) == 0 {
			continue
		}
		found += len(r.numbers)
		iv, ok, err := dec.tx.Interview(l.id)
		if err != nil {
			return nil, err
		}
		if ok && iv.Reading != nil && iv.Reading.Digest() == l.digest {
			r.iv = iv
			if _, _, ok := iv.Reading.Chosen(r.numbers...); !ok {
				return nil, refuse(dec.say("reading-list"))
			}
		}
		out = append(out, r)
	}
	if found == 0 || found < len(wanted) {
		return nil, refuse(dec.say("reading-list"))
	}
	return out, nil
}

// answerListed follows the answer to one question of a list.
func (dec *decision) answerListed(r listReply) (string, error) {
	if r.iv.ID == "" {
		return dec.say("reading-gone", "{ref}", r.id), nil
	}
	line, err := dec.settleReading(r.iv, r.numbers)
	if line != "" {
		line = dec.say("reading-of", "{what}", dec.describe(r.iv.Read()), "{done}", line)
	}
	return line, err
}

// lastOfEach are the numbers by which every question of a list is answered with "not an interview".
func lastOfEach(list []listed) (out []int) {
	sum := 0
	for _, l := range list {
		sum += l.numbers
		out = append(out, sum)
	}
	return out
}

// numbersIn reads "2 4", "2, 4" or "2 and 4" in the first line of hers; nothing where anything else stands there.
func numbersIn(own string) (out []string) {
	for _, word := range strings.FieldsFunc(firstOf(own), func(r rune) bool { return strings.ContainsRune(" \t,;.&+#", r) }) {
		switch n, err := number(word); {
		case word == "and":
		case err != nil || fmt.Sprint(n) != word:
			return nil
		default:
			out = append(out, word)
		}
	}
	return out
}

func numerals(words []string) (out []int) {
	for _, w := range words {
		n, _ := number(w)
		out = append(out, n)
	}
	return out
}

// firstOf is the first line that says something, in small letters.
func firstOf(own string) string {
	for line := range strings.Lines(own) {
		if line = strings.ToLower(strings.TrimSpace(line)); line != "" {
			return line
		}
	}
	return ""
}

// The words by which she may say that it was read rightly, or that nothing in a list is hers, where a number would do.
var (
	yesWords  = []string{"yes", "yes please", "as read", "right", "that is right", "that's right", "that’s right", "correct", "ok", "okay", "yes, it is", "yes it is"}
	noneWords = []string{"none", "none of them", "no", "none of these"}
)

func agrees(own string) bool { return alone(own, yesWords) }
func isNone(own string) bool { return alone(own, noneWords) }

// alone reports that one of the words is the whole of what she wrote.
func alone(own string, words []string) bool {
	return slices.Contains(words, strings.TrimRight(strings.ToLower(strings.TrimSpace(own)), ".!"))
}
