// Package radicale runs a private Radicale on a loopback port of its own, for tests against a real CalDAV server.
package radicale

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Password is the password of every user.
const Password = "slow-lantern-42"

// Server is one running Radicale.
type Server struct {
	Dir string // everything lives in here; removed by Stop
	URL string // http://127.0.0.1:PORT

	cmd     *exec.Cmd
	waited  chan struct{}
	waitErr error
}

// Start runs Radicale with these users for the time of a test. Where it is not installed the test is skipped, except
// in CI.
func Start(t testing.TB, users ...string) *Server {
	t.Helper()
	if _, err := exec.LookPath("radicale"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("radicale is not installed")
		}
		t.Skip("radicale is not installed (Debian: radicale)")
	}
	s, err := Launch(users...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	return s
}

// Launch starts Radicale and returns when it answers, usually after 0.4 s. The caller must Stop it.
func Launch(users ...string) (*Server, error) {
	bin, err := exec.LookPath("radicale")
	if err != nil {
		return nil, errors.New("radicale is not installed (Debian: radicale)")
	}
	dir, err := os.MkdirTemp("", "rd")
	if err != nil {
		return nil, err
	}
	s := &Server{Dir: dir, waited: make(chan struct{})}
	if err := s.prepare(users); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	if err := s.run(bin); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	if err := s.ready(15 * time.Second); err != nil {
		s.Stop()
		return nil, err
	}
	return s, nil
}

func (s *Server) prepare(users []string) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	addr := l.Addr().String()
	l.Close()
	s.URL = "http://" + addr
	var list strings.Builder
	for _, u := range users {
		fmt.Fprintf(&list, "%s:%s\n", u, Password)
	}
	if err := os.WriteFile(filepath.Join(s.Dir, "users"), []byte(list.String()), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.Dir, "config"), []byte(configuration(s.Dir, addr)), 0o600)
}

func configuration(dir, addr string) string {
	return fmt.Sprintf(`[server]
hosts = %[2]s
[auth]
type = htpasswd
htpasswd_filename = %[1]s/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
type = multifilesystem
filesystem_folder = %[1]s/collections
[web]
type = none
`, dir, addr)
}

func (s *Server) run(bin string) error {
	out, err := os.Create(filepath.Join(s.Dir, "radicale.log"))
	if err != nil {
		return err
	}
	defer out.Close()
	s.cmd = exec.Command(bin, "--config", filepath.Join(s.Dir, "config"))
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	s.cmd.Stdout, s.cmd.Stderr = out, out
	if err := s.cmd.Start(); err != nil {
		return fmt.Errorf("start radicale: %w", err)
	}
	go func() { s.waitErr = s.cmd.Wait(); close(s.waited) }()
	return nil
}

func (s *Server) ready(limit time.Duration) error {
	client := &http.Client{Timeout: time.Second}
	for deadline := time.Now().Add(limit); ; {
		select {
		case <-s.waited:
			return fmt.Errorf("radicale ended at once: %v\n%s", s.waitErr, s.Log())
		case <-time.After(20 * time.Millisecond):
		}
		if resp, err := client.Get(s.URL + "/.web/"); err == nil {
			resp.Body.Close()
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("radicale: no answer within %s\n%s", limit, s.Log())
		}
	}
}

// MakeCalendar creates an empty calendar and returns its URL.
func (s *Server) MakeCalendar(user, name string) (string, error) {
	target := fmt.Sprintf("%s/%s/%s/", s.URL, user, name)
	req, err := http.NewRequest("MKCALENDAR", target, nil)
	if err != nil {
		return "", err
	}
	req.SetBasicAuth(user, Password)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", fmt.Errorf("make calendar %s: %w", target, err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return "", fmt.Errorf("make calendar %s: %s", target, resp.Status)
	}
	return target, nil
}

// Stop ends the server by its own process group and removes all files.
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
	b, _ := os.ReadFile(filepath.Join(s.Dir, "radicale.log"))
	return string(b)
}
