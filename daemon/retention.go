package daemon

import (
	"context"
	"time"

	"roundtwo/daemon/store"
	"roundtwo/interview"
)

// outlived gives the interviews whose words have been kept as long as the configuration says, and when the next will have
// been. A company is remembered as a whole: what was told in the first round is wanted until the last is long over.
func (d *Daemon) outlived(all []interview.Interview, now time.Time) (ids []string, next time.Time) {
	keep := d.cfg.Keep.Words.D()
	if keep == 0 {
		return nil, next
	}
	last := map[string]time.Time{} // by company
	for _, iv := range all {
		key := interview.FoldCompany(iv.Company)
		if at := lastWord(iv, now); at.After(last[key]) {
			last[key] = at
		}
	}
	for _, iv := range all {
		if iv.State != interview.Closed || isHusk(iv) {
			continue
		}
		at := last[interview.FoldCompany(iv.Company)].Add(keep)
		switch {
		case !at.After(now):
			ids = append(ids, iv.ID)
		case next.IsZero() || at.Before(next):
			next = at
		}
	}
	return ids, next
}

// lastWord is when something was last heard of an interview; one that is not closed is heard of now.
func lastWord(iv interview.Interview, now time.Time) time.Time {
	if iv.State != interview.Closed {
		return now
	}
	return later(later(iv.Updated, iv.End()), iv.LastHeard)
}

func isHusk(iv interview.Interview) bool {
	return iv.Company == "" && iv.Sender.Email == "" && len(iv.Interviewers) == 0 && len(iv.Thread) == 0
}

// forgetOld takes the words of outlived interviews out of the store, and out of the free pages of its file.
func (d *Daemon) forgetOld(ctx context.Context, ids []string) error {
	err := d.update(ctx, func(tx *store.Tx) error {
		for _, id := range ids {
			iv, ok, err := tx.Interview(id)
			if err != nil || !ok {
				return err
			}
			if err := forgetWhole(tx, iv, &Forgotten{}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	d.log.Info("forgotten, as the configuration says", "interviews", len(ids))
	return d.store.Scrub(ctx)
}
