package where

import (
	"roundtwo/interview"
	"roundtwo/parse/token"
)

// sign of a format: how it is held, and how much the words weigh.
type hint struct {
	format interview.Format
	weight int
}

// hints are the words that say how the interview is held.
var hints = token.MakePhrases(hintTable(map[hint][]string{
	{interview.Video, 5}: {
		"video call", "video interview", "video conference", "videoconference", "video conferencing", "by video", "via video",
		"over video", "web conference", "video chat", "videocall", "video meeting", "video link", "video room",
		"virtual interview", "virtual meeting", "virtual onsite", "virtual on-site", "virtually", "onsite, virtual",
		"virtual panel", "join zoom", "zoom call", "zoom room", "zoom link", "zoom meeting",
		"on zoom", "via zoom", "over zoom", "by zoom", "on teams", "via teams", "over teams", "on ms teams", "through ms teams",
		"via ms teams", "on microsoft teams", "via microsoft teams", "through microsoft teams", "microsoft teams", "teams call",
		"teams link", "teams meeting", "on discord", "via discord", "over discord", "on slack", "on facetime", "via facetime", "on whereby", "on webex", "via webex", "video screen",
		"camera on", "videoanruf", "per teams", "uber teams", "uber zoom", "per zoom", "via whatsapp video", "por zoom", "por teams", "por meet",
		"pelo zoom", "pelo teams", "pelo meet", "pelo google meet", "sur teams", "sur zoom", "en visioconference", "par visio", "su teams", "su zoom",
		"google meet", "on meet", "meet link", "via meet", "webex", "bigbluebutton", "by skype",
		"by teams", "by meet", "meet invite", "teams invite", "zoom invite", "zoom details", "over skype", "on skype", "via skype",
		"skype call", "whereby", "jitsi", "bluejeans", "gotomeeting", "hirevue", "face-to-face on zoom",
		"online interview", "interview online", "held online", "remote interview", "remotely", "on screen", "your camera",
		"cameras", "your video on", "video on", "videointerview", "videokonferenz", "videogesprach", "per video",
		"visioconference", "en visio", "videoconferencia", "videollamada", "videochiamata", "videoconferenza", "videochamada",
		"chamada de video", "videogesprek", "wideorozmowa",
	},
	{interview.Video, 2}: {"video", "online", "virtual", "remote", "zoom", "teams"},
	{interview.Phone, 2}: {"will call you", "intro call", "your cell", "your mobile", "same number"},
	{interview.Phone, 6}: {
		"call the number", "on your cell", "on your mobile", "call your cell", "call your mobile", "call your phone",
		"telephonic", "telephonically", "telephone conversation", "phone conversation", "by phone", "by telephone", "over the phone", "via phone", "on the phone with you", "phone bridge", "phone call this time",
		"telephone one", "telephone interview is", "phone interview is", "will ring you", "i'll ring you", "we'll ring you",
		"will call you on", "will call you at", "i'll call you on", "i'll call you at", "we'll call you on", "we'll call you at",
		"i will call you", "will phone you", "i'll phone you",
		"phone interview #", "phone interview with", "telephone interview with", "confirmed for phone interview",
		"telephone interview on", "phone interview on", "quick phone screen", "recruiter phone screen", "phone screen on",
		"phone screen with", "phone screen", "dial-in number", "telefonisch", "par telephone", "por telefono", "per telefono",
		"al telefono", "por telefone", "phone you", "call you on", "ring you on", "call you at", "phone call with",
		"as a phone call", "is a phone call", "a phone call", "be a telephone", "be a phone", "conference bridge",
	},
	{interview.Onsite, 5}: {
		"in person", "in-person", "on-site", "on site", "onsite", "face to face", "face-to-face", "personal second interview", "personal interview", "personal conversation",
		"at our office", "at our offices", "our office in", "in our office", "in our offices", "to our office", "to our offices",
		"in my office", "campus visit", "visit campus", "on campus", "visit us", "come to our", "come to the", "come in",
		"come by", "come back in", "come round", "come over", "pop in", "pop by", "pop round", "drop in", "drop by", "stop by", "stop in", "swing by",
		"bei uns in", "hos oss i", "chez nous", "bij ons op", "bij ons in", "da noi", "w naszej siedzibie", "i vart kontor", "you'll find us at", "we are at", "we're at", "our address is", "come and see us", "flying you over",
		"flying you out", "fly you", "vor ort", "in unserem haus", "in unserem hause", "in unseren raumen", "in unserem buro", "dans nos bureaux", "en nuestro hotel", "en nuestras oficinas", "en nuestra oficina", "en nuestra sede", "en el estudio", "en nuestras instalaciones", "presso la nostra sede", "nella nostra sede", "nas nossas instalacoes", "no nosso escritorio", "here at the", "sur place", "dans nos locaux", "presencial", "presencialmente",
		"en persona", "di persona", "op locatie", "op kantoor", "na miejscu", "stacjonarnie", "walk-in", "personally present",
		"at our head office", "at our headquarters", "in our company", "our taproom",
	},
	{interview.Onsite, 2}: {
		"at reception", "at the reception", "front desk", "car park", "parking", "security desk", "from the lobby", "lobby",
		"visitor badge", "badge", "travel expenses", "travel costs", "train ticket", "tour of", "tour through", "floor",
		"walk the", "photo id for", "for building", "at the door", "ask for", "cake", "sandwiches", "breakfast",
		"report to reception", "site visit", "dress code", "business formal", "attire", "wear boots", "reading room", "passport",
		"teach a", "newsroom", "staff room", "our place", "parking permit",
	},
}))

