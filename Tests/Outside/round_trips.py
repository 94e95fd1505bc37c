#!/usr/bin/env python3
"""round_trips.py BINARY [PROGRAMS [SEED]]: backs up and restores programs in which everything was done that writes a line.

Each round invents a program of either kind of store: forms are recorded, corrected, moved, merged, renamed, entered again by
another person, skipped, acknowledged and taken back, as a seed says, and somebody is erased. The restored folder must hold the
same bytes, and reading commands must print the same. The short form has 2 programs of each kind.
"""
import os
import random
import shutil
import subprocess
import sys
import tempfile

from program import ENDINGS, Program, require
from terminal import Sitting

TIMES = {"baseline": "2026-01-05", "day30": "2026-02-04"}
FORMS = {"ucla-3": (1, 3, 3), "phq-9": (0, 3, 9)}
READING = [("summary", "--format", "json"), ("attrition", "--format", "csv"), ("export", "--layout", "history"), ("alerts",),
           ("participants",), ("reenter", "--report"), ("check",)]


class Invented:
    """A program, changed by commands of which some are refused."""

    def __init__(self, binary, folder, kind, seed):
        self.chance, self.kind = random.Random(seed), kind
        self.program = Program(binary, folder, kind)
        subprocess.run([binary, "init", folder, "--format", kind, "--attributes", "site"], capture_output=True, check=True)
        self.ids = []
        for _ in range(5):
            self.enroll()
        self.enter_again()
        for _ in range(40):
            self.take_a_step()
        self.erase(self.chance.choice(self.ids))

    def name(self):
        return "".join(self.chance.choices("BCDFGHJKLMNPQRSTVWXZ", k=8))

    def enroll(self):
        self.ids.append(self.name())
        self.program.must("enroll", self.ids[-1], "--on", "2026-01-05")

    def answers(self, form):
        least, most, count = FORMS[form]
        return ",".join(str(self.chance.randint(least, most)) for _ in range(count))

    def take_a_step(self):
        person, other = self.chance.choice(self.ids), self.chance.choice(self.ids)
        time, form = self.chance.choice(list(TIMES)), self.chance.choice(list(FORMS))
        place, why = (person, time, form), ("--reason", f"as {self.name()} said, \"really\"")
        entered = ("--answers", self.answers(form))
        new = self.name()
        steps = [("record", *place, *entered, "--date", TIMES[time])] * 6 + [
            ("correct", *place, *entered, *why), ("void", *place, *why), ("skip", *place, *why), ("acknowledge", *place, *why),
            ("move", *place, "--to", other, *why), ("move", *place, "--to-timepoint", "day30", *why), ("undo", "--yes"),
            ("rename", person, new, *why), ("merge", person, "--into", other, *why, "--yes"), ("unenroll", person, *why),
            ("withdraw", person, "--on", "2026-03-01", *why), ("withdraw", person, "--scope", "use", *why, "--yes"),
            ("enroll", person), ("update", person, "--set", f"site={new}", *why)]
        step = self.chance.choice(steps)
        if self.program.run(*step).returncode == 0 and step[0] == "rename":
            self.ids.append(new)

    def enter_again(self):
        """The only form so far, as another person types it."""
        self.program.must("record", self.ids[0], "baseline", "ucla-3", "--answers", "2,1,3", "--date", TIMES["baseline"])
        sitting = Sitting(self.program.command("reenter", "baseline", "ucla-3"), OUTCOMES_USER="another")
        sitting.read_until(rb"Date on the form")
        sitting.type("20260105\r", rb"1 of 3")
        sitting.type("213", rb"Compare with the first entry")
        sitting.type("\r", rb"ended 0")
        sitting.end()

    def erase(self, person):
        command = ("withdraw", person, "--scope", "erase", "--reason", "asked for it", "--yes")
        for line in self.program.run(*command).stderr.splitlines():
            if ": outcomes acknowledge " in line:
                self.program.must("acknowledge", *line.split()[-5:-2], "--reason", "called")
        self.program.run(*command)

    def actions(self):
        return {line["action"] for file in ("participants", "scores") for line in self.program.lines(file)}


def answers_of(program):
    results = [program.run(*words) for words in READING]
    return [(result.returncode, result.stdout, result.stderr.replace(program.folder, "")) for result in results]


def round_trip(binary, place, kind, seed):
    """Gives the actions of the program's lines."""
    first, second = os.path.join(place, "first"), os.path.join(place, "second")
    invented = Invented(binary, first, kind, seed)
    backup = os.path.join(place, "copy.tar")
    invented.program.must("backup", backup)
    before = answers_of(invented.program)
    subprocess.run([binary, "restore", backup, "--into", second], capture_output=True, check=True)
    restored = Program(binary, second, kind)
    for name in ["program.json"] + [f"{file}.{ENDINGS[kind]}" for file in ("participants", "scores")]:
        with open(os.path.join(first, name), "rb") as one, open(os.path.join(second, name), "rb") as other:
            require(one.read() == other.read(), f"seed {seed}, {kind}: {name} is another after restoring")
    require(answers_of(restored) == before, f"seed {seed}, {kind}: a command prints something else after restoring")
    actions = invented.actions()
    for path in (first, second):
        shutil.rmtree(path)
    os.remove(backup)
    return actions


def main(binary, programs=2, seed=1):
    seen = set()
    with tempfile.TemporaryDirectory() as place:
        for number in range(seed, seed + programs):
            for kind in ENDINGS:
                seen |= round_trip(binary, place, kind, number)
    print(f"{programs} programs of each kind of store are the same after a backup was restored: {', '.join(sorted(seen))}")


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), *map(int, sys.argv[2:]))
