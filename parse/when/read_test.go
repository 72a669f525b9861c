package when

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
	"roundtwo/parse/token"
)

// at is a reference: the time of writing in the zone of the candidate.
func at(written, zone string) Reference {
	loc, err := interview.Location(zone)
	if err != nil {
		panic(err)
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", written, loc)
	if err != nil {
		panic(err)
	}
	return Reference{Time: t, Zone: loc, ZoneName: zone}
}

// said writes readings shortly: start, "–" and end, and what is said about them.
func said(list []Reading) string {
	var out []string
	for _, r := range list {
		s := strings.TrimSuffix(r.Start.String(), ":00")
		if !r.Start.DateOnly {
			s = r.Start.Time.Format("2006-01-02 15:04")
		}
		if r.DayUnknown {
			s = fmt.Sprintf("%02d:%02d", r.Clock/60, r.Clock%60)
			if r.Until >= 0 {
				s += fmt.Sprintf("–%02d:%02d", r.Until/60, r.Until%60)
			}
		}
		if !r.End.IsZero() && r.End.DateOnly {
			s += "–" + r.End.String()
		} else if !r.End.IsZero() {
			s += "–" + r.End.Time.Format("15:04")
		}
		if !r.ZoneAssumed {
			s += " " + r.Zone
		}
		for _, f := range []struct {
			is   bool
			name string
		}{
			{r.Part != "", r.Part}, {r.Window, "window"}, {r.Deadline, "deadline"}, {r.Past, "past"}, {r.Old, "old"}, {r.Weekly, "weekly"},
			{r.Arrival, "arrival"}, {r.Slot, "slot"}, {r.DayUnknown, "on an unknown day"}, {len(r.Conflicts) > 0, "conflict"}, {len(r.Doubts) > 0, "doubt"},
		} {
			if f.is {
				s += " " + f.name
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func check(t *testing.T, ref Reference, text, want string) {
	t.Helper()
	if got := said(Read(text, token.Cut(text), ref)); got != want {
		t.Errorf("%q\n got %s\nwant %s", text, got, want)
	}
}

type phrase struct{ rule, text, want string }

func phrases(t *testing.T, ref Reference, list []phrase) {
	t.Helper()
	for _, p := range list {
		t.Run(p.rule, func(t *testing.T) { check(t, ref, p.text, p.want) })
	}
}

// Wednesday 11 March 2026.
func TestDays(t *testing.T) {
	phrases(t, at("2026-03-11 09:30", "Europe/London"), []phrase{
		{"day and month", "on 19 March", "2026-03-19"},
		{"ordinal of month", "the 3rd of April 2026", "2026-04-03"},
		{"month and day", "March 19th, 2026", "2026-03-19"},
		{"month the ordinal", "April the 3rd", "2026-04-03"},
		{"short month", "Thu 19 Mar", "2026-03-19"},
		{"short month with dot", "on Sept. 4", "2026-09-04"},
		{"dashes and month name", "07-Oct-2026", "2026-10-07"},
		{"ISO", "2026-05-06", "2026-05-06"},
		{"ISO with slashes", "2026/05/06", "2026-05-06"},
		{"two-digit year", "19/03/26", "2026-03-19"},
		{"day first in Britain", "05/06/2026", "2026-06-05"},
		{"only one order is possible", "03/19/2026", "2026-03-19"},
		{"dots", "5.6.2026", "2026-06-05"},
		{"next such day after the reference", "on 10 March", "2026-03-10 past"},
		{"the same day", "on 11 March", "2026-03-11"},
		{"leap day waits for its year", "on 29 February", "2028-02-29"},
		{"no such day", "on 31 April", ""},
		{"weekday alone is the next one", "on Friday", "2026-03-13"},
		{"the weekday of writing is a week later", "on Wednesday", "2026-03-18"},
		{"this weekday", "this Friday", "2026-03-13"},
		{"this coming", "this coming Monday", "2026-03-16"},
		{"next is the week after", "next Monday", "2026-03-16"},
		{"next within the running week is doubtful", "next Friday", "2026-03-20 doubt"},
		{"weekday of next week", "on Tuesday next week", "2026-03-17"},
		{"next week, weekday behind", "next week on Thursday", "2026-03-19"},
		{"several weekdays of next week", "Monday, Tuesday or Friday next week", "2026-03-16; 2026-03-17; 2026-03-20"},
		{"next week in the sentence before", "Here is next week:\n- Monday 10am\n- Tuesday 2pm", "2026-03-16 10:00; 2026-03-17 14:00"},
		{"the week after next", "Monday the week after next", "2026-03-23"},
		{"a week on", "a week on Thursday", "2026-03-19"},
		{"weekday week", "Thursday week", "2026-03-19"},
		{"weekday fortnight", "Monday fortnight (the 30th)", "2026-03-30"},
		{"today", "later today", "2026-03-11"},
		{"tomorrow", "tomorrow", "2026-03-12"},
		{"day after tomorrow", "the day after tomorrow", "2026-03-13"},
		{"in days", "in three days", "2026-03-14"},
		{"in weeks", "in two weeks", "2026-03-25"},
		{"weeks from today", "two weeks from today", "2026-03-25"},
		{"a fortnight today", "a fortnight today", "2026-03-25"},
		{"ordinal alone", "the 14th works", "2026-03-14"},
		{"ordinal already over this month", "on the 3rd", "2026-04-03"},
		{"weekday and ordinal", "Thursday the 19th", "2026-03-19"},
		{"weekday and number", "Saturday 14th", "2026-03-14"},
		{"first weekday of a month", "the first Monday of September", "2026-09-07"},
		{"last weekday of a month", "the last Friday in May", "2026-05-29"},
		{"early next week is no day", "early next week", ""},
		{"ordinals that count something", "the 2nd floor, the 3rd round and the second interview", ""},
		{"span of days", "3-5 April", "2026-04-03–2026-04-05"},
		{"span over months", "from 30 March to 1 April", "2026-03-30–2026-04-01"},
		{"list of days", "the 22nd, 23rd or 30th of April", "2026-04-22; 2026-04-23; 2026-04-30"},
		{"wrapped line inside a date", "We are pleased to be able to see you here on Monday 16\nMarch at our office.", "2026-03-16"},
		{"weekday tells a date just over from next year's", "your visit was Thursday 5 March", "2026-03-05 past"},
	})
}

func TestDaysToldAsPast(t *testing.T) {
	phrases(t, at("2026-03-11 09:30", "Europe/London"), []phrase{
		{"we met", "Thank you for coming to see us on Friday.", "2026-03-06 past"},
		{"first interview on", "Further to your first interview on 19 January we write again.", "2026-01-19 past"},
		{"only the next day is past", "Following our conversation on Monday, we invite you on Friday at 10am.", "2026-03-09 past; 2026-03-13 10:00"},
		{"last weekday", "It was lovely last Tuesday", "2026-03-10 past"},
		{"with its year", "you applied on 2 February 2026", "2026-02-02 past"},
		{"quoted line", "On Tue, 10 Mar 2026 at 16:20, Ana Petrie wrote:", "2026-03-10 16:20 past"},
		{"somebody who wrote something", "Friday 13 March 9:30am with Bert, who wrote our loader", "2026-03-13 09:30"},
		{"the floor of an address", "Friday 13 March at our office (600 Grant St, 21st Floor), 9:30am", "2026-03-13 09:30"},
		{"a house number behind the hour", "Friday 13 March at 14h30, 8 rue des Tanneurs", "2026-03-13 14:30"},
	})
}

func TestTheYearRollsOver(t *testing.T) {
	phrases(t, at("2026-12-17 10:00", "America/New_York"), []phrase{
		{"January", "Tuesday, January 12th at 10:00 AM", "2027-01-12 10:00"},
		{"numeric", "Tue 1/12 at 1:30 PM", "2027-01-12 13:30"},
		{"December stays", "December 18 at 9am", "2026-12-18 09:00"},
		{"last of December", "by December 31", "2026-12-31 deadline"},
		{"weekday over New Year", "Friday in two weeks", "2027-01-01"},
	})
}

func TestWhichNumberIsTheMonth(t *testing.T) {
	yes := true
	us, uk, toronto := at("2027-02-01 09:00", "America/Chicago"), at("2027-02-01 09:00", "Europe/Dublin"), at("2027-02-01 09:00", "America/Toronto")
	german := at("2027-02-01 09:00", "America/Chicago")
	german.Language = "de"
	told := us
	told.DayFirst = &yes
	for _, tt := range []struct {
		name, text, want string
		ref              Reference
	}{
		{"United States", "on 03/04/2027", "2027-03-04", us},
		{"Ireland", "on 03/04/2027", "2027-04-03", uk},
		{"the weekday decides", "Sat 03/04/2027", "2027-04-03", us},
		{"the language decides", "am 03/04/2027", "2027-04-03", german},
		{"her setting decides", "on 03/04/2027", "2027-04-03", told},
		{"an American zone in the message decides", "on 03/04/2027 at 10am ET", "2027-03-04 10:00 America/New_York", uk},
		{"another date of the message decides", "on 03/04/2027; answer by 20/02/2027", "2027-04-03; 2027-02-20 deadline", toronto},
		{"Canada is asked", "on 03/04/2027", "2027-03-04 conflict", toronto},
	} {
		t.Run(tt.name, func(t *testing.T) { check(t, tt.ref, tt.text, tt.want) })
	}
}

func TestHours(t *testing.T) {
	phrases(t, at("2026-03-11 09:30", "Europe/London"), []phrase{
		{"colon", "tomorrow at 10:30", "2026-03-12 10:30"},
		{"am", "tomorrow at 10.15am", "2026-03-12 10:15"},
		{"p.m. with dots", "tomorrow at 4.30 p.m. in Room 2", "2026-03-12 16:30"},
		{"single letter", "Thu 19 Mar @ 2p", "2026-03-19 14:00"},
		{"24 hours", "tomorrow, 16:00", "2026-03-12 16:00"},
		{"military", "tomorrow at 0930", "2026-03-12 09:30"},
		{"hrs", "tomorrow at 1400hrs", "2026-03-12 14:00"},
		{"hours prompt", "Monday, 16th March 2026 by 10:00 hours prompt", "2026-03-16 10:00"},
		{"h", "17 March at 14h00", "2026-03-17 14:00"},
		{"o'clock", "tomorrow at 9 o’clock", "2026-03-12 09:00"},
		{"noon", "tomorrow at noon", "2026-03-12 12:00"},
		{"12 noon", "tomorrow at 12 noon", "2026-03-12 12:00"},
		{"12 is noon", "tomorrow at 12", "2026-03-12 12:00"},
		{"midday", "midday on Saturday 14th", "2026-03-14 12:00"},
		{"half past", "half past nine tomorrow", "2026-03-12 09:30"},
		{"half ten is half past ten", "half ten tomorrow", "2026-03-12 10:30"},
		{"quarter past", "quarter past ten tomorrow", "2026-03-12 10:15"},
		{"quarter to", "a quarter to four tomorrow", "2026-03-12 15:45"},
		{"minutes past in words", "twenty past two tomorrow", "2026-03-12 14:20"},
		{"hour and minutes in words", "tomorrow at nine thirty", "2026-03-12 09:30"},
		{"hour in words", "tomorrow at three", "2026-03-12 15:00"},
		{"a bare hour early in the day is meant in the afternoon", "tomorrow at 3", "2026-03-12 15:00"},
		{"a bare hour of work is meant in the morning", "tomorrow at 9", "2026-03-12 09:00"},
		{"in the afternoon", "tomorrow at 3 in the afternoon", "2026-03-12 15:00"},
		{"morning beside the day", "tomorrow morning at 7", "2026-03-12 07:00"},
		{"tonight", "tonight at 7", "2026-03-11 19:00"},
		{"evening", "8 in the evening tomorrow", "2026-03-12 20:00"},
		{"part of the day alone", "Friday afternoon", "2026-03-13 afternoon window"},
		{"list of hours", "Friday at 10, 11:30 or 3", "2026-03-13 10:00; 2026-03-13 11:30; 2026-03-13 15:00"},
		{"or 11am", "10 or 11am on Friday", "2026-03-13 10:00; 2026-03-13 11:00"},
		{"days and hours in turn", "Would Friday at 2 or Monday at 10 work?", "2026-03-13 14:00; 2026-03-16 10:00"},
		{"hours before days", "10am Friday, 2pm Monday", "2026-03-13 10:00; 2026-03-16 14:00"},
		{"two days, one window", "Tuesday or Thursday next week, any time between 2 and 5", "2026-03-17 14:00–17:00 window; 2026-03-19 14:00–17:00 window"},
		{"days said twice", "next Tuesday or Wednesday (17th/18th), 9am-12pm", "2026-03-17 09:00–12:00; 2026-03-18 09:00–12:00"},
	})
}

func TestTheFirstHourOfTheDayCanBeSet(t *testing.T) {
	ref := at("2026-03-11 09:30", "Europe/London")
	ref.DayStart = 4
	check(t, ref, "tomorrow at 4", "2026-03-12 04:00")
	check(t, ref, "tomorrow at 3", "2026-03-12 15:00")
}

func TestRanges(t *testing.T) {
	phrases(t, at("2026-03-11 09:30", "Europe/London"), []phrase{
		{"dash", "Friday 14:00-15:30", "2026-03-13 14:00–15:30"},
		{"en dash", "Friday 14:00 – 15:30", "2026-03-13 14:00–15:30"},
		{"am said once", "Friday 9-9:45am", "2026-03-13 09:00–09:45"},
		{"pm said once", "Friday 2-3:30pm", "2026-03-13 14:00–15:30"},
		{"over noon", "Friday 11-1pm", "2026-03-13 11:00–13:00"},
		{"pm said at the start", "Friday 1:30pm to 4", "2026-03-13 13:30–16:00"},
		{"until", "Friday from 9 until 10:30", "2026-03-13 09:00–10:30"},
		{"bare over noon", "Friday 12:50 – 1:35", "2026-03-13 12:50–13:35"},
		{"dots and a bare end", "the 3rd of April, 9.30-11, at the Net Loft", "2026-04-03 09:30–11:00"},
		{"between is a window", "Friday between 2 and 4 pm", "2026-03-13 14:00–16:00 window"},
		{"from noon", "Friday from noon to 1pm", "2026-03-13 12:00–13:00"},
		{"over two days", "from 4pm on Friday to 5pm on Saturday", "2026-03-13 16:00 window; 2026-03-14 17:00 deadline"},
		{"before the day", "from 11 to 12:30 on Tuesday 17th March", "2026-03-17 11:00–12:30"},
		{"start and end labels", "Start Time: 16:00\nEnd Time: 17:00\nDate: 22 September 2026", "2026-09-22 16:00–17:00"},
		{"start and end with dates", "Start: 17/03/2026 10:00 End: 17/03/2026 10:50", "2026-03-17 10:00–10:50"},
		{"cells", "17 March\t10:00\t10:45\tAnn Lee", "2026-03-17 10:00–10:45"},
		{"does not go past", "Friday, 7am at the yard.\n\nShouldn't go past 8.30, you can still get to work.", "2026-03-13 07:00–08:30"},
	})
}

func TestLengths(t *testing.T) {
	phrases(t, at("2026-03-11 09:30", "Europe/London"), []phrase{
		{"in brackets", "Friday at 3pm (60 min)", "2026-03-13 15:00–16:00"},
		{"for", "Friday at 3pm for 45 minutes", "2026-03-13 15:00–15:45"},
		{"will last", "It starts at 10.00 on Friday and will last one hour.", "2026-03-13 10:00–11:00"},
		{"allow", "Friday at 4pm - please allow approximately two hours.", "2026-03-13 16:00–18:00"},
		{"label", "Friday, 3pm\n\nDuration: 1h15", "2026-03-13 15:00–16:15"},
		{"hour and a half", "Friday at 2. It ought not to last beyond an hour and a half.", "2026-03-13 14:00–15:30"},
		{"decimal hours", "Friday at 2pm. We have planned 1.5 hours.", "2026-03-13 14:00–15:30"},
		{"before the call", "a 30-minute phone screen on Friday at 11:00", "2026-03-13 11:00–11:30"},
		{"the only length", "Friday at 13:00. We do it in pairs, one hour, half questions from us.", "2026-03-13 13:00–14:00"},
		{"each of the options", "Friday at 10 or 2. The conversation takes 45 minutes.", "2026-03-13 10:00–10:45; 2026-03-13 14:00–14:45"},
		{"rows with their own", "Friday, 4pm, with Bea Lund, Publisher (45 mins)\nMonday, 9.15am, with Ralph Dace, chairman (20 mins)", "2026-03-13 16:00–16:45; 2026-03-16 09:15–09:35"},
		{"arriving early", "Friday at 10. Please arrive 15 minutes early.", "2026-03-13 10:00"},
		{"the first ten minutes", "Friday at 5. He will be in a car for the first ten minutes.", "2026-03-13 17:00"},
		{"finding a space", "Friday at 10.15am. Please allow at least twenty minutes to find a space.", "2026-03-13 10:15"},
		{"an answer within", "Friday at 10. Please reply within 24 hours.", "2026-03-13 10:00"},
		{"a window keeps its end", "Friday between 9:00 and 12:00. The interview takes an hour.", "2026-03-13 09:00–12:00 window"},
	})
}

func TestWhatIsNoTimeOfAnInterview(t *testing.T) {
	phrases(t, at("2026-03-11 09:30", "Europe/London"), []phrase{
		{"reply by", "Please reply by Friday 20 March.", "2026-03-20 deadline"},
		{"by noon", "Let me know by Friday noon or he'll go fishing.", "2026-03-13 12:00 deadline"},
		{"before an hour", "I need your choice before 3pm tomorrow.", "2026-03-12 15:00 deadline"},
		{"end of day", "Kindly confirm by EOD tomorrow.", "2026-03-12 deadline"},
		{"no later than", "reply to this message no later than Thursday, March 19", "2026-03-19 deadline"},
		{"by 12 noon on a day", "Please send your slides by 12 noon on Monday 16 March.", "2026-03-16 12:00 deadline"},
		{"until", "We hold this slot until Friday.", "2026-03-13 deadline"},
		{"by as at", "moved to Friday 20th March 2026 by 2pm", "2026-03-20 14:00"},
		{"a closing date over", "The closing date was 1 March.", "2026-03-01 past"},
		{"a week is no day", "Interviews are held w/c 23 March.", "2026-03-23 window"},
		{"office hours", "Our office is open 9am-5pm Monday to Friday. Your interview is at 11:30am on Friday, March 20th.", "2026-03-16 09:00–17:00 window weekly; 2026-03-20 11:30"},
		{"weekdays in the plural", "I work Mondays, Tuesdays and Thursday evenings", "2026-03-16 weekly; 2026-03-17 weekly; 2026-03-12 evening window weekly"},
		{"telephone numbers", "Call 07700 900482, +1 415-555-0163 or 1-800-555-0164 (24/7).", ""},
		{"a meeting number", "Meeting ID: 864 2001 1753, passcode 10.30x", ""},
		{"links", "https://a.example/2026/03/20?t=10:30 and ana.10.30@b.example", ""},
		{"prices", "It costs £10.30, €9.15 or 12.50 EUR", ""},
		{"versions and rooms", "version 2.10, Python 3.12 and Room 4.12", ""},
		{"years of work", "3-5 years of experience, between 3 and 5 people", ""},
		{"post codes and house numbers", "at 22 Kessels Court, 1200 Market Square, TR1 3XP", ""},
		{"parts of something", "Interviews 2a and 2b, round 3 of 4", ""},
		{"a fraction", "1/2 day, 2/3 of it", ""},
		{"the modal verb", "You may 3 times ask", ""},
	})
}

func TestMoves(t *testing.T) {
	phrases(t, at("2026-04-13 09:30", "Europe/London"), []phrase{
		{"from and to", "I have moved your interview from Wednesday the 15th to Friday, April 17th. It now starts at 2:30 in the afternoon.", "2026-04-15 old; 2026-04-17 14:30"},
		{"was due", "your second interview, which was due to take place on Wednesday 22 April at 10am. The new date is Monday 27 April at 11.30am.", "2026-04-22 10:00 old; 2026-04-27 11:30"},
		{"no longer works", "Unfortunately Thursday at 3 no longer works, so we have moved you to Friday 24 April at 4.30pm.", "2026-04-16 15:00 old; 2026-04-24 16:30"},
		{"instead of", "Could we speak at 4pm on Thursday instead of Wednesday at 2?", "2026-04-16 16:00; 2026-04-15 14:00 old"},
		{"an hour to an hour", "Your call on Friday was moved from 3 to 4pm.", "2026-04-17 15:00 old; 2026-04-17 16:00"},
		{"a condition gives nothing up", "If Tuesday at 3 does not work, tell us.", "2026-04-14 15:00"},
		{"nor does a condition of hers", "Friday at 10. If you can't make Friday at 10, tell us.", "2026-04-17 10:00; 2026-04-17 10:00"},
		{"looking forward is not past", "We look forward to meeting you on Friday at 10.", "2026-04-17 10:00"},
		{"sent is not past", "I've sent you an invite for Tuesday at 3pm.", "2026-04-14 15:00"},
		{"thanks, then what is to come", "Thank you for your interest, we would like to see you on Friday at 10.", "2026-04-17 10:00"},
	})
}

func TestLabelsTablesAndAgendas(t *testing.T) {
	phrases(t, at("2026-03-16 09:00", "America/New_York"), []phrase{
		{"date and time in rows", "Date: Thursday, March 26, 2026\nTime: 10:00 AM\nLocation: 500 Main St, Suite 200", "2026-03-26 10:00"},
		{"time above the date", "Time: 3:30 PM\nDate: 03/26/2026", "2026-03-26 15:30"},
		{"cells", "Date\tTuesday, March 24, 2026\nTime\t1:15 PM – 2:00 PM", "2026-03-24 13:15–14:00"},
		{"values below their labels", "When\nThu Mar 26, 2026 1pm – 1:45pm\nWhere\nhttps://meet.example.com/abc", "2026-03-26 13:00–13:45"},
		{"day and date in rows", "Day: Thursday\nDate: Mar 26\nStart time: 2:00 pm\nEnd time: 3:00 pm", "2026-03-26 14:00–15:00"},
		{"a bare hour behind its label", "Date: March 26\nTime: 3", "2026-03-26 15:00"},
		{"agenda below a date", "Thursday, March 26\n\n10:00 – 10:45\tAnn Lee\tDesign\n10:50 – 11:35\tBo Ek\tCode\n1:40 – 2:10\tCy Fox\tQuestions",
			"2026-03-26 10:00–10:45; 2026-03-26 10:50–11:35; 2026-03-26 13:40–14:10"},
		{"two days of an agenda", "Thursday, March 26\n9:00 Ann Lee\n10:00 Bo Ek\n\nFriday, March 27\n9:30 Cy Fox", "2026-03-26 09:00; 2026-03-26 10:00; 2026-03-27 09:30"},
		{"arrival besides the conversation", "Thursday, March 26. Please arrive at 9:45 for your 10:00 interview.", "2026-03-26 09:45 arrival; 2026-03-26 10:00"},
		{"time to come for a start", "Please join at 13:55 for a 14:00 start on Thursday 26 March.", "2026-03-26 13:55 arrival; 2026-03-26 14:00"},
		{"rows with dots", "Thursday 26 March\n9.30 Welcome\n10.00 Panel", "2026-03-26 09:30; 2026-03-26 10:00"},
		{"a house number begins a row", "Thursday 26 March, 2:00 PM\n1220 SW Morrison St", "2026-03-26 14:00"},
		{"arrival alone is the time", "Please report to reception at 8:45 AM on Thursday, March 26.", "2026-03-26 08:45"},
	})
}

func TestRowsAndAlternativesAreNumbered(t *testing.T) {
	ref := at("2026-12-15 09:00", "Europe/Vienna")
	const list = "Please choose one of the following slots:\n\n1. Mon 11 Jan, 09:00-10:00\n2. Wed 13 Jan, 14:00-15:00\n3. Fri 15 Jan, 11:00-12:00\n"
	got := Read(list, token.Cut(list), ref)
	if len(got) != 3 {
		t.Fatalf("%d readings of the list: %s", len(got), said(got))
	}
	for _, r := range got {
		if r.List == 0 || r.Alternative == 0 || r.List != got[0].List || r.Alternative != got[0].Alternative {
			t.Errorf("row %s: list %d, alternative %d; want those of the first row, above 0", r.Start, r.List, r.Alternative)
		}
	}
	const agenda = "On 11 January:\n\n09:00-09:45 Ann Lee\n09:45-10:30 Bo Ek\n"
	for _, r := range Read(agenda, token.Cut(agenda), ref) {
		if r.List == 0 || r.Alternative != 0 || r.DateStated {
			t.Errorf("row %s of an agenda: list %d, alternative %d, date stated %v", r.Start, r.List, r.Alternative, r.DateStated)
		}
	}
}

func TestZones(t *testing.T) {
	phrases(t, at("2026-02-02 09:00", "Asia/Tokyo"), []phrase{
		{"abbreviation", "Wednesday, February 11 at 2:00 PM EST", "2026-02-11 14:00 America/New_York"},
		{"without season", "Wed 2/11 @ 1p ET", "2026-02-11 13:00 America/New_York"},
		{"Eastern", "Feb 11 at 3 PM Eastern", "2026-02-11 15:00 America/New_York"},
		{"Pacific time", "Feb 11 at 9:00 am Pacific time", "2026-02-11 09:00 America/Los_Angeles"},
		{"in brackets", "11 Feb 2026 14:00 (CET)", "2026-02-11 14:00 Europe/Berlin"},
		{"city", "11 February at 10am New York time", "2026-02-11 10:00 America/New_York"},
		{"country", "11 February at 11:00 UK time", "2026-02-11 11:00 Europe/London"},
		{"São Paulo", "11 February, 3pm São Paulo time", "2026-02-11 15:00 America/Sao_Paulo"},
		{"offset", "11 February at 16:00 GMT+1", "2026-02-11 16:00 UTC+01:00"},
		{"half-hour offset", "11 February, 4:00 PM (GMT+05:30)", "2026-02-11 16:00 UTC+05:30"},
		{"numeric offset", "11 Feb 2026 16:10 -0400", "2026-02-11 16:10 UTC-04:00"},
		{"UTC", "11 February 13:00 UTC", "2026-02-11 13:00 UTC"},
		{"IANA name", "11 February 13:00 (America/Denver)", "2026-02-11 13:00 America/Denver"},
		{"Windows label in its own row", "Date: 11 February 2026\nTime: 16:00\nTime Zone: (UTC+08:00) Kuala Lumpur, Singapore", "2026-02-11 16:00 Asia/Singapore"},
		{"US & Canada", "Thu Feb 12, 2026, 12:30pm Eastern Time - US & Canada", "2026-02-12 12:30 America/New_York"},
		{"on the next line", "Thursday Feb 12, 2026 ⋅ 10am – 10:30am\nCentral Time - Chicago", "2026-02-12 10:00–10:30 America/Chicago"},
		{"all times are", "All times are in Central European Time.\n\n11 February at 10:00\n12 February at 11:00", "2026-02-11 10:00 Europe/Berlin; 2026-02-12 11:00 Europe/Berlin"},
		{"all times in brackets", "Slots (all times ET): 2/11 10:00 AM; 2/12 2:00 PM", "2026-02-11 10:00 America/New_York; 2026-02-12 14:00 America/New_York"},
		{"said once at the end of a list", "February 11 at 2 or February 12 at 10 ET", "2026-02-11 14:00 America/New_York; 2026-02-12 10:00 America/New_York"},
		{"two zones, one time", "February 11, 10am PT / 1pm ET / 7pm CET", "2026-02-11 10:00 America/Los_Angeles"},
		{"second zone in brackets", "11 February, 10:00 BRT (8:00 am in New York)", "2026-02-11 10:00 America/Sao_Paulo"},
		{"second zone in the next sentence", "Wednesday 11 February at 3pm GMT. That should be 10am for you in New York.", "2026-02-11 15:00 Europe/London"},
		{"two zones that disagree", "February 11, 10am PT / 2pm ET", "2026-02-11 10:00 America/Los_Angeles conflict"},
		{"her local time", "11 February at 10:00 your local time", "2026-02-11 10:00"},
		{"the writer's own time is said again", "11 February at 6pm your time (9am ours)", "2026-02-11 18:00"},
		{"et is no zone", "10:00 et seq. on 11 February", "2026-02-11 10:00"},
	})
}

func TestZonesSharedByCountries(t *testing.T) {
	for _, tt := range []struct{ name, zone, text, want string }{
		{"IST in India", "Asia/Kolkata", "14 July 2026 at 11:30 AM IST", "2026-07-14 11:30 Asia/Kolkata"},
		{"IST in Ireland", "Europe/Dublin", "14 July 2026 at 11:30 AM IST", "2026-07-14 11:30 Europe/Dublin"},
		{"IST in Israel", "Asia/Jerusalem", "14 July 2026 at 11:30 AM IST", "2026-07-14 11:30 Asia/Jerusalem"},
		{"IST for anybody else", "Europe/Paris", "14 July 2026 at 11:30 AM IST", "2026-07-14 11:30 Asia/Kolkata"},
		{"CST in China", "Asia/Shanghai", "14 July 2026 at 11:30 CST", "2026-07-14 11:30 Asia/Shanghai"},
		{"CET in Vienna", "Europe/Vienna", "14 January 2027 at 11:30 CET", "2027-01-14 11:30 Europe/Vienna"},
		{"AEST in Brisbane", "Australia/Brisbane", "14 July 2026 at 11:30 AEST", "2026-07-14 11:30 Australia/Brisbane"},
		{"GMT in the British winter", "Asia/Tokyo", "14 January 2027 at 11:30 GMT", "2027-01-14 11:30 Europe/London"},
		{"GMT in the British summer", "Asia/Tokyo", "14 July 2026 at 11:30 GMT", "2026-07-14 11:30 UTC"},
		{"GMT in a London summer is doubtful", "Europe/London", "14 July 2026 at 11:30 GMT", "2026-07-14 11:30 Europe/London doubt"},
		{"GMT in Reykjavik", "Atlantic/Reykjavik", "11 March 2027 at 13:00 GMT", "2027-03-11 13:00 Atlantic/Reykjavik"},
	} {
		t.Run(tt.name, func(t *testing.T) { check(t, at("2026-07-06 09:00", tt.zone), tt.text, tt.want) })
	}
}

func TestClockChanges(t *testing.T) {
	utc := func(t *testing.T, ref Reference, text, want string) {
		t.Helper()
		list := Read(text, token.Cut(text), ref)
		if len(list) != 1 || list[0].Start.Time.UTC().Format("2006-01-02 15:04") != want {
			t.Errorf("%q: %s, want %s UTC", text, said(list), want)
		}
	}
	t.Run("between the American and the European change", func(t *testing.T) {
		utc(t, at("2026-03-18 10:00", "America/New_York"), "Wednesday 25 March at 3pm GMT", "2026-03-25 15:00")
	})
	t.Run("the day after the European change", func(t *testing.T) {
		utc(t, at("2026-03-23 09:00", "America/New_York"), "Monday 30 March at 9:30am UK time", "2026-03-30 08:30")
	})
	t.Run("the day after the Australian change", func(t *testing.T) {
		utc(t, at("2026-09-28 13:00", "Australia/Perth"), "Monday 5 October, 9:30am AEDT", "2026-10-04 22:30")
	})
	t.Run("EST in July is the clock on the wall", func(t *testing.T) {
		ref := at("2026-07-06 09:00", "America/Los_Angeles")
		utc(t, ref, "July 15 at 2pm EST", "2026-07-15 18:00")
		check(t, ref, "July 15 at 2pm EST", "2026-07-15 14:00 America/New_York doubt")
	})
	t.Run("no clock changes in Phoenix", func(t *testing.T) {
		utc(t, at("2026-08-04 09:00", "America/Phoenix"), "Wednesday, August 12 at 3:00 PM MST", "2026-08-12 22:00")
	})
}

func TestContradictionsAreAsked(t *testing.T) {
	const text = "Your interview is on Tuesday 19 March at 10:00."
	list := Read(text, token.Cut(text), at("2026-03-11 09:30", "Europe/London"))
	if len(list) != 1 || len(list[0].Conflicts) != 1 {
		t.Fatalf("a Tuesday that is a Thursday: %s", said(list))
	}
	c := list[0].Conflicts[0]
	want := []string{"Thursday 19 March 2026, 10:00", "Tuesday 17 March 2026, 10:00"}
	if c.Field != "weekday" || strings.Join(c.Readings, "|") != strings.Join(want, "|") {
		t.Errorf("conflict of %s: %q, want of weekday: %q", c.Field, c.Readings, want)
	}
	if len(c.Sessions) != 2 || c.Sessions[1].Start.Time.Day() != 17 {
		t.Errorf("sessions of the conflict: %+v", c.Sessions)
	}
}

func TestPartsOfABlock(t *testing.T) {
	phrases(t, at("2026-03-11 09:30", "Europe/London"), []phrase{
		{"two hours, the first and the second", "Friday at 2pm, plan two hours: Molly runs the first, Raj the second.",
			"2026-03-13 14:00–16:00; 2026-03-13 14:00–15:00 slot; 2026-03-13 15:00–16:00 slot"},
		{"two hours, the first and then", "Friday at 2pm, plan two hours. Molly runs the first, then you will talk with Raj.",
			"2026-03-13 14:00–16:00; 2026-03-13 14:00–15:00 slot; 2026-03-13 15:00–16:00 slot"},
		{"the first hour, the last hour", "Friday 1pm-4pm. The first hour is with Molly, the last hour with Raj.",
			"2026-03-13 13:00–16:00; 2026-03-13 13:00–14:00 slot; 2026-03-13 15:00–16:00 slot"},
		{"lengths in turn", "Friday at 10am: the first 45 minutes with Ann, then 30 minutes with Bo, followed by 15 minutes with Cy.",
			"2026-03-13 10:00; 2026-03-13 10:00–10:45 slot; 2026-03-13 10:45–11:15 slot; 2026-03-13 11:15–11:30 slot"},
		{"one part alone is no part", "Friday 1pm-4pm. The first hour is with Molly.", "2026-03-13 13:00–16:00"},
		{"the first round is none", "Friday 1pm-4pm. You passed the first round, then we met.", "2026-03-13 13:00–16:00"},
		{"more than the block holds", "Friday 1pm-2pm. The first hour is with Molly, the second hour with Raj.", "2026-03-13 13:00–14:00"},
	})
}
