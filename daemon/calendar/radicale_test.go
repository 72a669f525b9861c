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

// openRadicale starts the real server on a port of its own, and makes a calendar and a collection of tasks there.
func openRadicale(t *testing.T) (Target, hers) {
	url := startRadicale(t)
	w := web(url + "/alice/")
	for name, comp := range map[string]string{"a-tasks/": "VTODO", "home/": "VEVENT"} {
		body := `<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>` +
			`<C:supported-calendar-component-set><C:comp name="` + comp + `"/></C:supported-calendar-component-set>` +
			`</D:prop></D:set></C:mkcalendar>`
		if status, text := w.do(t, "MKCALENDAR", name, body); status != http.StatusCreated {
			t.Fatalf("MKCALENDAR: %d %s", status, text)
		}
	}
	return openURL(t, url), web(url + "/alice/home/")
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

func startRadicale(t *testing.T) (url string) {
	t.Helper()
	program, err := exec.LookPath("radicale")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("radicale is not installed: apt-get install radicale")
		}
		t.Skip("radicale is not installed")
	}
	dir, addr := t.TempDir(), freeAddress(t)
	for name, text := range map[string]string{"users": user + ":" + password + "\n", "config": fmt.Sprintf(radicaleConfig, addr, dir)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var log strings.Builder
	cmd := exec.Command(program, "--config", filepath.Join(dir, "config"))
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cmd.Process.Kill(); err != nil {
			t.Error(err)
		}
		_ = cmd.Wait() // it was killed
		if t.Failed() {
			t.Logf("radicale says:\n%s", log.String())
		}
	})
	waitFor(t, addr)
	return "http://" + addr
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
