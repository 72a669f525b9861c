package who

import "roundtwo/parse/token"

// cue is what a phrase says about the people beside it.
type cue uint8

const (
	noCue     cue = iota
	meets         // whoever follows is met: "you will meet"
	with          // whoever follows is probably met: "with", "plus"
	past          // is over: "thank you for your interview with"
	aside         // takes no part: "report to", "your contact is"
	maybe         // may happen later: "if that goes well"
	sits          // stands after a name: "will interview you"
	helps         // stands after a name: "will meet you at reception"
	away          // stands after a name: "is on leave"
	bystander     // anywhere in the sentence: "tech support only"
	swap          // anywhere in the text: somebody takes the place of somebody
	selfMeets     // the writer takes part: "I'll be joining"
	selfCalls     // the writer takes part where a number follows: "I'll call 805-…"
	bothWant      // "we" want it, where somebody was named beside the writer: "a second chat with you"
	bothMeet      // the writer and whoever is named beside her: "see us both"
)

// cues are the phrases that decide, by what they say.
var cues = token.MakePhrases(table(cueTable))

// cueTable has what stands before people.
var cueTable = map[cue][]string{
	meets: {
		"meet", "meet with", "meeting", "meeting with", "meet up with", "speak with", "speak to", "speaking with", "speaking to",
		"talk with", "talk to", "talking with", "talking to", "chat to", "chatting to", "speak to both", "meeting up with", "present to", "presenting to", "presentation to", "pitch to", "pitching to", "sit down with", "sitting down with", "interviewed by",
		"interviewing with", "interview you will be", "interviewing you will be", "interviewing you are", "meet are", "meet will be", "joined by", "conducted by", "led by", "chaired by", "received by",
		"seen by", "taken by", "run by", "be seeing", "you see", "you'll see", "you will see", "you'll be with", "you will be with",
		"panel will be", "panel is", "panel are", "panel remains", "panel consists of", "panel will consist of", "panel comprises",
		"panel will comprise", "panel includes", "panel will include", "panel members are", "panel members will be", "panel made up of",
		"board will be", "board consists of", "committee will be", "committee consists of", "committee comprises",
		"interviewers are", "interviewers will be", "interviewer is", "interviewer will be", "interlocutors will be",
		"interlocutor will be", "interlocutors are", "consisting of", "comprising", "made up of", "composed of", "participants will be",
		"participants are", "will participate", "will attend are", "will take part", "it will be", "it'll be", "it will just be", "it'll just be", "just be you and", "you +", "only be you and", "just you and", "only you and", "it would be", "would still be", "will still be", "it is still", "introduce you to",
		"meet the following people", "interview panel", "hosted by", "facilitated by", "moderated by", "in attendance will be",
		"represented by", "present will be", "attending will be", "joining you will be", "joining us will be", "lernst du",
		"lernst du auch", "lernen sie", "vous serez recue par", "serez accueilli par", "company of", "presence of", "front of",
		"chairmanship of", "between", "interview you are", "you'll be meeting", "get to know",
		"getting to know", "catch up with", "catching up with", "connect with", "connecting with", "face",
		"sie treffen", "teilnehmen werden", "sie sprechen mit", "sie werden mit", "vous rencontrerez", "vous serez recu par",
		"sind auch", "ist auch", "ihre gesprachspartner sind", "ihr gesprachspartner ist", "ihre gesprachspartnerin ist", "ihre gesprachspartnerinnen sind",
		"deine gesprachspartner sind", "dein gesprachspartner ist", "gesprach mit", "gesprach fuhren sie mit", "treffen sie", "triffst du",
		"du triffst", "du sprichst mit", "sprechen sie mit", "es erwarten sie", "erwartet sie", "erwarten sie", "teil nehmen", "nehmen teil",
		"dabei sein werden", "dabei sind", "teilnehmer sind", "anwesend sein werden", "gemeinsam mit", "kennenlernen werden sie",
		"vous serez recu", "vous serez recue", "recu par", "recue par", "recus par", "vous serez accueillie par", "entretien avec", "rencontre avec",
		"vous y rencontrerez", "tu rencontreras", "rencontrer", "echanger avec", "vous echangerez avec", "tu echangeras avec", "en presence de",
		"seront presents", "sera conduit par", "mene par", "le jury sera compose de", "compose de", "composee de",
		"te reuniras con", "se reunira con", "hablaras con", "hablara con", "conoceras a", "entrevista con", "reunion con", "te entrevistaran",
		"le entrevistaran", "te entrevistara", "le entrevistara", "le recibira", "te recibira", "le recibiran", "te recibiran", "te atendera",
		"te atenderan", "le atenderan", "estaran presentes", "estara presente", "participaran", "estaran", "estara", "conversar con", "hablar con",
		"incontrerai", "incontrare", "colloquio con", "parlerai con", "parlera con", "la incontreranno", "saranno presenti", "sara presente",
		"conoscera", "conoscerai", "sara ricevuta da", "sara ricevuto da", "parteciperanno", "tenuto da", "condotto da",
		"vai conversar com", "vai falar com", "conversar com", "falar com", "entrevista com", "conversa com", "conversara com", "falara com",
		"sera recebida por", "sera recebido por", "vai conhecer", "ira conversar com", "estarao presentes", "participarao", "reuniao com",
		"gesprek met", "je spreekt dan met", "je ontmoet", "u ontmoet", "je maakt kennis met", "u maakt kennis met", "kennismaken met",
		"in gesprek met", "aanwezig zijn", "aan tafel zitten", "je gesprekspartners zijn", "uw gesprekspartners zijn", "je gesprekspartner is",
		"rozmowe poprowadzi", "rozmowe poprowadza", "spotka sie pan z", "spotka sie pani z", "rozmowa z", "mukana ovat", "mukana on", "tapaat", "haastattelijat ovat", "pohovoru s", "pohovor s", "du vil mote", "du far mote", "du moter", "du skal mote", "du vil mode", "du moder", "du kommer til at mode", "setkate se s", "her name is", "his name is", "their names are", "called", "spotkasz sie z", "moote med", "traffa", "du far traffa", "du kommer att traffa", "intervju med",
		"you'll chat with", "you will chat with", "chat with", "chatting with", "interview with", "interviews with", "you're seeing", "you are seeing",
		"you'll get", "we have you with", "have you down with", "in conversation with", "in front of", "one-to-one with", "1:1 with",
		"half an hour with", "an hour with", "minutes with", "session with", "time with", "questions from", "be grilled by",
		"conocera a",
		"se reunira con", "incontrera", "voce vai conversar com", "voce vai falar com", "u spreekt met", "je spreekt met",
		"je hebt een gesprek met",
		"replaced by", "across the table will be", "across from you will be", "opposite you will be", "room will be", "line will be", "lined up", "slot with", "block with",
		"hour with", "roped in", "have set you up with", "you're up with", "you are up with", "paired with", "paired you with", "booked you in with", "booked in with", "in the diary with",
	},
	with: {
		"with", "he will have", "she will have", "they will have", "he'll have", "she'll have", "they'll have", "we'll have", "w/", "plus", "alongside", "along with", "together with", "as well as", "as is", "as are", "as will", "as does", "assisted by", "supported by", "accompanied by", "you'll have", "you will have", "by",
		"between you and", "also", "followed by", "i've asked", "i have asked", "we've asked", "we have asked", "asked",
		"mit", "avec", "con", "com", "invited", "bring in", "bringing in", "brings in", "brought in", "including",
	},
	past: {
		"previous interview", "initial interview", "earlier interview", "in your first interview", "at your first interview",
		"from your first interview", "further to", "following your", "following our", "following the", "following on",
		"following a", "following my", "following last", "following from", "after your", "after our", "after the", "after you",
		"after meeting", "after speaking", "after talking", "after a", "thank you for", "thanks for", "thanks again for", "met",
		"met with", "spoke",
		"spoke with", "spoke to", "spoken with", "spoken to", "talked", "talked to", "talked with", "enjoyed", "had a", "had with",
		"since",
		"telephone interview of", "refer to", "reference to", "reference is made to", "chatted", "interviewed with", "was", "were",
		"loved", "pleasant",
		"intro call", "phone screen with", "screening with", "liked", "impressed", "feedback from", "heard from", "last week",
		"already met",
		"based on", "recommended by", "referred by", "on behalf of", "passed", "completed", "cleared", "nach", "danke", "merci",
		"gracias",
		"used to", "formerly", "chat yesterday", "i spoke", "discussed",
	},
	aside: {
		"report to", "reports to", "reporting to", "report into", "ask for", "contact", "reach", "reach out to", "questions to",
		"email", "e-mail", "write to", "your host", "host on the day", "hosted for", "replacing", "instead of", "in place of",
		"assistant", "copied", "cc'd", "copying", "courtesy of", "founded by", "recommended", "send it to", "send them to",
		"send this to",
		"let", "addressed to", "check in with", "sign in with", "announce yourself to", "announce yourself at",
		"speak to our receptionist", "met by",
		"collected by", "picked up by", "greeted by", "welcomed by", "shown", "escorted by", "your point of contact",
		"point of contact is",
		"coordinator is", "arrange with", "liaise with", "in touch with", "booked by", "organised by", "organized by", "arranged by",
		"call me", "reply to", "confirm your attendance", "confirm attendance", "confirm your availability", "confirm this",
		"confirm receipt", "get in touch", "share this", "confirm with", "coordinate with", "return it to", "return to",
		"leave your things with", "leave it with",
		"tell", "colleague in", "references from", "referee", "written by", "designed by", "sent by", "shared with", "parking with",
		"managed by", "owned by", "care of", "c/o", "attention of", "check with", "get in touch with", "in case of", "any questions",
		"for questions", "for any", "should you have", "if you have", "if you need", "if anything", "if you get", "stand in for",
		"standing in for",
		"no longer with", "not with", "rather than",
	},
	maybe: {
		"if that goes", "if this goes", "if it goes", "if all goes", "if things go", "if successful", "if you are successful",
		"if you're successful",
		"candidates who", "people who get", "those who", "successful candidates", "would then", "later stage", "next stage would",
		"stage after", "step after that",
		"if we decide", "if we both", "should you be successful", "after that interview", "previously",
	},
}

