package mailbox

import "strings"

// overloads are words of servers that refuse because of load, though they give no response code for it.
var overloads = []string{
	"too many",           // Gmail, Dovecot: simultaneous connections
	"throttl",            // Exchange Online, Yahoo
	"rate limit",         // several
	"try again later",    // several
	"server unavailable", // Exchange Online
	"server is busy",     // Coremail (163.com)
	"bandwidth limits",   // Gmail: account exceeded command or bandwidth limits
	"temporar",           // Dovecot: temporary authentication failure
	"internal error",     // Dovecot
}

func overloaded(text string) bool {
	text = strings.ToLower(text)
	for _, words := range overloads {
		if strings.Contains(text, words) {
			return true
		}
	}
	return false
}

// originalID is where Outlook.com and Microsoft 365 keep the Message-ID that they replace on submission.
const originalID = "X-Microsoft-Original-Message-Id"
