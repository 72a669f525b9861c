package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtwo/security"
)

// scams are invitations as swindlers write them, each with the reason that must be told.
var scams = []struct{ name, from, body, want string }{
	{"a fee for registering", "", "Please pay the registration fee of $49 before.", "money"},
	{"a training fee", "", "A refundable training fee is due on the day.", "money"},
	{"a deposit for equipment", "", "You will transfer a deposit of 200 EUR for your equipment.", "money"},
	{"a check for the laptop", "", "We will send you a check to purchase your home office equipment from our vendor.", "money"},
	{"buy and be paid back", "", "Buy the laptop from our vendor and we will reimburse you with the first salary.", "money"},
	{"gift cards", "", "The manager needs you to bring three gift cards.", "money"},
	{"bitcoin", "", "Send the amount in bitcoin to the address below.", "money"},
	{"a visa fee", "", "There is a visa fee which must be settled before the interview.", "money"},
	{"Western Union", "", "The fee goes by Western Union to our agent.", "money"},
	{"in German", "", "Bitte zahlen Sie vorab eine Bearbeitungsgebühr.", "money"},
	{"in French", "", "Des frais de dossier sont à régler avant l'entretien.", "money"},
	{"a bank account", "", "Send us your bank account details.", "bank"},
	{"bank login", "", "To set up direct deposit, reply with your bank name and bank login.", "bank"},
	{"a social security number", "", "Reply with your full name, address and social security number.", "bank"},
	{"SSN", "", "Reply with your SSN so that we can prepare the contract.", "bank"},
	{"a picture of the passport", "", "Attach a photo of your passport, front and back.", "bank"},
	{"a selfie", "", "Send a selfie with your ID card in your hand.", "bank"},
	{"a copy of the licence", "", "Please send a copy of your driver's license today.", "bank"},
	{"a credit card", "", "Have your credit card at hand for the verification.", "bank"},
	{"mother's maiden name", "", "We also need your mother's maiden name.", "bank"},
	{"in German, the bank", "", "Senden Sie uns Ihre Kontodaten und Ihre Bankverbindung.", "bank"},
	{"in Spanish, the bank", "", "Envíenos sus datos bancarios.", "bank"},
	{"Telegram", "", "Add our hiring manager on Telegram @hr_desk to begin.", "chat"},
	{"a text interview", "", "It is a text-based interview, no video is needed.", "chat"},
	{"via Signal", "", "The interview takes place via Signal.", "chat"},
	{"on WhatsApp", "", "The interview will be held as a chat on WhatsApp.", "chat"},
	{"on Wire", "", "Download nothing; the interview is a chat on Wire.", "chat"},
	{"Hangouts", "", "Your interview is a text chat on Hangouts.", "chat"},
	{"an app", "", "Download our meeting app first.", "install"},
	{"an attached tool", "", "Run the attached file before the call.", "install"},
	{"a repository", "", "Clone this repo and run it before the interview.", "install"},
	{"npm", "", "Please run npm install in the project we sent and share your screen.", "install"},
	{"remote access", "", "Install AnyDesk so that our engineer can set you up.", "install"},
	{"TeamViewer", "", "Have TeamViewer ready, we will do the setup together.", "install"},
	{"software", "", "Install the software from the link below.", "install"},
	{"a free mail address", "globex.hr.dept@gmail.com", "We look forward to it.", "free mail"},
	{"another free mail address", "globexcareers@outlook.com", "We look forward to it.", "free mail"},
	{"Cyrillic letters in the domain", "hr@xn--globx-gwe.com", "We look forward to it.", "letters"},
	{"a domain all of Cyrillic letters", "hr@xn--80ak6aa92e.com", "We look forward to it.", "letters"},
}

func TestScamsAreWarnedOf(t *testing.T) {
	all := append(moreScams(t), scams...)
	missed := 0
	for _, s := range all {
		f := Message(invitationWith(s.from, s.body), "America/New_York")
		if !strings.Contains(strings.Join(f.Warnings, "; "), s.want) {
			missed++
			t.Logf("%s: warnings %q, want %q", s.name, f.Warnings, s.want)
		}
	}
	security.Figure(t, "scams warned of", "scams", len(all), "warned of", len(all)-missed)
	if len(all) < 200 || missed*10 > len(all) {
		t.Errorf("%d of %d scams are not warned of", missed, len(all))
	}
}

// scam is one invitation of a swindler.
type scam = struct{ name, from, body, want string }

