package when

import (
	"strings"

	"roundtwo/parse/token"
)

// phraseTable is a table of phrases with the bit by which a word is known to begin one of them.
type phraseTable[V any] struct {
	bit     uint16
	phrases token.Phrases[V]
}

var (
	relativeDayPhrases  = phraseTable[relative]{1, token.MakePhrases(relativeDays)}
	relativeWeekPhrases = phraseTable[int]{2, token.MakePhrases(relativeWeeks)}
	cuePhrases          = phraseTable[cue]{4, token.MakePhrases(cueWords)}
	zonePhrases         = phraseTable[zoneWord]{8, token.MakePhrases(zoneWords)}
	lengthPhrases       = phraseTable[int]{16, token.MakePhrases(lengthWords)}
	clockWordPhrases    = phraseTable[clock]{32, token.MakePhrases(clockPhrases)}
	placePrefixPhrases  = phraseTable[lead]{128, token.MakePhrases(placePrefixes)}
	placeSuffixPhrases  = phraseTable[bool]{1 << 8, token.MakePhrases(placeSuffixes)}
)

// firstWords is the tables of which each word begins a phrase.
var firstWords = makeFirstWords()

func makeFirstWords() map[string]uint16 {
	out := map[string]uint16{}
	first(out, relativeDayPhrases.bit, relativeDays)
	first(out, relativeWeekPhrases.bit, relativeWeeks)
	first(out, cuePhrases.bit, cueWords)
	first(out, zonePhrases.bit, zoneWords)
	first(out, lengthPhrases.bit, lengthWords)
	first(out, clockWordPhrases.bit, clockPhrases)
	first(out, placePrefixPhrases.bit, placePrefixes)
	first(out, placeSuffixPhrases.bit, placeSuffixes)
	return out
}

func first[V any](out map[string]uint16, bit uint16, table map[string]V) {
	for phrase := range table {
		if toks := token.Cut(phrase); len(toks) > 0 {
			out[toks[0].Lower] |= bit
		}
	}
}

// phraseAt finds the longest phrase of a table at token i, and how many tokens it takes; 0 where none stands there.
func phraseAt[V any](r *reader, table phraseTable[V], i int) (value V, n int) {
	if i < 0 || i >= r.n || r.word(i).phrase&table.bit == 0 && r.tok(i).Kind == token.Word {
		return value, 0
	}
	place := r.place(i)
	value, n = table.phrases.At(r.all, place)
	return value, r.kept(i, n)
}

// relative is a day counted from the day of writing.
type relative struct {
	days int
	part part
}

// relativeDays are the days that are named by their distance.
var relativeDays = map[string]relative{
	"today": {}, "later today": {}, "tonight": {part: evening}, "tomorrow": {days: 1}, "tmrw": {days: 1}, "tmr": {days: 1},
	"tomorow": {days: 1}, "tommorow": {days: 1}, "tommorrow": {days: 1}, "tomorrow night": {1, evening},
	"this morning": {part: morning}, "this afternoon": {part: afternoon}, "this evening": {part: evening},
	"this night": {part: night}, "next evening": {1, evening}, "next morning": {1, morning},
	"yesterday": {days: -1}, "last night": {-1, evening}, "day before yesterday": {days: -2},
	"day after tomorrow": {days: 2}, "day after tmrw": {days: 2}, "day after tmr": {days: 2}, "overmorrow": {days: 2},
	"a week today": {days: 7}, "week today": {days: 7}, "today week": {days: 7}, "a week from today": {days: 7},
	"a week tomorrow": {days: 8}, "tomorrow week": {days: 8}, "a week from tomorrow": {days: 8},
	"a fortnight today": {days: 14}, "a fortnight from today": {days: 14}, "a fortnight tomorrow": {days: 15},

	"heute": {}, "heute Abend": {0, evening}, "morgen": {days: 1}, "morgen früh": {1, morning}, "übermorgen": {days: 2},
	"gestern": {days: -1}, "vorgestern": {days: -2}, "heute in einer Woche": {days: 7}, "morgen in einer Woche": {days: 8},
	"heute in zwei Wochen": {days: 14}, "heute in 14 Tagen": {days: 14},

	"aujourd'hui": {}, "ce matin": {part: morning}, "cet après-midi": {part: afternoon}, "ce soir": {part: evening},
	"demain": {days: 1}, "après-demain": {days: 2}, "hier": {days: -1}, "avant-hier": {days: -2},
	"d'aujourd'hui en huit": {days: 7},

	"hoy": {}, "esta mañana": {part: morning}, "esta tarde": {part: afternoon}, "esta noche": {part: evening},
	"mañana": {days: 1}, "mañana por la mañana": {1, morning}, "pasado mañana": {days: 2}, "ayer": {days: -1},
	"anteayer": {days: -2},

	"oggi": {}, "stamattina": {part: morning}, "oggi pomeriggio": {part: afternoon}, "stasera": {part: evening},
	"domani": {days: 1}, "dopodomani": {days: 2}, "ieri": {days: -1}, "oggi a otto": {days: 7},

	"vandaag": {}, "vanmiddag": {part: afternoon}, "vanavond": {part: evening}, "vanochtend": {part: morning},
	"morgenochtend": {1, morning}, "morgenmiddag": {1, afternoon}, "morgenavond": {1, evening}, "overmorgen": {days: 2},
	"gisteren": {days: -1}, "eergisteren": {days: -2},

	"hoje": {}, "amanhã": {days: 1}, "depois de amanhã": {days: 2}, "ontem": {days: -1}, "anteontem": {days: -2},

	"idag": {}, "i dag": {}, "imorgon": {days: 1}, "i morgon": {days: 1}, "i övermorgon": {days: 2}, "igår": {days: -1},
	"i går": {days: -1}, "i kväll": {part: evening},

	"dziś": {}, "dzisiaj": {}, "jutro": {days: 1}, "pojutrze": {days: 2}, "wczoraj": {days: -1},

	"今日": {}, "本日": {}, "明日": {days: 1}, "明後日": {days: 2}, "昨日": {days: -1}, "今天": {}, "明天": {days: 1},
	"后天": {days: 2}, "後天": {days: 2}, "昨天": {days: -1}, "오늘": {}, "내일": {days: 1}, "모레": {days: 2}, "어제": {days: -1},
}

