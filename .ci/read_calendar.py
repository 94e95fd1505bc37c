"""Reads the calendar of `outcomes due` with the Python package icalendar, and compares it with the
JSON of the same list.

    python3 .ci/read_calendar.py path/to/outcomes
"""
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import icalendar

binary = pathlib.Path(sys.argv[1]).resolve()


def run(*words):
    return subprocess.run([binary, *words], check=True, capture_output=True).stdout


def calendar(store, *words):
    data = run("due", "--store", store, "--format", "ics", *words)
    for line in data.split(b"\r\n"):
        assert b"\n" not in line and len(line) <= 75, line
    return icalendar.Calendar.from_ical(data)


def events(store, *words):
    return [event for event in calendar(store, *words).walk("VEVENT")]


with tempfile.TemporaryDirectory() as place:
    store = f"{place}/demo"
    run("demo", store, "--participants", "200")
    # An id and a timepoint that need folding, and letters of more than one byte.
    run("set", "timepoints", "+a_timepoint_with_a_very_long_name_indeed_so_that_it_is_folded=200",
        "--reason", "a test", "--store", store)
    run("enroll", "Zoë-日本-" + "x" * 40, "--on", "2025-01-10", "--store", store)
    for words in [["--as-of", "2025-01-15"], ["--as-of", "2025-06-01", "--within", "99"],
                  ["--as-of", "2020-01-01"]]:
        found = events(store, *words)
        due = json.loads(run("due", "--store", store, "--format", "json", *words))["due"]
        assert len(found) == len(due), (len(found), len(due))
        stamp = datetime.datetime.fromisoformat(words[1]).replace(tzinfo=datetime.timezone.utc)
        for event, entry in zip(found, due):
            target = datetime.date.fromisoformat(entry["target"])
            assert event.decoded("DTSTART") == target, entry
            assert event.decoded("DTEND") == target + datetime.timedelta(days=1), entry
            assert event.decoded("DTSTAMP") == stamp, entry
            assert str(event["SUMMARY"]) == f"{entry['participant']} {entry['timepoint']}", entry
            window = f"Window: {entry['opens']} to {entry['closes']}"
            assert str(event["DESCRIPTION"]) == window, entry
            assert str(event["TRANSP"]) == "TRANSPARENT", entry
        assert len({str(event["UID"]) for event in found}) == len(found)
    # Identifiers stay the same from day to day.
    first, later = ({str(event["SUMMARY"]): str(event["UID"]) for event in events(store, "--as-of", day)}
                    for day in ["2025-03-01", "2025-03-08"])
    both = first.keys() & later.keys()
    assert len(both) > 10 and all(first[name] == later[name] for name in both)
print("the calendar is read by icalendar, and agrees with the JSON")
