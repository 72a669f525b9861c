package mailbox

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"
)

// answer is what a scripted server says to a command that contains these words; "@" is the tag. The first that fits.
type answer struct{ words, reply string }

// scripted is a session with a server that misbehaves in one point, for what real servers are seen to do but Dovecot
// does not.
func scripted(t *testing.T, answers ...answer) *Session {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	answers = append(answers,
		answer{"CAPABILITY", "* CAPABILITY IMAP4rev1 UIDPLUS\r\n@ OK done\r\n"},
		answer{"EXAMINE", "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [UIDNEXT 31] .\r\n@ OK [READ-ONLY] done\r\n"},
		answer{"UID SEARCH", "* SEARCH 10 20 30\r\n@ OK done\r\n"},
		answer{"RFC822.SIZE", "* 1 FETCH (UID 10 RFC822.SIZE 5 INTERNALDATE \"25-Nov-2026 09:00:00 +0000\")\r\n" +
			"* 2 FETCH (UID 20 RFC822.SIZE 5 INTERNALDATE \"25-Nov-2026 09:00:00 +0000\")\r\n@ OK done\r\n"},
		answer{"", "@ OK done\r\n"})
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go play(conn, answers)
		}
	}()
	_, port := at(t, l.Addr().String())
	return dial(t, Account{Name: "anna", Host: "127.0.0.1", Port: port, TLS: NoTLS, User: "anna", Password: password("x"),
		Timeout: 2 * time.Second, PollEvery: 50 * time.Millisecond})
}

func play(conn net.Conn, answers []answer) {
	defer conn.Close()
	fmt.Fprint(conn, "* OK hello\r\n")
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		tag, command, _ := strings.Cut(lines.Text(), " ")
		for _, a := range answers {
			if strings.Contains(command, a.words) {
				fmt.Fprint(conn, strings.ReplaceAll(a.reply, "@", tag))
				break
			}
		}
	}
}

func TestUIDBehindTheBodyLosesNoMail(t *testing.T) {
	s := scripted(t,
		answer{"UID FETCH 10,20 (UID BODY.PEEK", "* 1 FETCH (BODY[]<0> {5}\r\nhello UID 10)\r\n* 2 FETCH (UID 20 BODY[]<0> {5}\r\nworld)\r\n@ OK done\r\n"},
		answer{"UID FETCH 10 (UID BODY.PEEK", "* 1 FETCH (BODY[]<0> {5}\r\nhello UID 10)\r\n@ OK done\r\n"},
		answer{"FETCH 1 (UID BODY.PEEK", "* 1 FETCH (BODY[]<0> {5}\r\nhello UID 10)\r\n@ OK done\r\n"},
	)
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	got := fetchAll(t, s, []uint32{10, 20}, 100)
	if len(got) != 2 || string(got[0].Raw) != "hello" || string(got[1].Raw) != "world" {
		t.Errorf("%+v", got)
	}
}

func TestOneMessageThatTheServerRefusesDoesNotHideTheOthers(t *testing.T) {
	s := scripted(t,
		answer{"UID FETCH 10,20 (UID BODY.PEEK", "* 1 FETCH (UID 10 BODY[]<0> {5}\r\nhello)\r\n@ NO could not be converted\r\n"},
		answer{"UID FETCH 20 (UID BODY.PEEK", "@ NO could not be converted\r\n"},
		answer{"FETCH 2 (UID BODY.PEEK", "@ NO could not be converted\r\n"},
	)
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	got := fetchAll(t, s, []uint32{10, 20}, 100)
	if len(got) != 2 || string(got[0].Raw) != "hello" || !got[1].Missing {
		t.Errorf("%+v", got)
	}
}

func TestListedButNotDescribedIsStillListed(t *testing.T) {
	s := scripted(t)
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	entries, err := s.Since(t.Context(), 15)
	if err != nil || len(entries) != 2 || entries[0].UID != 20 || entries[1].UID != 30 || entries[1].Size != 0 {
		t.Errorf("%+v, %v", entries, err)
	}
}

func TestServerWithoutUIDNEXT(t *testing.T) {
	examine := answer{"EXAMINE", "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n@ OK done\r\n"}
	for name, more := range map[string]answer{
		"STATUS knows it":     {"STATUS", "* STATUS INBOX (UIDNEXT 31)\r\n@ OK done\r\n"},
		"STATUS is no better": {"FETCH 2 (", "* 2 FETCH (UID 30 RFC822.SIZE 5 INTERNALDATE \"25-Nov-2026 09:00:00 +0000\")\r\n@ OK done\r\n"},
	} {
		s := scripted(t, more, examine, answer{"STATUS", "@ NO what?\r\n"})
		if status, err := s.Examine(t.Context(), "INBOX"); err != nil || status.Next != 31 {
			t.Errorf("%s: %+v, %v", name, status, err)
		}
	}
}

func TestMoreThanWasAskedForEndsTheSession(t *testing.T) {
	s := scripted(t, answer{"BODY.PEEK", "* 1 FETCH (UID 10 BODY[] {500}\r\n" + strings.Repeat("x", 500) + ")\r\n@ OK done\r\n"})
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	err := s.Fetch(t.Context(), []uint32{10}, 100, func(Mail) error { return nil })
	if err == nil || !Temporary(err) {
		t.Errorf("got %v", err)
	}
}

