package where

import (
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/parse/token"
)

func read(text string, links ...message.Link) Place { return Read(text, token.Cut(text), links) }

func TestJoinLinks(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"Zoom", "Join: https://acme.zoom.us/j/123?pwd=x.", "https://acme.zoom.us/j/123?pwd=x"},
		{"Zoom, personal room", "https://zoom.us/my/dana.w", "https://zoom.us/my/dana.w"},
		{"Meet without a scheme", "We use meet.google.com/abc-defg-hij.", "https://meet.google.com/abc-defg-hij"},
		{"Teams", "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0", "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0"},
		{"Teams, short", "https://teams.microsoft.com/meet/31337?p=K", "https://teams.microsoft.com/meet/31337?p=K"},
		{"Webex", "https://acme.webex.com/meet/dana", "https://acme.webex.com/meet/dana"},
		{"Safe Links", "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F12&data=1", "https://zoom.us/j/12"},
		{"Proofpoint", "https://urldefense.com/v3/__https://zoom.us/j/12__;!!abc$", "https://zoom.us/j/12"},
		{"said to be the room, host unknown", "Enter the interview room: https://live.hiring.example/7Q2", "https://live.hiring.example/7Q2"},
		{"not the numbers to dial", "Find your local number: https://zoom.us/u/kAbC1", ""},
		{"not the page to move it", "Reschedule: https://calendly.com/reschedulings/ABC", ""},
		{"not a map", "https://www.google.com/maps/search/12+High+Street", ""},
		{"not a mail address", "support@zoom.us", ""},
		{"not the home page", "https://zoom.us/", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if p := read(tc.text); p.Link != tc.want {
				t.Errorf("the link is %q, want %q", p.Link, tc.want)
			} else if p.Link != "" && p.Format != interview.Video {
				t.Errorf("with a link the format is %q", p.Format)
			}
		})
	}
}

func TestHostsThatOnlyLookLikeAProvider(t *testing.T) {
	for _, link := range []string{
		"https://zoom.us.evil.example/j/123", "https://notzoom.us/j/123", "https://zoom.us@evil.example/j/123",
		"https://teams.microsoft.com-join.example/l/meetup-join/1", "https://meet.google.com.evil.example/abc-defg-hij",
	} {
		p := read("Join the meeting: " + link)
		if p.Link != "" {
			t.Errorf("%s was taken for %q", link, p.Link)
		}
		if len(p.Warnings) == 0 {
			t.Errorf("no warning of %s", link)
		}
	}
	if p := read("The portal is https://careers.acme.example/j/123"); len(p.Warnings) != 0 {
		t.Errorf("a company's own page is warned of: %v", p.Warnings)
	}
}

func TestHyperlinks(t *testing.T) {
	links := []message.Link{
		{Text: "Reschedule", URL: "https://zoom.us/j/999"},
		{Text: "Join Zoom meeting", URL: "https://acme.zoom.us/j/81234500987"},
	}
	if p := read("Join Zoom meeting\nReschedule", links...); p.Link != links[1].URL {
		t.Errorf("the link is %q, want %q", p.Link, links[1].URL)
	}
}

func TestNumbers(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"they call", "I'll ring you on 07700 900377 at 6pm.", "07700 900377"},
		{"she dials", "Please dial 1-866-555-0144, access code 778 9902#.", "1-866-555-0144"},
		{"brackets", "He will call you at (520) 555-0143 on Monday.", "(520) 555-0143"},
		{"bridge", "Bridge: +91 22 5550 0177\nAccess code: 123 456#", "+91 22 5550 0177"},
		{"trouble", "If you have trouble, call 513-555-0110.", ""},
		{"trouble, said after", "Please call (970) 555-0128 if you need an accommodation.", ""},
		{"signature", "Regards,\nDana\nPhone 303-555-0122", ""},
		{"one tap", "One tap mobile\n+13095550177,,81234567890#,,,,*123456# US", ""},
		{"meeting number", "Meeting ID: 812 3456 7890", ""},
		{"office number", "I'll call you. My office number is (520) 555-0190.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if p := read(tc.text); p.Phone != tc.want {
				t.Errorf("the number is %q, want %q", p.Phone, tc.want)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"prose", "Come to our office at 12 High Street, Leeds LS1 4AB on Tuesday.", "12 High Street, Leeds LS1 4AB"},
		{"room", "It is in Seminar Room 5, Level 2, Trelawny Building, Bodmin General Hospital, Bodmin PL31 2QT.", "Seminar Room 5, Level 2, Trelawny Building, Bodmin General Hospital, Bodmin PL31 2QT"},
		{"label", "Where: Anchor House, 5 Dock Wall, London E16 2QX", "Anchor House, 5 Dock Wall, London E16 2QX"},
		{"label on the line above", "Location\nMeadow Hall, 1480 Silo Ave, Ames, IA 50010\n", "Meadow Hall, 1480 Silo Ave, Ames, IA 50010"},
		{"block", "You will meet Dana.\n\nTasman Capital\nLevel 18, 88 Pitt Terrace\nSydney NSW 2000\n\nBring your passport.", "Tasman Capital, Level 18, 88 Pitt Terrace, Sydney NSW 2000"},
		{"German", "in unserem Büro in der Speicherstraße 21, 20457 Hamburg", "Speicherstraße 21, 20457 Hamburg"},
		{"French", "Nous sommes au 8 rue des Dunes, 29900 Concarneau.", "8 rue des Dunes, 29900 Concarneau"},
		{"Icelandic", "Hafnargata 14, 220 Hafnarfjörður", "Hafnargata 14, 220 Hafnarfjörður"},
		{"brackets", "at the bakery (1250 Fourth St, Alameda).", "1250 Fourth St, Alameda"},
		{"time before and after", "We meet on Thursday at 10 in Heron House, Quay Street, Dublin 8 at 11.", "Heron House, Quay Street, Dublin 8"},
		{"online is no place", "Location: Microsoft Teams", ""},
		{"the vendor's address is none", "You meet us on site.\n\nPowered by Ashby, 49 Geary Street, San Francisco", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if p := read(tc.text); p.Location != tc.want {
				t.Errorf("the place is %q, want %q", p.Location, tc.want)
			}
		})
	}
}

