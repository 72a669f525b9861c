// Package dovecot runs a private Dovecot on loopback ports of its own, for tests against a real IMAP server.
//
// Every user name exists and has the same password. Debian's 2.3 configuration syntax is used; 2.4 differs.
package dovecot

import (
	"bufio"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Password is the password of every user, and the bearer token for XOAUTH2 and OAUTHBEARER.
const Password = "quiet-harbour-71"

// Server is one running Dovecot.
type Server struct {
	Dir               string // everything lives in here; removed by Stop
	IMAP, IMAPS, LMTP string // host:port
	CAFile            string // the self-signed certificate, for "localhost" and 127.0.0.1
	CAs               *x509.CertPool

	cmd     *exec.Cmd
	waited  chan struct{}
	waitErr error
}

// Start runs Dovecot for the time of a test. Where it is not installed the test is skipped, except in CI.
// Extra lines are appended to the configuration, e.g. "imap_capability = IMAP4rev1".
func Start(t testing.TB, extra ...string) *Server {
	t.Helper()
	if _, err := binary(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	s, err := Launch(extra...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	return s
}

// Launch starts Dovecot and returns when it greets, usually after 50 ms. The caller must Stop it.
func Launch(extra ...string) (*Server, error) {
	bin, err := binary()
	if err != nil {
		return nil, err
	}
	// Unix socket paths are limited to 107 bytes; the directory of a test is often longer.
	dir, err := os.MkdirTemp("", "dc")
	if err != nil {
		return nil, err
	}
	s := &Server{Dir: dir, waited: make(chan struct{})}
	if err := s.prepare(extra); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	if err := s.run(bin); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	if err := s.ready(10 * time.Second); err != nil {
		s.Stop()
		return nil, err
	}
	return s, nil
}

func binary() (string, error) {
	if bin, err := exec.LookPath("dovecot"); err == nil {
		return bin, nil
	}
	const sbin = "/usr/sbin/dovecot" // not in the PATH of ordinary users on Debian
	if _, err := os.Stat(sbin); err != nil {
		return "", errors.New("dovecot is not installed (Debian: dovecot-imapd dovecot-lmtpd)")
	}
	return sbin, nil
}

func (s *Server) run(bin string) error {
	out, err := os.Create(filepath.Join(s.Dir, "stdout.log"))
	if err != nil {
		return err
	}
	defer out.Close()
	s.cmd = exec.Command(bin, "-F", "-c", filepath.Join(s.Dir, "dovecot.conf"))
	// A group of its own, so that Stop reaches the children; and it must not outlive a killed test.
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	s.cmd.Stdout, s.cmd.Stderr = out, out
	if err := s.cmd.Start(); err != nil {
		return fmt.Errorf("start dovecot: %w", err)
	}
	go func() { s.waitErr = s.cmd.Wait(); close(s.waited) }()
	return nil
}

func (s *Server) ready(limit time.Duration) error {
	for deadline := time.Now().Add(limit); ; {
		select {
		case <-s.waited:
			return fmt.Errorf("dovecot ended at once: %v\n%s", s.waitErr, s.Log())
		case <-time.After(5 * time.Millisecond):
		}
		if greets(s.IMAP) {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("dovecot: no greeting within %s\n%s", limit, s.Log())
		}
	}
}

func greets(addr string) bool {
	c, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return false
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(2 * time.Second))
	line, err := bufio.NewReader(c).ReadString('\n')
	return err == nil && strings.HasPrefix(line, "* OK")
}

// Stop kills the process group (SIGTERM alone takes Dovecot a second) and removes all files.
func (s *Server) Stop() {
	s.Kill()
	os.RemoveAll(s.Dir)
}

// Kill ends the server and keeps its files, as a crash does.
func (s *Server) Kill() {
	syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
	select {
	case <-s.waited:
	case <-time.After(5 * time.Second):
	}
}

// Log is what the server wrote so far.
func (s *Server) Log() string {
	out, _ := os.ReadFile(filepath.Join(s.Dir, "stdout.log"))
	log, _ := os.ReadFile(filepath.Join(s.Dir, "dovecot.log"))
	return string(out) + string(log)
}

// Restart kills the server and starts it again on the same ports and mail.
func (s *Server) Restart() error {
	s.Kill()
	bin, err := binary()
	if err != nil {
		return err
	}
	s.waited, s.waitErr = make(chan struct{}), nil
	if err := s.run(bin); err != nil {
		return err
	}
	return s.ready(10 * time.Second)
}
