package message

import "strings"

// bareBanners are the words of banners that stand alone in a line.
var bareBanners = bannersByWords(banners)

var bannerStarts = byStart(bannerWords(banners))

func bannerWords(list []banner) (out []string) {
	for _, b := range list {
		out = append(out, b.words)
	}
	return out
}

func bannersByWords(list []banner) map[string]bannerKind {
	out := make(map[string]bannerKind, len(list))
	for _, b := range list {
		out[b.words] = b.kind
	}
	return out
}

// maxBanner is the longest banner, in bytes.
const maxBanner = 200

// readBanner says what a line announces.
func readBanner(text string) bannerKind {
	if text == "" || len(text) > maxBanner {
		return noBanner
	}
	bare := strings.Trim(text, "-—–_=*~#<>[]| \t")
	if bare == "" {
		if len(text) >= 5 && strings.Trim(text, "-—–_= ") == "" {
			return ruler
		}
		return noBanner
	}
	dashed := isFramed(text)
	ends := strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "：")
	if !dashed && !ends && strings.Count(bare, " ") > 5 {
		return noBanner
	}
	if !dashed && !ends && !bannerStarts.may(bare) {
		return noBanner
	}
	words := fold(strings.TrimRight(bare, ":： "))
	if kind := bareBanners[words]; kind != noBanner {
		return kind
	}
	if !dashed && !ends {
		return noBanner
	}
	for _, b := range banners {
		if strings.Contains(words, b.words) && len(words) < len(b.words)+40 {
			return b.kind
		}
	}
	if dashed && strings.Count(bare, " ") < 8 && !strings.ContainsAny(bare, ".?!") {
		return framed
	}
	return noBanner
}

// isFramed reports whether words stand between dashes or the like.
func isFramed(text string) bool {
	text = strings.Trim(text, "* \t")
	for _, mark := range [...]string{"---", "—", "___", "===", "~~~", "###", "***"} {
		if strings.HasPrefix(text, mark) && strings.HasSuffix(text, mark) {
			return true
		}
	}
	return strings.HasPrefix(text, "--") && strings.HasSuffix(text, "--") && len(text) > 6
}

// bannerAbove looks for what announces the message that begins at line i, and where the announcement begins.
func bannerAbove(lines []textLine, i int) (kind bannerKind, start int) {
	start = i
	for above := 0; above < 3; above++ {
		p := previousFilled(lines, start)
		if p < 0 || start-p > 3 || lines[p].depth > lines[i].depth {
			break
		}
		k := readBanner(lines[p].text)
		if k == noBanner {
			break
		}
		start, kind = p, max(kind, k)
		if k > ruler {
			break
		}
	}
	return kind, start
}

// subjectKind is what the prefix of a subject says.
type subjectKind uint8

const (
	plainSubject subjectKind = iota
	replySubject
	forwardSubject
)

// readSubject gives what the first prefix says, and the subject without its prefixes.
func readSubject(subject string) (kind subjectKind, bare string) {
	bare = strings.TrimSpace(subject)
	for range 8 {
		k, rest, ok := cutPrefix(bare)
		if !ok {
			break
		}
		if kind == plainSubject {
			kind = k
		}
		bare = rest
	}
	return kind, bare
}

// cutPrefix takes one "Fwd:" or "[Fwd: …]" off a subject. Tags of lists before it are passed over.
func cutPrefix(subject string) (kind subjectKind, rest string, ok bool) {
	if inner, bracket := strings.CutPrefix(subject, "["); bracket && strings.HasSuffix(inner, "]") {
		if kind, rest, ok = cutPrefix(inner); ok {
			return kind, strings.TrimSuffix(rest, "]"), true
		}
	}
	at, width := colon(subject)
	if at <= 0 || at > 40 {
		return 0, subject, false
	}
	word := fold(strings.Trim(subject[:at], " *[]"))
	word = strings.TrimRight(word, "0123456789[]()^")
	forwards, known := prefixes[word]
	if !known {
		return 0, subject, false
	}
	kind = replySubject
	if forwards {
		kind = forwardSubject
	}
	return kind, strings.TrimSpace(subject[at+width:]), true
}
