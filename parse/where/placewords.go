package where

import "roundtwo/parse/token"

func words(lists ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lists {
		for _, t := range token.Cut(l) {
			if !t.Ends() {
				m[t.Lower] = true
			}
		}
	}
	return m
}

// streetWords stand in the name of a street.
var streetWords = words(
	`approach street st avenue ave av road rd lane ln drive boulevard blvd way court ct close crescent cres square sq
		terrace place pl plaza quay row hill park walk mews alley parkway pkwy highway hwy broadway wharf gate grove
		gardens yard mall row rise view circus circle loop wall embankment esplanade promenade parade strand green bypass
		pike turnpike trail path bridge cross`,
	`strasse str platz weg allee gasse ring ufer damm chaussee rue quai cours impasse chemin route via viale piazza
		corso largo calle avenida av paseo plaza carrera rua travessa praca praça largo alameda estrada laan straat plein
		gracht kade dreef singel weg ulica ul aleja al plac osiedle gatan gata vagen vej gade allé katu tie utca ut ter
		körut cadde caddesi sokak bulvar bulvari jalan jl lorong marg nagar salai chowk prospekt ulitsa naberezhnaya`,
)

// streetEnds end the name of a street that is one word: "Brunnenhof", "Industriestrasse".
var streetEnds = []string{"strasse", "str", "platz", "weg", "allee", "gasse", "ring", "ufer", "damm", "hof", "markt",
	"graben", "steig", "straat", "laan", "plein", "gracht", "kade", "singel", "pad", "dreef", "gatan", "vagen", "vej", "gade",
	"veien", "gata", "gardur", "katu", "tie", "utca", "berg", "stieg", "wall", "chaussee"}

// buildingWords end the name of a building or site.
var buildingWords = words(
	`building bldg house tower towers centre center hall campus lodge cottage castle hospital infirmary clinic library
		university college school institute academy station theatre museum gallery church cathedral mill works factory
		warehouse hotel inn headquarters hq pavilion annexe annex wing loft barn studio studios exchange court plaza
		arcade block hub mansion manor abbey hus haus gebaude palais palacio edificio torre batiment immeuble tour office
		offices depot farm nursery surgery store shop restaurant`,
)

// roomWords name a room or floor, with a number or a name beside them.
var roomWords = words(
	`room floor level suite unit wing block ste flat door entrance gate boardroom auditorium theatre lab laboratory
		etage stock stockwerk raum zimmer saal sala salle piso planta verdieping kamer pietro pokoj lobby reception apt
		lokal lok sal`,
)

// onlineWords make the value of a label no place: the interview is held on a screen or by telephone.
var onlineWords = words(
	`zoom teams meet google microsoft webex skype online virtual virtually remote remotely video videocall
		videoconference phone telephone call link web hangouts whereby jitsi bluejeans gotomeeting conference tbc tbd tba
		visio visioconférence videokonferenz telefon telefonisch téléphone remoto bridge bigbluebutton slack facetime
		whatsapp chime ringcentral dial hirevue below above enclosed same`,
)

// timeWords mark a date or a time, which is no part of an address.
var timeWords = words(
	`january february march april june july august september october november december jan feb mar apr jun jul aug sep
		sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
		sun am pm uhr hours hrs minutes mins noon gmt utc bst cet cest est edt pst pdt ist today tomorrow`,
	`januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag janvier février
		mars avril juin juillet août lundi mardi mercredi jeudi vendredi enero febrero marzo abril mayo junio julio agosto
		lunes martes miércoles jueves viernes`,
)

// smallInPlace are small words inside the name of a place: "Banks of the Clyde House".
var smallInPlace = words(`site dell dello degli dei nel nella all alla of the and de la du des di da do del der den dem den am an im a y e und et
	van von ter op floor room level suite building meeting conference seminar interview board second third fourth
	fifth sixth ground first top main reception entrance desk lobby wing office near opposite behind beside next to
	above st nd rd th block gate unit etage stock og ul al bis stockwerk obergeschoss piso sala salle no nr`)

// siteWords are places of work that prose names without an address: "at the yard".
var siteWords = words(
	`office offices unit yard shop store roastery hospice studio studios brewery factory site school hospital clinic
		warehouse plant lodge restaurant kitchen farm surgery depot garage salon gallery museum library church
		headquarters hq premises building campus workshop nursery bakery bar pub hotel theatre ward laboratory lab centre
		center branch showroom mill brewery distillery vineyard stables bistro cafe café boutique salon hangar quarry dock
		docks port harbour harbor station college university faculty department council town hall house practice pharmacy
		archive archives courthouse precinct chambers boardroom orchard ranch orangery winery gym club pool hall foundation reception base plant works company facility facilities location`,
)
