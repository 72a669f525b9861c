// Package e2e holds stories in which the real binary serves a real Dovecot, a real Postfix and a real Radicale, all
// started by the tests on loopback ports of their own.
//
// Most stories need a binary built with -tags lab, whose clock a file moves and which can kill itself at a chosen commit;
// the first story runs the release build under the machine's clock.
package e2e

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"roundtwo/daemon/mailtest/dovecot"
	"roundtwo/daemon/mailtest/postfix"
	"roundtwo/daemon/mailtest/radicale"
)

// servers are shared by all stories; each has users and a calendar of its own.
var servers struct {
	dovecot      *dovecot.Server
	postfix      *postfix.Server
	radicale     *radicale.Server
	release, lab string // binaries
	missing      error  // why there are no servers here
}

func TestMain(m *testing.M) {
	code, err := withServers(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// calendarUser owns all calendars at Radicale.
const calendarUser = "office"

func withServers(run func() int) (int, error) {
	dir, err := os.MkdirTemp("", "e2e")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	servers.release, servers.lab = filepath.Join(dir, "roundtwo"), filepath.Join(dir, "roundtwo-lab")
	for _, args := range [][]string{{"-o", servers.release}, {"-tags", "lab", "-o", servers.lab}} {
		build := exec.Command("go", append(append([]string{"build"}, args...), "roundtwo/cmd/roundtwo")...)
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			return 0, fmt.Errorf("build the binary: %w\n%s", err, out)
		}
	}
	stop, err := launch()
	if err != nil {
		if os.Getenv("CI") != "" {
			return 0, err
		}
		servers.missing = err
	}
	defer stop()
	code := run()
	fmt.Println(auditFigure())
	return code, nil
}

func launch() (stop func(), err error) {
	var stops []func()
	stop = func() {
		for _, s := range stops {
			s()
		}
	}
	port, err := freePort()
	if err != nil {
		return stop, err
	}
	sasl := net.JoinHostPort("127.0.0.1", strconv.Itoa(port))
	if servers.dovecot, err = dovecot.Launch(fmt.Sprintf("service auth {\n  inet_listener {\n    address = 127.0.0.1\n    port = %d\n  }\n}\nmail_max_userip_connections = 100\nservice imap-login {\n  process_limit = 200\n  service_count = 0\n}\n", port)); err != nil {
		return stop, err
	}
	stops = append(stops, servers.dovecot.Stop)
	if servers.postfix, err = postfix.Launch(postfix.Options{
		LMTP: servers.dovecot.LMTP, SASL: sasl, Cert: servers.dovecot.CAFile, Key: filepath.Join(servers.dovecot.Dir, "key.pem"),
	}); err != nil {
		return stop, err
	}
	stops = append(stops, servers.postfix.Stop)
	if servers.radicale, err = radicale.Launch(calendarUser); err != nil {
		return stop, err
	}
	stops = append(stops, servers.radicale.Stop)
	return stop, nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
