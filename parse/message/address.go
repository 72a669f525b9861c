package message

import "strings"

// readAddresses reads an address list as mail programs write it: RFC 5322 with groups and comments, and also names
// with a bare comma, semicolons as separators, doubled addresses and names alone.
func readAddresses(value string, n *notes) []Address {
	if len(value) > maxField {
		value = value[:maxField]
		n.add(limitAddresses)
	}
	var out []Address
	for _, piece := range splitAddresses(value) {
		if len(out) == maxAddresses {
			n.add(limitAddresses)
			break
		}
		if a, ok := readAddress(piece, n); ok {
			out = append(out, a)
		}
	}
	return out
}

// splitAddresses cuts a list at its commas and semicolons. A comma between a part without an address and one that
// ends in <address> belongs to a name: "Whitfield, Dana <dana@…>".
func splitAddresses(value string) []string {
	var out []string
	start, pending := 0, -1
	var s addressScan
	for i := 0; i <= len(value); i++ {
		if i < len(value) && !s.ends(value, i) {
			continue
		}
		piece := value[start:i]
		if i < len(value) && value[i] == ':' {
			piece = "" // the name of a group
		}
		isComma := i < len(value) && value[i] == ','
		whole := strings.ContainsRune(piece, '@')
		switch {
		case pending >= 0 && whole && strings.ContainsRune(piece, '<'):
			out[len(out)-1] = value[pending:i]
			pending = -1
		case strings.TrimSpace(piece) == "":
		default:
			if out = append(out, piece); !whole && isComma {
				pending = start
			} else {
				pending = -1
			}
		}
		if !isComma {
			pending = -1
		}
		start = i + 1
	}
	return out
}

// addressScan knows whether a place in a list lies in quotes, brackets or a comment.
type addressScan struct {
	quoted  bool
	angle   bool
	comment int
}

// ends reports whether the address ends at i: a comma or semicolon, or the colon that ends the name of a group.
func (s *addressScan) ends(value string, i int) bool {
	c := value[i]
	switch {
	case s.quoted:
		s.quoted = c != '"' || i > 0 && value[i-1] == '\\'
	case c == '"':
		s.quoted = strings.IndexByte(value[i+1:min(len(value), i+1+400)], '"') >= 0
	case c == '(':
		s.comment++
	case c == ')' && s.comment > 0:
		s.comment--
	case s.comment > 0 && strings.IndexByte(value[i:min(len(value), i+400)], ')') >= 0:
	case c == '<':
		s.angle = strings.IndexByte(value[i:min(len(value), i+400)], '>') > 0
	case c == '>':
		s.angle = false
	case s.angle:
	case c == ',' || c == ';':
		s.comment = 0
		return true
	case c == ':':
		return !hasSuffixFold(value[:i], "mailto")
	}
	return false
}

// readAddress reads one mailbox: Name <address>, address (Name), address, or a name alone.
func readAddress(piece string, n *notes) (Address, bool) {
	piece = dropMailto(strings.TrimSpace(piece))
	if piece == "" || piece == "<>" {
		return Address{}, false
	}
	open := angle(piece)
	if open >= 0 && strings.Contains(piece[open:], "@") {
		email := piece[open+1:]
		if end := strings.IndexByte(email, '>'); end >= 0 {
			email = email[:end]
		}
		a := named(piece[:open], email, n)
		return a, a != Address{}
	}
	if strings.Contains(piece, "=?") && open < 0 { // a program that encoded the whole field
		if whole := decodeWords(piece, n); strings.Contains(whole, "@") && !strings.Contains(whole, "=?") {
			return readAddress(whole, n)
		}
	}
	if name, email, ok := bareAddress(piece); ok {
		a := named(name, email, n)
		return a, a != Address{}
	}
	if name := cleanName(piece, n); name != "" {
		return Address{Name: name}, true
	}
	return Address{}, false
}

// angle finds the bracket that opens the address: not one in a quoted name before it ("<" <anna@…>).
func angle(piece string) int {
	after := quotedEnd(piece)
	if i := strings.IndexByte(piece[after:], '<'); i >= 0 {
		return after + i
	}
	return strings.IndexByte(piece, '<')
}

// quotedEnd is where a quoted string ends with which piece begins; 0 where it begins with none.
func quotedEnd(piece string) int {
	if !strings.HasPrefix(piece, `"`) {
		return 0
	}
	for i := 1; i < len(piece); i++ {
		switch piece[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}

// dropMailto takes away what Outlook puts behind an address: <mailto:…>, [mailto:…].
func dropMailto(s string) string {
	const scheme = "mailto:"
	for range 4 {
		i := indexFold(s, scheme)
		if i < 0 {
			return s
		}
		rest := s[i+len(scheme):]
		if i == 0 || s[i-1] != '<' && s[i-1] != '[' {
			s = s[:i] + rest
			continue
		}
		inner, after := rest, ""
		if end := strings.IndexAny(rest, ">]"); end >= 0 {
			inner, after = rest[:end], rest[end+1:]
		}
		if s = s[:i-1] + after; !strings.Contains(s, "@") {
			s += " <" + inner + ">"
		}
	}
	return s
}

// indexFold finds words in ASCII, whatever their case.
func indexFold(s, words string) int {
	for i := 0; i+len(words) <= len(s); i++ {
		if s[i]|0x20 == words[0]|0x20 && equalFold(s[i:i+len(words)], words) {
			return i
		}
	}
	return -1
}

// bareAddress finds an address without brackets among other words; the words are the name.
func bareAddress(piece string) (name, email string, ok bool) {
	words := strings.Fields(piece)
	for i, w := range words {
		bare := strings.Trim(w, "()[]<>\"',;")
		if at := strings.IndexByte(bare, '@'); at <= 0 || at == len(bare)-1 {
			continue
		}
		rest := append(append([]string{}, words[:i]...), words[i+1:]...)
		return strings.Join(rest, " "), bare, true
	}
	return "", "", false
}

func named(name, email string, n *notes) Address {
	email = strings.Trim(strings.Join(strings.Fields(email), ""), "<>")
	if i := strings.LastIndexByte(email, ':'); i >= 0 && strings.HasPrefix(email, "@") {
		email = email[i+1:] // a route
	}
	a := Address{Name: cleanName(name, n), Email: headerText(email, n)}
	if equalFold(strings.Trim(a.Name, "'"), a.Email) {
		a.Name = ""
	}
	return a
}

// cleanName decodes a display name and takes off its quotes, brackets and stars.
func cleanName(name string, n *notes) string {
	name = strings.TrimSpace(name)
	if len(name) > 1 && name[0] == '"' && name[len(name)-1] == '"' {
		name = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(name[1 : len(name)-1])
	}
	name = strings.TrimSpace(decodeWords(name, n))
	for {
		bare := strings.TrimSpace(strings.Trim(name, "\"'*“”„«»‹›"))
		if len(bare) > 1 && bare[0] == '(' && bare[len(bare)-1] == ')' {
			bare = bare[1 : len(bare)-1]
		}
		bare = strings.TrimSpace(bare)
		if bare == name {
			break
		}
		name = bare
	}
	if runes := []rune(name); len(runes) > maxName*2 {
		name = string(runes[:maxName*2])
	}
	return name
}
