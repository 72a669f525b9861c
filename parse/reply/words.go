package reply

import "strings"

// verbs are the words that command, each alone as the first word of a line. To add a way of saying it, add a line.
var verbs = map[string]Verb{
	"send":     Send,
	"approve":  Send,
	"approved": Send,
	"skip":     Skip,
	"edit":     Edit,
	"later":    Later,
	"pick":     Pick,
	"stop":     Stop,
	"help":     Help,
	"status":   Status,
	"done":     Done,
	"resend":   Resend,
}

// allOf are the ways of saying all.
var allOf = set("all", "everything", "them", "them all", "all of them", "all notes", "all the notes", "all of it", "every note", "all messages")

// fillers say nothing of their own beside a command.
var fillers = set("it", "note", "notes", "the", "this", "that", "now", "please", "pls", "plz", "thanks", "thx", "number", "no.", "nr", "nr.",
	"option", "to", "for", "one's", "message")

// joints join numbers or names.
var joints = set("and", "&", "+", "plus")

// numberWords are numbers in words.
var numberWords = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}

// stopObjects may follow stop.
var stopObjects = set("all", "everything", "them", "sending", "immediately", "both", "!", "sending!", "any")

// agreement may stand before a command: "Yes, send all."
var agreement = set("yes", "yep", "yeah", "ok", "okay", "sure", "great", "perfect", "good", "fine", "ja", "oui", "hi", "hello", "hey",
	"please", "pls", "thanks", "alright", "right", "cool", "lovely", "wonderful", "excellent", "looks", "then", "so")

// doubts are words that change or delay what is asked, or ask something. A line with one of them is no plain command.
var doubts = set("no", "not", "nope", "nah", "never", "don't", "dont", "don’t", "do", "didn't", "won't", "can't", "cannot", "wait", "hold", "but", "except",
	"without", "only", "if", "when", "until", "unless", "before", "after", "later", "tomorrow", "tonight", "today", "monday", "tuesday",
	"wednesday", "thursday", "friday", "saturday", "sunday", "next", "week", "soon", "maybe", "perhaps", "probably", "almost", "yet", "first",
	"last", "change", "changed", "fix", "remove", "add", "replace", "instead", "rather", "or", "either", "neither", "none", "nothing", "nobody",
	"anyone", "someone", "what", "why", "how", "who", "which", "where", "should", "would", "could", "can", "may", "might", "will", "shall",
	"is", "are", "was", "were", "i", "i'm", "i'll", "we", "you", "she", "he", "they", "me", "us", "my", "your", "her", "his", "their",
	"by", "of", "at", "on", "in", "with", "from", "as", "than", "via", "else", "again", "back", "over", "out", "up", "off", "away",
	"cancel", "cancelled", "delete", "draft", "drafts", "edited", "version", "copy", "test", "both", "half", "rest", "other", "others", "another",
	"some", "any", "each", "every", "good", "bad", "wrong", "right", "ok", "okay", "yes", "hr", "everybody", "everyone", "nearly", "just", "also",
	"too", "still", "already", "asap", "immediately", "a", "an", "and", "that's", "it's", "think", "sure", "whatever", "anyway", "love", "regards", "money", "hours", "hour", "minutes", "morning",
	"evening", "afternoon", "noon", "midnight", "am", "pm", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")

// greetings and farewells may stand alone in a line around a command.
var greetings = set("hi", "hello", "hey", "dear", "good morning", "good afternoon", "good evening", "hi there", "hello there", "hey there",
	"hallo", "bonjour", "hola", "ciao", "hi all", "hi team")

var farewells = set("thanks", "thank you", "many thanks", "thx", "cheers", "best", "best regards", "kind regards", "regards", "best wishes",
	"thanks again", "thanks a lot", "thank you very much", "thank you so much", "thanks so much", "sincerely", "warm regards", "bye", "all the best",
	"have a nice day", "have a good day", "great, thanks", "perfect, thanks", "much appreciated", "br", "ty", "danke", "merci", "gracias", "grazie")

func set(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

// isGreeting reports whether a line greets and says no more: "Hi,", "Hello roundtwo,".
func isGreeting(line string) bool {
	words := strings.ToLower(strings.Trim(line, " ,.!:;-–—"))
	if greetings[words] {
		return true
	}
	first, name, ok := strings.Cut(words, " ")
	return ok && (first == "hi" || first == "hello" || first == "hey" || first == "dear") && strings.HasSuffix(strings.TrimSpace(line), ",") &&
		len(strings.Fields(name)) <= 3 && !strings.ContainsAny(name, ",.;:?!")
}

// isFarewell reports whether a line takes leave and says no more, with or without a name behind the comma.
func isFarewell(line string) bool {
	words := strings.ToLower(strings.Trim(line, " ,.!:;-–—🙂🙏👍😊"))
	if farewells[words] {
		return true
	}
	words, name, ok := strings.Cut(words, ",")
	return ok && farewells[words] && isName(strings.TrimSpace(line[len(words)+1:])) && name != ""
}

// isName reports whether a line is a name under a letter: up to three capitalised words.
func isName(line string) bool {
	words := strings.Fields(strings.Trim(line, "-–— ,."))
	if len(words) == 0 || len(words) > 3 {
		return false
	}
	for _, w := range words {
		if !isNameWord(w) || w == strings.ToLower(w) {
			return false
		}
	}
	return true
}
