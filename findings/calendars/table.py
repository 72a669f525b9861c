"""Compares what the readers show with what they showed (seen.tsv), and keeps the table in docs/calendars.md.

usage: table.py NEW FOLDER [--write], NEW of reader, version, case, and start|end|title of each event, joined by ~; by tabs
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

new, folder, write = Path(sys.argv[1]), Path(sys.argv[2]), "--write" in sys.argv[3:]
seen = folder / "calendars" / "seen.tsv"
page = folder.parent / "docs" / "calendars.md"
BEGIN, END = "<!-- what follows is written by findings/calendars.sh --write -->", "<!-- end of what is written -->"
DAY, TITLE = "2026-12-03", "Talk with Zoë"


def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def moment(text):
    return datetime.strptime(text, "%Y-%m-%d %H:%M") if len(text) > 10 else None


def clock(at, day=DAY):
    hour = at.strftime("%H:%M")
    return hour if at.strftime("%Y-%m-%d") == day else f"{at.day} {at:%b} {hour}"


def cell(case, shown):
    """What one reader shows: starts, with the end where the length is not that of an interview."""
    if shown.startswith("error"):
        return "error"
    out = []
    for event in shown.split("~"):
        parts = event.split("|")
        start = moment(parts[0])
        if len(parts) < 3 or start is None:
            out.append(event)
            continue
        text, end = clock(start), moment(parts[1])
        if end and end - start not in (timedelta(minutes=45), timedelta(hours=1)):
            text += "–" + clock(end, start.strftime("%Y-%m-%d") if start.strftime("%Y-%m-%d") == DAY else "")
        if case.startswith("16") and parts[2] != TITLE:
            text += f" ({parts[2]})"
        out.append(text)
    return ", ".join(sorted(set(out), key=lambda t: (len(t) < 6, t)))


def table(lines):
    cases = {name: (what, here) for name, what, here in rows(folder / "calendars" / "cases.tsv")}
    readers, got = {}, {}
    for reader, version, case, shown in lines:
        readers[reader] = version
        got[reader, case] = shown
    if missing := [f"{r}, {c}" for r in readers for c in cases if (r, c) not in got]:
        sys.exit("nothing was read by " + "; ".join(missing))
    head = ["the file", *(f"{r} {v}" for r, v in readers.items()), "roundtwo"]
    out = ["| " + " | ".join(head) + " |", "| --- " * len(head) + "|"]
    for case, (what, here) in cases.items():
        cells = [cell(case, got[r, case]) for r in readers]
        out.append("| " + " | ".join([f"{case[:2]}: {what}", *cells, here]) + " |")
    return "\n".join(out)


def same_instant(lines):
    """Our own file must be read as the same by all."""
    ours = {reader: shown.split("|")[:2] for reader, _, case, shown in lines if case == "01-ours"}
    wrong = [r for r, times in ours.items() if times != ["2026-12-03 14:00", "2026-12-03 14:45"]]
    if wrong or not ours:
        sys.exit(f"a file as ours are is read otherwise by {', '.join(wrong) or 'nobody'}: {ours}")


lines = rows(new)
same_instant(lines)
text = page.read_text(encoding="utf-8")
before, rest = text.split(BEGIN, 1)
after = rest.split(END, 1)[1]
made = f"{before}{BEGIN}\n\n{table(lines)}\n\n{END}{after}"
header = "# reader, version, case, and start|end|title of each event on a clock in New York: written by findings/calendars.sh --write\n"
if write:
    seen.write_text(header + new.read_text(encoding="utf-8"), encoding="utf-8")
    page.write_text(made, encoding="utf-8")
    print(f"{len(lines)} readings written to {seen} and {page}")
    sys.exit()

was = {tuple(r[:1] + r[2:3]): r for r in rows(seen)}
now = {tuple(r[:1] + r[2:3]): r for r in lines}
changed = [k for k in sorted(was | now) if was.get(k) != now.get(k)]
for key in changed:
    print(f"{key[0]}, {key[1]}:")
    for label, r in (("was", was.get(key)), ("now", now.get(key))):
        print(f"  {label}: {r[1] + ': ' + r[3] if r else 'nothing'}")
if changed:
    sys.exit(f"{len(changed)} of {len(now)} readings are not what they were: look at them, then --write")
if made != text:
    sys.exit("the table in docs/calendars.md is not what is seen: --write")
for reader, version, case, shown in lines:
    print(reader, version, case, shown, sep="\t")
print(f"{len(lines)} readings, all as they were; our own file is the same instant for all {len({r[0] for r in lines})}")
