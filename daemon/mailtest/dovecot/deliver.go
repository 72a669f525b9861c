package dovecot

import (
	"bytes"
	"fmt"
	"net"
	"time"

	"github.com/emersion/go-smtp"
)

// Deliver hands a mail to the inbox of a user over LMTP, as a mail server would. Dovecot tells an idling client about
// it up to half a second later.
func (s *Server) Deliver(user string, raw []byte) error {
	conn, err := net.DialTimeout("tcp", s.LMTP, 5*time.Second)
	if err != nil {
		return fmt.Errorf("deliver to %s: %w", user, err)
	}
	client := smtp.NewClientLMTP(conn)
	defer client.Close()
	if err := client.SendMail("sender@example.test", []string{user}, bytes.NewReader(raw)); err != nil {
		return fmt.Errorf("deliver to %s: %w", user, err)
	}
	return client.Quit()
}
