package reply

import (
	"reflect"
	"strings"
	"testing"
)

func TestPlainCommands(t *testing.T) {
	for _, c := range []struct {
		own   string
		verb  Verb
		which string
		when  string
		text  string
	}{
		{own: "send", verb: Send},
		{own: "Send", verb: Send},
		{own: "SEND!", verb: Send},
		{own: "  send.  ", verb: Send},
		{own: "*send*", verb: Send},
		{own: "approve", verb: Send},
		{own: "Approved.", verb: Send},
		{own: "Approved, thanks!", verb: Send},
		{own: "please send", verb: Send},
		{own: "Send it please", verb: Send},
		{own: "Send it now, thank you", verb: Send},
		{own: "Please send the note.", verb: Send},
		{own: "send 👍", verb: Send},
		{own: "Hi,\n\nsend\n\nThanks\nCasey", verb: Send},
		{own: "Hello roundtwo,\n\nplease approve\n\nBest,\nCasey Candidate", verb: Send},
		{own: "Yes, send all.", verb: Send, which: "all"},
		{own: "ok send all", verb: Send, which: "all"},
		{own: "Thank you, send all", verb: Send, which: "all"},
		{own: "Looks good: send", verb: None},
		{own: "send all", verb: Send, which: "all"},
		{own: "Send everything", verb: Send, which: "all"},
		{own: "send all of them", verb: Send, which: "all"},
		{own: "send them", verb: Send, which: "all"},
		{own: "send 1 3", verb: Send, which: "1 3"},
		{own: "send 1, 3", verb: Send, which: "1 3"},
		{own: "send 1 and 3", verb: Send, which: "1 3"},
		{own: "send 1, 2 & 4", verb: Send, which: "1 2 4"},
		{own: "Send #2.", verb: Send, which: "2"},
		{own: "send note 2", verb: Send, which: "2"},
		{own: "send notes 1 and two", verb: Send, which: "1 2"},
		{own: "approve 12", verb: Send, which: "12"},
		{own: "send Dana", verb: Send, which: "Dana"},
		{own: "send dana", verb: Send, which: "dana"},
		{own: "SEND DANA", verb: Send, which: "DANA"},
		{own: "Send to Dana Whitfield", verb: Send, which: "Dana Whitfield"},
		{own: "send Dana and Marcus", verb: Send, which: "Dana|Marcus"},
		{own: "send Dana Whitfield, Marcus O'Neil and Jean-Luc", verb: Send, which: "Dana Whitfield|Marcus O'Neil|Jean-Luc"},
		{own: "send 1\nskip 2", verb: Send, which: "1", text: "skip 2"},
		{own: "skip", verb: Skip},
		{own: "skip 2", verb: Skip, which: "2"},
		{own: "Skip all, please", verb: Skip, which: "all"},
		{own: "skip Marcus", verb: Skip, which: "Marcus"},
		{own: "edit 1\nDear Dana,\n\nThank you.", verb: Edit, which: "1", text: "Dear Dana,\n\nThank you."},
		{own: "Edit 1: Dear Dana,\nThank you.", verb: Edit, which: "1", text: "Dear Dana,\nThank you."},
		{own: "edit\nDear Dana", verb: Edit, text: "Dear Dana"},
		{own: "edit Dana\nDear Dana", verb: Edit, which: "Dana", text: "Dear Dana"},
		{own: "later", verb: Later},
		{own: "Later please", verb: Later},
		{own: "later 1d", verb: Later, when: "1d"},
		{own: "later tomorrow 9am", verb: Later, when: "tomorrow 9am"},
		{own: "later on Friday", verb: Later, when: "on Friday"},
		{own: "pick 2", verb: Pick, which: "2"},
		{own: "Pick option 2, thanks", verb: Pick, which: "2"},
		{own: "stop", verb: Stop},
		{own: "STOP!!!", verb: Stop},
		{own: "stop all", verb: Stop},
		{own: "please stop sending", verb: Stop},
		{own: "help", verb: Help},
		{own: "status", verb: Status},
		{own: "done", verb: Done},
		{own: "resend", verb: Resend},
		{own: "2", verb: Choose, which: "2"},
		{own: "2.", verb: Choose, which: "2"},
		{own: "#2", verb: Choose, which: "2"},
		{own: "Option 2 please", verb: Choose, which: "2"},
		{own: "two", verb: Choose, which: "2"},
	} {
		t.Run(c.own, func(t *testing.T) {
			want := Answer{Verb: c.verb, When: c.when, Text: c.text}
			if c.which != "" && strings.ContainsAny(c.which, "0123456789") {
				want.Which = strings.Fields(c.which)
			} else if c.which != "" {
				want.Which = strings.Split(c.which, "|")
			}
			if c.verb == None {
				want.Text = c.own
			}
			if got := Read(c.own); !reflect.DeepEqual(got, want) {
				t.Errorf("read as %+v, want %+v", got, want)
			}
		})
	}
}

