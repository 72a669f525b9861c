package approval

import (
	"reflect"
	"strings"
	"testing"

	"roundtwo/parse/message"
)

func TestIDs(t *testing.T) {
	id := request().MessageID
	m := &message.Message{
		InReplyTo:  []string{strings.ToUpper(id)},
		References: []string{"First@x.example", other().MessageID, "Last@Y.example", id},
	}
	want := []string{id, "Last@Y.example", other().MessageID, "First@x.example"}
	if got := IDs(m); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := IDs(&message.Message{}); len(got) != 0 {
		t.Errorf("got %q of a message that answers nothing", got)
	}
	if m.References[0] != "First@x.example" {
		t.Error("the message was changed")
	}
}

func TestSubjectRef(t *testing.T) {
	tests := map[string]string{
		"[roundtwo K7QF] Prepare for Acme": "K7QF", "Re: AW: [RoundTwo k7qf] x": "K7QF", "Re: [roundtwo\t K7QF] x": "K7QF",
		"roundtwo K7QF": "", "[roundtwo ]": "", "[roundtwo K7QF": "", "[roundtwo K 7]": "", "": "",
		"[roundtwo K7QF] [roundtwo MM22]": "K7QF", "[roundtwo ü] [roundtwo MM22]": "MM22",
	}
	for subject, want := range tests {
		if got := SubjectRef(subject); got != want {
			t.Errorf("%q: %q, want %q", subject, got, want)
		}
	}
	if n := len(subjectRefs(strings.Repeat("[roundtwo K7QF]", 1000))); n != maxRefs {
		t.Errorf("%d numbers read, want %d", n, maxRefs)
	}
}
