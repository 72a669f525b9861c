package message

import (
	"strings"
	"unicode/utf8"
)

// maxDevice is the longest line of a device, in runes.
const maxDevice = 80

// dropDeviceLines takes out "Sent from my iPhone". A sentence that begins so is kept: it goes on after a comma, or for
// more than a few words.
func dropDeviceLines(lines []textLine) []textLine {
	out := make([]textLine, 0, len(lines))
	for _, l := range lines {
		if !isDevice(l.text) {
			out = append(out, l)
		}
	}
	return out
}

func isDevice(text string) bool {
	text = strings.Trim(text, "*_[]()-—–•.|\"“” \t")
	if text == "" || len(text) > 4*maxDevice || !deviceStarts.may(text) {
		return false
	}
	folded := fold(text)
	if i := strings.IndexAny(folded, "<("); i > 0 {
		folded = strings.TrimSpace(folded[:i])
	}
	if utf8.RuneCountInString(folded) > maxDevice {
		return false
	}
	for _, d := range deviceStarts.phrases(folded) {
		if rest, ok := cutDevice(folded, d); ok && isDeviceName(rest) && namesDevice(folded) {
			return true
		}
	}
	return false
}

var deviceStarts = byStart(devices)

// isDeviceName reports whether the rest of a line can be the name of a device: a few words, no sentence.
func isDeviceName(rest string) bool {
	rest = strings.Trim(rest, ". ")
	return strings.Count(rest, " ") < 6 && !strings.ContainsAny(rest, ",;?!") && !strings.Contains(rest, ". ")
}

// cutDevice takes the phrase off the start of a line; of languages that put it last, off its end.
func cutDevice(line, phrase string) (string, bool) {
	if rest, ok := strings.CutPrefix(line, phrase); ok {
		return rest, true
	}
	if !isPlain(phrase) {
		if rest, ok := strings.CutSuffix(line, phrase); ok && len(rest) < 60 {
			return rest, true
		}
	}
	return "", false
}

// deviceWords are the devices and programs that name themselves in such a line.
var deviceWords = []string{
	"iphone", "ipad", "ipod", "android", "samsung", "galaxy", "blackberry", "outlook", "phone", "mobile", "mobil", "mail", "handy",
	"telefon", "telephone", "tablet", "windows", "yahoo", "gmail", "huawei", "xiaomi", "redmi", "nokia", "sony", "xperia", "htc",
	"lg", "pixel", "oneplus", "oppo", "vivo", "motorola", "device", "palm", "treo", "lumia", "proton", "fastmail", "spark", "aol",
	"thunderbird", "nine", "bluemail", "blue", "airmail", "workspace", "smartphone", "zimbra", "nexus", "verizon", "at&t", "hotmail", "gmx",
	"web.de", "libero", "orange", "celular", "movil", "gerat", "lenovo", "watch", "mac", "computer", "t-mobile", "sprint", "superhuman",
	"телефон", "айфон", "手机", "手機", "電話", "스마트폰", "เครื่อง", "κινητο", "puhelim", "mobiltelefon", "toestel", "apparaat", "enhet", "dispositivo", "boxer", "polymail", "missive", "hubspot", "front", "hey", "notion", "shortwave", "edison", "canary", "tutanota", "tuta", "icloud", "mailbird", "postbox", "em client", "emclient", "roundcube", "horde", "mutt",
}

func namesDevice(line string) bool {
	for _, w := range deviceWords {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}
