// Calendars prints what a Go library reads in an iCalendar file: calendars go-ical|golang-ical|gocal FILE.
//
// A line is an event, as somebody sees it whose clock is that of TZ.
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/apognu/gocal"
	golangical "github.com/arran4/golang-ical"
	goical "github.com/emersion/go-ical"
)

func main() {
	data, err := os.ReadFile(os.Args[2])
	if err != nil {
		panic(err)
	}
	read := map[string]func([]byte) error{"go-ical": readGoICal, "golang-ical": readGolangICal, "gocal": readGocal}[os.Args[1]]
	if err := read(data); err != nil {
		fmt.Println("error:", strings.ReplaceAll(err.Error(), "\n", " "))
	}
}

func show(start, end time.Time, day bool, summary string) {
	layout := "2006-01-02 15:04"
	if day {
		layout = "2006-01-02"
	}
	fmt.Printf("%s|%s|%s\n", start.Local().Format(layout), end.Local().Format(layout), summary)
}

func readGoICal(data []byte) error {
	cal, err := goical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		return err
	}
	for _, e := range cal.Events() {
		start, err := e.DateTimeStart(time.Local)
		if err != nil {
			return err
		}
		end, err := e.DateTimeEnd(time.Local)
		if err != nil {
			return err
		}
		summary, _ := e.Props.Text("SUMMARY")
		show(start, end, false, summary)
	}
	return nil
}

func readGolangICal(data []byte) error {
	cal, err := golangical.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		return err
	}
	for _, e := range cal.Events() {
		start, err := e.GetStartAt()
		if err != nil {
			return err
		}
		end, err := e.GetEndAt()
		if err != nil {
			return err
		}
		summary := ""
		if p := e.GetProperty(golangical.ComponentPropertySummary); p != nil {
			summary = p.Value
		}
		show(start, end, false, summary)
	}
	return nil
}

func readGocal(data []byte) error {
	c := gocal.NewParser(bytes.NewReader(data))
	from, to := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 12, 31, 0, 0, 0, 0, time.UTC)
	c.Start, c.End = &from, &to
	if err := c.Parse(); err != nil {
		return err
	}
	for _, e := range c.Events {
		end := time.Time{}
		if e.End != nil {
			end = *e.End
		}
		show(*e.Start, end, false, e.Summary)
	}
	return nil
}
