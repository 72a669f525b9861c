package tnef

import "encoding/binary"

// cursor goes through bytes. Past their end it gives zeros, and is broken from then on.
type cursor struct {
	data   []byte
	broken bool
}

// bytes takes the next n bytes.
func (c *cursor) bytes(n int) []byte {
	if n < 0 || n > len(c.data) {
		c.broken, c.data = true, nil
		return nil
	}
	out := c.data[:n:n]
	c.data = c.data[n:]
	return out
}

// padded takes n bytes, and what fills them up to a multiple of four; the last of a table may lack it.
func (c *cursor) padded(n int) []byte {
	out := c.bytes(n)
	c.bytes(min(-n&3, len(c.data)))
	return out
}

func (c *cursor) byte() byte {
	if b := c.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (c *cursor) uint16() uint16 {
	if b := c.bytes(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (c *cursor) uint32() uint32 {
	if b := c.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}