// relativeWeeks are the weeks that are named by their distance: a weekday in the same sentence, or in the list below,
// lies in that week.
var relativeWeeks = map[string]int{
	"this week": 0, "current week": 0, "later this week": 0, "next week": 1, "the following week": 1, "following week": 1,
	"coming week": 1, "week after": 1, "week after next": 2, "last week": -1, "previous week": -1, "wk after next": 2, "next wk": 1,
	"diese Woche": 0, "dieser Woche": 0, "nächste Woche": 1, "nächster Woche": 1, "kommende Woche": 1, "kommender Woche": 1,
	"kommenden Woche": 1, "nächsten Woche": 1, "folgende Woche": 1, "übernächste Woche": 2, "übernächster Woche": 2, "letzte Woche": -1,
	"letzter Woche": -1, "vergangene Woche": -1, "vergangener Woche": -1,
	"cette semaine": 0, "semaine prochaine": 1, "semaine suivante": 1, "semaine dernière": -1,
	"esta semana": 0, "próxima semana": 1, "semana próxima": 1, "semana que viene": 1, "semana pasada": -1,
	"questa settimana": 0, "prossima settimana": 1, "settimana prossima": 1, "scorsa settimana": -1, "settimana scorsa": -1,
	"deze week": 0, "volgende week": 1, "komende week": 1, "aanstaande week": 1, "vorige week": -1, "afgelopen week": -1,
	"semana que vem": 1, "semana passada": -1,
	"denna vecka": 0, "nästa vecka": 1, "förra veckan": -1, "w tym tygodniu": 0, "w przyszłym tygodniu": 1,
	"来週": 1, "今週": 0, "下周": 1, "本周": 0, "다음 주": 1, "이번 주": 0,
}

// lengthTable is the lengths of time that are not a number and a unit: minutes, and how they are said.
var lengthTable = map[int]string{
	15: `quarter of an hour, Viertelstunde, un quart d'heure, un cuarto de hora, een kwartier`,
	30: `half an hour, half hour, half - hour, eine halbe Stunde, halbe Stunde, halbstündig, halbstündiges, halbstündige,
		une demi-heure, demi-heure, media hora, mezz'ora, mezzora, een half uur, half uur, een halfuur, halfuur,
		meia hora, en halvtimme, pół godziny`,
	45: `three quarters of an hour, three - quarters of an hour, dreiviertelstündig, dreiviertel Stunde,
		Dreiviertelstunde, trois quarts d'heure, tres cuartos de hora, tre quarti d'ora, drie kwartier, drie kwart uur,
		três quartos de hora`,
	60: `an hour, a full hour, a good hour, eine Stunde, einer Stunde, einstündig, einstündiges, einstündige, une heure,
		una hora, un'ora, een uur, een uurtje, uma hora, en timme`,
	75: `an hour and a quarter`,
	90: `an hour and a half, one and a half hours, one hour and a half, hour and a half, 1 1/2 hours, 1 ½ hours,
		1½ hours, anderthalb Stunden, eineinhalb Stunden, une heure et demie, una hora y media, hora y media,
		un'ora e mezza, un'ora e mezzo, anderhalf uur, uma hora e meia, en och en halv timme, półtorej godziny`,
	105: `an hour and three quarters`,
	120: `a couple of hours, zweistündig, zweistündiges`,
	150: `two and a half hours, 2 1/2 hours, 2½ hours, zweieinhalb Stunden, deux heures et demie, dos horas y media,
		due ore e mezza, twee en een half uur`,
	210: `three and a half hours`,
	240: `half a day`,
}

// lengthWords is the minutes of every phrase of the table.
var lengthWords = makeLengths()

func makeLengths() map[string]int {
	out := map[string]int{}
	for minutes, phrases := range lengthTable {
		for _, phrase := range strings.Split(phrases, ",") {
			out[strings.TrimSpace(phrase)] = minutes
		}
	}
	return out
}

// clockPhrases are clock times in words that no rule makes.
var clockPhrases = map[string]clock{
	"12 noon": {hour: 12, exact: true}, "mid - day": {hour: 12, exact: true}, "mid day": {hour: 12, exact: true},
	"12 midday": {hour: 12, exact: true}, "twelve noon": {hour: 12, exact: true}, "high noon": {hour: 12, exact: true},
	"noon - ish": {hour: 12, exact: true}, "12 midnight": {hour: 24, exact: true}, "mid night": {hour: 24, exact: true},
	"meio-dia": {hour: 12, exact: true}, "medio día": {hour: 12, exact: true},
	"meio-dia e meia": {hour: 12, minute: 30, exact: true}, "midi et demi": {hour: 12, minute: 30, exact: true},
	"12 Uhr mittags": {hour: 12, exact: true}, "正午": {hour: 12, exact: true},
}
