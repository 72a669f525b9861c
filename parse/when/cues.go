package when

// cue is what words around a time say about it.
type cue uint8

// The cues. Unless said otherwise a cue is about the next day or clock time in the same sentence.
const (
	noCue       cue = iota
	cueDeadline     // an answer is due then
	cuePast         // told as past
	cuePastBack     // what stood before in the sentence is past: "On 3 March at 10:20 Ana wrote"
	cueOld          // given up: what follows is the old time
	cueOldBack      // what stood before in the sentence is the old time
	cueNew          // what follows holds again
	cueEnd          // the clock time that follows ends what was said before
	cueStart        // label of a start
	cueWindow       // a time is to be chosen within what follows
	cueAfter        // from then on
	cueLasts        // a length near it is how long the conversation takes
	cueNotLong      // a length beside it is something else: early, notice
	cueWeekly       // recurring: opening hours, not a date
	cueChoose       // the times of the list or sentence are options
	cueAllTimes     // a zone that follows is that of all times
	cueTime         // label of a clock time: bare hours count
	cueDate         // label of a day
	cueOther        // something that happens besides the conversation: arrival
	cueAsk          // an answer is asked for
	cueThen         // one part of a conversation follows another
	cueMove         // something is moved to another time
)

// cueWords is the table of cues, all languages together.
var cueWords = map[string]cue{
	// An answer is due.
	"by": cueDeadline, "by end of day": cueDeadline, "by EOD": cueDeadline, "by close of business": cueDeadline, "by COB": cueDeadline,
	"before": cueDeadline, "no later than": cueDeadline, "not later than": cueDeadline, "at the latest": cueNotLong, "by the end of": cueDeadline,
	"deadline": cueDeadline, "due": cueDeadline, "due by": cueDeadline, "due on": cueDeadline, "RSVP": cueDeadline, "closes": cueDeadline, "closing date": cueDeadline,
	"expires": cueDeadline, "valid until": cueDeadline, "valid till": cueDeadline, "expire on": cueDeadline, "open until": cueDeadline, "held until": cueDeadline, "hold until": cueDeadline,
	"respond by": cueDeadline, "reply by": cueDeadline, "confirm by": cueDeadline, "until": cueDeadline, "till": cueDeadline,
	"hear from you by": cueDeadline, "spätestens": cueDeadline, "bis": cueDeadline, "bis zum": cueDeadline, "bis spätestens": cueDeadline, "Frist": cueDeadline, "Rückmeldung bis": cueDeadline,
	"avant le": cueDeadline, "avant": cueDeadline, "jusqu'au": cueDeadline, "au plus tard": cueDeadline, "d'ici": cueDeadline,
	"antes del": cueDeadline, "antes de": cueDeadline, "hasta el": cueDeadline, "a más tardar": cueDeadline,
	"entro": cueDeadline, "entro il": cueDeadline, "prima di": cueDeadline, "non oltre": cueDeadline,
	"uiterlijk": cueDeadline, "vóór": cueDeadline, "voor": cueDeadline, "até": cueDeadline, "até o dia": cueDeadline, "antes do dia": cueDeadline,
	"senast": cueDeadline, "najpóźniej": cueDeadline, "までに": cueDeadline,

	// Told as past.
	"met you": cuePast, "following our": cuePast, "after our": cuePast, "since our": cuePast, "further to our": cuePast, "following your": cuePast, "further to your": cuePast, "following the": cuePast, "after your": cuePast, "thank you for your": cuePast, "thanks for your": cuePast, "thank you for the": cuePast, "thanks for the": cuePast, "thanks again for": cuePast, "thank you again for": cuePast, "was great": cuePast, "was good": cuePast, "was lovely": cuePast, "was nice": cuePast, "was a pleasure": cuePast, "shortlisting interview on": cuePast,
	"sent:": cuePast, "gesendet:": cuePast, "envoyé:": cuePast, "enviado:": cuePast, "inviato:": cuePast, "verzonden:": cuePast, "skickat:": cuePast, "vielen Dank für": cuePast, "danke für": cuePast, "merci pour": cuePast, "gracias por": cuePast, "grazie per": cuePast, "bedankt voor": cuePast, "obrigado pela": cuePast, "obrigada pela": cuePast, "unser Gespräch vom": cuePast, "unser Telefonat vom": cuePast,
	"we met": cuePast,

	"spoke on": cuePast, "spoke": cuePast, "talked": cuePast, "you attended": cuePast, "attended": cuePast, "took place": cuePast,
	"thank you for coming": cuePast, "thanks for coming": cuePast, "thank you for taking part": cuePast, "thanks for the chat": cuePast,
	"thank you for joining": cuePast, "thanks for joining": cuePast, "thank you for your visit": cuePast, "thanks for your visit": cuePast, "thank you for speaking": cuePast, "thanks for speaking": cuePast, "thanks for talking": cuePast, "thank you for talking": cuePast, "thank you for meeting": cuePast, "thanks for meeting": cuePast,
	"your interview of": cuePast, "telephone interview of": cuePast,
	"your application of": cuePast, "your application dated": cuePast, "applied on": cuePast, "received on": cuePast, "dated": cuePast, "you applied": cuePast, "last updated": cuePast, "submitted on": cuePast, "posted on": cuePast,
	"nice talk on": cuePast, "good to meet you on": cuePast, "great to meet you on": cuePast, "lovely to meet you on": cuePast, "enjoyed meeting": cuePast, "enjoyed talking": cuePast, "enjoyed speaking": cuePast, "enjoyed our": cuePast, "loved meeting": cuePast,
	"Ihre Bewerbung vom": cuePast, "entretien du": cuePast, "votre candidature du": cuePast,

	"wrote": cuePastBack, "schrieb": cuePastBack, "a écrit": cuePastBack, "escribió": cuePastBack, "ha scritto": cuePastBack, "schreef": cuePastBack, "escreveu": cuePastBack, "skrev": cuePastBack, "napisał": cuePastBack,

	// The old time of a move.
	"instead of": cueOld, "rather than": cueOld,
	"originally": cueOld, "originally scheduled": cueOld, "earlier scheduled": cueOld, "previously scheduled": cueOld, "previously": cueOld, "formerly": cueOld, "was scheduled": cueOld, "was due": cueOld, "which was": cueOld, "was planned": cueOld, "was booked": cueOld, "was on the books": cueOld,
	"was set for": cueOld, "were due": cueOld, "were scheduled": cueOld, "had planned": cueOld, "had scheduled": cueOld, "had agreed": cueOld, "had arranged": cueOld, "old date": cueOld, "old time": cueOld, "old date/time": cueOld, "previous time": cueOld, "previous date": cueOld, "former time": cueOld, "was:": cueOld, "no longer": cueOldBack,
	"not on": cueOld, "can't make": cueOld, "cannot make": cueOld, "can no longer make": cueOld, "unfortunately": cueNew,
	"no longer works": cueOldBack, "no longer possible": cueOldBack, "no longer suits": cueOldBack, "no longer available": cueOldBack, "doesn't work": cueOldBack, "does not work": cueOldBack, "won't work": cueOldBack, "will not work": cueOldBack,
	"isn't possible": cueOldBack, "is not possible": cueOldBack, "has to be moved": cueOldBack, "have to be moved": cueOldBack, "needs to move": cueOldBack, "need to move": cueOld, "has to move": cueOldBack, "must be moved": cueOldBack, "has been moved": cueOldBack, "has been rescheduled": cueOldBack, "is cancelled and": cueOldBack, "falls through": cueOldBack, "clashes": cueOldBack, "isn't going to work": cueOldBack,
	"statt": cueOld, "anstatt": cueOld, "anstelle": cueOld, "ursprünglich": cueOld, "verschoben vom": cueOld, "au lieu de": cueOld, "au lieu du": cueOld, "initialement": cueOld, "en lugar de": cueOld, "en vez de": cueOld, "invece di": cueOld, "invece che": cueOld, "originariamente": cueOld, "in plaats van": cueOld, "oorspronkelijk": cueOld, "em vez de": cueOld,
	"rescheduled to": cueNew, "rescheduled for": cueNew, "moved to": cueNew, "move to": cueNew, "moved you to": cueNew, "changed to": cueNew, "postponed to": cueNew, "new date": cueNew, "new time": cueNew, "current date": cueNew, "it now": cueNew, "now": cueNew, "neuer Termin": cueNew, "auf den": cueNew, "verschoben auf": cueNew, "nouvelle date": cueNew, "nueva fecha": cueNew, "nuova data": cueNew, "nieuwe datum": cueNew,

	// A move: "from" and "to" in its sentence are the old and the new time.
	"moved": cueMove, "move": cueMove, "moving": cueMove, "reschedule": cueMove, "rescheduled": cueMove, "changed": cueMove, "change": cueMove, "shift": cueMove, "shifted": cueMove, "postponed": cueMove, "postpone": cueMove, "brought forward": cueMove, "bring forward": cueMove, "pushed": cueMove, "push": cueMove, "pushed back": cueMove, "delayed": cueMove,
	"verschoben": cueMove, "verlegt": cueMove, "verschieben": cueMove, "reporté": cueMove, "déplacé": cueMove, "aplazado": cueMove, "cambiado": cueMove, "spostato": cueMove, "verplaatst": cueMove, "verzet": cueMove, "adiado": cueMove, "remarcado": cueMove, "przełożone": cueMove,

	// The end of what was said before.
	"end time": cueEnd, "ends at": cueEnd, "ends": cueEnd, "end": cueEnd, "ending at": cueEnd, "ending": cueEnd, "finish by": cueEnd, "finish at": cueEnd, "finishing at": cueEnd, "finishing by": cueEnd, "finish": cueEnd, "finishes at": cueEnd, "finished by": cueEnd, "done by": cueEnd,
	"go past": cueEnd, "go on past": cueEnd, "run past": cueEnd, "last until": cueEnd, "lasts until": cueEnd, "run until": cueEnd, "runs until": cueEnd, "wrap up by": cueEnd, "wrap up at": cueEnd, "over by": cueEnd, "out by": cueEnd, "finished at": cueEnd, "be through by": cueEnd,
	"Ende": cueEnd, "endet": cueEnd, "fin": cueEnd, "hora de fin": cueEnd, "fine": cueEnd, "einde": cueEnd, "eindtijd": cueEnd, "término": cueEnd, "slut": cueEnd, "koniec": cueEnd,
	"start time": cueStart, "start": cueStart, "starts": cueStart, "begins": cueStart, "Beginn": cueStart, "début": cueStart, "inicio": cueStart, "inizio": cueStart, "aanvang": cueStart, "início": cueStart,

	// A window.
	"any time": cueWindow, "anytime": cueWindow, "some time": cueWindow, "sometime": cueWindow, "window": cueWindow, "windows": cueWindow,
	"any slot": cueWindow, "-minute slot": cueWindow, "irgendwann": cueWindow, "jederzeit": cueWindow, "à tout moment": cueWindow, "en cualquier momento": cueWindow,
	"after": cueAfter, "from then": cueAfter, "any time after": cueAfter, "anytime after": cueAfter, "onwards": cueAfter, "nach": cueAfter, "après": cueAfter, "después de": cueAfter, "dopo": cueAfter, "na": cueAfter,

	// How long it takes.
	"last": cueLasts, "lasts": cueLasts, "lasting": cueLasts, "takes": cueLasts, "take": cueLasts, "taking": cueLasts, "allow": cueLasts, "duration": cueLasts, "length": cueLasts, "keep": cueLasts, "expect": cueLasts, "plan": cueLasts, "planned": cueLasts, "plan on": cueLasts,
	"should be": cueLasts, "will be": cueLasts, "it is": cueLasts, "it's": cueLasts, "stays": cueLasts, "set aside": cueLasts, "block": cueLasts, "reserve": cueLasts, "reserved": cueLasts, "count with": cueLasts, "for about": cueLasts, "up to": cueLasts, "approximately": cueLasts, "around": cueLasts, "about": cueLasts, "roughly": cueLasts,
	"interview": cueLasts, "call": cueLasts, "chat": cueLasts, "conversation": cueLasts, "meeting": cueLasts, "session": cueLasts, "phone screen": cueLasts, "discussion": cueLasts, "presentation": cueLasts, "video call": cueLasts, "panel": cueLasts, "suggest": cueLasts, "needs": cueLasts, "need": cueLasts, "run for": cueLasts, "runs for": cueLasts, "beyond": cueLasts, "scheduled for": cueLasts,
	"dauert": cueLasts, "Dauer": cueLasts, "ca": cueLasts, "circa": cueLasts, "etwa": cueLasts, "planen": cueLasts, "eingeplant": cueLasts, "vorgesehen": cueLasts, "Gespräch": cueLasts, "durée": cueLasts, "dure": cueLasts, "durera": cueLasts, "prévoyez": cueLasts, "prévoir": cueLasts, "environ": cueLasts, "entretien": cueLasts,
	"duración": cueLasts, "durará": cueLasts, "dura": cueLasts, "aproximadamente": cueLasts, "unos": cueLasts, "entrevista": cueLasts, "durata": cueLasts, "durerà": cueLasts, "colloquio": cueLasts, "duurt": cueLasts, "duur": cueLasts, "ongeveer": cueLasts, "gesprek": cueLasts, "duração": cueLasts, "duracao": cueLasts, "cerca de": cueLasts, "varar": cueLasts, "czas trwania": cueLasts, "potrwa": cueLasts, "所要時間": cueLasts,

	// A length that is something else.
	"early": cueNotLong, "earlier": cueNotLong, "in advance": cueNotLong, "beforehand": cueNotLong, "prior": cueNotLong, "prior to": cueNotLong, "within": cueNotLong, "notice": cueNotLong, "ahead of": cueNotLong, "ahead": cueNotLong, "late": cueNotLong, "ago": cueNotLong, "away": cueNotLong, "walk": cueNotLong, "drive": cueNotLong, "break": cueNotLong,
	"to find": cueNotLong, "to park": cueNotLong, "to complete": cueNotLong, "to fill": cueNotLong, "to get": cueNotLong, "every": cueWeekly, "old": cueNotLong, "from the station": cueNotLong, "by train": cueNotLong, "by car": cueNotLong, "on foot": cueNotLong, "of experience": cueNotLong, "free trial": cueNotLong, "Q&A": cueNotLong, "for questions": cueNotLong, "presenting": cueNotLong, "per week": cueNotLong, "a week": cueNotLong, "business days": cueNotLong, "working days": cueNotLong, "before the interview": cueNotLong, "before your": cueNotLong, "before the": cueDeadline, "earlier than": cueNotLong, "lunch": cueNotLong, "coffee": cueNotLong, "vorher": cueNotLong, "früher": cueNotLong, "vor Beginn": cueNotLong, "innerhalb": cueNotLong, "à l'avance": cueNotLong, "avant l'entretien": cueNotLong, "antes": cueNotLong, "prima": cueNotLong, "in anticipo": cueNotLong, "van tevoren": cueNotLong, "binnen": cueNotLong,

	// Every week.
	"office hours": cueWeekly, "opening hours": cueWeekly, "business hours": cueWeekly, "working hours": cueWeekly, "is open": cueWeekly, "are open": cueWeekly, "open daily": cueWeekly, "hours of operation": cueWeekly, "each week": cueWeekly, "every week": cueWeekly, "daily": cueWeekly, "weekdays": cueWeekly, "i work": cueWeekly, "my working days": cueWeekly, "phone lines": cueWeekly, "lines are open": cueWeekly, "reception hours": cueWeekly, "Öffnungszeiten": cueWeekly, "Bürozeiten": cueWeekly, "Sprechzeiten": cueWeekly, "telefonisch erreichbar": cueWeekly, "horaires d'ouverture": cueWeekly, "horario de oficina": cueWeekly, "horario de atención": cueWeekly, "orari di ufficio": cueWeekly, "openingstijden": cueWeekly, "horário de atendimento": cueWeekly,

	// Options.
	"options": cueChoose, "option": cueChoose, "following times": cueChoose, "following dates": cueChoose, "following slots": cueChoose, "following windows": cueChoose, "following options": cueChoose, "following time slots": cueChoose, "slots": cueChoose, "time slots": cueChoose, "choose": cueChoose, "pick": cueChoose, "select": cueChoose, "which of": cueChoose, "which one": cueChoose, "any of these": cueChoose, "one of these": cueChoose, "of these times": cueChoose, "let me know which": cueChoose, "let us know which": cueChoose, "suits you best": cueChoose, "works best": cueChoose, "work best": cueChoose, "would any": cueChoose, "do any": cueChoose, "either": cueChoose, "availabilities": cueChoose, "available times": cueChoose, "possible times": cueChoose, "possible dates": cueChoose, "proposed times": cueChoose, "we can offer": cueChoose, "could offer": cueChoose, "can offer you": cueChoose, "times that work": cueChoose, "prefer": cueChoose, "preferred": cueChoose, "preference": cueChoose,
	"folgende Termine": cueChoose, "folgenden Termine": cueChoose, "folgenden Terminen": cueChoose, "Terminvorschläge": cueChoose, "zur Auswahl": cueChoose, "welcher Termin": cueChoose, "créneaux": cueChoose, "disponibilités suivantes": cueChoose, "dates suivantes": cueChoose, "siguientes horarios": cueChoose, "siguientes fechas": cueChoose, "opciones": cueChoose, "seguenti date": cueChoose, "seguenti orari": cueChoose, "opzioni": cueChoose, "volgende opties": cueChoose, "volgende momenten": cueChoose, "seguintes horários": cueChoose, "opções": cueChoose, "następujące terminy": cueChoose,

	// Zones of all times.
	"all times": cueAllTimes, "all times are": cueAllTimes, "times are": cueAllTimes, "times below are": cueAllTimes, "times shown": cueAllTimes, "times given": cueAllTimes, "times listed": cueAllTimes, "time zone": cueAllTimes, "timezone": cueAllTimes, "zone": cueAllTimes, "all": cueAllTimes, "alle Zeiten": cueAllTimes, "alle Uhrzeiten": cueAllTimes, "Zeitzone": cueAllTimes, "Zeitangaben": cueAllTimes, "toutes les heures": cueAllTimes, "fuseau horaire": cueAllTimes, "todas las horas": cueAllTimes, "zona horaria": cueAllTimes, "tutti gli orari": cueAllTimes, "fuso orario": cueAllTimes, "tijdzone": cueAllTimes, "alle tijden": cueAllTimes, "fuso horário": cueAllTimes, "todos os horários": cueAllTimes,

	// Labels.
	"time": cueTime, "when": cueTime, "hour": cueTime, "Uhrzeit": cueTime, "Zeit": cueTime, "wann": cueTime, "heure": cueTime, "horaire": cueTime, "quand": cueTime, "hora": cueTime, "horario": cueTime, "cuándo": cueTime, "ora": cueTime, "orario": cueTime, "quando": cueTime, "tijd": cueTime, "tijdstip": cueTime, "wanneer": cueTime, "horário": cueTime, "tid": cueTime, "godzina": cueTime,
	"date": cueDate, "day": cueDate, "Datum": cueDate, "Tag": cueDate, "fecha": cueDate, "data": cueDate, "jour": cueDate, "día": cueDate,

	// An answer is asked for.
	"let me know": cueAsk, "let us know": cueAsk, "confirm": cueAsk, "reply": cueAsk, "respond": cueAsk, "answer": cueAsk, "submit": cueAsk, "return": cueAsk, "send": cueAsk, "revert": cueAsk, "get back": cueAsk, "acceptance": cueAsk, "need your choice": cueAsk, "complete": cueAsk, "e-mail": cueAsk, "email": cueAsk, "register": cueAsk, "book": cueAsk,
	"Bescheid": cueAsk, "bestätigen": cueAsk, "Rückmeldung": cueAsk, "confirmer": cueAsk, "confirmar": cueAsk, "confermare": cueAsk, "bevestigen": cueAsk,

	// One part follows another.
	"then": cueThen, "and then": cueThen, "followed by": cueThen, "after that": cueThen, "afterwards": cueThen, "danach": cueThen, "anschließend": cueThen, "puis": cueThen, "ensuite": cueThen, "después": cueThen, "luego": cueThen, "poi": cueThen, "daarna": cueThen, "depois": cueThen, "sedan": cueThen,

	// Besides the conversation.
	"walk over": cueOther, "pick you up": cueOther, "collect you": cueOther, "come down": cueOther, "meet you": cueOther, "be there": cueOther, "report to": cueOther, "arrive": cueOther, "arrival": cueOther, "arrive by": cueOther, "be seated": cueOther, "check in": cueOther, "doors open": cueOther, "registration": cueOther, "call me": cueOther, "reach me": cueOther,
}