// moreScams are those of testdata/scams.txt: what must be told, and the trap, which is a sentence or the sender.
func moreScams(t *testing.T) (all []scam) {
	t.Helper()
	for _, line := range linesOf(t, "testdata/scams.txt") {
		want, trap, _ := strings.Cut(line, " | ")
		s := scam{name: trap, body: trap, want: want}
		if strings.Contains(trap, "@") && !strings.Contains(trap, " ") {
			s.from, s.body = trap, "We look forward to it.\r\nwww.globex.com"
		}
		all = append(all, s)
	}
	return all
}

func linesOf(t *testing.T, file string) (out []string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// What honest firms write may come close to what swindlers write.
func TestWhatIsNearlyAScamIsNotWarnedOf(t *testing.T) {
	lines, warned := linesOf(t, "testdata/nearly-scams.txt"), 0
	for _, line := range lines {
		if f := Message(invitationWith("", line), "Europe/Berlin"); len(f.Warnings) > 0 {
			warned++
			t.Logf("%s: %q", line, f.Warnings)
		}
	}
	security.Figure(t, "honest sentences close to a scam", "sentences", len(lines), "warned of", warned)
	if warned > 0 {
		t.Errorf("%d of %d honest sentences are warned of", warned, len(lines))
	}
}

// invitationWith is an invitation to a second interview with words of a swindler in it.
func invitationWith(from, body string) []byte {
	if from == "" {
		from = "hr@globex.example"
	}
	return []byte("From: Globex HR <" + from + ">\r\nTo: casey@home.example\r\nSubject: Second interview - Buyer position at Globex\r\n" +
		"Date: Mon, 09 Nov 2026 10:00:00 -0500\r\nMessage-ID: <1@globex.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
		"Dear Casey,\r\n\r\nyour second interview is on Thursday, November 19 at 10 AM by video.\r\n" + body + "\r\n\r\nRegards\r\nGlobex HR\r\n")
}

func TestAForgedSenderIsWarnedOf(t *testing.T) {
	raw := append([]byte("Authentication-Results: mx.home.example; dmarc=fail header.from=globex.example\r\n"), invitationWith("", "")...)
	if f := Message(raw, "UTC"); !strings.Contains(strings.Join(f.Warnings, "; "), "DMARC") {
		t.Errorf("warnings %q", f.Warnings)
	}
}

func TestALinkThatLeadsElsewhereIsWarnedOf(t *testing.T) {
	raw := strings.NewReplacer("text/plain", "text/html", "by video.", `by video: <a href="https://globex-meet.evil.example/j/1">https://globex.example/join</a>.`).Replace(string(invitationWith("", "")))
	if f := Message([]byte(raw), "UTC"); !strings.Contains(strings.Join(f.Warnings, "; "), "leads to") {
		t.Errorf("warnings %q", f.Warnings)
	}
}

// Most recruiters are honest: a warning that stands everywhere is read nowhere.
func TestGenuineInvitationsAreNotWarnedOf(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.eml")
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob("testdata/*.eml")
	if err != nil {
		t.Fatal(err)
	}
	read, warned := 0, 0
	for _, file := range append(files, more...) {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f := Message(raw, "Europe/Berlin")
		if f.Kind == "other" || f.Kind == "" {
			continue
		}
		read++
		for _, w := range f.Warnings {
			if !strings.Contains(w, "free mail") { // a small firm may write from one
				warned++
				t.Logf("%s: %s", filepath.Base(file), w)
				break
			}
		}
	}
	security.Figure(t, "genuine invitations warned of", "invitations", read, "warned of", warned, "share", fmt.Sprintf("%.1f %%", 100*float64(warned)/float64(max(read, 1))))
	if read < 100 || warned*20 > read {
		t.Errorf("%d of %d genuine invitations are warned of", warned, read)
	}
}

// Whose the calendar part is stands in what explain prints, where it is not the sender's; at a free mail address it is a
// warning.
func TestAnotherOrganizerIsTold(t *testing.T) {
	for organizer, want := range map[string]string{"ceo@globex.example": "organizer: \"ceo@globex.example\"", "globex.ceo@gmail.com": "careful: the organizer of the calendar part is somebody else"} {
		raw := strings.NewReplacer("text/plain; charset=utf-8", "multipart/mixed; boundary=b", "Dear Casey", "--b\r\nContent-Type: text/plain\r\n\r\nDear Casey").Replace(string(invitationWith("", ""))) +
			"--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261109T150000Z\r\nDTSTART:20261119T150000Z\r\nDTEND:20261119T160000Z\r\nSUMMARY:Interview\r\nORGANIZER:mailto:" + organizer + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n"
		if said := Explain(Message([]byte(raw), "America/New_York")); !strings.Contains(said, want) {
			t.Errorf("%s: %q is missing in\n%s", organizer, want, said)
		}
	}
}
