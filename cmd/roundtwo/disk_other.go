//go:build !linux

package main

import "errors"

// freeAt is known on Linux only.
func freeAt(string) (uint64, error) { return 0, errors.ErrUnsupported }

// encryptedAt is known on Linux only.
func encryptedAt(string) (encrypted, known bool) { return false, false }
