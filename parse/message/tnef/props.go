package tnef

import (
	"encoding/binary"
	"encoding/hex"
	"strings"
	"time"
)

// key names a property: a tag of MAPI, or one that belongs to a set, by number or by name ([MS-OXPROPS]).
type key struct {
	tag  uint16 // below 0x8000
	set  string // GUID as hexadecimal digits in the order of the bytes
	id   uint32
	name string // in small letters
}

// Property sets.
const (
	setAppointment = "0220060000000000c000000000000046" // PSETID_Appointment
	setMeeting     = "90dad86e0b451b1098da00aa003f1305" // PSETID_Meeting
)

// Properties that are read.
var (
	messageClass   = key{tag: 0x001a}
	subject        = key{tag: 0x0037}
	body           = key{tag: 0x1000}
	rtfBody        = key{tag: 0x1009}
	htmlBody       = key{tag: 0x1013}
	startDate      = key{tag: 0x0060}
	endDate        = key{tag: 0x0061}
	senderName     = key{tag: 0x0c1a}
	senderSMTP     = key{tag: 0x5d01}
	senderAddress  = key{tag: 0x0c1f}
	onBehalfName   = key{tag: 0x0042}
	onBehalfSMTP   = key{tag: 0x5d02}
	onBehalfMail   = key{tag: 0x0065}
	displayName    = key{tag: 0x3001}
	emailAddress   = key{tag: 0x3003}
	smtpAddress    = key{tag: 0x39fe}
	recipientType  = key{tag: 0x0c15}
	trackStatus    = key{tag: 0x5fff}
	recipientFlags = key{tag: 0x5ffd}
	attachLongName = key{tag: 0x3707}
	attachName     = key{tag: 0x3704}
	attachType     = key{tag: 0x370e}
	internetCP     = key{tag: 0x3fde}

	apptSequence  = key{set: setAppointment, id: 0x8201}
	apptLocation  = key{set: setAppointment, id: 0x8208}
	apptStart     = key{set: setAppointment, id: 0x820d}
	apptEnd       = key{set: setAppointment, id: 0x820e}
	apptAllDay    = key{set: setAppointment, id: 0x8215}
	apptZone      = key{set: setAppointment, id: 0x8234}
	proposedStart = key{set: setAppointment, id: 0x8250}
	proposedEnd   = key{set: setAppointment, id: 0x8251}
	counter       = key{set: setAppointment, id: 0x8257}
	globalID      = key{set: setMeeting, id: 0x03}
	cleanGlobalID = key{set: setMeeting, id: 0x23}
)

// onlineLinks are the names under which the link of an online meeting stands, in whatever set.
var onlineLinks = []string{"skypeteamsmeetingurl", "onlinemeetingexternallink", "onlinemeetingconflink"}

// prop is the first value of a property.
type prop struct {
	kind uint16
	data []byte
}

type props map[key]prop

// Types of values ([MS-OXCDATA] 2.11.1).
const (
	typeBool    = 0x000b
	typeString8 = 0x001e
	typeUnicode = 0x001f
	typeTime    = 0x0040
	typeBinary  = 0x0102
	typeObject  = 0x000d
	manyValues  = 0x1000
)

// sizes of the values of a fixed length, padded to four.
var sizes = map[uint16]int{
	0x0001: 0, 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000a: 4, typeBool: 4, 0x0014: 8, typeTime: 8, 0x0048: 16,
}

// props reads a list of properties ([MS-OXTNEF] 2.1.3.4). A type that is unknown ends it: its length is not known.
func (c *cursor) props(cutShort *bool) props {
	out := props{}
	count := c.uint32()
	if count > maxProps {
		count, *cutShort = maxProps, true
	}
	for ; count > 0 && !c.broken; count-- {
		kind, tag := c.uint16(), c.uint16()
		k := key{tag: tag}
		if tag >= 0x8000 {
			k = c.named()
		}
		p, ok := c.value(kind)
		if !ok {
			*cutShort, c.data = true, nil
			break
		}
		if _, twice := out[k]; !twice && !c.broken {
			out[k] = p
		}
	}
	return out
}

// named reads what stands for the tag of a property of a set.
func (c *cursor) named() key {
	k := key{set: hex.EncodeToString(c.bytes(16))}
	if byNumber := c.uint32() == 0; byNumber {
		k.id = c.uint32()
	} else if n := int(c.uint32()); n <= maxName {
		k.name = strings.ToLower(strings.TrimRight(utf16Text(c.padded(n)), "\x00"))
	} else {
		c.padded(n)
	}
	return k
}

// value reads the values of one property, and gives the first. ok is false for a type that is unknown.
func (c *cursor) value(kind uint16) (p prop, ok bool) {
	p.kind = kind &^ manyValues
	size, fixed := sizes[p.kind]
	variable := p.kind == typeString8 || p.kind == typeUnicode || p.kind == typeBinary || p.kind == typeObject
	if !fixed && !variable {
		return prop{}, false
	}
	count := uint32(1)
	if variable || kind&manyValues != 0 {
		count = c.uint32()
	}
	if fixed && size == 0 {
		count = 0 // values without bytes: their count alone must cost nothing
	}
	for i := uint32(0); i < count && !c.broken; i++ {
		n := size
		if variable {
			n = int(c.uint32())
		}
		if data := c.padded(n); i == 0 {
			p.data = data
		}
	}
	return p, true
}

// text gives the first of the properties that is a text with something in it.
func (p props) text(r *reader, keys ...key) string {
	for _, k := range keys {
		s := ""
		switch v := p[k]; v.kind {
		case typeUnicode:
			s = utf16Text(v.data)
		case typeString8:
			s = r.text(v.data)
		}
		if s = strings.TrimSpace(strings.TrimRight(s, "\x00")); s != "" {
			return s
		}
	}
	return ""
}

// number gives a whole number, 0 where there is none.
func (p props) number(k key) int {
	if v := p[k]; len(v.data) >= 4 {
		return int(int32(binary.LittleEndian.Uint32(v.data)))
	}
	return 0
}

func (p props) truth(k key) bool {
	v := p[k]
	return v.kind == typeBool && len(v.data) > 0 && v.data[0] != 0
}

// time gives a time in UTC: a count of 100 ns since 1601. What is outside of 1970 to 2100 is no time of a meeting.
func (p props) time(k key) time.Time {
	v := p[k]
	if v.kind != typeTime || len(v.data) < 8 {
		return time.Time{}
	}
	const perSecond, from1601 = 10_000_000, 11_644_473_600
	seconds := int64(binary.LittleEndian.Uint64(v.data)/perSecond) - from1601
	if seconds <= 0 || seconds > 4_102_444_800 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}
