package tnef

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"strings"
)

// classes gives the names of today for those that attMessageClass has from the first days of Exchange.
var classes = map[string]string{
	"ipm.microsoft schedule.mtgreq":   "IPM.Schedule.Meeting.Request",
	"ipm.microsoft schedule.mtgcncl":  "IPM.Schedule.Meeting.Canceled",
	"ipm.microsoft schedule.mtgrespp": "IPM.Schedule.Meeting.Resp.Pos",
	"ipm.microsoft schedule.mtgrespn": "IPM.Schedule.Meeting.Resp.Neg",
	"ipm.microsoft schedule.mtgrespa": "IPM.Schedule.Meeting.Resp.Tent",
	"ipm.microsoft mail.note":         "IPM.Note",
}

func classOf(s string) string {
	s = strings.TrimSpace(s)
	return cutText(cmp.Or(classes[strings.ToLower(s)], s), maxName)
}

// finish puts together what the properties say.
func (r *reader) finish() File {
	f, p := &r.file, r.props
	f.Class = cmp.Or(classOf(p.text(r, messageClass)), f.Class)
	f.Subject = cmp.Or(p.text(r, subject), f.Subject)
	f.Text = cmp.Or(p.text(r, body), f.Text)
	f.HTML = r.html()
	if rtf := p[rtfBody]; f.HTML == "" && len(rtf.data) > 0 {
		text, isHTML := fromRTF(decompress(rtf.data), r.codepage)
		if isHTML {
			f.HTML = text
		} else if strings.TrimSpace(f.Text) == "" {
			f.Text = text
		}
	}
	if f.meeting() {
		r.meeting(&f.Meeting)
	}
	return *f
}

func (r *reader) html() string {
	v := r.props[htmlBody]
	if v.kind == typeBinary {
		return decode(v.data, cmp.Or(r.props.number(internetCP), r.codepage))
	}
	return r.props.text(r, htmlBody)
}

// Classes of messages about a meeting begin so, that of an appointment that is forwarded as a file is whole.
const (
	meetingClass     = "ipm.schedule.meeting."
	appointmentClass = "ipm.appointment"
)

func (f *File) meeting() bool {
	class := strings.ToLower(f.Class)
	return strings.HasPrefix(class, meetingClass) || strings.HasPrefix(class, appointmentClass)
}

func (r *reader) meeting(m *Meeting) {
	p := r.props
	m.Start, m.End = p.time(apptStart), p.time(apptEnd)
	if m.Start.IsZero() {
		m.Start, m.End = p.time(startDate), p.time(endDate)
	}
	if proposed := p.time(proposedStart); p.truth(counter) && !proposed.IsZero() {
		m.Counter, m.Agreed = true, m.Start
		m.Start, m.End = proposed, p.time(proposedEnd)
	}
	m.AllDay, m.Zone, m.Location = p.truth(apptAllDay), p.text(r, apptZone), p.text(r, apptLocation)
	m.Sequence = max(p.number(apptSequence), 0)
	m.UID = uid(cmp.Or(string(p[cleanGlobalID].data), string(p[globalID].data)))
	m.Link = r.onlineLink()
	m.Organizer = Person{
		Name:  p.text(r, onBehalfName, senderName),
		Email: address(p.text(r, onBehalfSMTP, senderSMTP), p.text(r, onBehalfMail), p.text(r, senderAddress)),
	}
	for _, row := range r.people {
		const organizer = 2 // of recipientFlags
		if row.number(recipientFlags)&organizer != 0 {
			continue
		}
		const resource, declined = 3, 4 // of recipientType and trackStatus
		one := Person{
			Name: row.text(r, displayName), Email: address(row.text(r, smtpAddress), row.text(r, emailAddress)),
			Resource: row.number(recipientType) == resource, Declined: row.number(trackStatus) == declined,
		}
		if one.Name+one.Email != "" {
			m.Attendees = append(m.Attendees, one)
		}
	}
}

func (r *reader) onlineLink() string {
	for _, name := range onlineLinks {
		best := ""
		for k := range r.props {
			if s := r.props.text(r, k); k.name == name && strings.HasPrefix(strings.ToLower(s), "http") && (best == "" || s < best) {
				best = s
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// address gives the first that is a mail address; Exchange also keeps its own kind (/O=NORTHWIND/OU=…).
func address(list ...string) string {
	for _, s := range list {
		if len(s) > 5 && strings.EqualFold(s[:5], "smtp:") {
			s = s[5:]
		}
		if strings.Count(s, "@") == 1 && !strings.ContainsAny(s, " /<>\"\r\n,;:") {
			return s
		}
	}
	return ""
}

// uid is the UID of a meeting by its GlobalObjectId ([MS-OXCICAL] 2.1.3.1.1.20.26): that of another program stands in it
// behind "vCal-Uid", any other is written as hexadecimal digits.
func uid(global string) string {
	const mark, header = "vCal-Uid\x01\x00\x00\x00", 40
	if len(global) > header && strings.HasPrefix(global[header:], mark) {
		return cutText(strings.TrimRight(global[header+len(mark):], "\x00"), maxName)
	}
	if len(global) > maxName {
		return ""
	}
	return string(bytes.ToUpper([]byte(hex.EncodeToString([]byte(global)))))
}
