package who

import "roundtwo/parse/token"

// label is what a row's label says about its value.
type label uint8

const (
	noLabel      label = iota
	peopleLabel        // the people she will meet
	guestLabel         // those invited by a calendar, her among them
	asideLabel         // people who organise or help
	companyLabel       // the employer
	roleLabel          // the job
	topicLabel         // what it is about: may name the job
	otherLabel         // a row about something else: dates, places
)

// labels are the labels of rows and the heads of table columns.
var labels = token.MakePhrases(table(labelTable))

var labelTable = map[label][]string{
	peopleLabel: {
		"面接官", "面试官", "面試官", "面談者", "면접관", "интервьюер", "интервьюеры", "собеседование проводит", "interviewer", "interviewers",
		"interviewer(s)", "interviewer name", "interviewer names", "your interviewer", "your interviewers", "interviewed by",
		"with", "who", "panel", "the panel", "your panel", "interview panel", "panel members", "panelists", "panellists",
		"panel member", "meeting with",
		"participants", "participant", "people", "caller", "you will meet", "you'll meet", "you will be meeting",
		"you'll be meeting", "you'll be talking with", "you will be talking with", "you will speak with", "you'll speak with",
		"you'll be speaking with",
		"your audience", "interviewing you", "hiring manager", "who you'll meet", "who you will meet", "speaking with",
		"meet with", "your hosts", "conducted by", "interview with", "host", "hosts", "chair", "committee", "selection committee",
		"selection panel", "board", "panel composition", "attending", "present", "faculty",
		"gesprachspartner", "ihre gesprachspartner", "interviewpartner", "teilnehmer", "interlocuteurs", "interlocuteur",
		"entrevistadores", "entrevistador", "entrevistadora", "con", "avec", "mit", "intervistatori", "partecipanti",
		"gesprekspartners", "rozmowcy", "com", "interviewed by", "interview team", "meet", "interview by", "assessors", "assessor",
		"interviewing team",
		"team members", "in the room", "on the call", "on our side", "from our side", "from our team", "interviewer details",
	},
	guestLabel: {"guests", "attendees", "required attendees", "required", "invitees", "optional", "invitee"},
	asideLabel: {
		"organizer", "organiser", "coordinator", "recruiter", "contact", "contact person", "point of contact", "your contact",
		"recruiting contact", "recruiting coordinator",
		"questions", "cc", "from", "to", "sent by", "prepared by", "reply to", "help", "support", "candidate", "candidate name",
		"name", "applicant", "applicant name", "observer", "reference", "referee", "your name", "scheduler",
		"scheduled by", "booked by", "attn", "assistant", "report to", "reports to", "reporting to", "line manager",
		"first interviewer", "previous interviewer",
	},
	companyLabel: {
		"company", "employer", "organisation", "organization", "company name", "client", "hiring company", "firma", "unternehmen",
		"entreprise", "empresa", "azienda", "bedrijf", "employer name", "institution", "name of company", "client name",
	},
	roleLabel: {
		"role", "position", "job", "job title", "position title", "vacancy", "post", "opening", "requisition", "job role", "for",
		"position applied for", "post applied for", "role title", "position name", "job opening",
		"stelle", "poste", "puesto", "vacante", "cargo", "vaga", "posizione", "functie", "vacature", "stanowisko", "job name",
		"profile", "designation", "applied for",
	},
	topicLabel: {
		"topic", "what", "event", "event type", "event name", "subject", "re", "meeting", "title", "interview", "summary",
		"betreff", "objet", "asunto", "regarding", "interview type", "your interview",
	},
	otherLabel: {
		"date", "time", "when", "start", "end", "start time", "end time", "time zone", "timezone", "duration", "length", "where",
		"location", "address", "venue", "format", "how", "mode", "link", "zoom link", "teams link", "meet link", "meeting link",
		"joining link", "join link", "video link", "video",
		"meeting id", "passcode", "password", "pin", "dial-in", "phone", "bridge", "access code", "room", "interview stage",
		"stage", "round", "dress", "dress code", "attire", "notes", "note", "agenda", "schedule", "itinerary", "what to bring",
		"please bring", "bring", "interview date", "interview time", "interview start time", "interview end time",
		"interview venue", "status", "description", "ps", "p.s.", "parking", "directions", "zoom", "teams", "google meet",
		"microsoft teams", "access", "option a", "option b", "option c", "tel", "telephone", "mobile", "email", "e-mail",
		"website", "reference number", "ref", "preparation", "day", "datum", "uhrzeit", "ort", "lieu", "heure", "fecha", "hora",
		"lugar",
		"important", "additional notes", "instructions", "tip", "lunch", "break", "scheduled", "reason", "language", "salary",
		"start date", "deadline", "documents", "required documents", "part", "session", "interview mode", "medium", "platform",
	},
}
