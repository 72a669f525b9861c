package tnef

import (
	"encoding/binary"
	"encoding/hex"
	"strings"
	"time"
	"unicode/utf16"
)

// stream writes a winmail.dat as Exchange does.
type stream struct{ out []byte }

func newStream() *stream {
	s := &stream{}
	s.uint32(signature)
	s.uint16(1)
	return s
}

func (s *stream) uint16(n uint16) { s.out = binary.LittleEndian.AppendUint16(s.out, n) }
func (s *stream) uint32(n uint32) { s.out = binary.LittleEndian.AppendUint32(s.out, n) }

// attribute writes one with its level and checksum.
func (s *stream) attribute(id uint32, data []byte) *stream {
	level := byte(1)
	if id == attAttachRender || id == attAttachTitle || id == attAttachData || id == attAttachment {
		level = 2
	}
	s.out = append(s.out, level)
	s.uint32(id)
	s.uint32(uint32(len(data)))
	s.out = append(s.out, data...)
	sum := uint16(0)
	for _, b := range data {
		sum += uint16(b)
	}
	s.uint16(sum)
	return s
}

func (s *stream) text(id uint32, text string) *stream {
	return s.attribute(id, append([]byte(text), 0))
}

func (s *stream) codepage(n uint32) *stream {
	return s.attribute(attOEMCodepage, binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, n), 0))
}

// list writes properties.
type list struct {
	stream
	n uint32
}

func (l *list) tag(kind uint16, k key) {
	l.n++
	l.uint16(kind)
	if k.set == "" && k.name == "" {
		l.uint16(k.tag)
		return
	}
	l.uint16(0x8000 + uint16(l.n))
	set, err := hex.DecodeString(k.set)
	if err != nil {
		panic(err)
	}
	l.out = append(l.out, set...)
	if k.name == "" {
		l.uint32(0)
		l.uint32(k.id)
		return
	}
	l.uint32(1)
	l.sized(wide(k.name))
}

func wide(s string) []byte {
	var out []byte
	for _, u := range append(utf16.Encode([]rune(s)), 0) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// sized writes a length, the bytes and what fills them up to four.
func (l *list) sized(data []byte) {
	l.uint32(uint32(len(data)))
	l.out = append(l.out, data...)
	for len(l.out)%4 != 0 && len(data)%4 != 0 {
		l.out = append(l.out, 0)
		data = append(data, 0)
	}
}

func (l *list) unicode(k key, s string) *list {
	l.tag(typeUnicode, k)
	l.uint32(1)
	l.sized(wide(s))
	return l
}

func (l *list) string8(k key, s string) *list {
	l.tag(typeString8, k)
	l.uint32(1)
	l.sized(append([]byte(s), 0))
	return l
}

func (l *list) binary(k key, data []byte) *list {
	l.tag(typeBinary, k)
	l.uint32(1)
	l.sized(data)
	return l
}

func (l *list) number(k key, n uint32) *list {
	l.tag(0x0003, k)
	l.uint32(n)
	return l
}

func (l *list) truth(k key) *list {
	l.tag(typeBool, k)
	l.uint32(1)
	return l
}

func (l *list) time(k key, t time.Time) *list {
	l.tag(typeTime, k)
	l.out = binary.LittleEndian.AppendUint64(l.out, uint64(t.Unix()+11_644_473_600)*10_000_000)
	return l
}

// many writes a property of several numbers.
func (l *list) many(k key, numbers ...uint32) *list {
	l.tag(0x0003|manyValues, k)
	l.uint32(uint32(len(numbers)))
	for _, n := range numbers {
		l.uint32(n)
	}
	return l
}

func (l *list) bytes() []byte { return append(binary.LittleEndian.AppendUint32(nil, l.n), l.out...) }

// table writes rows of properties.
func table(rows ...*list) []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(rows)))
	for _, r := range rows {
		out = append(out, r.bytes()...)
	}
	return out
}

// global is a GlobalObjectId: of a meeting of Exchange, or of one whose UID is another program's.
func global(uid string) []byte {
	head, err := hex.DecodeString("040000008200E00074C5B7101A82E008" + "00000000" + "00D0D8E7B05ADB01" + strings.Repeat("00", 8))
	if err != nil {
		panic(err)
	}
	tail := []byte("0123456789ABCDEF")
	if uid != "" {
		tail = append([]byte("vCal-Uid\x01\x00\x00\x00"), append([]byte(uid), 0)...)
	}
	return append(binary.LittleEndian.AppendUint32(head, uint32(len(tail))), tail...)
}

// packed compresses an RTF as Outlook does, but without ever finding a repetition, unless one is given: the place and the
// length of a run to copy from what is there already.
func packed(rtf string, runs ...[2]int) []byte {
	var body []byte
	at := len(dictionary)
	items := len(rtf) + len(runs) + 1
	for i := 0; i < items; i += 8 {
		control, chunk := byte(0), []byte(nil)
		for bit := 0; bit < 8 && i+bit < items; bit++ {
			switch n := i + bit; {
			case n < len(rtf):
				chunk = append(chunk, rtf[n])
				at = (at + 1) % window
			default:
				from, length := at, 2 // the end
				if n < len(rtf)+len(runs) {
					from, length = runs[n-len(rtf)][0], runs[n-len(rtf)][1]
					at = (at + length) % window
				}
				control |= 1 << bit
				chunk = append(chunk, byte(from>>4), byte(from<<4)|byte(length-2))
			}
		}
		body = append(append(body, control), chunk...)
	}
	head := binary.LittleEndian.AppendUint32(nil, uint32(len(body)+12))
	head = binary.LittleEndian.AppendUint32(head, uint32(len(rtf)))
	head = binary.LittleEndian.AppendUint32(head, compressed)
	return append(binary.LittleEndian.AppendUint32(head, 0), body...)
}
