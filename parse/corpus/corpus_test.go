package corpus

import "testing"

func TestTheCorpusCanBeRead(t *testing.T) {
	list, err := All()
	if err != nil {
		t.Fatal(err)
	}
	hands := map[string]int{}
	for _, m := range list {
		hands[m.Hand]++
	}
	t.Log(len(list), hands)
}