// Nothing of this may let a letter go out, count it as gone, or send it again.
func TestDoubtfulWordsSendNothing(t *testing.T) {
	for _, own := range []string{
		"", " ", "\n\n", "don't send", "Don’t send", "do not send", "dont send it", "never send this", "please don't send 1",
		"not send", "no", "nope, ok?", "no, send nothing", "no send", "send nothing", "send none", "send no notes", "send neither",
		"send it tomorrow", "send tomorrow", "send later", "send it later", "send on Friday", "send at 9am", "send 9am", "send next week", "send in 2 days",
		"send in 1 hour", "yes but change the second line", "yes, but change 2", "send but change the greeting", "send after I fix it", "send once edited", "send when ready",
		"send if Marcus agrees", "send unless you hear from me", "send only 1", "send all but 2", "send all except Dana", "send 1 not 2", "send 1, not 2",
		"send 1, skip 2", "send 1 or 2", "send either", "send both?", "send?", "send all?", "should I send?", "can you send it", "could you send me the draft",
		"I would send", "I will send it myself", "I'll send it", "we send", "you send", "thank send", "you can send it", "you may send", "sending", "sent", "it was sent", "resent",
		"send me the notes again", "send me a copy", "send a draft", "send drafts", "send test", "send help", "send Dana tomorrow", "send Dana later", "send Dana's later",
		"send dana whitfield marcus o'neil jean", "send 1-3", "send 1 to 3?", "send 50%", "send 1.5", "send 0", "send 01", "send -1", "send dana@northwind.example",
		"send it to dana@northwind.example", "send <dana@northwind.example>", "send https://evil.example", "\"send\"", "“send all”", "'send all", "> send", ">send", "- send",
		"reply send", "answer: send", "send: all", "command send", "approve of", "approve by Friday", "approved by Dana?", "not approved", "disapprove", "unapproved",
		"approval", "approve... maybe", "send...", "send… no", "send\nwait", "send\n\nActually, no.", "send all\nNot yet", "send\n\nBut please change the second sentence",
		"send all\n\nHold on, Dana left the company", "send 1\nsend 2", "send\nDear Dana, thank you", "Send\n1: she asked about Kafka", "sеnd", "ｓｅｎｄ", "s e n d", "s-e-n-d", "sendall", "send/approve",
		"yes", "ok", "sure", "great", "go", "go ahead", "looks good", "lgtm", "yes please", "👍", "all", "1 and 3", "1: she asked about Kafka", "1) Kafka",
		"send everything but Dana", "send whatever", "send Dana whatever", "send soon", "send asap", "send again", "send back", "send it back", "send the other", "send the first one", "send last", "send half",
		"resend it to Marcus instead", "resend tomorrow", "done?", "not done", "done with it, but do not send", "done\nno wait", "almost done",
		"Please send my regards to Dana", "Send them to my friend", "send love", "send 1 2 3 go", "I approve but", "approve, not", "send, no", "send. No!", "Send! Wait.",
		"hi, can you send all tomorrow?", "Thanks. I will look at it tonight.", "send\u202enoitnow", "send \x1b[2K", "stop? send", "later, send all", "later send", "skip 2 send 1",
	} {
		if a := Read(own); irrevocable[a.Verb] {
			t.Errorf("%q was read as %+v", own, a)
		}
	}
}

func TestWhatIsNoCommandIsKept(t *testing.T) {
	for _, own := range []string{
		"Dana: she asked about Kafka.\n\nMarcus was quiet.",
		"pick a better time", "pick 1 and 2", "help me with the second note please", "status of the second note?", "edit all\nx",
		"stop by the office on Friday", "later we spoke about the roadmap and the team",
	} {
		if a := Read(own); a.Verb != None || a.Text != own {
			t.Errorf("%q was read as %+v", own, a)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"send 1 and 3", "Hi,\nsend all", "edit 1: x", "later tomorrow", "don't send"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, own string) {
		a := Read(own)
		if a.Verb == None && a.Text != strings.TrimSpace(own) {
			t.Errorf("words lost: %q became %q", own, a.Text)
		}
		if irrevocable[a.Verb] && strings.ContainsAny(strings.SplitN(strings.TrimSpace(own), "\n", 2)[0], "?\"@") {
			t.Errorf("%q sends", own)
		}
	})
}