func hintTable(byHint map[hint][]string) map[string]hint {
	m := map[string]hint{}
	for h, phrases := range byHint {
		for _, p := range phrases {
			m[p] = h
		}
	}
	return m
}

// overWords make what follows them in the sentence a meeting that is over: "following your phone screen".
var overWords = words("agreed discussed spoke talked following further after thanks thank previous refer reference passed cleared took")

// placeWeight is what an address in the text weighs beside the words.
const placeWeight = 6

// format weighs the words of the text, and whether an address stands in it.
func (r *reader) format(placed bool) (interview.Format, token.Span) {
	weights, spans := map[interview.Format]int{}, map[interview.Format]token.Span{}
	if placed {
		weights[interview.Onsite] = placeWeight
	}
	over := false
	for i := 0; i < r.end; i++ {
		t := &r.toks[i]
		if t.Kind == token.Blank || is(r.toks, i, ".") || is(r.toks, i, ",") || is(r.toks, i, "!") || is(r.toks, i, ";") {
			over = false
		}
		over = over || overWords[t.Lower]
		h, n := hints.At(r.toks, i)
		if n == 0 {
			h, n = r.site(i)
		}
		if n == 0 {
			continue
		}
		if over && h.format != interview.Onsite || r.negated(i) {
			i += n - 1
			continue
		}
		if _, seen := spans[h.format]; !seen {
			spans[h.format] = token.Span{From: i, To: i + n}
		}
		weights[h.format] += h.weight
		i += n - 1
	}
	best := interview.Format("")
	for _, f := range []interview.Format{interview.Video, interview.Phone, interview.Onsite} {
		if weights[f] > weights[best] {
			best = f
		}
	}
	return best, spans[best]
}

// site reads "at the yard", "in the shop", "at the harbour office".
func (r *reader) site(i int) (hint, int) {
	if t := r.toks[i].Lower; t != "at" && t != "in" && t != "to" && t != "by" {
		return hint{}, 0
	}
	k := i + 1
	if k >= len(r.toks) || !articles[r.toks[k].Lower] {
		return hint{}, 0
	}
	for k++; k < len(r.toks) && k < i+5; k++ {
		if r.toks[k].Kind == token.Line {
			continue
		}
		if r.toks[k].Kind != token.Word {
			break
		}
		if siteWords[r.toks[k].Lower] {
			return hint{interview.Onsite, 3}, k + 1 - i
		}
	}
	return hint{}, 0
}

// negated reports whether "not", "no" or "instead of" stands directly before token i.
func (r *reader) negated(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		switch r.toks[k].Lower {
		case "not", "no", "instead", "than", "disregard", "without", "longer":
			return true
		}
		if r.toks[k].Ends() || r.toks[k].Kind == token.Punct {
			return false
		}
	}
	return false
}
