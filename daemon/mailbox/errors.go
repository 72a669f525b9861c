package mailbox

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"strings"

	"github.com/emersion/go-imap/v2"
)

var (
	// ErrAuth: the server refused the login. Trying again at once may lock the account.
	ErrAuth = errors.New("the server refused the login")
	// ErrUnavailable: the server cannot at the moment, or has had enough of us.
	ErrUnavailable = errors.New("the server is not available at the moment")
	// ErrNoFolder: the folder does not exist. Folders are never created silently; find them again.
	ErrNoFolder = errors.New("no such folder")
	// ErrCannotRemove: without UIDPLUS a single message cannot be removed safely; the draft stays.
	ErrCannotRemove = errors.New("the server cannot remove a single message (no UIDPLUS)")
	// ErrTooBig: the server does not take a message of this size.
	ErrTooBig = errors.New("the message is too big for the server")
	// ErrTimeout: no answer came; the session is closed.
	ErrTimeout = errors.New("no answer")

	errBadName  = errors.New("not a usable name")
	errInsecure = errors.New("the connection is not secure")
)

// Temporary says whether trying again, without anybody changing anything, may help. Errors are temporary unless known
// to be lasting.
func Temporary(err error) bool {
	for _, lasting := range []error{ErrAuth, ErrNoFolder, ErrCannotRemove, ErrTooBig, errBadName, errInsecure} {
		if errors.Is(err, lasting) {
			return false
		}
	}
	var cert *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	return !errors.As(err, &cert) && !errors.As(err, &unknown)
}

// codes say what a response code of a refusal means (RFC 5530, RFC 7889).
var codes = map[imap.ResponseCode]error{
	imap.ResponseCodeAuthenticationFailed: ErrAuth,
	imap.ResponseCodeAuthorizationFailed:  ErrAuth,
	imap.ResponseCodeExpired:              ErrAuth,
	imap.ResponseCodeContactAdmin:         ErrAuth,
	imap.ResponseCodeUnavailable:          ErrUnavailable,
	imap.ResponseCodeInUse:                ErrUnavailable,
	imap.ResponseCodeLimit:                ErrUnavailable,
	imap.ResponseCodeServerBug:            ErrUnavailable,
	"THROTTLED":                           ErrUnavailable, // Yahoo
	imap.ResponseCodeNonExistent:          ErrNoFolder,
	imap.ResponseCodeTryCreate:            ErrNoFolder,
	imap.ResponseCodeTooBig:               ErrTooBig,
}

func classified(err error) error {
	var answer *imap.Error
	if !errors.As(err, &answer) {
		return err
	}
	if known, ok := codes[answer.Code]; ok {
		return fmt.Errorf("%w: %w", known, err)
	}
	if overloaded(answer.Text) {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return err
}

// refused says whether the server answered at all, with NO or BAD: the connection is still good then.
func refused(err error) bool {
	var answer *imap.Error
	return errors.As(err, &answer) && (answer.Type == imap.StatusResponseTypeNo || answer.Type == imap.StatusResponseTypeBad)
}

// usable refuses names that would break the conversation: Dovecot repeats a name in its answer as it is, line breaks
// included.
func usable(kind, name string) error {
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return r < 0x20 || r == 0x7f }) {
		return fmt.Errorf("%w: %s %q", errBadName, kind, name)
	}
	return nil
}
