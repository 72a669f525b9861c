package interview

// Effects that several cells share.
var (
	put       = Effect{Kind: PutEvent}
	void      = Effect{Kind: VoidRequests}
	checklist = letter(ChecklistLetter)
	changed   = letter(ChangedLetter)
	cancelled = letter(CancelledLetter)
	options   = letter(OptionsLetter)
	question  = letter(QuestionLetter)
	reminder  = letter(ReminderLetter)
	debrief   = letter(DebriefLetter)
	thanks    = Effect{Kind: DraftNotes, Note: ThankYou}
	followUp  = Effect{Kind: DraftNotes, Note: FollowUp}
	accept    = Effect{Kind: DraftNotes, Note: Acceptance}
)

func letter(kind LetterKind) Effect { return Effect{Kind: WriteLetter, Letter: kind} }

func do(effects ...Effect) []Effect { return effects }

// ignored is a cell in which nothing happens, said aloud: the test asks for every cell.
var ignored = rule{change: nothing}

// noted is a cell in which the message is only remembered as heard.
var noted = rule{change: heard}

// table says for every event what happens in every state. To change when an interview counts as rescheduled, change
// a cell here.
var table = map[EventKind]map[State]rule{
	Invited: {
		None:      {Scheduled, take, do(put, checklist)},
		Suspected: {Scheduled, take, do(put, checklist)},
		Proposed:  {Scheduled, confirm, do(put, checklist)},
		Scheduled: {Scheduled, differ, do(put, changed, void)},
		Held:      noted,
		Closed:    noted,
		Cancelled: {Scheduled, newer, do(put, checklist)},
	},
	TimesOffered: {
		None:      {Proposed, offer, do(options)},
		Suspected: {Proposed, offer, do(options)},
		Proposed:  {Proposed, offerAgain, do(options, void)},
		Scheduled: {Scheduled, offerAgain, do(options)},
		Held:      noted,
		Closed:    noted,
		Cancelled: {Proposed, offerAgain, do(options)},
	},
	Moved: {
		None:      {Scheduled, take, do(put, checklist)},
		Suspected: {Scheduled, take, do(put, checklist)},
		Proposed:  {Scheduled, confirm, do(put, checklist, void)},
		Scheduled: {Scheduled, move, do(put, changed, void)},
		Held:      {Scheduled, move, do(put, changed, void)}, // the message came late: it did not take place
		Closed:    noted,
		Cancelled: {Scheduled, newer, do(put, checklist)},
	},
	MoveProposed: {
		None:      {Proposed, offer, do(options)},
		Suspected: {Proposed, offer, do(options)},
		Proposed:  {Proposed, offerAgain, do(options, void)},
		Scheduled: {Scheduled, offerAgain, do(options)}, // the old time holds until she has answered
		Held:      noted,
		Closed:    noted,
		Cancelled: {Proposed, offerAgain, do(options)},
	},
	MoveAwaited: {
		None:      {Proposed, offer, do(options)},
		Suspected: {Proposed, offer, do(options)},
		Proposed:  {Proposed, offerAgain, do(options, void)},
		Scheduled: {Proposed, unfix, do(put, changed, void)},
		Held:      noted,
		Closed:    noted,
		Cancelled: noted,
	},
	CalledOff: {
		None:      {Cancelled, take, do(cancelled)}, // of an interview we never saw: she is told, nothing is in the calendar
		Suspected: {Cancelled, callOff, do(cancelled)},
		Proposed:  {Cancelled, callOff, do(put, cancelled, void)},
		Scheduled: {Cancelled, callOff, do(put, cancelled, void)},
		Held:      noted,
		Closed:    noted,
		Cancelled: noted,
	},
	Doubtful: {
		None:      {Suspected, doubt, do(question)},
		Suspected: {Suspected, doubtAgain, do(question, void)},
		Proposed:  {Proposed, doubtAgain, do(question)},
		Scheduled: {Scheduled, doubtAgain, do(question)}, // what is in the calendar stays until she has answered
		Held:      noted,
		Closed:    noted,
		Cancelled: {Suspected, doubtAgain, do(question)},
	},
	Heard: {None: ignored, Suspected: noted, Proposed: noted, Scheduled: noted, Held: noted, Closed: noted, Cancelled: noted},
	// Only a question of its own is made and changed by what is not sure; a known interview is never disturbed by it.
	Unsure:    {None: {Suspected, suspect, do(put)}, Suspected: {Suspected, suspect, do(put)}, Proposed: ignored, Scheduled: ignored, Held: ignored, Closed: ignored, Cancelled: ignored},
	Picked:    {None: ignored, Suspected: ignored, Proposed: {Proposed, pick, do(put, accept)}, Scheduled: {Scheduled, pick, do(accept)}, Held: ignored, Closed: ignored, Cancelled: ignored},
	Settled:   {None: ignored, Suspected: {Scheduled, settle, do(put, checklist)}, Proposed: {Scheduled, settle, do(put, checklist)}, Scheduled: {Scheduled, settle, do(put, changed, void)}, Held: ignored, Closed: ignored, Cancelled: ignored},
	Accepted:  {None: ignored, Suspected: ignored, Proposed: {Scheduled, accepted, do(put, checklist)}, Scheduled: {Scheduled, acceptedMove, do(put, changed, void)}, Held: ignored, Closed: ignored, Cancelled: ignored},
	Debriefed: {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: ignored, Held: {Held, debriefed, do(thanks)}, Closed: ignored, Cancelled: ignored},
	Retimed:   {None: ignored, Suspected: {Scheduled, correct, do(put, checklist)}, Proposed: {Scheduled, correct, do(put, checklist, void)}, Scheduled: {Scheduled, correct, do(put, changed, void)}, Held: ignored, Closed: ignored, Cancelled: ignored},
	Corrected: {None: ignored, Suspected: {Suspected, correct, nil}, Proposed: {Proposed, correct, do(put)}, Scheduled: {Scheduled, correct, do(put, changed, void)}, Held: ignored, Closed: ignored, Cancelled: ignored},
	TakenUp:   {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: ignored, Held: ignored, Closed: {Scheduled, takeUp, do(put, checklist)}, Cancelled: ignored},
	Dropped:   {None: ignored, Suspected: {Closed, drop, do(void)}, Proposed: {Closed, drop, do(put, void)}, Scheduled: {Closed, drop, do(put, void)}, Held: {Closed, drop, do(void)}, Closed: ignored, Cancelled: {Closed, drop, nil}},
	Denied:    {None: ignored, Suspected: {Closed, denied, do(put, void)}, Proposed: ignored, Scheduled: ignored, Held: ignored, Closed: ignored, Cancelled: ignored},

	DayBeforeDue:   {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: {Scheduled, once(DayBefore), do(reminder)}, Held: ignored, Closed: ignored, Cancelled: ignored},
	HoursBeforeDue: {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: {Scheduled, once(HoursBefore, DayBefore), do(reminder)}, Held: ignored, Closed: ignored, Cancelled: ignored},
	Ended:          {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: {Held, nil, nil}, Held: ignored, Closed: ignored, Cancelled: ignored},
	DebriefDue:     {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: ignored, Held: {Held, once(DebriefAsk), do(debrief)}, Closed: ignored, Cancelled: ignored},
	NotesDue:       {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: ignored, Held: {Held, once(NotesAsk), do(thanks)}, Closed: ignored, Cancelled: ignored},
	SilenceDue:     {None: ignored, Suspected: ignored, Proposed: ignored, Scheduled: ignored, Held: {Held, once(FollowUpAsk), do(followUp)}, Closed: ignored, Cancelled: ignored},
	Shown:          {None: ignored, Suspected: {Suspected, shown, nil}, Proposed: ignored, Scheduled: ignored, Held: ignored, Closed: ignored, Cancelled: ignored},
	QuestionDue:    {None: ignored, Suspected: {Suspected, once(QuestionAsk), do(question)}, Proposed: ignored, Scheduled: ignored, Held: ignored, Closed: ignored, Cancelled: ignored},
	Faded:          {None: ignored, Suspected: {Closed, lapse, do(void)}, Proposed: {Closed, nil, do(void)}, Scheduled: ignored, Held: {Closed, nil, do(void)}, Closed: ignored, Cancelled: {Closed, nil, nil}},
}
