package message

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decodeCharset turns bytes of a named charset into valid UTF-8. Nothing is dropped: what the charset does not have
// becomes U+FFFD.
func decodeCharset(b []byte, name string, n *notes) string {
	name = strings.ToLower(strings.Trim(name, " \t\"'"))
	if isASCII(b) && !shifts(name) && !bytes.ContainsRune(b, 0x1b) {
		return string(b)
	}
	switch {
	case name == "" || plainNames[name]:
		return guessCharset(b, n)
	case name == "utf-7" || name == "unicode-1-1-utf-7":
		return decodeUTF7(b)
	}
	enc := encodingOf(name, b)
	if enc == nil {
		n.add(repairCharset)
		return guessCharset(b, n)
	}
	if liesAboutUTF8(name, b) {
		n.add(repairCharset)
		return string(b)
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		n.add(repairCharset)
		return string(out) + guessCharset(b[min(len(out), len(b)):], n)
	}
	if bytes.ContainsRune(out, utf8.RuneError) {
		n.add(repairCharset)
	}
	return strings.ToValidUTF8(string(out), "\ufffd")
}

// plainNames are charsets whose bytes are read by what they look like, since so many programs write them falsely.
var plainNames = map[string]bool{
	"utf-8": true, "utf8": true, "us-ascii": true, "ascii": true, "ansi_x3.4-1968": true, "unknown-8bit": true,
	"x-unknown": true, "default": true, "8bit": true, "7bit": true, "binary": true,
}

// oddCharsets are names that the WHATWG list lacks or reads otherwise.
var oddCharsets = map[string]encoding.Encoding{
	"gb2312":       simplifiedchinese.GB18030,
	"gbk":          simplifiedchinese.GB18030,
	"cp936":        simplifiedchinese.GB18030,
	"hz-gb-2312":   simplifiedchinese.HZGB2312,
	"hz":           simplifiedchinese.HZGB2312,
	"cp949":        korean.EUCKR,
	"ks_c_5601":    korean.EUCKR,
	"cp1252":       charmap.Windows1252,
	"ansi":         charmap.Windows1252,
	"cp850":        charmap.CodePage850,
	"ibm850":       charmap.CodePage850,
	"cp437":        charmap.CodePage437,
	"ibm437":       charmap.CodePage437,
	"utf-32":       utf32.UTF32(utf32.BigEndian, utf32.UseBOM),
	"utf-32le":     utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM),
	"utf-32be":     utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
	"utf-16le":     unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf-16be":     unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	"iso-8859-8-i": charmap.ISO8859_8,
}

func encodingOf(name string, b []byte) encoding.Encoding {
	switch {
	case name == "utf-16" || name == "ucs-2" || name == "unicode":
		return utf16Of(b)
	case name == "iso-2022-kr":
		return shiftedKorean{}
	}
	if enc := oddCharsets[name]; enc != nil {
		return enc
	}
	if enc, _ := charset.Lookup(name); enc != nil && enc != encoding.Replacement {
		return enc
	}
	if rest, ok := strings.CutPrefix(name, "cp"); ok {
		if enc, _ := charset.Lookup("windows-" + rest); enc != nil && enc != encoding.Replacement {
			return enc
		}
	}
	return nil
}

// shifts reports whether a charset writes other letters in ASCII bytes.
func shifts(name string) bool {
	return strings.HasPrefix(name, "utf-7") || strings.HasPrefix(name, "iso-2022") || strings.HasPrefix(name, "hz") ||
		strings.HasPrefix(name, "utf-16") || strings.HasPrefix(name, "utf-32") || name == "unicode-1-1-utf-7"
}

// utf16Of looks where the zero bytes are: UTF-16 without a byte order mark is big endian by the standard and little
// endian by practice. ASCII that only claims to be UTF-16 has none.
func utf16Of(b []byte) encoding.Encoding {
	var even, odd int
	for i := 0; i < len(b) && i < 512; i++ {
		if b[i] == 0 && i%2 == 0 {
			even++
		} else if b[i] == 0 {
			odd++
		}
	}
	bom := len(b) > 1 && (b[0] == 0xfe && b[1] == 0xff || b[0] == 0xff && b[1] == 0xfe)
	switch {
	case !bom && even+odd == 0 && utf8.Valid(b):
		return unicode.UTF8
	case odd > even:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
}

// liesAboutUTF8 reports whether a single-byte charset is claimed for what is plainly UTF-8.
func liesAboutUTF8(name string, b []byte) bool {
	single := strings.HasPrefix(name, "iso-8859") || strings.HasPrefix(name, "windows-125") || strings.HasPrefix(name, "latin")
	return single && utf8.Valid(b) && !isASCII(b)
}

// guessCharset reads bytes of an unknown charset: UTF-8 where it is valid, ISO-2022-JP where its escapes stand, else
// the bytes that are no UTF-8 as Windows-1252, unless UTF-8 letters stand beside them.
func guessCharset(b []byte, n *notes) string {
	if utf8.Valid(b) && !bytes.Contains(b, []byte("\x1b$")) {
		return string(b)
	}
	n.add(repairCharset)
	if bytes.Contains(b, []byte("\x1b$")) {
		if enc, _ := charset.Lookup("iso-2022-jp"); enc != nil {
			if out, err := enc.NewDecoder().Bytes(b); err == nil {
				return strings.ToValidUTF8(string(out), "\ufffd")
			}
		}
	}
	if hasMultibyte(b) {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return string(out)
}

// hasMultibyte reports whether a letter beyond ASCII is written in UTF-8 anywhere.
func hasMultibyte(b []byte) bool {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError {
			return true
		}
		i += size
	}
	return false
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
