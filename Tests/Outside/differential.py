#!/usr/bin/env python3
"""differential.py DEBUG_BINARY STATIC_BINARY [PROGRAMS [SEED]]: asks two builds the same and compares what they answer.

The unoptimized build is what the tests test, the optimized one what people install. Each round invents a program: 0 to 6
attributes, any of the built-in instruments, people with odd ids, late enrollments, updates, withdrawals, corrections and
voided scores, some of it damaged afterwards. Both builds then run the reading commands on the same folder: output, messages
and exit codes must be equal byte for byte. Lines are written here, as version 0.1.0 wrote them, and sealed by `migrate`.

The short form has 40 programs; the long one: `differential.py DEBUG_BINARY STATIC_BINARY 2000`. The seed
of each program on which the builds differ is printed: `differential.py DEBUG_BINARY STATIC_BINARY 1 SEED` makes it again.
"""
import csv
import datetime
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

from program import ENDINGS, Program, require

ATTRIBUTES = ["arm", "sex", "site", "age_band", "language", "referred_by"]
VALUES = ["", "", "peer", "usual", "north, by the sea", 'the "old" house', "Zoë", "=1+1", "a" * 40, "a" * 39, "住所", "65+"]
IDS = (["P" * length for length in (1, 2, 7, 8, 9, 15, 16, 17, 63, 64)] + ["é7", "é", "Zoë", "用户1", "ñ" * 32, "b.c", "b+c"]
       + [f"P{number}" for number in range(1, 40)] + [f"case-{number:04}" for number in (1, 10, 100, 1000)])
PEOPLE_COLUMNS = ["participant", "enrolled_on", "action", "recorded_at", "recorded_by", "reason"]
SCORE_COLUMNS = ["participant", "timepoint", "instrument", "date", "answers", "score", "action", "recorded_at", "recorded_by",
                 "reason"]
FIRST_DAY = datetime.date(2024, 1, 8)
FORMATS = ["table", "csv", "json", "markdown"]
COHORT = ["summary", "change", "responders", "attrition", "models", "benchmark", "savings"]
OWN_FLAGS = {"models": [["--growth"], ["--df", "satterthwaite"], ["--information", "expected"],
                        ["--baseline", "separate"]],
             "responders": [["--list"], ["--timepoint", "last"], ["--reliability", "0.8", "--cutoff", "a"]],
             "savings": [["--program-cost", "250"]]}


class Forms:
    """Filled forms of each built-in instrument, with the scores that the unoptimized build gives them."""

    def __init__(self, binary, folder, chance, each=8):
        listed = subprocess.run([binary, "instruments", "--format", "csv"], capture_output=True, text=True, check=True).stdout
        self.instruments = [row["id"] for row in csv.DictReader(io.StringIO(listed))]
        times = [f"t{number}" for number in range(each)]
        days = ",".join(f"{time}={10 * number}" for number, time in enumerate(times))
        subprocess.run([binary, "init", folder, "--timepoints", days, "--instruments", ",".join(self.instruments)],
                       capture_output=True, check=True)
        program = Program(binary, folder, "csv")
        program.must("enroll", "P1", "--on", "2024-01-08")
        self.rules = {}
        for instrument in self.instruments:
            text = subprocess.run([binary, "instruments", instrument, "--format", "json"], capture_output=True, check=True).stdout
            form = json.loads(text)
            self.rules[instrument] = [rule["name"] for rule in form.get("missing_items", [])]
            for number, time in enumerate(times):
                answers = [chance.randint(scale["minimum"], scale["maximum"])
                           for scale in (item.get("answers", form["answers"]) for item in form["items"])]
                if number % 4 == 3 and len(answers) > 1:
                    answers[chance.randrange(len(answers))] = "."
                program.must("record", "P1", time, instrument, "--answers", ",".join(map(str, answers)), "--date", "2024-01-08")
        self.filled = {instrument: [] for instrument in self.instruments}
        for line in program.lines("scores"):
            self.filled[line["instrument"]].append((line["answers"], line["score"]))


