package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// toxiproxy is a server of Shopify's toxiproxy, which makes networks bad. It has a module of its own, in e2e/toxiproxy.
type toxiproxy struct {
	api string
	cmd *exec.Cmd
}

// startToxiproxy builds it and starts it, once for all stories.
var startToxiproxy = sync.OnceValues(func() (*toxiproxy, error) {
	binary := filepath.Join(filepath.Dir(servers.lab), "toxiproxy")
	build := exec.Command("go", "build", "-C", "toxiproxy", "-o", binary, "github.com/Shopify/toxiproxy/v2/cmd/server")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build toxiproxy: %w\n%s", err, out)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	p := &toxiproxy{api: "http://" + net.JoinHostPort("127.0.0.1", strconv.Itoa(port))}
	p.cmd = exec.Command(binary, "-host", "127.0.0.1", "-port", strconv.Itoa(port))
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start toxiproxy: %w", err)
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if err = p.do("GET", "/version", nil, nil); err == nil || time.Now().After(deadline) {
			return p, err
		}
	}
})

// do asks the API of the server.
func (p *toxiproxy) do(method, path string, body, answer any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, p.api+path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	text, err = io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode >= 300 {
		return fmt.Errorf("toxiproxy: %s %s: %s %s %w", method, path, resp.Status, text, err)
	}
	if answer != nil {
		return json.Unmarshal(text, answer)
	}
	return nil
}

// network is the way between one daemon and its servers. The names of the ways are imap, smtp and caldav.
type network struct {
	s     *stage
	proxy *toxiproxy
}

// badNetwork leads the daemon of a stage through toxiproxy, which lets everything pass at first.
func (s *stage) badNetwork() *network {
	s.t.Helper()
	proxy, err := startToxiproxy()
	s.check(err)
	n := &network{s, proxy}
	s.between = func(addr string) string {
		way := "caldav"
		switch addr {
		case servers.dovecot.IMAPS:
			way = "imap"
		case servers.postfix.Addr:
			way = "smtp"
		}
		var made struct{ Listen string }
		s.check(proxy.do("POST", "/proxies", map[string]any{"name": n.name(way), "listen": "127.0.0.1:0", "upstream": addr, "enabled": true}, &made))
		return made.Listen
	}
	s.configure()
	return n
}

func (n *network) name(way string) string { return fmt.Sprintf("%s-%d-%d", way, os.Getpid(), n.s.n) }

// toxic is one fault: its type and attributes are toxiproxy's; stream is "downstream" (what the server says) or "upstream".
type toxic struct {
	kind, stream string
	attributes   map[string]int
}

// spoil puts a fault into a way; what it gives takes it out again.
func (n *network) spoil(way string, f toxic) (heal func()) {
	n.s.t.Helper()
	path := "/proxies/" + n.name(way)
	if f.kind == "down" {
		n.s.check(n.proxy.do("POST", path, map[string]any{"enabled": false}, nil))
		return func() { n.s.check(n.proxy.do("POST", path, map[string]any{"enabled": true}, nil)) }
	}
	name := f.kind + "-" + f.stream
	n.s.check(n.proxy.do("POST", path+"/toxics", map[string]any{"name": name, "type": f.kind, "stream": f.stream, "toxicity": 1.0, "attributes": f.attributes}, nil))
	return func() { n.s.check(n.proxy.do("DELETE", path+"/toxics/"+name, nil, nil)) }
}
