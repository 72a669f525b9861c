//go:build race

package reply

// raced tells the tests that repeat much that each step takes ten times as long.
const raced = true
