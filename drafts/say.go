package drafts

import "strings"

// Say gives one of the sentences of [said] in words.toml: what a receipt, a refusal or a question tells her, kept there so
// that another language is a folder. Pairs are the names of its gaps and what goes in: "{name}", "Dana". A key that is not
// there gives the key: a letter with an odd line is better than none.
func (w *Writer) Say(key string, pairs ...string) string {
	text, ok := w.words.Said[key]
	if !ok {
		return key
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Says reports whether there is a sentence of that key.
func (w *Writer) Says(key string) bool {
	_, ok := w.words.Said[key]
	return ok
}
