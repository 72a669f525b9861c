// Prints what a JavaScript library reads in an iCalendar file: node read.mjs ical.js|node-ical|ts-ics FILE.
// A line is an event, as somebody sees it whose clock is that of TZ.
import { readFileSync } from "node:fs";

const [, , library, file] = process.argv;
const data = readFileSync(file, "utf8");

const two = (n) => String(n).padStart(2, "0");
const clock = (d) => `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())} ${two(d.getHours())}:${two(d.getMinutes())}`;
const show = (start, end, summary) => console.log(`${clock(start)}|${end ? clock(end) : ""}|${summary}`);

const readers = {
  async "ical.js"() {
    const { default: ICAL } = await import("ical.js");
    const root = new ICAL.Component(ICAL.parse(data));
    // As its README does: the zones of the file are told first.
    for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    const events = root.getAllSubcomponents("vevent").map((c) => new ICAL.Event(c));
    for (const event of events) {
      if (event.isRecurrenceException()) continue;
      if (!event.isRecurring()) {
        show(event.startDate.toJSDate(), event.endDate.toJSDate(), event.summary);
        continue;
      }
      for (const other of events) if (other.isRecurrenceException()) event.relateException(other);
      const each = event.iterator();
      for (let at = each.next(); at; at = each.next()) {
        const { startDate, endDate, item } = event.getOccurrenceDetails(at);
        show(startDate.toJSDate(), endDate.toJSDate(), item.summary);
      }
    }
  },
  async "node-ical"() {
    const { default: ical } = await import("node-ical");
    for (const event of Object.values(ical.sync.parseICS(data))) {
      if (event.type !== "VEVENT") continue;
      if (!event.rrule) {
        show(event.start, event.end, event.summary);
        continue;
      }
      const from = new Date(Date.UTC(2026, 0, 1)), to = new Date(Date.UTC(2027, 11, 31));
      for (const one of ical.expandRecurringEvent(event, { from, to })) show(one.start, one.end, one.summary);
    }
  },
  async "ts-ics"() {
    const { convertIcsCalendar, extendByRecurrenceRule, getEventEnd } = await import("ts-ics");
    const calendar = convertIcsCalendar(undefined, data);
    for (const event of calendar.events ?? []) {
      const start = event.start.date;
      const end = event.end ? event.end.date : getEventEnd(event);
      const starts = event.recurrenceRule
        ? extendByRecurrenceRule(event.recurrenceRule, { start, exceptions: calendar.events.filter((e) => e.recurrenceId).map((e) => e.recurrenceId.value.date) })
        : [start];
      for (const s of starts) show(s, new Date(s.getTime() + (end - start)), event.summary);
    }
  },
};

try {
  await readers[library]();
} catch (e) {
  console.log(`error: ${String(e.message ?? e).split("\n")[0]}`);
}
