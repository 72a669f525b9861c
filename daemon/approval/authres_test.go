package approval

import (
	"strings"
	"testing"
)

func TestJudge(t *testing.T) {
	tests := []struct {
		name, said string
		want       opinion
	}{
		{"Gmail", "mx.google.com; dkim=pass header.i=@example.org header.s=s1 header.b=\"Ab/cd=\"; spf=pass (google.com: domain of ada@example.org designates 192.0.2.7 as permitted sender) smtp.mailfrom=ada@example.org; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.org", agrees},
		{"a milter", "mx.mail.example; dkim=pass (2048-bit key; unprotected) header.d=example.org header.i=@example.org", agrees},
		{"a subdomain signs", "mx.mail.example; dkim=pass header.d=mail.example.org", agrees},
		{"somebody else signs", "mx.mail.example; dkim=pass header.d=evil.example", silent},
		{"a host of the same public suffix", "mx.mail.example; dkim=pass header.d=org", silent},
		{"the policy of another domain", "mx.mail.example; dmarc=pass header.from=evil.example", silent},
		{"the policy of nobody", "mx.mail.example; dmarc=pass", silent},
		{"dmarc fails", "mx.mail.example; dkim=pass header.d=example.org; dmarc=fail header.from=example.org", contradicts},
		{"dkim fails", "mx.mail.example; dkim=fail header.d=example.org", contradicts},
		{"one of two signatures fails", "mx.mail.example; dkim=fail header.d=list.example; dkim=pass header.d=example.org", agrees},
		{"spf fails", "mx.mail.example; spf=fail smtp.mailfrom=example.org", contradicts},
		{"spf fails hard", "mx.mail.example; spf=hardfail smtp.mailfrom=example.org", contradicts},
		{"spf fails softly", "mx.mail.example; spf=softfail smtp.mailfrom=example.org", silent},
		{"spf passes", "mx.mail.example; spf=pass smtp.mailfrom=example.org", silent},
		{"forwarded with its signature", "mx.mail.example; spf=fail smtp.mailfrom=list.example; dmarc=pass header.from=example.org", agrees},
		{"a server in trouble", "mx.mail.example; dkim=temperror header.d=example.org", silent},
		{"none", "mx.mail.example; none", silent},
		{"version 1", "mx.mail.example 1; dmarc=pass header.from=example.org", agrees},
		{"another version", "mx.mail.example 2; dmarc=pass header.from=example.org", silent},
		{"in capitals", "mx.mail.example; DMARC=Pass header.from=Example.ORG", agrees},

		{"a pass in a comment", "mx.mail.example; spf=none (x; dmarc=pass header.from=example.org)", silent},
		{"a comment that closes early", "mx.mail.example; spf=none (x) ; dmarc=pass header.from=example.org)", silent},
		{"a comment in a comment", "mx.mail.example; spf=none ((x) ; dmarc=pass header.from=example.org)", silent},
		{"a comment that never closes", "mx.mail.example; dmarc=pass header.from=example.org (x", silent},
		{"a pass in quotes", `mx.mail.example; spf=fail smtp.mailfrom="x; dmarc=pass header.from=example.org"@evil.example`, contradicts},
		{"quotes that never close", `mx.mail.example; dmarc=pass header.from=example.org; spf=none smtp.mailfrom="x`, silent},
		{"two values of one property", "mx.mail.example; dkim=pass header.d=evil.example header.d=example.org", silent},
		{"words that are no property", "mx.mail.example; dmarc=pass header.from=example.org and more", silent},
		{"a domain with a semicolon", "mx.mail.example; dkim=pass header.d=evil.example;dmarc=pass", silent},
		{"an encoded word", "mx.mail.example; spf=none smtp.mailfrom==?utf-8?q?=3B_dmarc=3Dpass_header.from=3Dexample.org?=@evil.example", silent},
	}
	for _, tt := range tests {
		if got := judge(tt.said, "example.org"); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

const (
	pass   = "Authentication-Results: mx.mail.example; dmarc=pass header.from=example.org"
	fail   = "Authentication-Results: mx.mail.example; dmarc=fail header.from=example.org"
	border = "Received: from out.example.org (out.example.org [192.0.2.7]) by mx.mail.example with ESMTPS id 1; Tue, 01 Dec 2026 11:59:00 +0000"
	before = "Received: from laptop by out.example.org with ESMTPSA id 2; Tue, 01 Dec 2026 11:58:00 +0000"
	inner  = "Received: by 2002:a05:6402:1e8e:b0:44a with SMTP id qwerty; Tue, 01 Dec 2026 11:59:01 +0000"
	lmtp   = "Received: from mx.mail.example by imap.mail.example with LMTP id 3; Tue, 01 Dec 2026 11:59:02 +0000"
)

func TestWhichResultsAreBelieved(t *testing.T) {
	tests := []struct {
		name   string
		fields []string
		want   opinion
	}{
		{"above the border", []string{pass, border, before}, agrees},
		{"below the border, as Gmail writes it", []string{inner, border, pass, before}, agrees},
		{"after the delivery into a mailbox", []string{lmtp, border, pass, before}, agrees},
		{"of a host of the provider", []string{strings.Replace(border, "by mx.", "by mx7.", 1), pass}, agrees},
		{"folded", []string{border, "Authentication-Results: mx.mail.example;\r\n\tdmarc=pass header.from=example.org"}, agrees},
		{"in the sender's part", []string{border, before, pass}, silent},
		{"under a line that claims to be the provider's", []string{border, border, pass}, silent},
		{"under a line that claims to be an inner one", []string{border, inner, pass}, silent},
		{"under a greeting with the provider's name", []string{strings.Replace(border, "from out.example.org", "from mx.mail.example", 1), border, pass}, silent},
		{"under a greeting that opens a comment", []string{strings.Replace(border, "from out", "from (", 1), border, pass}, silent},
		{"under a server that is not the provider's", []string{before, pass}, silent},
		{"a second one in the sender's part", []string{border, pass, before, pass}, silent},
		{"two that differ", []string{border, pass, fail}, contradicts},
		{"a failure in the sender's part", []string{border, before, fail}, silent},
		{"of another server", []string{border, strings.Replace(pass, "mx.mail", "mx.evil", 1)}, silent},
		{"of a server whose name is longer", []string{border, strings.Replace(pass, "mx.mail.example", "mx.mail.example.evil", 1)}, silent},
		{"Microsoft's, which names no server", []string{border, "Authentication-Results: spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=example.org; dmarc=pass action=none header.from=example.org;compauth=pass reason=100"}, silent},
		{"no field at all", []string{border, before}, silent},
		{"of an old one, sealed", []string{border, "ARC-Authentication-Results: i=1; mx.mail.example; dmarc=pass header.from=example.org"}, silent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			raw := strings.Join(tt.fields, "\r\n") + "\r\nFrom: ada@example.org\r\n\r\nsend\r\n"
			c := &inspection{Facts: Facts{AuthservID: "MX.mail.example"}, header: readHeader([]byte(raw)), from: "ada@example.org"}
			if got := c.provider(); got != tt.want {
				t.Errorf("%d, want %d", got, tt.want)
			}
			c.AuthservID = ""
			if got := c.provider(); got != silent {
				t.Errorf("nobody is believed, and yet: %d", got)
			}
		})
	}
}

func TestSameOwner(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"example.org", "EXAMPLE.org.", true}, {"a.b.example.org", "c.example.org", true}, {"example.org", "example.net", false},
		{"a.co.uk", "b.co.uk", false}, {"a.github.io", "b.github.io", false}, {"localhost", "localhost", true},
		{"localhost", "otherhost", false}, {"", "", false}, {"example.org", "", false}, {"org", "org", true}, {"org", "example.org", false},
	}
	for _, tt := range tests {
		if got := sameOwner(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// Whatever a sender writes into comments and quoted strings, it makes no pass of a failure.
func FuzzAuthenticationResults(f *testing.F) {
	f.Add(`x`, `y`)
	f.Add(`") ; dmarc=pass header.from=example.org (`, `\`)
	f.Add(`=?utf-8?q?=3B?=`, `)(`)
	f.Fuzz(func(t *testing.T, comment, local string) {
		judge(comment+local, "example.org") // any bytes: no panic
		said := "mx.mail.example; spf=none (" + escaped(comment) + `) smtp.mailfrom="` + escaped(local) + `"@evil.example; dkim=none`
		if got := judge(said, "example.org"); got == agrees {
			t.Errorf("a pass out of %q", said)
		}
	})
}

// escaped is what a server writes that keeps to RFC 5322 section 3.2.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, `(`, `\(`, `)`, `\)`).Replace(s)
}