// acts are the phrases that stand after a name and decide.
var acts = token.MakePhrases(table(actTable))

// actTable has what stands after them.
var actTable = map[cue][]string{
	sits: {
		"will ring", "will call", "will phone", "will interview", "will meet", "will join", "will be joining", "will be interviewing",
		"will be speaking", "will be talking", "will be meeting", "will be leading", "will be there", "will be on the",
		"will be your interviewer",
		"will be your interviewers", "will be asking", "will be in", "will be the panel", "will be chairing", "will be present",
		"will be with", "will be conducting",
		"will be calling", "will be ringing", "will be running", "will be taking", "will be seeing",
		"will lead", "will run", "will chair", "will take", "will walk", "will conduct", "will speak", "will talk", "will see",
		"will sit", "will go",
		"will dial", "will attend", "will participate", "will form", "will make up", "will represent", "will start", "will begin",
		"will open", "will finish", "will close", "will ask", "will explore",
		"will cover", "will host the", "will wait for you", "will expect you", "will be expecting you", "will welcome you",
		"will receive you", "will be welcoming", "will discuss", "will do", "will assess", "will put", "will want", "will hold",
		"will also", "will both", "will review", "will listen", "will watch", "will have questions", "will each",
		"would both like", "would both love", "would each like", "both want to", "both wish to", "mochten sie auch", "mochten sie", "mochte sie", "mochten dich", "mochte dich", "wurden sie gerne", "wurde sie gerne", "will sie", "wollen sie", "vill garna", "kommer att", "poprowadza", "poprowadzi", "see you", "sees you", "would like", "would love", "wants to", "want to", "wishes to", "have asked that", "has asked that", "have asked to meet",
		"has asked to meet", "have asked to see", "has asked to see", "would welcome", "looks forward", "look forward",
		"is looking forward", "are looking forward", "is keen to", "is eager to", "are keen to", "are eager to", "is excited to", "are excited to", "can't wait to", "cannot wait to", "is dying to", "are dying to", "hopes to", "hope to", "is hoping to", "are hoping to", "you're meeting", "you are meeting", "you'll be meeting", "you'll meet", "you will be meeting", "will put you", "will grill you", "'d like", "'d love",
		"is joining", "are joining", "is interviewing", "is leading", "is taking", "is running", "is conducting", "runs the",
		"leads the", "takes the", "chairs the", "is going to", "are going to", "to sit in", "to join",
		"can meet you", "is free", "are free", "stays on", "stays", "stay", "remains", "remain", "is still on", "is still joining", "are still on", "will still be", "will have you",
		"will be over", "will lead", "will be the second", "will be the first", "is up first", "is first", "is next", "does the", "will look after the",
		"is doing the", "has the second", "will come in", "comes in", "will drop in", "drops in", "pops in", "will pop in", "sits in",
		"is coming", "are coming", "will come", "will be coming", "will be on the line", "will be on the call", "will listen in",
		"dials in", "will be dialling in", "will be dialing in", "will be listening in", "joins", "joins us", "joins for", "join us",
		"werden sie", "wird sie", "wird mit ihnen", "nimmt teil", "nehmen teil", "wird teilnehmen", "werden teilnehmen", "wird dabei sein",
		"werden dabei sein", "ist dabei", "sind dabei", "fuhrt das gesprach", "fuhren das gesprach", "freut sich", "freuen sich",
		"sera present", "sera presente", "seront presents", "vous recevra", "vous recevront", "vous recevrons", "souhaite vous rencontrer",
		"souhaitent vous rencontrer", "aimerait vous rencontrer", "aimeraient vous rencontrer", "participera", "participeront", "vous attend",
		"te entrevistara", "te entrevistaran", "le entrevistara", "le entrevistaran", "estara presente", "estaran presentes", "participara",
		"participaran", "quiere conocerte", "quieren conocerte", "sara presente", "saranno presenti", "la incontrera", "la ricevera",
		"partecipera", "parteciperanno", "vorrebbe conoscerla", "estara na", "vao participar", "vai participar", "vai entrevistar",
		"participarao", "zal aanwezig zijn", "zullen aanwezig zijn", "schuift aan", "schuiven aan", "sluit aan", "sluiten aan", "is erbij",
		"zijn erbij", "wil je graag", "willen je graag",
		"will replace", "will be replacing", "is replacing", "replaces", "takes over", "steps in",
		"is stepping in", "will step in", "will be covering", "is covering", "will stand in", "will be standing in",
		"is standing in", "instead", "'ll be", "'ll join", "'ll lead", "'ll take", "'ll run", "'ll interview", "'ll call",
		"'ll ring", "'ll meet",
		"'ll talk", "'ll walk", "'ll ask", "'ll show you how", "is your interviewer", "are your interviewers",
		"is the interviewer", "is on the panel", "are on the panel", "make up the panel", "form the panel", "complete the panel",
		"completes the panel",
		"would be interviewing", "would be meeting", "will handle", "will spend", "is hosting the", "from our side", "will take part",
	},
	away: {
		"is on leave", "is on holiday", "is on vacation", "is on parental", "is on maternity", "is on paternity", "is unavailable",
		"is not available", "is no longer", "can no longer", "can't", "cannot", "is unable", "has been called",
		"has had to", "is out", "is sick", "is ill", "is off", "has left", "will be away", "will be out", "will be on leave",
		"will be on holiday", "will be unable", "had to", "is away", "will not", "won't", "will be traveling",
		"will be travelling", "is traveling", "is travelling", "could not make", "couldn't make", "is stuck",
	},
	helps: {
		"will meet you at reception", "will meet you at the reception", "will meet you at the front desk",
		"will meet you at the door", "will meet you in the lobby",
		"will meet you at the entrance", "will meet you downstairs", "will meet you at the gate", "will greet", "will collect",
		"will show", "will validate", "will help", "will send", "will be in touch", "will contact",
		"will email", "will call you to confirm", "will call you to arrange", "will be your contact", "will be your host",
		"is your contact", "is your point", "is at your disposal",
		"can help", "is copied", "is cc'd",
		"asked me", "said", "told", "loved", "thinks", "thought", "was", "were", "recommended", "suggested", "mentioned",
		"reckons", "could not",
		"couldn't", "enjoyed", "is inviting", "will have a badge", "will have your badge", "will take your coat", "will take care",
		"will take you to", "will take you up", "will see you to", "will see to", "will do the paperwork", "helps",
		"from reception", "will be happy to help", "will give you a badge", "will follow up", "will reach out",
		"will let you know", "will book", "will organise", "will organize", "will arrange", "has a", "got",
		"will be at reception", "will be at the front", "will be at the desk", "will sit in the back", "will set up",
		"will be taking notes only", "will be on hand", "will be available for", "is taking over my", "will take over my",
		"will pick you up", "will walk you to", "will walk you from", "will walk you up", "will escort",
		"will be waiting for you at", "will be waiting at", "will join you for lunch",
	},
}

