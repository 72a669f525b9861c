// Package tnef reads winmail.dat, the form in which Exchange and Outlook send a message that they keep from other
// programs: a meeting request, a text and files in one attachment of type application/ms-tnef ([MS-OXTNEF]).
//
// It reads what an interview is read from: the class of the message, its text, who is invited, and of a meeting its times,
// place and link ([MS-OXOCAL]). ICalendar writes the meeting as a calendar part, so that the rest of the program knows one
// form only. What comes in is foreign: it is bounded, and what is cut off or broken costs only what comes after it.
package tnef

import (
	"encoding/binary"
	"errors"
	"time"
)

// ErrNoTNEF is returned for bytes that do not begin as TNEF does.
var ErrNoTNEF = errors.New("not TNEF: it does not begin with the signature 0x223E9F78")

// File is one winmail.dat.
type File struct {
	Class       string // of the message, "IPM.Schedule.Meeting.Request"; "" where none is given
	Subject     string
	Text        string // the body in plain text; "" where there is only HTML
	HTML        string
	Meeting     Meeting // zero where the message is no meeting
	Attachments []Attachment
	Cut         bool // the file ends early, is broken from some place on, or goes beyond a limit
}

// Meeting is what a meeting request says.
type Meeting struct {
	UID        string // as Exchange writes it into iCalendar
	Sequence   int
	Start, End time.Time // UTC; zero where none is given
	AllDay     bool
	Zone       string // as Windows shows it, "(UTC+01:00) Amsterdam, Berlin, …"; "" where none is given
	Location   string
	Link       string // of a meeting of Teams or Skype
	Counter    bool   // the times are proposed by an attendee
	Agreed     time.Time
	Organizer  Person
	Attendees  []Person
}

// Person is one who is invited.
type Person struct {
	Name, Email string
	Resource    bool // a room or equipment
	Declined    bool
}

// Attachment is a file inside.
type Attachment struct {
	Name string // "" where none is given
	Type string // media type, "" where none is given
	Data []byte
}

// Limits. A meeting request has about a hundred properties.
const (
	maxAttributes  = 2000
	maxProps       = 4000
	maxPeople      = 200
	maxAttachments = 50
	maxText        = 1 << 20
	maxName        = 1 << 10
)

const signature = 0x223e9f78

// Ids of the attributes that are read ([MS-OXTNEF] 2.1.3.2), with their types.
const (
	attOEMCodepage  = 0x00069007
	attMessageClass = 0x00078008
	attSubject      = 0x00018004
	attBody         = 0x0002800c
	attMsgProps     = 0x00069003
	attRecipTable   = 0x00069004
	attAttachRender = 0x00069002 // the next attachment begins
	attAttachTitle  = 0x00018010
	attAttachData   = 0x0006800f
	attAttachment   = 0x00069005 // its properties
)

// Read reads as much of a winmail.dat as can be read. An error means that it is none.
func Read(data []byte) (File, error) {
	if len(data) < 6 || binary.LittleEndian.Uint32(data) != signature {
		return File{}, ErrNoTNEF
	}
	r := &reader{codepage: 1252}
	in := cursor{data: data[6:]}
	for n := 0; len(in.data) > 0; n++ {
		in.byte() // level: the ids say the same
		id, content := in.uint32(), in.bytes(int(in.uint32()))
		in.uint16() // checksum: a wrong one changes nothing of what is asked
		if in.broken || n == maxAttributes {
			r.file.Cut = true
			break
		}
		r.attribute(id, content)
	}
	return r.finish(), nil
}

// reader gathers the attributes of one file.
type reader struct {
	file     File
	codepage int // of strings of 8 bits
	props    props
	people   []props
}

func (r *reader) attribute(id uint32, content []byte) {
	switch id {
	case attOEMCodepage:
		if c := (&cursor{data: content}); len(content) >= 4 {
			r.codepage = int(c.uint32())
		}
	case attMessageClass:
		r.file.Class = classOf(r.text(content))
	case attSubject:
		r.file.Subject = r.text(content)
	case attBody:
		r.file.Text = r.text(content)
	case attMsgProps:
		r.props = r.read(content)
	case attRecipTable:
		r.recipients(content)
	default:
		r.attachment(id, content)
	}
}

// attachment gathers what belongs to a file inside; all of it follows its attAttachRender.
func (r *reader) attachment(id uint32, content []byte) {
	list := &r.file.Attachments
	if id == attAttachRender {
		if len(*list) == maxAttachments {
			r.file.Cut = true
			return
		}
		*list = append(*list, Attachment{})
	}
	if len(*list) == 0 {
		return
	}
	a := &(*list)[len(*list)-1]
	switch id {
	case attAttachTitle:
		if a.Name == "" {
			a.Name = cutText(r.text(content), maxName)
		}
	case attAttachData:
		a.Data = content
	case attAttachment:
		p := r.read(content)
		if name := p.text(r, attachLongName, attachName); name != "" {
			a.Name = cutText(name, maxName)
		}
		a.Type = cutText(p.text(r, attachType), maxName)
	}
}

// recipients reads the table of those invited: rows of properties.
func (r *reader) recipients(content []byte) {
	in := cursor{data: content}
	for n := in.uint32(); n > 0 && !in.broken && len(r.people) < maxPeople; n-- {
		p := in.props(&r.file.Cut)
		r.people = append(r.people, p)
	}
	r.file.Cut = r.file.Cut || in.broken
}

func (r *reader) read(content []byte) props {
	in := cursor{data: content}
	p := in.props(&r.file.Cut)
	r.file.Cut = r.file.Cut || in.broken
	return p
}
