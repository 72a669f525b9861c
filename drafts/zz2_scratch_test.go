package drafts
import ("fmt";"testing";"strings")
func TestScratch2(t *testing.T) {
	s := writer(t).sentences
	a := writer(t).advice
	for _, l := range strings.Split(strings.TrimSpace(`
discussed|we drew the ingest path for the shop data, and she asked how I would find a late file.
discussed|he asked about slowly changing dimensions, and we compared two ways to keep prices over time.
discussed|we spoke about why I want to leave and about the nightly loads that break at month end.
discussed|late files in the shop data.
discussed|very friendly, mostly about the roadmap
discussed|He's worried about churn.
discussed|Great chat about hiring. He wants someone by January.
discussed|went through my CV
discussed|we went over my CV and then the new platform
discussed|asked me to design a rate limiter
discussed|she asked me to design a rate limiter, which I did with a token bucket
discussed|She's the tech lead for billing.
discussed|lots of questions about testing
discussed|the move to streaming - they hope to finish in May
discussed|We compared two ways to keep prices over time.
discussed|We had a good talk about on-call.
discussed|we had coffee
discussed|we looked at the dashboards together
discussed|we did a live coding exercise on window functions
discussed|I told him about the Kafka migration
discussed|I explained how we test metrics
discussed|she showed me their roadmap for 2027
discussed|He wanted to know why I left.
discussed|their on-call is heavy
discussed|team of six, two are new
discussed|nice guy
discussed|Good.
discussed|nothing much
discussed|system design: a queue for orders
discussed|my question about on-call got a straight answer
discussed|They're moving everything to Kubernetes
discussed|it was mostly about how they plan
discussed|mostly about how they plan
discussed|Talked mainly about the budget
discussed|we disagreed about microservices
discussed|he was late and seemed bored
discussed|she liked my story about the rota
discussed|I didn't like him
discussed|what I would do in the first 90 days
discussed|Asked how I'd handle a conflict, told him about the rota.
problem|they have too many dashboards
problem|nobody owns the data quality
reason|they write things down
reason|the team
reason|the mission and the people
reason|good pay
reason|I liked the people
reason|because it is close to home
reason|my current boss is awful
reason|you can feel that they care
worked|drawing the ingest path
worked|the SQL task
worked|being honest about what I don't know
worked|my questions
worked|rapport
unsaid|that I ran the migration to Postgres on my own
unsaid|I have a certificate in Kafka
unsaid|my work on the rota
offered|a write-up of my invoice pipeline
offered|to send the slides
offered|nothing
offered|send her the repo
offered|I will send the slides
offered|no
offered|none
`), "\n") {
		k, x, _ := strings.Cut(l, "|")
		for _, q := range sentencesOf(x) {
			y, sh, ok := s.shape(k, q)
			fmt.Printf("%-10s %-70s -> %v %-8s %q pres=%v\n", k, q, ok, sh, y, a.presentable(q))
		}
	}
}
