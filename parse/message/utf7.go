package message

import (
	"encoding/base64"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/transform"
)

// decodeUTF7 decodes RFC 2152: ASCII, and UTF-16 in base64 between + and -.
func decodeUTF7(b []byte) string {
	var out strings.Builder
	for i := 0; i < len(b); {
		if b[i] != '+' {
			if b[i] < 0x80 {
				out.WriteByte(b[i])
			} else {
				out.WriteString("\ufffd")
			}
			i++
			continue
		}
		j := i + 1
		for j < len(b) && isBase64(b[j]) {
			j++
		}
		if j == i+1 {
			out.WriteByte('+')
		} else {
			out.WriteString(utf16Base64(b[i+1 : j]))
		}
		if j < len(b) && b[j] == '-' {
			j++
		}
		i = j
	}
	return out.String()
}

func isBase64(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/'
}

func utf16Base64(text []byte) string {
	raw := make([]byte, base64.RawStdEncoding.DecodedLen(len(text)))
	count, _ := base64.RawStdEncoding.Decode(raw, text)
	units := make([]uint16, 0, count/2)
	for i := 0; i+1 < count; i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}

// shiftedKorean is ISO-2022-KR (RFC 1557): EUC-KR with the high bits off, between SO and SI.
type shiftedKorean struct{ encoding.Encoding }

func (shiftedKorean) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: transform.Chain(&shiftOut{}, korean.EUCKR.NewDecoder())}
}

// shiftOut sets the high bit of bytes between SO and SI and drops the designation ESC $ ) C.
type shiftOut struct{ on bool }

func (s *shiftOut) Reset() { s.on = false }

func (s *shiftOut) Transform(dst, src []byte, _ bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if nDst == len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		c := src[nSrc]
		nSrc++
		switch {
		case c == 0x0e:
			s.on = true
		case c == 0x0f:
			s.on = false
		case c == 0x1b:
			nSrc = min(nSrc+3, len(src))
		case s.on && c > ' ' && c < 0x7f:
			dst[nDst] = c | 0x80
			nDst++
		default:
			dst[nDst] = c
			nDst++
		}
	}
	return nDst, nSrc, nil
}