// anywhere are the phrases that say something wherever they stand in a sentence.
var anywhere = token.MakePhrases(table(asideTable, selfTable, ownTable))

// asideTable has what leaves out everybody of a sentence.
var asideTable = map[cue][]string{
	swap: {
		"in her place", "in his place", "in their place", "instead", "will replace", "will be replacing", "is replacing",
		"replaces", "replaced by", "takes over", "take over", "taking over", "steps in", "stepping in", "step in", "stand in for",
		"standing in for", "stands in for", "covering for", "fill in for", "filling in for", "you will therefore only",
		"change of interviewer", "new interviewer",
	},
	bystander: {
		"tech support only", "technical support only", "no part in", "not part of the panel", "not part of the interview",
		"not take part", "not be taking part", "not be part of", "not be there",
		"reception desk helps", "front desk", "security desk", "at the reception", "validate your parking",
		"for directions", "for coffee", "at the door", "parental leave", "maternity leave", "paternity leave", "sick leave",
		"if the technique", "if the technology", "at your disposal", "for travel questions", "your expenses", "for expenses",
		"in case of trouble", "in case of problems",
	},
}

// selfTable has what the writer says of taking part.
var selfTable = map[cue][]string{
	selfMeets: {
		"i'll be interviewing", "i will be interviewing", "i'll interview", "i will interview", "i'll be joining",
		"i will be joining", "i'll join", "i will join",
		"i'll be on the panel", "i will be on the panel", "i'll be conducting", "i will be conducting", "i will be conducting",
		"i'll be your interviewer", "i will be your interviewer",
		"i'll be leading", "i will be leading", "i'll lead", "i will lead", "i'll be calling you on", "i will be calling you on",
		"i'll be calling you at", "i will be calling you at", "i will call you on",
		"i will call you at", "i'll call you on", "i'll call you at", "i'll ring you on", "i'll ring you at", "i will ring you on",
		"i will ring you at", "i'll phone you", "i will phone you", "i'll call the number", "i will call the number", "i'll call your", "i will call your", "i'll give you a bell",
		"i'll give you a call", "i will give you a call", "i'll give you a ring", "i'll sit in", "i will sit in",
		"i'll be sitting in", "i will be sitting in", "i'll also be there", "i will also be there", "i'll be there too",
		"i'll be there along", "i'll be there with", "i'll be there together", "i'll be there as well", "i will be there with",
		"i will be there along", "i will be there too", "i'll be in the room", "i will be in the room", "i'll be on the call",
		"i will be on the call",
		"i'll be in the room too", "i will be present", "i will be in attendance", "i'll be dialling in", "i'll be dialing in",
		"i'd love to kick things off", "i'd like to interview you", "i would like to interview you", "i'll be running",
		"i will be running", "i'll run", "i will run", "i'll chair", "i will chair", "i'll be chairing", "i will be chairing",
		"i'll be hosting", "i'll take you through", "i will take you through", "i'd like to meet you", "i would like to meet you",
		"i'd love to meet you",
		"i will dial", "i'll dial", "in my office", "just you and me", "just the two of us", "i'll walk you through",
		"i will walk you through",
		"i'll be seeing you", "i'll see you myself", "i will see you myself", "with me directly", "i shall be interviewing",
		"i shall be joining", "i shall join", "i'd be joining", "i am joining", "i'm joining", "i'm on the panel", "i'll be there for",
		"i am on the panel", "i'll take the first", "i'll take you round", "i'll do the first", "i'll do the second",
		"i'll start", "i'll kick off", "i'll open", "i'll close", "i'll cover", "i'll take", "werde ich auch teilnehmen",
		"ich werde dabei sein", "ich bin auch dabei", "je serai présente", "je serai présent", "yo también estaré",
		"i'd like a second", "i would like to speak with you", "i'd like to speak with you", "i'd love to speak with you",
		"i would like to see you again", "i'd like to see you again", "i'll be asking", "i will be asking",
	},
}

// ownTable has what the writer says of calling, and of a meeting with whoever was named beside her.
var ownTable = map[cue][]string{
	selfCalls: {"i'll call", "i will call", "i'll ring", "i will ring", "i'll phone", "i'll dial", "i'll try you on"},
	bothWant: {
		"second interview with you", "second conversation with you", "second chat with you", "second sit-down with you", "second sit down with you",
		"second talk with you", "another chat with you", "another interview with you", "another talk with you", "another conversation with you",
		"sit down with you again", "follow-up interview with you", "third interview with you", "final interview with you", "meet you again ourselves",
	},
	bothMeet: {
		"see us both", "meet us both", "talk to us both", "speak to us both", "speak with us both", "talk with us both",
		"meet both of us", "see both of us", "with both of us", "with us both", "the two of us", "both be there", "both of us will",
		"we will both be", "we'll both be", "come and see us both",
	},
}

// table turns tables by meaning into one by phrase.
func table[V comparable](tables ...map[V][]string) map[string]V {
	out := make(map[string]V, 400)
	for _, byMeaning := range tables {
		for meaning, phrases := range byMeaning {
			for _, p := range phrases {
				out[p] = meaning
			}
		}
	}
	return out
}
