package submission

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	dotAtom  = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$")
	label    = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`)
	anyAlpha = regexp.MustCompile(`[A-Za-z]`)
)

// CheckAddress allows dot-atom@hostname only (RFC 5321 sections 2.3.5 and 4.1.2), at most 254 octets. Quoted local
// parts, routes, address literals and non-ASCII addresses are refused: they are how recipients are smuggled in.
func CheckAddress(addr string) error {
	local, host, found := strings.Cut(addr, "@")
	switch {
	case !found:
		return fmt.Errorf("%q is no address: it has no @", addr)
	case len(addr) > 254 || len(local) > 64:
		return fmt.Errorf("the address %.40q… is too long", addr)
	case !dotAtom.MatchString(local):
		return fmt.Errorf("the address %q has an unusual part before the @", addr)
	case !hostname(host):
		return fmt.Errorf("the address %q has no proper host name", addr)
	}
	return nil
}

func hostname(host string) bool {
	labels := strings.Split(host, ".")
	for _, l := range labels {
		if !label.MatchString(l) {
			return false
		}
	}
	return anyAlpha.MatchString(labels[len(labels)-1]) // 127.0.0.1 is not a name
}
