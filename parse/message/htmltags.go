package message

import "golang.org/x/net/html/atom"

// How elements are read. To treat one differently, change its line here.

// rawElements have text that is not part of the page.
var rawElements = map[atom.Atom]rawText{
	atom.Script: linkedData, atom.Style: skipped, atom.Title: skipped, atom.Noframes: skipped,
	atom.Iframe: skipped, atom.Noembed: skipped, atom.Xmp: shown,
}

// voids have no content and no end tag.
var voids = map[atom.Atom]bool{
	atom.Br: true, atom.Hr: true, atom.Img: true, atom.Meta: true, atom.Link: true, atom.Input: true, atom.Area: true,
	atom.Base: true, atom.Col: true, atom.Embed: true, atom.Wbr: true, atom.Source: true, atom.Param: true, atom.Track: true,
}

// hiding elements are never shown in a mail.
var hiding = map[atom.Atom]bool{
	atom.Template: true, atom.Object: true, atom.Audio: true, atom.Video: true, atom.Svg: true, atom.Math: true,
	atom.Select: true, atom.Datalist: true,
}

// struckTags cross their text out: an old time that no longer holds.
var struckTags = map[atom.Atom]bool{atom.S: true, atom.Strike: true, atom.Del: true}

// gap says how far a block stands from what is around it.
var gaps = map[atom.Atom]gap{
	atom.P: paragraph, atom.H1: paragraph, atom.H2: paragraph, atom.H3: paragraph, atom.H4: paragraph, atom.H5: paragraph,
	atom.H6: paragraph, atom.Table: line, atom.Ul: line, atom.Ol: line, atom.Dl: line, atom.Blockquote: paragraph,
	atom.Hr: line, atom.Div: line, atom.Section: line, atom.Article: line, atom.Header: line, atom.Footer: line,
	atom.Main: line, atom.Nav: line, atom.Aside: line, atom.Address: line, atom.Center: line, atom.Pre: line,
	atom.Form: line, atom.Fieldset: line, atom.Dt: line, atom.Dd: line, atom.Li: line, atom.Tr: line, atom.Caption: line,
	atom.Body: line, atom.Figure: line, atom.Figcaption: line, atom.Details: line, atom.Summary: line,
	atom.Tbody: line, atom.Thead: line, atom.Tfoot: line, atom.Legend: line,
}

// scopes are elements out of which an end tag of something inline does not reach.
var scopes = map[atom.Atom]bool{
	atom.Td: true, atom.Th: true, atom.Tr: true, atom.Table: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true,
	atom.Body: true, atom.Html: true, atom.Caption: true,
}

// inline elements may be closed together with the block they stand in.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.I: true, atom.U: true, atom.Em: true, atom.Strong: true, atom.Font: true,
	atom.Span: true, atom.Small: true, atom.Big: true, atom.Code: true, atom.Sub: true, atom.Sup: true, atom.S: true,
	atom.Strike: true, atom.Del: true, atom.Ins: true, atom.P: true,
}

// impliedEnds are the open elements that a start tag closes.
var impliedEnds = map[atom.Atom][]atom.Atom{
	atom.Li: {atom.Li}, atom.Dt: {atom.Dt, atom.Dd}, atom.Dd: {atom.Dt, atom.Dd},
	atom.Td: {atom.Td, atom.Th}, atom.Th: {atom.Td, atom.Th},
	atom.Tr: {atom.Td, atom.Th, atom.Tr}, atom.Tbody: {atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead},
	atom.Tfoot: {atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead},
	atom.P:     {atom.P}, atom.Div: {atom.P}, atom.Ul: {atom.P}, atom.Ol: {atom.P}, atom.Table: {atom.P}, atom.Hr: {atom.P},
	atom.H1: {atom.P}, atom.H2: {atom.P}, atom.H3: {atom.P}, atom.Blockquote: {atom.P}, atom.Option: {atom.Option},
}
