"""Prints what python-vobject reads in an iCalendar file. A line is an event, as somebody sees it whose clock is that of TZ."""

import datetime
import sys

import vobject


def clock(t):
    if not isinstance(t, datetime.datetime):
        return t.isoformat()
    return t.astimezone().strftime("%Y-%m-%d %H:%M")


try:
    cal = vobject.readOne(open(sys.argv[1], encoding="utf-8", newline="").read())
    for event in cal.vevent_list:
        start = event.dtstart.value
        if "dtend" in event.contents:
            end = event.dtend.value
        else:
            end = start + event.duration.value
        starts = [start]
        if event.rruleset is not None:
            starts = list(event.rruleset)
        for s in starts:
            print(f"{clock(s)}|{clock(s + (end - start))}|{event.summary.value}")
except Exception as e:  # what its user would see
    print(f"error: {type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}")
