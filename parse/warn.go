package parse

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"roundtwo/interview"
	"roundtwo/parse/lookalike"
)

// freeMail are domains where anybody can have an address.
var freeMail = wordSet(`gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com
	gmx.com gmx.net gmx.de web.de t-online.de mail.com proton.me protonmail.com tutanota.com yandex.com mail.ru zoho.com freemail.example
	orange.fr free.fr laposte.net libero.it virgilio.it uol.com.br bol.com.br ziggo.nl`)

// calm is the sign of a sentence that warns of swindlers itself, as those of honest firms do.
const calm = "calm"

// warn tells reasons to be careful; it never changes what the message is taken for.
func (r *reader) warn() {
	var found []hit
	d := r.doc
	for i := range d.units {
		u := &d.units[i]
		var here []hit
		for w := u.words.From; w < u.words.To; w++ {
			here = phrases().warnings.find(d.words, w, u.words.To, here)
		}
		if !slices.ContainsFunc(here, func(h hit) bool { return h.sign == calm }) {
			found = append(found, here...)
		}
	}
	told := map[string]bool{}
	for _, h := range found {
		if !told[h.sign] {
			told[h.sign] = true
			r.caution(h.sign + ": " + d.said(h))
		}
	}
	r.warnOfSender()
	r.warnOfLinks()
}

func (r *reader) caution(text string) { r.Warnings = append(r.Warnings, text) }

func (r *reader) warnOfSender() {
	domain := domainOf(r.Sender.Email)
	if freeMail[domain] {
		r.caution("the sender writes from a free mail address: " + r.Sender.Email)
	}
	if shown, disguised := disguise(domain); disguised {
		r.caution("the sender's domain is written in letters that look like others: " + shown)
	}
	r.warnOfLookalikes(domain)
	if r.Forwarded {
		return // the headers are those of her own mail
	}
	for _, a := range r.msg.ReplyTo {
		if to := domainOf(a.Email); to != domain && freeMail[to] {
			r.caution("answers would go to a free mail address: " + a.Email)
		}
	}
	if strings.Contains(strings.ToLower(r.msg.Header("Authentication-Results")), "dmarc=fail") {
		r.caution("the mail server could not confirm the sender (DMARC)")
	}
	for _, e := range r.events {
		if o := e.Organizer.Email; o != "" && domainOf(o) != domain && freeMail[domainOf(o)] {
			r.caution("the organizer of the calendar part is somebody else: " + o)
		} else if o != "" && !strings.EqualFold(o, r.Sender.Email) {
			r.Evidence = append(r.Evidence, Evidence{Field: "organizer", Text: o}) // vendors do so every day: no warning
		}
	}
}

// warnOfLookalikes compares the sender's domain, and that of the link, with those that the message itself shows, and with
// well-known ones.
func (r *reader) warnOfLookalikes(domain string) {
	shown := r.shownSites(domain)
	like, is := lookalike.Like(domain, shown)
	if !is {
		like, is = lookalike.Appended(domain, shown)
	}
	if is {
		r.caution("the sender's domain " + domain + " only looks like " + like)
		return
	}
	if host := hostOf(r.Link); host != "" {
		if like, is := lookalike.Like(host, append(shown, domain)); is {
			r.caution("the link leads to " + host + ", which only looks like " + like)
		}
	}
}

// shownSites are the domains that the message names beside the sender's: in its text, in addresses and in links.
func (r *reader) shownSites(sender string) (out []string) {
	add := func(host string) {
		if site := lookalike.Site(host); site != "" && site != lookalike.Site(sender) && !freeMail[site] && len(out) < 50 {
			out = append(out, site)
		}
	}
	for _, p := range r.Interviewers {
		add(domainOf(p.Email))
	}
	for _, l := range r.msg.Links {
		add(hostOf(l.URL))
	}
	for _, word := range strings.FieldsFunc(r.doc.Source, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune("<>()[],;|\"", c) }) {
		if strings.Contains(word, ".") {
			word = strings.TrimRight(word[strings.LastIndexByte(word, '@')+1:], ".:!?")
			add(hostOf(word))
		}
	}
	return out
}

// disguise reports a domain of the Latin world with Cyrillic or Greek letters in it, which only look like what they say
// (UTS 39), and how a browser would show it. Accents are no disguise: müller.example is a name.
func disguise(domain string) (shown string, disguised bool) {
	if !strings.Contains(domain, "xn--") {
		return "", false
	}
	shown, err := idna.ToUnicode(domain)
	if err != nil {
		return domain, true
	}
	return shown, strings.ContainsFunc(shown, func(c rune) bool { return unicode.In(c, unicode.Cyrillic, unicode.Greek) }) && latinEnd(shown)
}

// latinEnd reports a top-level domain in Latin letters: under .рф a Cyrillic name is at home.
func latinEnd(domain string) bool {
	end := domain[strings.LastIndexByte(domain, '.')+1:]
	return end != "" && !strings.ContainsFunc(end, func(c rune) bool { return c > 0x7f })
}

// warnOfLinks tells links that show another host than they lead to.
func (r *reader) warnOfLinks() {
	for _, l := range r.msg.Links {
		shown, real := hostOf(strings.TrimSpace(l.Text)), hostOf(l.URL)
		if shown == "" || real == "" || sameSite(shown, real) || tracked(real) {
			continue
		}
		if r.Link != "" && hostOf(r.Link) == real || r.Kind != interview.Other && r.Link == "" {
			r.caution("a link shows " + shown + " and leads to " + real)
			return
		}
	}
}

func domainOf(email string) string {
	return strings.ToLower(email[strings.LastIndexByte(email, '@')+1:])
}

// hostOf gives the host of an address as written, "" for other text.
func hostOf(s string) string {
	_, rest, ok := strings.Cut(s, "://")
	if !ok {
		if rest = s; strings.ContainsAny(s, " @") || !strings.Contains(s, ".") {
			return ""
		}
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.ToLower(strings.TrimPrefix(rest, "www."))
}

// sameSite reports whether one host is the other or lies below it, or both share their last two labels.
func sameSite(a, b string) bool { return lastLabels(a) == lastLabels(b) }

func lastLabels(host string) string {
	labels := strings.Split(host, ".")
	return strings.Join(labels[max(0, len(labels)-2):], ".")
}

// tracked reports whether a host counts clicks for senders: what is shown is then where the reader ends.
func tracked(host string) bool {
	for _, word := range []string{"click", "track", "link", "email", "mail", "safelinks", "urldefense", "mandrill", "sendgrid"} {
		if strings.Contains(host, word) {
			return true
		}
	}
	return false
}
