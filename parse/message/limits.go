package message

// Limits of the reader. A message that goes beyond one is read up to it, and the name of the limit stands in
// Message.Limits.
const (
	maxHeader      = 256 << 10 // bytes of one header block
	maxFields      = 1000
	maxField       = 64 << 10 // bytes of one field
	maxDepth       = 20       // nested parts
	maxParts       = 200
	maxNested      = 3 // message/rfc822 inside message/rfc822
	maxText        = 1 << 20
	maxHTML        = 1 << 20
	maxCalendar    = 1 << 20 // the calendar reader has its own, smaller limits
	maxAddresses   = 200
	maxParams      = 64
	maxEncoded     = 16 << 10 // bytes of one field that are searched for encoded words
	maxLinks       = 200
	maxURL         = 4 << 10
	maxAttachments = 200
	maxName        = 80 // runes of a shown name
	maxCalendars   = 20
	maxJSONLD      = 20
	maxIDs         = 200 // Message-IDs of a References field
)

// The names under which limits and repairs are reported.
const (
	limitHeader     = "header_size"
	limitFields     = "header_fields"
	limitField      = "field_size"
	limitDepth      = "mime_depth"
	limitParts      = "mime_parts"
	limitText       = "text_size"
	limitHTML       = "html_size"
	limitCalendar   = "calendar_size"
	limitAddresses  = "addresses"
	limitParams     = "params"
	limitEncoded    = "encoded_words"
	limitLinks      = "links"
	limitLines      = "text_lines"
	limitPanic      = "reader_fault"
	repairNoHeader  = "no_header"
	repairHeader    = "header_repaired"
	repairBoundary  = "boundary"
	repairBase64    = "base64"
	repairQP        = "quoted_printable"
	repairTransfer  = "transfer_encoding"
	repairCharset   = "charset"
	repairNUL       = "nul"
	repairLineEnds  = "line_ends"
	repairBidi      = "bidi"
	repairInvisible = "invisible"
	repairDate      = "date"
	repairTNEF      = "tnef"
	partsDisagree   = "parts_disagree"
)

// notes collects what was cut and repaired, each name once, in the order of its first occurrence.
type notes struct{ names []string }

func (n *notes) add(name string) {
	for _, have := range n.names {
		if have == name {
			return
		}
	}
	n.names = append(n.names, name)
}
