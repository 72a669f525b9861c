package role

import (
	"testing"

	"roundtwo/parse/message"
	"roundtwo/parse/text"
	"roundtwo/parse/when"
)

// A message without a word, and one of which only a name in the headers is known, are read like any other.
func TestAMessageWithoutAWordIsRead(t *testing.T) {
	for _, body := range []string{"", "\n", ",", "\u200b"} {
		x := text.New("", body, "")
		m := &Message{Text: x, Signed: len(x.Tokens), Sender: message.Address{Name: "Ann Lee"}, Times: []when.Reading{{}}}
		if r := Read(m); len(r.Sessions) != 0 {
			t.Errorf("%q has sessions", body)
		}
	}
}
