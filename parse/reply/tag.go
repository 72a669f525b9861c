package reply

import (
	"strings"

	"roundtwo/interview"
)

// tags are the words by which she may say what a line is about. None is ever needed. To add a way of saying it, add a
// line; small letters, a hyphen for a space.
var tags = map[string]interview.FactKind{
	"discussed": interview.Discussed, "about": interview.Discussed, "notes": interview.Discussed, "topics": interview.Discussed,
	"we-talked-about": interview.Discussed, "we-discussed": interview.Discussed, "remember": interview.Discussed,
	"q": interview.AskedHer, "question": interview.AskedHer, "asked": interview.AskedHer, "they-asked": interview.AskedHer,
	"a": interview.SheAnswered, "answer": interview.SheAnswered, "answered": interview.SheAnswered, "i-answered": interview.SheAnswered,
	"i-said": interview.SheAnswered,
	"me":     interview.SheAsked, "i-asked": interview.SheAsked, "my-question": interview.SheAsked,
	"struggled": interview.Struggled, "weak": interview.Struggled, "went-badly": interview.Struggled, "difficult": interview.Struggled,
	"worked": interview.Worked, "went-well": interview.Worked, "good": interview.Worked, "strong": interview.Worked,
	"unsaid": interview.Unsaid, "forgot": interview.Unsaid, "forgot-to-say": interview.Unsaid, "not-said": interview.Unsaid,
	"concern": interview.Concern, "concerns": interview.Concern, "doubt": interview.Concern, "worry": interview.Concern,
	"told": interview.Told, "story-told": interview.Told, "i-told": interview.Told,
	"ask-next": interview.AskNext, "next-time": interview.AskNext, "to-ask": interview.AskNext, "ask": interview.AskNext,
	"problem": interview.Problem, "problems": interview.Problem, "challenge": interview.Problem, "pain": interview.Problem,
	"met": interview.Met, "also-met": interview.Met,
	"hear-back": interview.HearBackBy, "hear-back-by": interview.HearBackBy, "next-step": interview.HearBackBy,
	"next-steps": interview.HearBackBy, "answer-by": interview.HearBackBy, "decision-by": interview.HearBackBy,
	"reason": interview.Reason, "why": interview.Reason, "why-them": interview.Reason, "excited": interview.Reason,
	"feedback": interview.Feedback, "delivery": interview.Delivery, "channel": interview.Channel, "thank-by": interview.Channel,
	"story": interview.Story, "offered": interview.Offered, "promised": interview.Offered, "to-send": interview.Offered,
	"research": interview.Research, "posting": interview.Posting, "job-posting": interview.Posting, "job-ad": interview.Posting,
	"decision": interview.Decision, "opening-reason": interview.Opening, "opening": interview.Opening,
}

// starTags are the four parts of a story. A: is the action of a story after S: or T:, else an answer.
var starTags = map[string]string{"s": "S", "t": "T", "r": "R", "situation": "S", "task": "T", "action": "A", "result": "R"}

// storyPart reads the letter of a story part, where a line is one.
func storyPart(label string, inStory bool) string {
	if label == "a" && inStory {
		return "A"
	}
	return starTags[label]
}

// cutTag takes a tag off a line: "worked: …", "- Worked: …", "hear back: …", "struggled (Dana): …".
func cutTag(line string) (label, about, text string, ok bool) {
	line = strings.TrimLeft(line, "-*•– \t")
	head, text, found := strings.Cut(line, ":")
	if !found || len(head) > 40 {
		return "", "", "", false
	}
	if name, person, in := strings.Cut(head, "("); in {
		head, about = name, strings.Trim(person, ") ")
	}
	label = strings.ToLower(strings.Join(strings.FieldsFunc(strings.Trim(head, " *_"), func(r rune) bool { return r == ' ' || r == '-' }), "-"))
	_, isTag := tags[label]
	return label, about, strings.TrimSpace(strings.Trim(strings.TrimSpace(text), "*")), isTag || starTags[label] != ""
}
