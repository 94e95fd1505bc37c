#!/usr/bin/env python3
"""seeds.py BINARY: makes the seeds of the fuzz targets in Fixtures/Fuzzing, one folder a target.

Lines of valid files, and the same lines damaged in one way each; the built-in instruments and settings,
whole and damaged. Same binary, same seeds. Inputs that fuzzing found are kept beside them by hand, with
names that start with `found-`, and are left alone.
"""
import json
import os
import subprocess
import sys

FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "Fixtures", "Fuzzing")
MOMENT = "2026-01-05T10:00:00Z"
SCORES = [
    {"participant": "P1", "timepoint": "baseline", "instrument": "ucla-3", "date": "2026-01-05", "answers": "3 2 3",
     "score": 8, "action": "record", "recorded_at": MOMENT, "recorded_by": "ada"},
    {"participant": "P10", "timepoint": "day30", "instrument": "ucla-3", "date": "2026-02-04", "answers": "1 . 2",
     "action": "correct", "recorded_at": MOMENT, "recorded_by": "Zoë", "reason": 'said "no", twice'},
    {"participant": "é7", "timepoint": "baseline", "instrument": "healthy-days", "date": "2026-01-05", "score": 18.0,
     "action": "record", "recorded_at": MOMENT, "recorded_by": "ada", "seal": "0123456789abcdef"},
    {"participant": "P1", "timepoint": "baseline", "instrument": "ucla-3", "date": "2026-01-05", "action": "void",
     "recorded_at": MOMENT, "recorded_by": "ada", "reason": "a \\ and a /"},
    # What the program never writes, and a person might.
    {"participant": "P10", "timepoint": "day30", "instrument": "ucla-3", "date": "2026-02-05", "answers": "1 2 2",
     "score": 5, "action": "void", "recorded_at": MOMENT, "recorded_by": "P1", "reason": "answers that do not count"},
    {"participant": "P2", "timepoint": "day60", "instrument": "phq-9", "date": "2026-02-05", "answers": "1  2,02",
     "score": 5e1, "action": "record", "recorded_at": MOMENT, "recorded_by": "ada", "reason": "P1"},
]
SCORE_KEYS = ["participant", "timepoint", "instrument", "date", "answers", "score", "action", "recorded_at", "recorded_by",
              "reason", "seal"]
PEOPLE = [
    {"participant": "P1", "enrolled_on": "2026-01-05", "action": "enroll", "recorded_at": MOMENT, "recorded_by": "ada",
     "site": "north, by the sea"},
    {"participant": "é7", "enrolled_on": "2026-01-06", "action": "enroll", "recorded_at": MOMENT, "recorded_by": "ada"},
    {"participant": "P1", "enrolled_on": "2026-01-04", "action": "update", "recorded_at": MOMENT, "recorded_by": "Zoë",
     "reason": 'said "no"', "site": "south"},
    {"participant": "P1", "enrolled_on": "2026-03-04", "action": "withdraw", "recorded_at": MOMENT, "recorded_by": "ada",
     "reason": "moved", "site": "south"},
    {"participant": "P1", "enrolled_on": "2026-04-01", "action": "enroll", "recorded_at": MOMENT, "recorded_by": "ada"},
    {"participant": "P10", "enrolled_on": "2026-03-04", "action": "withdraw", "recorded_at": MOMENT, "recorded_by": "P1",
     "reason": "enrolled later"},
    {"participant": "P10", "enrolled_on": "2026-03-05", "action": "enroll", "recorded_at": MOMENT, "recorded_by": "ada"},
]
ATTRIBUTES = ["site", "arm", "sex", "age_band", "language", "referred_by"]
# As many as in `FuzzedProgram`.
ATTRIBUTE_COUNTS = [1, 3, 6]
# What a damaged line has in place of what stood there first; the line must hold it.
CSV_DAMAGE = [(",", ";"), (",", ",,"), ("P1", '"P1'), ("P1", 'P"1'), ("P1", '"P1"x'), ("2026-01", "1/5"), ("\n", "\r\n"),
              ("ada", "a\0da"), ("ada", "a\x1bda"), ("-05", "-32"), ("T10", "T25"), ("\n", "")]
