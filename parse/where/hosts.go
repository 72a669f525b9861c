package where

import (
	"net/url"
	"strings"
)

// service is one meeting provider.
type service struct {
	host  string   // the host, or what a host ends with behind a dot
	paths []string // what the path starts with; "" for any
}

// services are the providers whose links are joined by a click. A host fits where it equals the entry or ends in a dot
// and the entry: by label boundary, so that zoom.us.evil.example and notzoom.us do not.
var services = []service{
	{"zoom.us", []string{"/j/", "/my/", "/s/", "/w/", "/wc/", "/meeting/"}},
	{"zoomgov.com", []string{"/j/", "/my/", "/s/", "/w/", "/wc/"}},
	{"zoom.com", []string{"/j/", "/my/", "/s/", "/w/", "/wc/"}},
	{"meet.google.com", []string{"/"}},
	{"g.co", []string{"/meet/"}},
	{"hangouts.google.com", []string{"/"}},
	{"teams.microsoft.com", []string{"/l/meetup-join/", "/meet/", "/l/meeting/", "/_#/l/meetup-join/", "/dl/launcher/"}},
	{"teams.microsoft.us", []string{"/l/meetup-join/", "/meet/"}},
	{"teams.live.com", []string{"/meet/", "/l/"}},
	{"teams.cloud.microsoft", []string{"/meet/", "/l/meetup-join/"}},
	{"webex.com", []string{"/meet/", "/join/", "/wbxmjs/", "/webappng/", "/weblink/", "/m/"}},
	{"whereby.com", []string{"/"}},
	{"bluejeans.com", []string{"/"}},
	{"gotomeeting.com", []string{"/join/", "/"}},
	{"meet.goto.com", []string{"/"}},
	{"gotomeet.me", []string{"/"}},
	{"chime.aws", []string{"/"}},
	{"meet.jit.si", []string{"/"}},
	{"8x8.vc", []string{"/"}},
	{"meet.ffmuc.net", []string{"/"}},
	{"around.co", []string{"/r/", "/meet/"}},
	{"join.skype.com", []string{"/"}},
	{"facetime.apple.com", []string{"/join"}},
	{"ringcentral.com", []string{"/j/", "/join/"}},
	{"dialpad.com", []string{"/meet/"}},
	{"meetings.dialpad.com", []string{"/"}},
	{"meet.zoho.com", []string{"/"}},
	{"meeting.zoho.com", []string{"/meeting/", "/join"}},
	{"meeting.zoho.eu", []string{"/meeting/", "/join"}},
	{"meeting.zoho.in", []string{"/meeting/", "/join"}},
	{"gather.town", []string{"/app/", "/i/"}},
	{"lifesizecloud.com", []string{"/"}},
	{"call.lifesizecloud.com", []string{"/"}},
	{"pexip.me", []string{"/"}},
	{"bbcollab.com", []string{"/"}},
	{"starleaf.com", []string{"/"}},
	{"meet.tandem.chat", []string{"/"}},
	{"meeting.tencent.com", []string{"/dm/", "/s/", "/p/"}},
	{"voovmeeting.com", []string{"/dm/", "/s/"}},
	{"vc.feishu.cn", []string{"/j/"}},
	{"vc.larksuite.com", []string{"/j/"}},
	{"telemost.yandex.ru", []string{"/j/"}},
	{"meet.proton.me", []string{"/"}},
	{"senfcall.de", []string{"/"}},
	{"visio.numerique.gouv.fr", []string{"/"}},
	{"webconf.numerique.gouv.fr", []string{"/"}},
	{"app.hirevue.com", []string{"/live/", "/interviews/"}},
	{"hirevue-app.com", []string{"/live/"}},
	{"vidcruiter.com", []string{"/live/", "/room/"}},
	{"sparkhire.com", []string{"/live/", "/interview/"}},
	{"meet.ringover.io", []string{"/"}},
	{"attendanywhere.com", []string{"/"}},
	{"video.nhs.uk", []string{"/"}},
	{"join.freeconferencecall.com", []string{"/"}},
	{"uberconference.com", []string{"/"}},
}

// notThere are path parts of these hosts that are no meeting: help, downloads, numbers to dial.
var notThere = []string{"/u/", "/download", "/signup", "/signin", "/support", "/hc/", "/pricing", "/usp/", "/about", "/tel/",
	"/calendar", "/rec/", "/meetingoptions", "/dialin", "/static", "/test", "/privacy", "/terms", "/invite"}

// joinURL reports whether raw is the link of a meeting. warning says that its host only looks like a provider's.
func joinURL(raw string) (ok bool, warning string) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return false, ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	for _, s := range services {
		if !under(host, s.host) {
			continue
		}
		if u.User != nil {
			return false, "the link " + raw + " hides where it leads"
		}
		return s.has(u), ""
	}
	return false, lookalike(u, host)
}

// under reports whether host is base or one of its subdomains.
func under(host, base string) bool {
	return host == base || strings.HasSuffix(host, base) && host[len(host)-len(base)-1] == '.'
}

// has reports whether the path of u is one of a meeting at s.
func (s service) has(u *url.URL) bool {
	path := strings.ToLower(u.EscapedPath())
	if u.Fragment != "" && strings.HasPrefix(u.Fragment, "/") {
		path += "#" + strings.ToLower(u.Fragment)
	}
	if len(path) < 2 {
		return u.RawQuery != "" && strings.Contains(u.RawQuery, "MTID")
	}
	for _, no := range notThere {
		if strings.HasPrefix(path, no) {
			return false
		}
	}
	for _, p := range s.paths {
		if strings.HasPrefix(path, p) || strings.Contains(path, p) && p != "/" {
			return true
		}
	}
	return strings.Contains(strings.ToLower(u.RawQuery), "mtid=")
}

// lookalike says what is wrong with a host that carries a provider's name in front of somebody else's domain, or a
// mail address in front of it.
func lookalike(u *url.URL, host string) string {
	name := host
	if u.User != nil {
		name = u.User.String() + "@" + host
	}
	for _, s := range services {
		if strings.Contains(name, s.host+".") || strings.Contains(name, s.host+"-") || strings.Contains(name, "-"+s.host) ||
			strings.HasSuffix(name, s.host) || u.User != nil && strings.Contains(name, s.host) {
			return "the link goes to " + host + ", which only looks like " + s.host
		}
	}
	return ""
}
