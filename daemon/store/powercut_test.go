package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"roundtwo/security"
)

// The power is cut: what the disk holds at that moment is all there is. The store lies on a disk image with a file system
// of its own; while a process commits as fast as it can, it is halted and the image is copied, as the disk would be found
// after a cut at that moment: without all that the kernel has not written yet. (Halted, since a copy takes longer than a
// moment.) The copy is mounted. What was said to be committed must be there, and nothing by halves.
func TestAPowerCut(t *testing.T) {
	disk := mounted(t, freshImage(t))
	said, process := commitsOn(t, filepath.Join(disk, "state/roundtwo.db"))
	defer process.Wait()
	defer process.Kill()
	cuts := security.Soak(10, 200)
	opened := 0
	for cut := range cuts {
		time.Sleep(time.Duration(20+37*cut%200) * time.Millisecond)
		signal(t, process, syscall.SIGSTOP)
		before := said.Load()
		image := filepath.Join(t.TempDir(), "copy.img")
		run(t, "cp", "--sparse=always", disk+".img", image)
		signal(t, process, syscall.SIGCONT)
		s := reopen(t, filepath.Join(mounted(t, image), "state/roundtwo.db"))
		next := nextUID(t, s)
		view(t, s, func(tx *Tx) error {
			list, err := tx.Messages("ada", noon)
			if next < uint32(before) || len(list) != int(next) {
				t.Errorf("cut %d: %d were committed; there are %d rows and the cursor stands at %d", cut, before, len(list), next)
			} else {
				opened++
			}
			return err
		})
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if said.Load() < int64(cuts) {
		t.Errorf("only %d commits: this shows nothing", said.Load())
	}
	security.Figure(t, "power cuts while commits go on", "cuts", cuts, "opened with all that was committed", opened, "commits", said.Load())
}

func freshImage(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("mkfs.ext4"); err != nil {
		t.Skip(err)
	}
	image := filepath.Join(t.TempDir(), "disk.img")
	run(t, "truncate", "-s", "64M", image)
	run(t, "mkfs.ext4", "-q", image)
	return image
}

// mounted mounts an image; the folder has the name of the image without its ending.
func mounted(t *testing.T, image string) string {
	t.Helper()
	dir := image[:len(image)-len(".img")]
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-o", "loop", image, dir).CombinedOutput(); err != nil {
		t.Skipf("no disk image can be mounted here: %v\n%s", err, out)
	}
	t.Cleanup(func() { run(t, "umount", "-l", dir) })
	return dir
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// commitsOn starts the process that commits; what it has said last is how far it certainly is.
func commitsOn(t *testing.T, path string) (said *atomic.Int64, process *os.Process) {
	t.Helper()
	cmd, out := startCommitting(t, path)
	said = new(atomic.Int64)
	go func() {
		for in := bufio.NewScanner(out); in.Scan(); {
			n, err := strconv.ParseInt(in.Text(), 10, 64)
			if err != nil {
				fmt.Fprintln(os.Stderr, "the process that commits said", in.Text())
				return
			}
			said.Store(n)
		}
	}()
	return said, cmd.Process
}

func signal(t *testing.T, p *os.Process, s syscall.Signal) {
	t.Helper()
	if err := p.Signal(s); err != nil {
		t.Fatal(err)
	}
	time.Sleep(5 * time.Millisecond) // until every thread has heard of it
}
