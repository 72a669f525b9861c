package approval

import (
	"slices"
	"strings"

	"roundtwo/parse/message"
	"roundtwo/parse/reply"
)

// rule is one question. Where it fails, the answer does not count.
type rule struct {
	number int
	reason Reason
	stop   bool // asked of "stop" too, the one command that can do no harm: it needs the token only
	fails  func(*inspection) bool
}

// rules in their order. What follows them (pending, unchanged, not too many) belongs to the transaction.
var rules = []rule{
	{1, TooBig, true, tooBig},
	{1, Expired, false, outOfTime},
	{2, Replay, false, func(c *inspection) bool { return c.Seen }},
	{3, BadFrom, false, badFrom},
	{3, DupHeader, false, doubled},
	{4, OwnMail, false, ownMail},
	{4, Bounce, false, func(c *inspection) bool { return c.m.Auto == "bounce" }},
	{4, AutoReply, false, func(c *inspection) bool { return c.m.Auto != "" }},
	{5, WrongSender, false, func(c *inspection) bool { return !c.isHers(c.from) }},
	{6, BadToken, true, badToken},
	{6, NoToken, true, func(c *inspection) bool { return !c.found }},
	{6, Conflict, false, namesAnother},
	{7, NotAuthenticated, false, func(c *inspection) bool { return c.provider() == contradicts }},
	{7, Undecided, false, func(c *inspection) bool { return c.Require && c.origin() == unreachable }},
	{7, NotAuthenticated, false, func(c *inspection) bool { return c.Require && c.origin() != proven }},
	{8, Conflict, false, saysTwoThings},
	{8, Unclear, false, func(c *inspection) bool { return c.a.Verb == reply.None }},
}

// maxSize is far more than a command needs, with all that mail programs quote below it.
const maxSize = 256 << 10

// inspection is one message under the rules.
type inspection struct {
	Facts
	key    Key
	m      *message.Message
	a      reply.Answer
	header header
	from   string // the address of From, "" where it is not one plain address
	letter Issued // the one that is answered
	found  bool
	proof  *proof // of origin, once asked for
}

func newInspection(k Key, m *message.Message, a reply.Answer, f Facts) *inspection {
	c := &inspection{Facts: f, key: k, m: m, a: a, header: headerOf(m, f.Raw)}
	c.from = sender(m, c.header)
	c.letter, c.found = answered(m, f.Letters)
	return c
}

func (c *inspection) isHers(address string) bool {
	return address != "" && slices.ContainsFunc(c.Addresses, func(hers string) bool { return strings.EqualFold(hers, address) })
}

func tooBig(c *inspection) bool { return max(c.Size, len(c.Raw)) > maxSize }

func outOfTime(c *inspection) bool {
	l := c.letter
	return c.found && (c.Now.Before(l.Issued) || !l.Expires.IsZero() && !c.Now.Before(l.Expires))
}

// badFrom refuses whatever two readers could take for two senders.
func badFrom(c *inspection) bool { return c.from == "" || !c.header.plain }

// identity names the fields of which a second one makes readers disagree about what the message is (RFC 5322 section
// 3.6: at most one). A signature holds for one of them and says nothing of the other.
var identity = []string{"From", "Sender", "Reply-To", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
	"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}

func doubled(c *inspection) bool {
	return slices.ContainsFunc(identity, func(name string) bool { return c.header.count(name) > 1 })
}

func ownMail(c *inspection) bool {
	return c.key.Own(c.m.MessageID) || slices.ContainsFunc(c.Letters, func(l Issued) bool { return l.named(c.m.MessageID) })
}

// badToken refuses a message that names a token which is none of ours, even beside one that is: who makes one up has no
// good intention. So it does with a letter whose record does not fit its token.
func badToken(c *inspection) bool {
	forged := func(id string) bool { return looksLikeToken(id) && !c.key.Own(id) }
	if slices.ContainsFunc(IDs(c.m), forged) {
		return true
	}
	l := c.letter
	return c.found && !slices.ContainsFunc(c.Addresses, func(hers string) bool { return c.key.Genuine(l.MessageID, hers, l.Hash, l.Expires) })
}

// namesAnother compares what names the letter: the number in the subject, where there is one, and In-Reply-To.
func namesAnother(c *inspection) bool {
	other := func(ref string) bool { return !strings.EqualFold(ref, c.letter.Ref) }
	if slices.ContainsFunc(subjectRefs(c.m.Subject), other) {
		return true
	}
	return slices.ContainsFunc(c.Letters, func(l Issued) bool {
		return l.Ref != c.letter.Ref && slices.ContainsFunc(c.m.InReplyTo, l.named)
	})
}
