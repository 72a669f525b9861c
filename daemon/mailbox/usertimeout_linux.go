package mailbox

import "syscall"

// tcpUserTimeout is TCP_USER_TIMEOUT of tcp(7): how long sent data may stay unacknowledged, in milliseconds.
const tcpUserTimeout = 0x12

// userTimeout makes a write to a vanished host fail after two minutes; without it the kernel tries for a quarter of an
// hour. It is a help, not a promise, so errors do not matter.
func userTimeout(_, _ string, c syscall.RawConn) error {
	return c.Control(func(fd uintptr) {
		_ = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, tcpUserTimeout, 120_000)
	})
}
