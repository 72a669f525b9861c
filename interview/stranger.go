package interview

import (
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Stranger reports a notice that would call an interview off or move it, from somebody who has had nothing to do with it:
// no address, no domain, no thread in common, and no domain that is the company's name. Who knows that she has an interview
// can write such a mail; what is in her calendar is worth a question. A forward is her own word, and is never a stranger's.
func Stranger(n Notice, iv Interview) bool {
	if n.Sender.Email == "" || iv.Sender.Email == "" || sameThread(n, iv) {
		return false
	}
	return !knownDomain(n.Sender.Email, iv) && !companysOwn(n.Sender.Email, iv.Company)
}

// Takes reports an event that takes away or moves what is in the calendar.
func (k EventKind) Takes() bool { return k == CalledOff || k == Moved || k == MoveAwaited }

func knownDomain(email string, iv Interview) bool {
	site := siteOf(email)
	return slices.ContainsFunc(append(slices.Clone(iv.Interviewers), iv.Sender), func(p Person) bool {
		if p.Email == "" {
			return false
		}
		if publicMail[siteOf(p.Email)] {
			return strings.EqualFold(p.Email, email) // everybody is at home there
		}
		return siteOf(p.Email) == site
	})
}

// companysOwn reports a domain whose own label is the name of the company: acme.com for Acme, and not acme-careers.com.
func companysOwn(email, company string) bool {
	label, _, _ := strings.Cut(siteOf(email), ".")
	name := strings.ReplaceAll(FoldCompany(company), " ", "")
	return name != "" && strings.ReplaceAll(label, "-", "") == name
}

// siteOf is the registered domain of an address: northwind.example for hr@mail.northwind.example.
func siteOf(email string) string {
	_, host, _ := strings.Cut(strings.ToLower(email), "@")
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return site
}

// publicMail are domains where anybody can have an address.
var publicMail = map[string]bool{
	"gmail.com": true, "googlemail.com": true, "outlook.com": true, "hotmail.com": true, "live.com": true, "yahoo.com": true, "icloud.com": true,
	"me.com": true, "aol.com": true, "gmx.de": true, "gmx.net": true, "web.de": true, "proton.me": true, "protonmail.com": true, "mail.com": true,
	"mail.ru": true, "yandex.com": true, "zoho.com": true, "orange.fr": true, "free.fr": true, "laposte.net": true, "libero.it": true, "t-online.de": true,
}