class Invented:
    """A program's settings and lines, all by chance."""

    def __init__(self, forms, seed):
        self.chance = chance = random.Random(f"differential {seed}")
        self.kind = chance.choice(sorted(ENDINGS))
        self.attributes = chance.sample(ATTRIBUTES, chance.randint(0, len(ATTRIBUTES)))
        self.instruments = chance.sample(forms.instruments, chance.randint(1, 6))
        self.days = [0]
        for _ in range(chance.randint(0, 4)):
            self.days.append(self.days[-1] + chance.randint(20, 60))
        self.timepoints = ["baseline"] + [f"day{day}" for day in self.days[1:]]
        self.forms = forms
        self.people, self.scores = [], []
        self.seconds = 0
        self.names = chance.sample(IDS, chance.choice([0, 1, 2, 5, 12, 25, 40]))
        self.values = {name: dict.fromkeys(self.attributes, "") for name in self.names}
        for name in self.names:
            self.follow(name)

    def settings(self):
        chance = self.chance
        document = {"schema": "outcomes.program/1", "name": "Differential", "store": self.kind,
                    "timepoints": [{"id": name, "day": day, "early": chance.randint(0, 9) if day else 0,
                                    "late": chance.randint(0, 10)} for name, day in zip(self.timepoints, self.days)],
                    "instruments": self.instruments, "attributes": self.attributes}
        rules = {name: chance.choice(rules) for name, rules in self.forms.rules.items() if rules and name in self.instruments}
        if rules and chance.random() < 0.5:
            document["missing_items"] = rules
        if "healthy-days" in self.instruments:
            document["savings"] = {"instrument": "healthy-days", "rate": 15.64, "currency": "USD", "months": 12,
                                   "price_year": "2018", "population": "anyone", "source": "invented", "caveats": ["invented"]}
        document["privacy"] = {"policy": chance.choice(["cms", "nhs"])}
        return document

    def moment(self):
        """A later moment than before, now and then much later."""
        self.seconds += self.chance.choice([0, 1, 60, 3600, 86400, 900000])
        return (datetime.datetime(2024, 1, 8, 9) + datetime.timedelta(seconds=self.seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def stamp(self):
        return {"recorded_at": self.moment(), "recorded_by": self.chance.choice(["ada", "Zoë", "b, c"])}

    def person(self, name, day, action, reason=""):
        self.people.append({"participant": name, "enrolled_on": str(day), "action": action, "reason": reason,
                            **self.stamp(), **self.values[name]})

    def change_values(self, name):
        for attribute in self.attributes:
            if self.chance.random() < 0.7:
                self.values[name][attribute] = self.chance.choice(VALUES)

    def follow(self, name):
        """One participant from enrollment to the last line."""
        chance = self.chance
        day = FIRST_DAY + datetime.timedelta(chance.randint(0, 200))
        self.change_values(name)
        self.person(name, day, "enroll")
        for timepoint, due in zip(self.timepoints, self.days):
            if chance.random() < 0.15:
                self.change_values(name)
                self.person(name, day, "update", chance.choice(["", "moved"]))
            if chance.random() < 0.1:
                self.person(name, day + datetime.timedelta(due), "withdraw", chance.choice(["moved", "no time", "", "said “no”"]))
                if chance.random() < 0.5:
                    return
                if chance.random() < 0.5:
                    self.person(name, day, "enroll")
            for instrument in self.instruments:
                if chance.random() < 0.75:
                    self.assess(name, timepoint, instrument, day + datetime.timedelta(due + chance.randint(-12, 12) * (due > 0)))

    def assess(self, name, timepoint, instrument, date):
        chance = self.chance

        def line(action, reason=""):
            answers, score = chance.choice(self.forms.filled[instrument])
            if score and chance.random() < 0.2:
                answers = ""
            if action == "void":
                answers, score = "", ""
            self.scores.append({"participant": name, "timepoint": timepoint, "instrument": instrument, "date": str(date),
                                "answers": answers, "score": score, "action": action, "reason": reason, **self.stamp()})
        line("record")
        while chance.random() < 0.15:
            line(chance.choice(["correct", "correct", "void"]), chance.choice(["misread", "a, b", 'said "no"']))

    def text(self, rows, columns):
        """Lines without seals, as version 0.1.0 wrote them."""
        if self.kind == "csv":
            def cell(value):
                return '"' + value.replace('"', '""') + '"' if set(value) & set(',"') else value
            lines = [columns + ["seal"]] + [[row.get(column, "") for column in columns] + [""] for row in rows]
            return "".join(",".join(map(cell, line)) + "\n" for line in lines)
        kept = [{column: row[column] for column in columns if row.get(column, "") != ""} for row in rows]
        for row in kept:
            if "score" in row:
                row["score"] = json.loads(row["score"])
        return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in kept)

    def write(self, binary, folder):
        """Makes the program's folder, sealed; some of it damaged afterwards."""
        os.makedirs(folder, mode=0o700)
        texts = {"program.json": json.dumps(self.settings()),
                 f"participants.{ENDINGS[self.kind]}": self.text(self.people, PEOPLE_COLUMNS + self.attributes),
                 f"scores.{ENDINGS[self.kind]}": self.text(self.scores, SCORE_COLUMNS)}
        for name, text in texts.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
                file.write(text)
            os.chmod(file.name, 0o600)
        program = Program(binary, folder, self.kind)
        if self.people:
            program.must("migrate", "--backup", folder + ".tar")
            os.remove(folder + ".tar")
        if self.chance.random() < 0.2:
            self.damage(program)
        return program

    def damage(self, program):
        """Changes a byte of a store, or leaves a line out."""
        file = self.chance.choice(["participants", "scores"])
        lines = program.bytes(file).splitlines(keepends=True)
        number = self.chance.randrange(len(lines) + 1) - 1
        if number < 1:
            return
        if self.chance.random() < 0.5:
            del lines[number]
        else:
            place = self.chance.randrange(len(lines[number]) - 1)
            lines[number] = lines[number][:place] + self.chance.choice([b"7", b"P", b",", b'"', b"\xff"]) + lines[number][place + 1:]
        with open(program.path(file), "wb") as opened:
            opened.write(b"".join(lines))

    def some(self, *words, share=0.3):
        """The words, or none of them."""
        return list(words) if self.chance.random() < share else []

    def scope(self):
        """Flags that say whom and when a cohort's command is about."""
        chance = self.chance
        moments = [row["recorded_at"] for row in self.people + self.scores] or ["2024-03-01"]
        words = self.some("--as-of", str(FIRST_DAY + datetime.timedelta(chance.randint(0, 500))), share=0.9)
        words = words or ["--as-of", "2025-12-31"]
        words += self.some("--as-known-at", chance.choice(moments)) + self.some("--in-window") + self.some("--share")
        if self.attributes:
            name = chance.choice(self.attributes)
            values = sorted({value[name] for value in self.values.values()}) or ["peer"]
            words += self.some("--where", f"{name}={chance.choice(values)}")
        return words + self.some("--verify", share=0.1)

    def questions(self):
        """The commands that are run, as lists of words."""
        chance = self.chance
        moments = [row["recorded_at"] for row in self.people + self.scores] or ["2024-03-01"]

        def known():
            return self.some("--as-known-at", chance.choice(moments))
        asked = [["check"], ["check", "--seal"]]
        for name in chance.sample(self.names, min(2, len(self.names))) + ["stranger"]:
            asked += [[verb, name, "--format", chance.choice(FORMATS)] + known() for verb in ("show", "history")]
        for layout in ("long", "wide", "items", "history", "participants"):
            chosen = ["--instrument", chance.choice(self.instruments)] if layout == "items" else []
            kind = [] if layout == "participants" else ["--format", chance.choice(["csv", "json"])]
            asked.append(["export", "--layout", layout] + kind + chosen + known() + self.some("--raw"))
        for verb in COHORT:
            words = [verb, "--format", chance.choice(FORMATS)] + self.scope()
            if self.attributes and verb not in ("benchmark", "savings"):
                words += self.some("--by", chance.choice(self.attributes), share=0.5)
            if verb in ("models", "responders", "change", "attrition"):
                words += self.some("--instrument", chance.choice(self.instruments))
            asked.append(words + (chance.choice(OWN_FLAGS[verb]) if verb in OWN_FLAGS and chance.random() < 0.5 else []))
        address = [chance.choice(["summary", "change", "attrition"]), chance.choice(self.instruments), chance.choice(self.timepoints)]
        asked.append(["explain", *address, "--format", chance.choice(FORMATS), "--as-of", "2025-12-31"])
        asked.append(["due", "--format", chance.choice(FORMATS), "--as-of", "2024-06-30"] + self.some("--order", "id"))
        asked.append(["forms", "--as-of", "2024-06-30", "-o", "-"] + self.some("--order", "id"))
        return asked


def answer(binary, folder, words):
    """What a build says: its exit code and the bytes of both its outputs."""
    result = subprocess.run([binary, *words, "--store", folder], capture_output=True, timeout=300)
    return result.returncode, result.stdout, result.stderr


def told(answer):
    code, output, messages = answer
    ended = f"signal {-code}" if code < 0 else f"exit code {code}"
    return f"{ended}, {len(output)} bytes: {(output + messages).decode(errors='replace')[:200]!r}"


def main(debug, optimized, programs=40, seed=1):
    debug, optimized = os.path.abspath(debug), os.path.abspath(optimized)
    asked, answered, unlike, crashed, silent = 0, 0, [], set(), set()
    with tempfile.TemporaryDirectory() as place:
        forms = Forms(debug, os.path.join(place, "forms"), random.Random("forms"))
        for number in range(seed, seed + programs):
            folder = os.path.join(place, "program")
            invented = Invented(forms, number)
            invented.write(debug, folder)
            for words in invented.questions():
                asked += 1
                expected, found = answer(debug, folder, words), answer(optimized, folder, words)
                answered += expected[0] == 0
                require(expected[0] >= 0, f"seed {number}: {' '.join(words)}: the unoptimized build: {told(expected)}")
                if expected == found:
                    continue
                unlike.append(number)
                (crashed if found[0] < 0 else silent).add(number)
                if len(unlike) <= 5:
                    print(f"seed {number}: {' '.join(words)}\n  unoptimized: {told(expected)}\n  optimized:   {told(found)}")
            shutil.rmtree(folder)
    require(not unlike, f"{programs} programs, {asked} commands: {len(unlike)} answered differently; {len(crashed)} programs "
            f"with a crash, {len(silent)} with other words")
    print(f"{programs} programs, {asked} commands, {answered} of them with exit code 0: both builds answer alike")


main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:5]))