func TestIdleThatIsRefusedBecomesPolling(t *testing.T) {
	s := scripted(t,
		answer{"CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE\r\n@ OK done\r\n"},
		answer{"IDLE", "@ NO not today\r\n"},
		answer{"NOOP", "* 4 EXISTS\r\n@ OK done\r\n"})
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if err := s.Wait(t.Context(), time.Minute); err != nil || time.Since(begun) > 5*time.Second {
		t.Errorf("after %s: %v", time.Since(begun), err)
	}
}

func TestMailBetweenTheLookAndTheWait(t *testing.T) {
	s := scripted(t, answer{"UID SEARCH", "* SEARCH 10\r\n* 4 EXISTS\r\n@ OK done\r\n"})
	if _, err := s.Examine(t.Context(), "INBOX"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Since(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if err := s.Wait(t.Context(), time.Minute); err != nil || time.Since(begun) > time.Second {
		t.Errorf("after %s: %v", time.Since(begun), err)
	}
}

func TestRefusals(t *testing.T) {
	for _, row := range []struct {
		reply     string
		want      error
		temporary bool
	}{
		{"@ NO [TRYCREATE] no such folder\r\n", ErrNoFolder, false},
		{"@ NO [UNAVAILABLE] later\r\n", ErrUnavailable, true},
		{"@ NO [LIMIT] slow down\r\n", ErrUnavailable, true},
		{"@ NO [THROTTLED] try again later\r\n", ErrUnavailable, true},
		{"@ BAD Request is throttled. Suggested Backoff Time: 92 milliseconds\r\n", ErrUnavailable, true},
		{"@ NO Too many simultaneous connections\r\n", ErrUnavailable, true},
		{"@ NO [TOOBIG] no\r\n", ErrTooBig, false},
		{"@ NO [OVERQUOTA] full\r\n", nil, true},
		{"* BYE Session invalidated - AccessTokenExpired\r\n", nil, true},
	} {
		s := scripted(t, answer{"EXAMINE", row.reply})
		_, err := s.Examine(t.Context(), "INBOX")
		if err == nil || row.want != nil && !errors.Is(err, row.want) || Temporary(err) != row.temporary {
			t.Errorf("%q gives %v, temporary %v", row.reply, err, Temporary(err))
		}
	}
}

func TestFolderNamesWithControlCharactersAreNotSent(t *testing.T) {
	s := scripted(t)
	for _, name := range []string{"", "INBOX\r\nA1 DELETE INBOX", "a\x00", "a\x7f"} {
		if _, err := s.Examine(t.Context(), name); !errors.Is(err, errBadName) {
			t.Errorf("EXAMINE %q gives %v", name, err)
		}
		if _, err := s.Append(t.Context(), name, nil, time.Time{}, letter(1)); !errors.Is(err, errBadName) {
			t.Errorf("APPEND to %q gives %v", name, err)
		}
	}
	if _, err := s.Append(t.Context(), "Drafts", []string{"\\Draft\r\n"}, time.Time{}, letter(1)); !errors.Is(err, errBadName) {
		t.Errorf("a flag with a line break gives %v", err)
	}
}

func TestFoldersByKnownName(t *testing.T) {
	list := func(lines ...string) answer {
		return answer{"LIST", "* LIST " + strings.Join(lines, "\r\n* LIST ") + "\r\n@ OK done\r\n"}
	}
	for _, row := range []struct {
		name, drafts, sent string
		list               answer
	}{
		{"localised", "INBOX.Entw&APw-rfe", "INBOX.Gesendet", list(`() "." INBOX`, `() "." "INBOX.Entw&APw-rfe"`, `() "." INBOX.Gesendet`)},
		{"attributes in a plain LIST", "Konzepte", "Raus", list(`(\Drafts) "/" Konzepte`, `(\Sent) "/" Raus`)},
		{"several marked as sent", "", "Sent", list(`(\Sent) "/" "Old/Archive"`, `(\Sent) "/" Sent`)},
		{"what cannot be opened", "", "Sent Items", list(`(\Noselect) "/" Sent`, `() "/" "Sent Items"`)},
		{"nothing known", "", "", list(`() "/" Whatever`)},
	} {
		s := scripted(t, row.list)
		f, err := s.Folders(t.Context())
		drafts := strings.ReplaceAll(row.drafts, "&APw-", "ü")
		if err != nil || f.Drafts != drafts || f.Sent != row.sent || f.Inbox != "INBOX" {
			t.Errorf("%s: %+v, %v", row.name, f, err)
		}
	}
}

func TestConfiguredFolderWins(t *testing.T) {
	s := scripted(t, answer{"LIST", "* LIST (\\Drafts) \"/\" Drafts\r\n* LIST () \"/\" Mine\r\n@ OK done\r\n"})
	s.account.Drafts, s.account.Sent = "Mine", "Nowhere"
	f, err := s.Folders(t.Context())
	if err != nil || f.Drafts != "Mine" || f.How["drafts"] != "configured" || f.How["sent"] != "configured, not listed" {
		t.Errorf("%+v, %v", f, err)
	}
}
