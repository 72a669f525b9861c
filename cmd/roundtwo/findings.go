package main

import (
	"crypto/tls"
	"fmt"
	"time"
)

// finding is what check has to say about one thing: nothing, advice, or a fault that must be mended.
type finding struct {
	text   string
	advice string // what to do; empty: nothing
	fault  bool
}

// soonOver is how long before its end a certificate is worth a word. Authorities renew after two thirds of ninety days.
const soonOver = 21 * 24 * time.Hour

// certificate judges a connection whose certificate was verified.
func certificate(state tls.ConnectionState, now time.Time) finding {
	if len(state.PeerCertificates) == 0 {
		return finding{text: tls.VersionName(state.Version)}
	}
	end := state.PeerCertificates[0].NotAfter
	f := finding{text: fmt.Sprintf("%s, certificate valid until %s", tls.VersionName(state.Version), end.Format(time.DateOnly))}
	if end.Sub(now) < soonOver {
		f.advice = fmt.Sprintf("its certificate ends in %d days; after that nothing is sent or read until it is renewed", int(end.Sub(now).Hours())/24)
	}
	return f
}

// Space below which the store may soon find no room, and below which check speaks of a fault.
const (
	littleSpace = 200 << 20
	noSpace     = 10 << 20
)

// space judges how much is free where the store lies.
func space(free uint64, dir string) finding {
	f := finding{text: fmt.Sprintf("%d MiB are free", free>>20)}
	switch {
	case free < noSpace:
		f.fault, f.advice = true, "free some space at "+dir+": without room nothing can be recorded, and so nothing is done"
	case free < littleSpace:
		f.advice = "free some space at " + dir + ": the store needs room to grow"
	}
	return f
}

// atRest says whether a thief of the disk could read the store.
func atRest(encrypted, known bool) finding {
	switch {
	case !known:
		return finding{text: "whether the disk is encrypted cannot be told here", advice: "the store holds names, notes and what you told: keep it on an encrypted disk"}
	case encrypted:
		return finding{text: "lies on an encrypted disk"}
	}
	return finding{text: "lies on a disk that is not encrypted", advice: "who takes the disk can read names, notes and what you told: LUKS, or the like, keeps them out"}
}
