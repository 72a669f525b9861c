// Package where finds the place of an interview: join links with their host checked by label boundary, addresses,
// rooms and telephone numbers, and from these how it is held.
package where

import (
	"roundtwo/interview"
	"roundtwo/parse/message"
	"roundtwo/parse/token"
)

// Place is where the interview is held.
type Place struct {
	Format   interview.Format
	Location string
	Link     string
	Phone    string
	Spans    map[string]token.Span // of "format", "location", "link", "phone"
	Warnings []string              // a meeting host that only looks like one
}

// Read reads the place out of clean text, its tokens and the hyperlinks of the HTML part.
func Read(text string, toks []token.Token, links []message.Link) Place {
	spans := token.Links(toks)
	r := &reader{text: text, toks: toks, skip: make([]bool, len(toks)), width: wrapWidth(text)}
	r.end, r.foot = footer(toks)
	for _, s := range spans {
		for i := s.From; i < s.To; i++ {
			r.skip[i] = true
		}
	}
	p := Place{Spans: map[string]token.Span{}}
	link, warnings := joinLink(addresses(text, toks, spans, links))
	p.Warnings = warnings
	p.set("link", &p.Link, link.url, link.span)
	number, at := r.callNumber(spans)
	p.set("phone", &p.Phone, number, at)
	place := r.location(false)
	format, said := r.format(place.weight >= placeWeight)
	if place.text == "" && format == interview.Onsite {
		place = r.location(true)
	}
	p.decide(format, said, place.text, token.Span{From: place.from, To: place.to})
	return p
}

// set fills a field and its span, where something was found.
func (p *Place) set(field string, to *string, value string, at token.Span) {
	if *to = value; value != "" && at.From < at.To {
		p.Spans[field] = at
	}
}

// decide settles the format: facts before words. A meeting with a link is held on a screen, one with a number by
// telephone; neither has a place.
func (p *Place) decide(format interview.Format, said token.Span, place string, stood token.Span) {
	switch {
	case p.Link != "" && p.Phone == "", p.Link != "" && format != interview.Phone:
		p.Format = interview.Video
	case p.Phone != "" && format != interview.Video:
		p.Format = interview.Phone
	case format != "":
		p.Format = format
	case place != "":
		p.Format = interview.Onsite
	}
	if p.Format == interview.Video && p.Link == "" && format == interview.Video && place == "" || p.Format == format {
		if said.From < said.To {
			p.Spans["format"] = said
		}
	}
	if p.Format == interview.Onsite {
		p.set("location", &p.Location, place, stood)
	}
}