func TestFormats(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       interview.Format
	}{
		{"words for video", "We would like a video call with you.", interview.Video},
		{"virtual on-site", "This is the virtual onsite, our last stage.", interview.Video},
		{"words for a telephone", "The second interview is a telephone one.", interview.Phone},
		{"the phone screen is over", "Following your phone screen we invite you to our office.", interview.Onsite},
		{"place of work", "Either Monday 10am or Tuesday 2pm at the unit.", interview.Onsite},
		{"called off", "There will be no Zoom meeting.", ""},
		{"nothing", "We would like to speak to you.", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if p := read(tc.text); p.Format != tc.want {
				t.Errorf("the format is %q, want %q", p.Format, tc.want)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	text := "Come to 12 High Street, Leeds on Tuesday."
	toks := token.Cut(text)
	s := Read(text, toks, nil).Spans["location"]
	if got, want := text[toks[s.From].Start:toks[s.To-1].End], "12 High Street, Leeds"; got != want {
		t.Errorf("the span shows %q, want %q", got, want)
	}
}

func TestServicesAreTold(t *testing.T) {
	hosts := map[string]bool{}
	for _, s := range services {
		if hosts[s.host] || s.host != strings.ToLower(s.host) || len(s.paths) == 0 || slices.Contains(s.paths, "") {
			t.Errorf("%s: a host stands once, in small letters, with the paths of its meetings", s.host)
		}
		hosts[s.host] = true
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Join https://zoom.us/j/1 or call +1 (202) 555-0100 at 12 High Street, Leeds.", "https://zoom.us/j/2")
	f.Add("Where\t\n\nRoom 5.02,\n(", "https://zoom.us.evil.example/j/1")
	f.Add("Address:\n8 rue des Dunes\n29900 Concarneau\n--\n", "://")
	f.Fuzz(func(t *testing.T, text, link string) {
		if len(text) > 1<<14 {
			return
		}
		toks := token.Cut(text)
		p := Read(text, toks, []message.Link{{Text: "Join", URL: link}})
		for field, s := range p.Spans {
			if s.From >= s.To || s.To > len(toks) {
				t.Fatalf("the span of %s is %v of %d tokens", field, s, len(toks))
			}
		}
		if strings.ContainsAny(p.Location, "\n\t") {
			t.Fatalf("the place is %q: it has more than one line", p.Location)
		}
	})
}

// hardText is made of what the rules walk back and forth over.
func hardText(n int) string {
	return strings.Repeat("at 12 High Street, Room 3, call 555 0100 1 1 1 in (the ( Address: \n", n)
}

func TestLongTextsTakeTheirLength(t *testing.T) {
	cost := func(n int) time.Duration {
		text := hardText(n)
		toks := token.Cut(text)
		best := time.Hour
		for range 7 { // the quickest of several: other work on the machine only adds
			start := time.Now()
			Read(text, toks, nil)
			best = min(best, time.Since(start))
		}
		return best
	}
	if short, long := cost(40), cost(400); long > 30*short {
		t.Errorf("ten times the text took %d times as long", long/short)
	}
}

func BenchmarkRead(b *testing.B) {
	text := "Dear Grace,\n\n" + strings.Repeat("Thank you for your time. You will meet Dana Whitfield, VP Engineering, and Sam Ode at our office in Leeds on Tuesday.\n\n", 20) + "Regards,\nPriya Nair\n"
	text = text[:2048]
	toks := token.Cut(text)
	b.ReportAllocs()
	for b.Loop() {
		Read(text, toks, nil)
	}
}
