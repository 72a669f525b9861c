package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// freeAt is how many octets are free for us where dir lies.
func freeAt(dir string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, fmt.Errorf("look for free space at %s: %w", dir, err)
	}
	return s.Bavail * uint64(s.Bsize), nil
}

// encryptedAt reports whether dir lies on a device of dm-crypt, directly or below others such as LVM. Known is false where
// there is no device to ask about: tmpfs, overlays, network file systems.
func encryptedAt(dir string) (encrypted, known bool) {
	info, err := os.Stat(dir)
	if err != nil {
		return false, false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return false, false
	}
	major, minor := stat.Dev>>8&0xfff, stat.Dev&0xff|stat.Dev>>12&0xfff00 // gnu_dev_major and gnu_dev_minor of glibc
	device := fmt.Sprintf("/sys/dev/block/%d:%d", major, minor)
	if _, err := os.Stat(device); err != nil {
		return false, false
	}
	return crypted(device, 5), true
}

// crypted looks at a device and at those below it.
func crypted(device string, depth int) bool {
	if uuid, err := os.ReadFile(filepath.Join(device, "dm/uuid")); err == nil && strings.HasPrefix(string(uuid), "CRYPT-") {
		return true
	}
	below, err := filepath.Glob(filepath.Join(device, "slaves/*"))
	if err != nil || depth == 0 {
		return false
	}
	for _, d := range below {
		if crypted(d, depth-1) {
			return true
		}
	}
	return false
}
