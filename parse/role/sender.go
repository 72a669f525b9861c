package role

import "strings"

// robots are local parts of addresses behind which nobody sits.
var robots = []string{"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "notification", "mailer", "system", "postmaster", "newsletter", "updates", "alerts"}

func robot(email string) bool {
	local, _, _ := strings.Cut(strings.ToLower(email), "@")
	for _, r := range robots {
		if strings.Contains(local, r) {
			return true
		}
	}
	return false
}
