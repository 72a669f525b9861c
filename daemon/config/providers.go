package config

// provider is what a mail service needs, so that its users write only its name. Hosts as the services publish them.
type provider struct {
	imap, smtp Server
	savesSent  string // submitted mail is put into Sent by the service
	domains    []string
}

var providers = map[string]provider{
	"gmail":      {Server{Host: "imap.gmail.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.gmail.com", Port: 465, TLS: "tls"}, "yes", []string{"gmail.com", "googlemail.com"}},
	"fastmail":   {Server{Host: "imap.fastmail.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.fastmail.com", Port: 465, TLS: "tls"}, "no", []string{"fastmail.com", "fastmail.fm"}},
	"outlook":    {Server{Host: "outlook.office365.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.office365.com", Port: 587, TLS: "starttls"}, "yes", []string{"outlook.com", "hotmail.com", "live.com", "msn.com"}},
	"icloud":     {Server{Host: "imap.mail.me.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.mail.me.com", Port: 587, TLS: "starttls"}, "no", []string{"icloud.com", "me.com", "mac.com"}},
	"yahoo":      {Server{Host: "imap.mail.yahoo.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.mail.yahoo.com", Port: 465, TLS: "tls"}, "yes", []string{"yahoo.com", "yahoo.co.uk", "ymail.com"}},
	"gmx":        {Server{Host: "imap.gmx.net", Port: 993, TLS: "tls"}, Server{Host: "mail.gmx.net", Port: 587, TLS: "starttls"}, "no", []string{"gmx.net", "gmx.de", "gmx.com"}},
	"mailbox":    {Server{Host: "imap.mailbox.org", Port: 993, TLS: "tls"}, Server{Host: "smtp.mailbox.org", Port: 465, TLS: "tls"}, "no", []string{"mailbox.org"}},
	"posteo":     {Server{Host: "posteo.de", Port: 993, TLS: "tls"}, Server{Host: "posteo.de", Port: 465, TLS: "tls"}, "no", []string{"posteo.de", "posteo.net"}},
	"zoho":       {Server{Host: "imap.zoho.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.zoho.com", Port: 465, TLS: "tls"}, "yes", []string{"zoho.com", "zohomail.com"}},
	"migadu":     {Server{Host: "imap.migadu.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.migadu.com", Port: 465, TLS: "tls"}, "no", nil},
	"purelymail": {Server{Host: "imap.purelymail.com", Port: 993, TLS: "tls"}, Server{Host: "smtp.purelymail.com", Port: 465, TLS: "tls"}, "no", []string{"purelymail.com"}},
}

// ProviderOf names the service that an address belongs to, "" where it is not known.
func ProviderOf(domain string) string {
	for name, p := range providers {
		for _, d := range p.domains {
			if d == domain {
				return name
			}
		}
	}
	return ""
}