JSON_DAMAGE = [("{", "{ "), ('":', '" : '), ('"P1"', '"P\\u0031"'), ('"P1"', '"\\ud83d\\ude00"'), ('"P1"', '"\\ud83d"'),
               ('"P1"', "1"), ("}", ",}"), ("}", '}x'), ("ada", "a\\nda"), ("ada", "a\0da"), ("-05", "-32"), ("\n", "\r\n"),
               ('"action"', '"participant"'), ('"action"', '"acti\\u006fn"'), ('"action"', '"aktion"')]
DOCUMENT_DAMAGE = [("{", "["), (": 0", ": -1"), (": 0", ": 1e308"), (": 0", ': "0"'), ("[", "[null, "), (", ", ",, "),
                   ('"id"', '"ID"'), ('"id"', '"i\\u001bd"'), ('"name"', '"name": 7, "name"'), ("}", "")]


def csv_line(row, keys):
    cells = [str(row.get(key, "")) for key in keys]
    return ",".join('"' + cell.replace('"', '""') + '"' if set(cell) & set(',"') else cell for cell in cells) + "\n"


def json_line(row, keys):
    return json.dumps({key: row[key] for key in keys if key in row}, ensure_ascii=False, separators=(",", ":")) + "\n"


def keep(target, texts):
    """Writes the seeds of a target, without those of an earlier run."""
    folder = os.path.join(FOLDER, target)
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        if not name.startswith("found-"):
            os.remove(os.path.join(folder, name))
    for number, text in enumerate(texts):
        with open(os.path.join(folder, f"{number:02}"), "wb") as file:
            file.write(text.encode())


def damaged(text, damage):
    return [text.replace(old, new, 1) for old, new in damage if old in text]


def people(count):
    """The participants' lines and their keys in a program with that many attributes."""
    values = [{"arm": "peer", "sex": "f", "age_band": "65+", "language": "español", "referred_by": "north, by the sea"},
              {"arm": "usual", "age_band": "65+"}]
    keys = ["participant", "enrolled_on", "action", "recorded_at", "recorded_by", "reason", *ATTRIBUTES[:count], "seal"]
    rows = [{**values[number % 2], **row} for number, row in enumerate(PEOPLE)]
    return [{key: row[key] for key in keys if key in row} for row in rows], keys


def sealed(rows):
    """The rows as the program leaves them: only lines with a seal are read in one go."""
    return [{"seal": "fedcba9876543210", **row} for row in rows]


def lines(write, damage):
    kinds = [(SCORES, SCORE_KEYS)] + [people(count) for count in ATTRIBUTE_COUNTS]
    kinds += [(sealed(rows), keys) for rows, keys in kinds]
    files = [[write(row, keys) for row in rows] for rows, keys in kinds]
    whole = ["".join(file) for file in files]
    return whole + [line for file in files for line in file] + [bad for file in files for bad in damaged(file[0], damage)]


def main(binary):
    keep("csv-lines", lines(csv_line, CSV_DAMAGE))
    keep("json-lines", lines(json_line, JSON_DAMAGE))

    def document(*words):
        return subprocess.run([binary, *words], check=True, capture_output=True, text=True).stdout

    names = ["ucla-3", "phq-9", "healthy-days", "who-5", "promis-gmh", "djg-6"]
    instruments = [document("instruments", name, "--format", "json") for name in names]
    own = os.path.join(FOLDER, "..", "Instruments")
    instruments += [open(os.path.join(own, name), encoding="utf-8").read() for name in sorted(os.listdir(own))
                    if name.endswith(".json")]
    keep("instrument", instruments + damaged(instruments[0], DOCUMENT_DAMAGE))
    with open(os.path.join(FOLDER, "..", "Programs", "demo-csv", "program.json"), encoding="utf-8") as file:
        settings = json.load(file)
    settings.update(missing_items={"phq-9": "prorated"}, attention="call somebody", name="Zo\u00eb's")
    small = {key: settings[key] for key in ("schema", "name", "store", "timepoints", "instruments")}
    documents = [json.dumps(settings, indent=2), json.dumps(small)]
    keep("program", documents + damaged(json.dumps(settings), DOCUMENT_DAMAGE) + ["", "null", "[" * 600])


main(os.path.abspath(sys.argv[1]))
