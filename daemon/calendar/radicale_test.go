package calendar

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// openRadicale starts the real server on a port of its own.
func openRadicale(t *testing.T) (Target, hers) {
	r := startRadicale(t)
	makeCalendars(t, r)
	return openURL(t, r.url()), web(r.url() + "/alice/home/")
}

// makeCalendars makes a calendar, and a list of tasks that comes before it.
func makeCalendars(t *testing.T, r *radicale) {
	t.Helper()
	for name, comp := range map[string]string{"a-tasks/": "VTODO", "home/": "VEVENT"} {
		body := `<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>` +
			`<C:supported-calendar-component-set><C:comp name="` + comp + `"/></C:supported-calendar-component-set>` +
			`</D:prop></D:set></C:mkcalendar>`
		if status, text := web(r.url()+"/alice/").do(t, "MKCALENDAR", name, body); status != http.StatusCreated {
			t.Fatalf("MKCALENDAR: %d %s", status, text)
		}
	}
}

const radicaleConfig = `[server]
hosts = %[1]s
[auth]
type = htpasswd
htpasswd_filename = %[2]s/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
type = multifilesystem
filesystem_folder = %[2]s/collections
[web]
type = none
`

// radicale is a running server.
type radicale struct {
	addr, dir string
	cmd       *exec.Cmd
}

func startRadicale(t *testing.T) *radicale {
	t.Helper()
	r := &radicale{addr: freeAddress(t), dir: t.TempDir()}
	for name, text := range map[string]string{"users": user + ":" + password + "\n", "config": fmt.Sprintf(radicaleConfig, r.addr, r.dir)} {
		if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r.start(t)
	t.Cleanup(func() { r.kill(t) })
	return r
}

func (r *radicale) start(t *testing.T) {
	t.Helper()
	program, err := exec.LookPath("radicale")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("radicale is not installed: apt-get install radicale")
		}
		t.Skip("radicale is not installed")
	}
	log, err := os.OpenFile(filepath.Join(r.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	r.cmd = exec.Command(program, "--config", filepath.Join(r.dir, "config"))
	r.cmd.Stderr = log
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, r.addr)
}

func (r *radicale) kill(t *testing.T) {
	t.Helper()
	if r.cmd == nil {
		return
	}
	if err := r.cmd.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = r.cmd.Wait() // it was killed
	r.cmd = nil
	if log, err := os.ReadFile(filepath.Join(r.dir, "log")); err == nil && t.Failed() {
		t.Logf("radicale says:\n%s", log)
	}
}

func (r *radicale) url() string { return "http://" + r.addr }

func TestRadicaleDiesAndComesBack(t *testing.T) {
	r := startRadicale(t)
	makeCalendars(t, r)
	target := openURL(t, r.url())
	mark := mustPut(t, target, object(t, nil), nil)
	r.kill(t)
	obj := object(t, later)
	got, err := target.Put(t.Context(), obj, mark)
	if !Temporary(err) || got != *mark {
		t.Fatalf("while it is down: %+v, %v", got, err)
	}
	r.start(t)
	mustPut(t, target, obj, mark)
	if e := lies(t, web(r.url()+"/alice/home/"), obj); e.Sequence != 1 {
		t.Errorf("%+v", e)
	}
}

func TestRadicaleIsFoundFromAnyAddress(t *testing.T) {
	r := startRadicale(t)
	makeCalendars(t, r)
	for _, path := range []string{"", "/", "/alice", "/alice/", "/alice/home", "/alice/home/", "/.well-known/caldav"} {
		target := openURL(t, r.url()+path)
		if err := target.Check(t.Context()); err != nil {
			t.Errorf("%q: %v", path, err)
		} else if got := target.(*calDAV).path; strings.Trim(got, "/") != "alice/home" {
			t.Errorf("%q leads to %q", path, got)
		}
	}
	mark, err := openURL(t, r.url()+"/alice/nowhere/").Put(t.Context(), object(t, nil), nil)
	if err == nil || Temporary(err) {
		t.Errorf("a calendar that is not there: %+v, %v", mark, err)
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func waitFor(t *testing.T, addr string) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if conn, err := net.Dial("tcp", addr); err == nil {
			conn.Close()
			return
		}
	}
	t.Fatalf("nothing listens on %s", addr)
}
