//go:build !linux

package mailbox

import "syscall"

// userTimeout is known on Linux only; elsewhere the IDLE cycle alone finds a dead connection.
func userTimeout(_, _ string, _ syscall.RawConn) error { return nil }
