package message

// starts finds the phrases that a line may begin with by its first three letters, so that most lines of a text are
// compared with none.
type starts struct {
	plain map[[startLength]byte][]string // in ASCII
	all   []string
}

const startLength = 3

// startOf gives the first letters of a line in lower case.
func startOf(line string) (key [startLength]byte) {
	copy(key[:], line)
	for i, c := range key {
		if c >= 'A' && c <= 'Z' {
			key[i] = c | 0x20
		}
	}
	return key
}

func byStart(phrases []string) starts {
	s := starts{plain: map[[startLength]byte][]string{}, all: phrases}
	for _, p := range phrases {
		if isPlain(p) && len(p) >= startLength {
			key := startOf(p)
			s.plain[key] = append(s.plain[key], p)
		}
	}
	return s
}

// may reports whether a line can begin with a phrase. Lines with letters beyond ASCII are always looked at.
func (s starts) may(line string) bool {
	if !isPlain(line) {
		return true
	}
	return len(line) >= startLength && len(s.plain[startOf(line)]) > 0
}

// phrases gives those that a folded line may begin with, or in other scripts also end with.
func (s starts) phrases(folded string) []string {
	if !isPlain(folded) {
		return s.all
	}
	if len(folded) < startLength {
		return nil
	}
	return s.plain[startOf(folded)]
}
