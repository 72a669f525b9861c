package approval

import "testing"

func TestCapped(t *testing.T) {
	tests := []struct {
		name            string
		hour, day, size int
		want            Reason
	}{
		{"the first", 0, 0, 1000, Counts},
		{"the fifth of the hour", 4, 4, 1000, Counts},
		{"the sixth of the hour", 5, 5, 1000, OverCap},
		{"the twentieth of the day", 0, 19, 1000, Counts},
		{"the twenty-first of the day", 0, 20, 1000, OverCap},
		{"as large as may be", 0, 0, 20480, Counts},
		{"one byte more", 0, 0, 20481, OverCap},
	}
	for _, tt := range tests {
		if got := Capped(tt.hour, tt.day, tt.size); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
