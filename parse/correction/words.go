package correction

import (
	"strings"

	"roundtwo/interview"
)

// field is what a line is about.
type field string

const (
	none    field = ""
	when    field = "time"
	zone    field = "zone"
	place   field = "place"
	link    field = "link"
	phone   field = "phone"
	format  field = "format"
	company field = "company"
	role    field = "role"
	round   field = "round"
	add     field = "add"
	remove  field = "remove"
	people  field = "people"
	either  field = "time, place or format" // "it is at …", "it's on …"
)

// labels may stand before a colon.
var labels = map[string]field{
	"time": when, "date": when, "day": when, "when": when, "start": when, "starts": when, "date and time": when, "new time": when,
	"zone": zone, "time zone": zone, "timezone": zone,
	"place": place, "address": place, "where": place, "location": place, "venue": place, "room": place,
	"link": link, "join link": link, "meeting link": link, "url": link, "join": link,
	"phone": phone, "number": phone, "phone number": phone, "dial-in": phone,
	"format": format, "how": format,
	"company": company, "employer": company,
	"role": role, "job": role, "position": role, "title": role,
	"round": round,
	"add":   add, "also": add, "remove": remove,
	"with": people, "interviewers": people, "interviewer": people, "people": people, "who": people,
}

// openings may begin a sentence. The longest that fits counts.
var openings = map[string]field{
	"the time is": when, "the time is now": when, "the right time is": when, "the correct time is": when, "the new time is": when, "time is": when,
	"the date is": when, "the day is": when, "the right date is": when, "the correct date is": when, "it starts at": when, "it starts on": when,
	"it begins at": when, "starts at": when, "it moved to": when, "it has moved to": when, "it's moved to": when, "it was moved to": when,
	"it has been moved to": when, "it's been moved to": when, "they moved it to": when, "moved to": when, "it is now at": when, "it's now at": when,
	"it is now on": when, "it's now on": when, "it takes place on": when, "the interview is on": when, "the interview is at": when,
	"the zone is": zone, "the time zone is": zone, "the timezone is": zone, "the right zone is": zone,
	"the place is": place, "the address is": place, "the location is": place, "the venue is": place, "it takes place at": place,
	"it takes place in": place, "it is held at": place, "it's held at": place, "the room is": place,
	"the link is": link, "the join link is": link, "the meeting link is": link, "the right link is": link,
	"the phone number is": phone, "the number is": phone, "the dial-in is": phone,
	"it is by": format, "it's by": format, "it is a": format, "it's a": format, "it is an": format, "it's an": format, "it is via": format,
	"it's via": format, "it is over": format, "it's over": format, "the format is": format, "it will be by": format, "it will be a": format,
	"the company is": company, "the employer is": company,
	"the role is": role, "the job is": role, "the position is": role, "the title is": role,
	"it is round": round, "it's round": round, "this is round": round, "it is the": round, "it's the": round, "this is the": round,
	"add": add, "please add": add, "also with": add, "i also meet": add, "i will also meet": add, "i'll also meet": add, "i am also meeting": add,
	"remove": remove, "please remove": remove, "take out": remove,
	"it is with": people, "it's with": people, "i meet": people, "i am meeting": people,
	"it is at": either, "it's at": either, "it is on": either, "it's on": either, "it is in": either, "it's in": either, "it will be at": either,
	"it will be on": either, "it is": either, "it's": either,
}

// namely are the fields whose sentences are followed only by a name: company, role, place.
var namely = map[field]bool{company: true, role: true, place: true}

// longestOpening is the most words that an opening has.
const longestOpening = 5

// drops and takeUps are whole lines.
var (
	drops = []string{
		"not an interview", "no interview", "this is not an interview", "this is no interview", "it is not an interview", "it's not an interview",
		"that is not an interview", "that's not an interview", "this isn't an interview", "it isn't an interview", "drop", "drop it", "drop this",
		"ignore this", "ignore it", "false alarm", "not mine", "not for me",
	}
	takeUps = []string{
		"it is an interview", "it's an interview", "this is an interview", "that is an interview", "it is an interview after all",
		"it's an interview after all", "take it up again", "undo drop",
	}
)

// things and wrongs together make a complaint: "the time is wrong".
var (
	things = []string{"time", "date", "day", "zone", "place", "address", "location", "link", "number", "company", "role", "round", "name", "person", "people", "format", "this", "that", "it"}
	wrongs = []string{"is wrong", "is not right", "isn't right", "is incorrect", "is not correct", "isn't correct", "was wrong", "are wrong", "is a mistake"}
)

// formats are the ways of saying how it is held, each the whole value.
var formats = map[string]interview.Format{
	"video": interview.Video, "video call": interview.Video, "a video call": interview.Video, "by video": interview.Video, "online": interview.Video,
	"remote": interview.Video, "zoom": interview.Video, "zoom call": interview.Video, "on zoom": interview.Video, "teams": interview.Video,
	"teams call": interview.Video, "on teams": interview.Video, "google meet": interview.Video, "meet": interview.Video, "virtual": interview.Video,
	"phone": interview.Phone, "phone call": interview.Phone, "a phone call": interview.Phone, "by phone": interview.Phone, "telephone": interview.Phone,
	"the phone": interview.Phone, "call": interview.Phone, "a call": interview.Phone, "on the phone": interview.Phone,
	"onsite": interview.Onsite, "on site": interview.Onsite, "on-site": interview.Onsite, "in person": interview.Onsite, "in-person": interview.Onsite,
	"in their office": interview.Onsite, "at their office": interview.Onsite, "face to face": interview.Onsite, "person": interview.Onsite,
}

// rounds are the ordinals in words; numbers are read as such.
var rounds = map[string]int{
	"first": 1, "1st": 1, "one": 1, "second": 2, "2nd": 2, "two": 2, "third": 3, "3rd": 3, "three": 3, "fourth": 4, "4th": 4, "four": 4,
	"fifth": 5, "5th": 5, "five": 5,
}

// opening takes the head off a line: a label before a colon, or the longest opening of a sentence.
func opening(line string) (f field, value string, label bool) {
	line = strings.ReplaceAll(line, "’", "'")
	if head, value, ok := strings.Cut(line, ":"); ok {
		if f, known := labels[strings.ToLower(strings.Trim(head, " -*•"))]; known {
			return f, strings.TrimSpace(value), true
		}
	}
	words := strings.Fields(line)
	for n := min(longestOpening, len(words)); n > 0; n-- {
		if f, known := openings[strings.ToLower(strings.Join(words[:n], " "))]; known {
			return f, strings.Join(words[n:], " "), false
		}
	}
	return none, "", false
}
