package demo

import (
	"strings"

	"roundtwo/parse/message"
)

// tellHowItWent is what she answers when she is asked how it went: in her own words about the companies of the built-in
// invitations, else in words that fit any interview.
func (s *story) tellHowItWent(letter *message.Message) string {
	for company, told := range debriefs {
		if strings.Contains(letter.Text, company) || strings.Contains(letter.Subject, company) {
			n := s.debrief[company]
			s.debrief[company]++
			return told[min(n, len(told)-1)]
		}
	}
	return anyDebrief
}

// debriefs are her answers, by company and round.
var debriefs = map[string][]string{
	"Northwind": {
		`Priya: we spoke about why I want to leave and about the nightly loads that break at month end.
struggled: how I would split a table that has grown to two billion rows
worked: the story of the invoice pipeline
told: the invoice pipeline
unsaid: that I ran the migration to Postgres on my own
ask-next: who owns the data contracts
problem: nightly loads that break at month end
hear-back: Friday, November 13`,
		`Dana: we drew the ingest path for the shop data, and she asked how I would find a late file. She said the first job is to make month end boring.
Samuel: he asked about slowly changing dimensions, and we compared two ways to keep prices over time.
Ana: we talked about how product and engineering agree on what a field means.
met: Dana Whitfield <dana.whitfield@northwind.example>
met: Samuel Okafor <samuel.okafor@northwind.example>
met: Ana Pereira <ana.pereira@northwind.example>
reason: I like that the team writes its data contracts down before the first table
worked: drawing before talking
offered: the write-up of my invoice pipeline
problem: month end is not boring yet
hear-back: November 24`,
	},
	"Globex": {
		`Ingrid: we went through the sales dashboard and she told me that three teams count customers in three ways. I told her how we settled that at my last job with one written definition.
reason: I want to work where people ask what a number means
offered: the one-page definition we used
met: Ingrid Solberg <ingrid.solberg@globex.example>`,
	},
	"Initech": {
		`Grace: she asked how I keep a platform small, and I described the three services we switched off last year.
reason: the platform team decides with the teams it serves
worked: naming what we stopped doing`,
	},
}

const anyDebrief = `We spoke about the work of the first months. We also talked about how the team decides.
reason: the problems named are ones I have solved before and would like to solve again
worked: the example I had prepared
offered: more about the example I described`
