// Package postfix runs a private Postfix on a loopback port of its own: a real submission server (implicit TLS, AUTH by
// Dovecot) that hands everything on to Dovecot by LMTP. Nothing leaves the machine. It needs root, as Postfix does.
package postfix

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Options say what Postfix is connected to.
type Options struct {
	LMTP, SASL string // host:port of Dovecot's
	Cert, Key  string // PEM files
}

// Server is one running Postfix.
type Server struct {
	Dir  string
	Addr string // host:port, TLS from the first byte
	cmd  *exec.Cmd
}

//go:embed main.cf
var mainCF string

//go:embed master.cf
var masterCF string

const master = "/usr/lib/postfix/sbin/master"

// ErrMissing says that Postfix cannot be run here.
var ErrMissing = errors.New("postfix is not installed, or this is not root (Debian: postfix)")

// Launch starts a Postfix that is stopped with Stop.
func Launch(o Options) (*Server, error) {
	if _, err := os.Stat(master); err != nil || os.Geteuid() != 0 {
		return nil, ErrMissing
	}
	dir, err := os.MkdirTemp("", "pf")
	if err != nil {
		return nil, err
	}
	s := &Server{Dir: dir}
	if err := s.prepare(o); err != nil {
		os.RemoveAll(dir)
		return nil, fmt.Errorf("prepare postfix: %w", err)
	}
	if err := s.Start(); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	return s, nil
}

func (s *Server) prepare(o Options) error {
	port, err := freePort()
	if err != nil {
		return err
	}
	s.Addr = net.JoinHostPort("127.0.0.1", strconv.Itoa(port))
	for _, d := range []string{"conf", "queue", "data"} {
		if err := os.MkdirAll(filepath.Join(s.Dir, d), 0o755); err != nil {
			return err
		}
	}
	if err := os.Chmod(s.Dir, 0o755); err != nil {
		return err
	}
	owner, err := user.Lookup("postfix")
	if err != nil {
		return err
	}
	uid, _ := strconv.Atoi(owner.Uid)
	if err := os.Chown(filepath.Join(s.Dir, "data"), uid, -1); err != nil {
		return err
	}
	fill := strings.NewReplacer("@DIR@", s.Dir, "@PORT@", strconv.Itoa(port), "@LMTP@", o.LMTP, "@SASL@", o.SASL, "@CERT@", o.Cert, "@KEY@", o.Key)
	for name, text := range map[string]string{"main.cf": mainCF, "master.cf": masterCF} {
		if err := os.WriteFile(filepath.Join(s.Dir, "conf", name), []byte(fill.Replace(text)), 0o644); err != nil {
			return err
		}
	}
	// check creates the queue's directories; its warnings are about files that are not ours.
	out, err := exec.Command("/usr/sbin/postfix", "-c", filepath.Join(s.Dir, "conf"), "check").CombinedOutput()
	if err != nil {
		return fmt.Errorf("postfix check: %w\n%s", err, out)
	}
	return nil
}

// Start starts it, for the first time or after Stop.
func (s *Server) Start() error {
	s.cmd = exec.Command(master, "-c", filepath.Join(s.Dir, "conf"), "-d")
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	var out bytes.Buffer
	s.cmd.Stdout, s.cmd.Stderr = &out, &out
	if err := s.cmd.Start(); err != nil {
		return fmt.Errorf("start postfix: %w", err)
	}
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if c, err := net.Dial("tcp", s.Addr); err == nil {
			return c.Close()
		}
		if time.Now().After(deadline) {
			s.Halt()
			return fmt.Errorf("postfix does not listen\n%s%s", out.String(), s.Log())
		}
	}
}

// Halt ends it by its own process group and keeps its files.
func (s *Server) Halt() {
	syscall.Kill(-s.cmd.Process.Pid, syscall.SIGTERM)
	ended := make(chan struct{})
	go func() { s.cmd.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(3 * time.Second):
		syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
		<-ended
	}
}

// Stop ends it and removes all files.
func (s *Server) Stop() {
	s.Halt()
	os.RemoveAll(s.Dir)
}

// Log is what it wrote so far.
func (s *Server) Log() string {
	log, _ := os.ReadFile(filepath.Join(s.Dir, "maillog"))
	return string(log)
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
