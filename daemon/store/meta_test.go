package store

import "testing"

func TestMetaKeepsTheLastValue(t *testing.T) {
	s := fresh(t)
	view(t, s, func(tx *Tx) error {
		if v, found, err := tx.Meta("digest"); found || err != nil || v != "" {
			t.Errorf("got %q, %v, %v before it was set", v, found, err)
		}
		return nil
	})
	update(t, s, func(tx *Tx) error { return tx.SetMeta("digest", "Monday") })
	update(t, s, func(tx *Tx) error { return tx.SetMeta("digest", "") })
	view(t, s, func(tx *Tx) error {
		v, found, err := tx.Meta("digest")
		if !found || v != "" {
			t.Errorf("got %q, %v, want an empty value", v, found)
		}
		return err
	})
}
