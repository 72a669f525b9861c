package approval

import (
	"bytes"
	"errors"
	"net"
	"slices"
	"strings"

	"github.com/emersion/go-msgauth/dkim"
)

// proof is whether a message comes from where it says.
type proof int

const (
	unproven proof = iota
	unreachable
	proven
)

const (
	maxSignatures = 5
	maxKeyRecord  = 4 << 10 // an RSA key of 16,384 bits; whoever has a longer one wants our processor
)

// origin asks for a proof once: the word of her provider, or a signature of her own domain that we check ourselves.
func (c *inspection) origin() proof {
	if c.proof == nil {
		p := proven
		if c.provider() != agrees {
			p = c.signed()
		}
		c.proof = &p
	}
	return *c.proof
}

// signed checks the DKIM signatures (RFC 6376) of her domain. They must cover the field that carries the token, or it
// may have been put on a letter that she wrote to somebody else.
func (c *inspection) signed() proof {
	if c.LookupTXT == nil || !c.header.sent || !c.header.plain {
		return unproven
	}
	signatures := c.header.all("DKIM-Signature")
	if len(signatures) > maxSignatures {
		return unproven
	}
	best := unproven
	for _, s := range signatures {
		best = max(best, c.verify(s))
	}
	return best
}

// verify checks one signature alone: of several the library checks each in a goroutine, where a panic ends the program.
func (c *inspection) verify(signature field) (p proof) {
	defer func() {
		if recover() != nil {
			p = unproven
		}
	}()
	keys := &keyring{lookup: c.LookupTXT, domain: domainOf(c.from)}
	list, err := dkim.VerifyWithOptions(bytes.NewReader(c.header.with(signature)), &dkim.VerifyOptions{LookupTXT: keys.get})
	switch {
	case keys.down:
		return unreachable
	case err != nil || len(list) != 1 || !c.convinces(list[0]):
		return unproven
	}
	return proven
}

// with is the message with no other signature than that one.
func (h header) with(signature field) []byte {
	var b bytes.Buffer
	for _, f := range h.fields {
		if !strings.EqualFold(f.name, signature.name) || bytes.Equal(f.raw, signature.raw) {
			b.Write(f.raw)
		}
	}
	b.WriteString("\r\n")
	b.Write(h.body)
	return b.Bytes()
}

func (c *inspection) convinces(v *dkim.Verification) bool {
	if v.Err != nil || !sameOwner(v.Domain, domainOf(c.from)) {
		return false
	}
	if !v.Expiration.IsZero() && !c.Now.Before(v.Expiration) {
		return false
	}
	return slices.ContainsFunc(c.letter.carriers(c.m), func(name string) bool {
		return slices.ContainsFunc(v.HeaderKeys, func(key string) bool { return strings.EqualFold(key, name) })
	})
}

// keyring gives the keys of one domain and nobody else's: a message must not make us ask DNS about whatever it likes.
type keyring struct {
	lookup func(string) ([]string, error)
	domain string
	down   bool // DNS gave no answer
}

var errNotHers = errors.New("no key of her domain, or one that is being tried out")

func (k *keyring) get(name string) ([]string, error) {
	_, domain, found := strings.Cut(name, "._domainkey.")
	if !found || len(name) > 253 || !sameOwner(domain, k.domain) {
		return nil, errNotHers
	}
	records, err := k.lookup(name)
	if err != nil {
		var dns *net.DNSError
		k.down = !errors.As(err, &dns) || !dns.IsNotFound
		return nil, err
	}
	if slices.ContainsFunc(records, unusable) {
		return nil, errNotHers
	}
	return records, nil
}

// unusable refuses a record that is too long, and one with the flag y: its owner is only trying DKIM out, and asks that a
// signature be treated as none (RFC 6376 section 3.6.1).
func unusable(record string) bool {
	if len(record) > maxKeyRecord {
		return true
	}
	for tag := range strings.SplitSeq(record, ";") {
		name, value, _ := strings.Cut(tag, "=")
		if strings.TrimSpace(name) != "t" {
			continue
		}
		for flag := range strings.SplitSeq(value, ":") {
			if strings.EqualFold(strings.TrimSpace(flag), "y") {
				return true
			}
		}
	}
	return false
}
