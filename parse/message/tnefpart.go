package message

import (
	"strings"

	"roundtwo/parse/message/tnef"
)

// maxTNEF is how much of a winmail.dat is read.
const maxTNEF = 8 << 20

// isTNEF reports whether a part is a winmail.dat.
func isTNEF(kind, name string) bool {
	return kind == "application/ms-tnef" || kind == "application/vnd.ms-tnef" || kind == "application/octet-stream" && equalFold(name, "winmail.dat")
}

// tnef opens a winmail.dat: a meeting in it is a calendar part, files in it are attachments, and its text is that of the
// message where no other part has one.
func (w *walker) tnef(h header, name, kind string, body []byte) []passage {
	w.attach(name, kind, body)
	f, err := tnef.Read(decodeTransfer(body, h.get("Content-Transfer-Encoding"), maxTNEF, w.notes))
	if err != nil {
		return nil
	}
	if f.Cut {
		w.add(repairTNEF)
	}
	if data, method := f.ICalendar(); data != nil {
		w.addCalendar(Calendar{Method: method, Data: data})
	}
	for _, a := range f.Attachments {
		if isCalendar(a.Type, a.Name) && len(a.Data) <= maxCalendar {
			w.addCalendar(Calendar{Name: shownName(a.Name, w.notes), Data: []byte(decodeCharset(joinRunes(a.Data), "", w.notes))})
		}
		w.addAttachment(a.Name, a.Type, len(a.Data))
	}
	p := passage{plain: strings.ReplaceAll(f.Text, "\r\n", "\n"), html: f.HTML}
	if room := maxText - w.text; w.text > 0 || len(p.plain)+len(p.html) > room {
		return nil
	}
	w.text += len(p.plain) + len(p.html)
	return []passage{p}
}
