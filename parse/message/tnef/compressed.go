package tnef

import "encoding/binary"

// Kinds of a compressed RTF ([MS-OXRTFCP] 2.1.3.1.1).
const (
	compressed   = 0x75465a4c // "LZFu"
	uncompressed = 0x414c454d // "MELA"
)

// dictionary is what the window holds before the first byte ([MS-OXRTFCP] 2.1.2.1).
const dictionary = `{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial` +
	`Times New RomanCourier{\colortbl\red0\green0\blue0` + "\r\n" + `\par \pard\plain\f0\fs20\b\i\u\tab\tx`

// window is how far a reference reaches back.
const window = 4096

// decompress undoes the compression of an RTF body, as far as it goes and up to maxText.
func decompress(data []byte) []byte {
	const header = 16
	if len(data) < header {
		return nil
	}
	kind, body := binary.LittleEndian.Uint32(data[8:]), data[header:]
	switch kind {
	case uncompressed:
		return body[:min(len(body), maxText)]
	case compressed:
		return inflate(body)
	}
	return nil
}

func inflate(in []byte) []byte {
	var ring [window]byte
	at := copy(ring[:], dictionary)
	var out []byte
	put := func(b byte) {
		out = append(out, b)
		ring[at] = b
		at = (at + 1) % window
	}
	for len(in) > 0 && len(out) < maxText {
		control := in[0]
		in = in[1:]
		for bit := 0; bit < 8 && len(in) > 0; bit++ {
			if control>>bit&1 == 0 {
				put(in[0])
				in = in[1:]
				continue
			}
			if len(in) < 2 {
				return out
			}
			from, length := int(in[0])<<4|int(in[1])>>4, int(in[1]&0x0f)+2
			in = in[2:]
			if from == at { // a reference to the place of writing is the end
				return out
			}
			for i := range length {
				put(ring[(from+i)%window])
			}
		}
	}
	return out
}
