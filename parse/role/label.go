package role

// Label is what the tagger says of a token.
type Label uint8

// The labels, as parse/corpus marks them.
const (
	None        Label = iota
	Interviewer       // p: somebody whom she will meet
	Writer            // w: who wrote or arranges, and takes no part
	Candidate         // c: she herself
	Named             // x: somebody else who is named
	Session           // t: words that fix a session
	Option            // o: words that fix a time among which she may choose
	Deadline          // d: something is asked of her until then
	Hours             // h: office hours
	OtherTime         // z: any other time
	Company           // co
	Job               // ro
	Place             // pl
	Thing             // b: to bring or prepare
	Means             // fmt: how they meet
	Phone             // ph
	labels
)

var labelNames = [labels]string{"", "p", "w", "c", "x", "t", "o", "d", "h", "z", "co", "ro", "pl", "b", "fmt", "ph"}

// LabelOf gives the label of a mark of the corpus, without its number.
func LabelOf(mark string) Label {
	for len(mark) > 0 && mark[len(mark)-1] >= '0' && mark[len(mark)-1] <= '9' {
		mark = mark[:len(mark)-1]
	}
	for l, name := range labelNames {
		if name == mark {
			return Label(l)
		}
	}
	return None
}

func (l Label) String() string { return labelNames[l] }
