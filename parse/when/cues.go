package when

import "strings"

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

// cueTable is the words of every cue, all languages together, with commas between. To teach a phrase, add it to its cue.
var cueTable = []struct {
	cue     cue
	phrases string
}{
	{cueDeadline, `by, by end of day, by EOD, by close of business, by COB, before, no later than, not later than, by the end of,
		deadline, due, due by, due on, RSVP, closes, closing date, expires, valid until, valid till, expire on, open until,
		held until, hold until, respond by, reply by, confirm by, until, till, hear from you by, spätestens, bis, bis zum,
		bis spätestens, Frist, Rückmeldung bis, avant le, avant, jusqu'au, au plus tard, d'ici, antes del, antes de,
		hasta el, a más tardar, entro, entro il, prima di, non oltre, uiterlijk, vóór, voor, até, até o dia, antes do dia,
		senast, najpóźniej, までに, before the`},
	{cueNotLong, `at the latest, early, earlier, in advance, beforehand, prior, prior to, within, notice, ahead of, ahead, late, ago,
		away, walk, drive, break, to find, to park, to complete, to fill, to get, old, from the station, by train, by car,
		on foot, of experience, free trial, Q&A, for questions, presenting, per week, a week, business days, working days,
		before the interview, before your, earlier than, presentation on, presentation about, presentation of, pitch on, lunch, coffee, vorher, früher, vor Beginn, innerhalb, à l'avance,
		avant l'entretien, antes, prima, in anticipo, van tevoren, binnen`},
	{cuePast, `closing date was, deadline was, closed on, met you, following our, after our, since our, further to our, following your, further to your, following the,
		after your, thank you for your, thanks for your, thank you for the, thanks for the, thanks again for,
		thank you again for, was great, was good, was lovely, was nice, was a pleasure, shortlisting interview on, sent:,
		gesendet:, envoyé:, enviado:, inviato:, verzonden:, skickat:, vielen Dank für, danke für, merci pour, gracias por,
		grazie per, bedankt voor, obrigado pela, obrigada pela, unser Gespräch vom, unser Telefonat vom, we met, spoke on,
		spoke, talked, you attended, attended, took place, thank you for coming, thanks for coming,
		thank you for taking part, thanks for the chat, thank you for joining, thanks for joining, thank you for your visit,
		thanks for your visit, thank you for speaking, thanks for speaking, thanks for talking, thank you for talking,
		thank you for meeting, thanks for meeting, your interview of, telephone interview of, your application of,
		your application dated, applied on, received on, dated, you applied, last updated, submitted on, posted on,
		nice talk on, good to meet you on, great to meet you on, lovely to meet you on, enjoyed meeting, enjoyed talking,
		enjoyed speaking, enjoyed our, loved meeting, Ihre Bewerbung vom, entretien du, votre candidature du`},
	{cuePastBack, `wrote, schrieb, a écrit, escribió, ha scritto, schreef, escreveu, skrev, napisał`},
	{cueOld, `instead of, rather than, originally, originally scheduled, earlier scheduled, previously scheduled, previously,
		formerly, was scheduled, was due, which was, was planned, was booked, was on the books, was set for, were due,
		were scheduled, had planned, had scheduled, had agreed, had arranged, old date, old time, old date/time,
		previous time, previous date, former time, was:, not on, can't make, cannot make, can no longer make, need to move,
		statt, anstatt, anstelle, ursprünglich, verschoben vom, au lieu de, au lieu du, initialement, en lugar de,
		en vez de, invece di, invece che, originariamente, in plaats van, oorspronkelijk, em vez de`},
	{cueOldBack, `no longer, no longer works, no longer possible, no longer suits, no longer available, doesn't work, does not work,
		won't work, will not work, isn't possible, is not possible, has to be moved, have to be moved, needs to move,
		has to move, must be moved, has been moved, has been rescheduled, is cancelled and, falls through, clashes,
		isn't going to work`},
	{cueNew, `unfortunately, rescheduled to, rescheduled for, moved to, move to, moved you to, changed to, postponed to, new date,
		new time, current date, it now, now, neuer Termin, auf den, verschoben auf, nouvelle date, nueva fecha, nuova data,
		nieuwe datum`},
	{cueMove, `moved, move, moving, reschedule, rescheduled, changed, change, shift, shifted, postponed, postpone, brought forward,
		bring forward, pushed, push, pushed back, push back, delayed, verschoben, verlegt, verschieben, vorverlegt, umgebucht,
		reporté, reportée, déplacé, déplacée, décalé, décalée, avancé, aplazado, aplazada, cambiado, cambiada, trasladado,
		trasladada, movido, movida, spostato, spostata, rinviato, anticipato, posticipato, verplaatst, verzet, verschoven,
		adiado, adiada, remarcado, remarcada, alterado, alterada, flyttas, flyttats, flyttad, flyttat, ændret, flyttet,
		flyttes, endret, siirretty, siirtyy, siirretään, przełożone, przełożona, przełożony, przeniesiona, przesunięta,
		přesouvá, přesunut, přesunuto, přesunuli, posunuje, áthelyeztük, áttettük, módosult, mutat, mutată, amânat, alındı,
		ertelendi, değiştirildi, kaydırıldı, перенесено, перенесли, переносится, переносим, перенесена, перенесён,
		переноситься, перенесли, μεταφέρεται, μεταφέρθηκε, αλλάζει, הועבר, הועברה, נדחה, perkeliamas, perkelta,
		nukeliamas, 変更, 改到, 改为, 변경`},
	{cueEnd, `end time, ends at, ends, end, ending at, ending, finish by, finish at, finishing at, finishing by, finish,
		finishes at, finished by, done by, go past, go on past, run past, last until, lasts until, run until, runs until,
		wrap up by, wrap up at, over by, out by, finished at, be through by, Ende, endet, fin, hora de fin, fine, einde,
		eindtijd, término, slut, koniec`},
	{cueStart, `start time, start, starts, begins, Beginn, début, inicio, inizio, aanvang, início`},
	{cueWindow, `w/c, week commencing, week beginning, week of, any time, anytime, some time, sometime, window, windows, any slot, -minute slot, irgendwann, jederzeit,
		à tout moment, en cualquier momento`},
	{cueAfter, `after, from then, any time after, anytime after, onwards, nach, après, después de, dopo, na`},
	{cueLasts, `last, lasts, lasting, takes, take, taking, allow, duration, length, keep, expect, plan, planned, plan on, should be,
		will be, it is, it's, stays, set aside, block, reserve, reserved, count with, for about, up to, approximately,
		around, about, roughly, interview, call, chat, conversation, meeting, session, phone screen, discussion,
		presentation, video call, panel, suggest, needs, need, run for, runs for, beyond, scheduled for, dauert, Dauer, ca,
		circa, etwa, planen, eingeplant, vorgesehen, Gespräch, durée, dure, durera, prévoyez, prévoir, environ, entretien,
		duración, durará, dura, aproximadamente, unos, entrevista, durata, durerà, colloquio, duurt, duur, ongeveer,
		gesprek, duração, duracao, cerca de, varar, czas trwania, potrwa, 所要時間`},
	{cueWeekly, `every, office hours, opening hours, business hours, working hours, is open, are open, open daily,
		hours of operation, each week, every week, daily, weekdays, i work, my working days, phone lines, lines are open,
		reception hours, Öffnungszeiten, Bürozeiten, Sprechzeiten, telefonisch erreichbar, horaires d'ouverture,
		horario de oficina, horario de atención, orari di ufficio, openingstijden, horário de atendimento`},
	{cueChoose, `options, option, following times, following dates, following slots, following windows, following options,
		following time slots, slots, time slots, choose, pick, select, which of, which one, any of these, one of these,
		of these times, let me know which, let us know which, suits you best, works best, work best, would any, do any,
		either, availabilities, available times, possible times, possible dates, proposed times, we can offer, could offer,
		can offer you, times that work, prefer, preferred, preference, folgende Termine, folgenden Termine,
		folgenden Terminen, Terminvorschläge, zur Auswahl, welcher Termin, créneaux, disponibilités suivantes,
		dates suivantes, siguientes horarios, siguientes fechas, opciones, seguenti date, seguenti orari, opzioni,
		volgende opties, volgende momenten, seguintes horários, opções, następujące terminy`},
	{cueAllTimes, `all times, all times are, times are, times below are, times shown, times given, times listed, time zone, timezone,
		zone, all, alle Zeiten, alle Uhrzeiten, Zeitzone, Zeitangaben, toutes les heures, fuseau horaire, todas las horas,
		zona horaria, tutti gli orari, fuso orario, tijdzone, alle tijden, fuso horário, todos os horários`},
	{cueTime, `time, when, hour, Uhrzeit, Zeit, wann, heure, horaire, quand, hora, horario, cuándo, ora, orario, quando, tijd,
		tijdstip, wanneer, horário, tid, godzina`},
	{cueDate, `date, day, Datum, Tag, fecha, data, jour, día`},
	{cueAsk, `let me know, let us know, confirm, reply, respond, answer, submit, return, send, revert, get back, acceptance,
		need your choice, complete, e-mail, email, register, book, Bescheid, bestätigen, Rückmeldung, confirmer, confirmar,
		confermare, bevestigen`},
	{cueThen, `then, and then, followed by, after that, afterwards, danach, anschließend, puis, ensuite, después, luego, poi,
		daarna, depois, sedan`},
	{cueOther, `walk over, pick you up, collect you, come down, meet you, be there, report to, arrive, arrival, arrive by,
		be seated, check in, doors open, registration, call me, reach me`},
}

// cueWords is the cue of every phrase of the table.
var cueWords = makeCues()

func makeCues() map[string]cue {
	out := map[string]cue{}
	for _, row := range cueTable {
		for _, phrase := range strings.Split(row.phrases, ",") {
			out[strings.TrimSpace(phrase)] = row.cue
		}
	}
	return out
}
