#!/usr/bin/env python3
"""eight_writers.py BINARY [ASSESSMENTS]: eight writers record at once, each as many assessments, by default 500.

Every line must be there, `check` must find nothing, and all eight together may take at most 20 times as long as one alone.
The short form: `eight_writers.py BINARY 100`.
"""
import os
import sys
import tempfile
import threading
import time

from program import Program, require

WRITERS = 8
MOST = 20
MEASURES = [(time, instrument, answers) for time in ("baseline", "day30", "day90")
            for instrument, answers in (("ucla-3", "1,2,3"), ("healthy-days", "4,5"))]


def people(writer, assessments):
    return [f"W{writer}-{number}" for number in range(-(-assessments // len(MEASURES)))]


def record(program, writer, assessments, refused):
    """Records as one writer, one process after the other."""
    keys = [(name, measure) for name in people(writer, assessments) for measure in MEASURES]
    for name, (timepoint, instrument, answers) in keys[:assessments]:
        result = program.run("record", name, timepoint, instrument, "--answers", answers, "--date", "2026-01-02")
        if result.returncode != 0:
            refused.append(result.stderr)


def seconds(program, writers, assessments):
    """How long these writers take together."""
    for writer in writers:
        for name in people(writer, assessments):
            program.must("enroll", name, "--on", "2026-01-01")
    refused = []
    threads = [threading.Thread(target=record, args=(program, writer, assessments, refused)) for writer in writers]
    start = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    duration = time.monotonic() - start
    require(not refused, f"{len(refused)} records were refused, the first: {refused[:1]}")
    return duration


def check_store(binary, place, kind, assessments):
    alone = Program(binary, os.path.join(place, f"{kind}-alone"), kind).make()
    together = Program(binary, os.path.join(place, f"{kind}-together"), kind).make()
    one = seconds(alone, range(1), assessments)
    eight = seconds(together, range(WRITERS), assessments)
    lines = together.lines("scores")
    keys = {(line["participant"], line["timepoint"], line["instrument"]) for line in lines}
    wanted = WRITERS * assessments
    require(len(lines) == wanted and len(keys) == wanted, f"{wanted} lines recorded, {len(lines)} there, {len(keys)} different")
    together.must_be_sound("after eight writers")
    print(f"{kind}: {wanted} lines, all there; one writer {one:.1f} s, eight {eight:.1f} s, {eight / one:.1f} times")
    require(eight <= MOST * one, f"eight writers took more than {MOST} times as long as one")


def main(binary, assessments):
    with tempfile.TemporaryDirectory() as place:
        for kind in ("csv", "json"):
            check_store(binary, place, kind, assessments)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 500)
