package secret

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"syscall"
	"time"
)

const commandLimit = 10 * time.Second

// run executes a program and takes the first line that it prints. There is no shell: arguments go as they are. What it
// prints beyond 4 KiB, or later than ten seconds, ends it and all it has started.
func run(ctx context.Context, argv []string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, commandLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = time.Second // a child that keeps the pipe open must not hold us
	out := &capped{full: cancel}
	cmd.Stdout = out
	err := cmd.Run()
	switch {
	case out.over:
		return "", fmt.Errorf("password command %s printed more than %d octets", argv[0], maxSecret)
	case ctx.Err() != nil:
		return "", fmt.Errorf("password command %s did not end within %s: %w", argv[0], commandLimit, ctx.Err())
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		// What it says on stderr is left out: it may be the secret. By hand it can be seen.
		return "", fmt.Errorf("password command %s failed; try it by hand: %w", argv[0], err)
	}
	return firstLine(out.b, "password command "+argv[0])
}

// capped keeps the beginning of what is written and calls full where there is more.
type capped struct {
	b    []byte
	over bool
	full func()
}

// Write implements io.Writer.
func (c *capped) Write(p []byte) (int, error) {
	if len(c.b)+len(p) > maxSecret {
		c.over = true
		c.full()
		return 0, io.ErrShortWrite
	}
	c.b = append(c.b, p...)
	return len(p), nil
}
