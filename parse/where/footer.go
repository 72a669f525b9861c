package where

import "roundtwo/parse/token"

// footerWords start what no interview is held at: the address of a vendor, the seat of a company, a disclaimer.
var footerWords = token.MakePhrases(marks(
	"powered by", "sent with", "sent by", "sent via", "unsubscribe", "you receive this", "you are receiving", "you received this",
	"this email was", "this e-mail was", "this message was", "this message may", "this email and", "this e-mail and", "disclaimer",
	"confidentiality", "notice:", "registered office", "registered in", "sitz der gesellschaft", "amtsgericht", "view in",
	"privacy policy", "©", "copyright", "rippling ats", "all rights reserved",
))

// footerClosings close a letter; an address below is the writer's.
var footerClosings = token.MakePhrases(marks(
	"regards", "kind regards", "best regards", "warm regards", "with kind regards", "sincerely", "yours sincerely",
	"yours faithfully", "best wishes", "many thanks", "thanks & regards", "cheers", "mit freundlichen grussen", "viele grusse",
	"beste grusse", "cordialement", "saludos", "atentamente", "cordiali saluti", "distinti saluti", "met vriendelijke groet",
	"atenciosamente", "z powazaniem", "pozdrawiam",
))

// footer gives the tokens where the signature and where the footer starts.
func footer(toks []token.Token) (sign, foot int) {
	sign = len(toks)
	for i := range toks {
		if i > 0 && !toks[i-1].Ends() && !is(toks, i-1, "•") && !is(toks, i, "©") {
			continue
		}
		if _, n := footerWords.At(toks, i); n > 0 && i > 0 {
			return min(sign, i), i
		}
		if _, n := footerClosings.At(toks, i); n > 0 && lineEndsNear(toks, i+n) || ruler(toks, i) {
			sign = min(sign, i)
		}
	}
	return sign, len(toks)
}

// ruler reports whether the line at token i is "-- ".
func ruler(toks []token.Token, i int) bool {
	return is(toks, i, "-") && is(toks, i+1, "-") && i+2 < len(toks) && toks[i+2].Breaks()
}

// lineEndsNear reports whether a line ends within a few tokens of i.
func lineEndsNear(toks []token.Token, i int) bool {
	for k := i; k < i+5; k++ {
		if k >= len(toks) || toks[k].Breaks() {
			return true
		}
	}
	return false
}
