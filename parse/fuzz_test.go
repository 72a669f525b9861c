package parse

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"roundtwo/interview"
)

// Whatever the bytes: a line of valid JSON comes out, of a known kind, with times in order.
func FuzzMessage(f *testing.F) {
	files, err := filepath.Glob("testdata/*.eml")
	if err != nil || len(files) == 0 {
		f.Fatal("no messages in testdata")
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	kinds := []interview.Kind{interview.Invitation, interview.Reschedule, interview.Cancellation, interview.Other}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got := Message(raw, "Europe/Paris")
		if strings.Contains(got.Err, "runtime error") {
			t.Fatal(got.Err)
		}
		if !slices.Contains(kinds, got.Kind) {
			t.Fatalf("kind %q", got.Kind)
		}
		line, err := got.JSON("x.eml", true)
		if err != nil || !json.Valid(line) {
			t.Fatalf("%s: %v", line, err)
		}
		for _, s := range slices.Concat(got.Sessions, got.Options) {
			if s.Start.IsZero() {
				t.Fatalf("a session without a start: %+v", s)
			}
		}
		_ = Explain(got)
	})
}

// Text that is made to cost: one sentence without an end, floods of times, of phrases, of names, of cells.
func TestHostileText(t *testing.T) {
	for name, piece := range map[string]string{
		"one sentence": "we have to move your second interview from ", "times": "10:30 or 11:30 ", "phrases": "if you need to reschedule your interview ",
		"names": "Dana Frey, Priya Nair and ", "cells": "10:00\t11:00\t", "lines": "Monday 10:00\n", "nothing": " \n\n", "stops": ". . ? ! ",
	} {
		t.Run(name, func(t *testing.T) {
			raw := letter("Second interview", strings.Repeat(piece, (1<<20)/len(piece)))
			least := time.Hour
			for range 3 { // a busy machine may stand still for seconds: only what is slow every time is slow
				begin := time.Now()
				Message(raw, "America/New_York")
				if least = min(least, time.Since(begin)); least < 5*time.Second {
					return
				}
			}
			t.Errorf("1 MB of it took %v at least", least)
		})
	}
}
