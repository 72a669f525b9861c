package security

import (
	"strings"
	"testing"
)

const said = `{"Action":"run","Package":"roundtwo/e2e","Test":"TestKill"}
{"Action":"output","Package":"roundtwo/e2e","Test":"TestKill","Output":"    kill_test.go:9: FIGURE kills: points=120; lost=0\n"}
{"Action":"pass","Package":"roundtwo/e2e","Test":"TestKill/at_a_commit"}
{"Action":"fail","Package":"roundtwo/e2e","Test":"TestKill"}
FIGURE planted bugs: planted=12; found=11
FIGURE planted bugs: planted=12; found=12
ok, any other line
`

func TestARunIsReadBack(t *testing.T) {
	run, err := ReadRun(strings.NewReader(said))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"e2e.TestKill": "fail", "e2e.TestKill/at a commit": "pass", "e2e.TestOther": ""} {
		if got := run.Ended(name); got != want {
			t.Errorf("%s ended %q, want %q", name, got, want)
		}
	}
	want := []Measured{{"kills", "points=120; lost=0"}, {"planted bugs", "planted=12; found=12"}}
	if len(run.Figures) != 2 || run.Figures[0] != want[0] || run.Figures[1] != want[1] {
		t.Errorf("figures %v, want %v", run.Figures, want)
	}
}
