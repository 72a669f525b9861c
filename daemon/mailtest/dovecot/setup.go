package dovecot

import (
	"crypto/x509"
	_ "embed"
	"fmt"
	"net"
	"os"
	"os/user"
	"path/filepath"
	"strings"

	"roundtwo/daemon/mailtest/certificate"
)

//go:embed dovecot.conf
var template string

// prepare writes the certificate and the configuration.
func (s *Server) prepare(extra []string) error {
	if err := os.Chmod(s.Dir, 0o755); err != nil {
		return err
	}
	mail := filepath.Join(s.Dir, "mail")
	if err := os.Mkdir(mail, 0o777); err != nil {
		return err
	}
	if err := os.Chmod(mail, 0o777); err != nil { // whatever the umask is: the mail user differs from us
		return err
	}
	if err := s.certificate(); err != nil {
		return fmt.Errorf("certificate: %w", err)
	}
	conf, err := s.configuration()
	if err != nil {
		return err
	}
	conf += strings.Join(extra, "\n") + "\n"
	return os.WriteFile(filepath.Join(s.Dir, "dovecot.conf"), []byte(conf), 0o644)
}

// certificate keeps the self-signed one as the only trusted authority.
func (s *Server) certificate() error {
	cert, key, err := certificate.New()
	if err != nil {
		return err
	}
	s.CAs = x509.NewCertPool()
	s.CAs.AppendCertsFromPEM(cert)
	s.CAFile = filepath.Join(s.Dir, "cert.pem")
	if err := os.WriteFile(s.CAFile, cert, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.Dir, "key.pem"), key, 0o600)
}

func (s *Server) configuration() (string, error) {
	ports, err := freePorts(3)
	if err != nil {
		return "", err
	}
	s.IMAP, s.IMAPS, s.LMTP = loopback(ports[0]), loopback(ports[1]), loopback(ports[2])
	owner, internal, chroot, err := accounts()
	if err != nil {
		return "", err
	}
	return internal + strings.NewReplacer(
		"@DIR@", s.Dir, "@IMAP@", fmt.Sprint(ports[0]), "@IMAPS@", fmt.Sprint(ports[1]), "@LMTP@", fmt.Sprint(ports[2]),
		"@UID@", owner.Uid, "@GID@", owner.Gid, "@CHROOT@", chroot, "@PASSWORD@", Password,
	).Replace(template), nil
}

// accounts says who owns the mail. Root must hand it to somebody else; anyone else can only run everything as himself,
// without chroot.
func accounts() (owner *user.User, internal, chroot string, err error) {
	if os.Geteuid() == 0 {
		owner, err = user.Lookup("nobody")
		return owner, "", "", err
	}
	if owner, err = user.Current(); err != nil {
		return nil, "", "", err
	}
	group, err := user.LookupGroupId(owner.Gid)
	if err != nil {
		return nil, "", "", err
	}
	internal = fmt.Sprintf("default_internal_user = %[1]s\ndefault_login_user = %[1]s\ndefault_internal_group = %[2]s\n",
		owner.Username, group.Name)
	return owner, internal, "chroot =", nil
}

func loopback(port int) string { return fmt.Sprintf("127.0.0.1:%d", port) }

// freePorts holds all listeners until the last port is found, so that no port comes twice.
func freePorts(n int) ([]int, error) {
	ports := make([]int, n)
	for i := range ports {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer l.Close()
		ports[i] = l.Addr().(*net.TCPAddr).Port
	}
	return ports, nil
}
