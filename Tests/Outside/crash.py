#!/usr/bin/env python3
"""crash.py BINARY [ROUNDS]: kills writers at random moments and looks at what is left.

In each round up to five processes enroll, record, correct or move at the same time. All are killed with SIGKILL at a random moment
of the time that they need. A line is acknowledged when the process ended with exit code 0. Since the kernel takes a line in
one piece, a kill hardly ever cuts one in two, as a power failure does: in some rounds the test itself leaves the first part
of a line at a file's end. After each round, in both kinds of store:

- each acknowledged line is there exactly once, every other at most once, and nothing else is there;
- of the two lines of a form that was moved, both are there or neither;
- `export --layout history` reads exactly the whole lines;
- `check` finds nothing, after a repair where the last line was cut off.

The short form has 60 rounds; the long one: `crash.py BINARY 1000`.
"""
import collections
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
import time

from program import FILES, Program, require

MEASURES = [(time, "ucla-3") for time in ("baseline", "day30", "day90")]
IDENTITY = ("action", "participant", "timepoint", "instrument", "reason")


def identity(line):
    return tuple(line.get(column, "") for column in IDENTITY)


class Intent:
    """What somebody wants to write: one line, or several that count together."""

    def __init__(self, words, *lines, perhaps=()):
        self.words = words
        self.lines = lines
        # Lines that belong to the others, and are there or not.
        self.perhaps = perhaps

    @staticmethod
    def enroll(name):
        return Intent(["enroll", name, "--on", "2026-01-01"], ("enroll", name, "", "", ""))

    @staticmethod
    def record(name, measure):
        words = ["record", name, *measure, "--answers", "1,2,3", "--date", "2026-01-02"]
        return Intent(words, ("record", name, *measure, ""))

    @staticmethod
    def correct(name, measure, reason):
        words = ["correct", name, *measure, "--answers", "3,2,1", "--reason", reason]
        return Intent(words, ("correct", name, *measure, reason))

    @staticmethod
    def move(name, measure, target, reason):
        words = ["move", name, *measure, "--to", target, "--reason", reason]
        written = f"moved from {name} {measure[0]} to {target} {measure[0]}: {reason}"
        # A form that was corrected is repeated with its correction.
        return Intent(words, ("record", target, *measure, written), ("void", name, *measure, written),
                      perhaps=(("correct", target, *measure, written),))


def intents(chance, program, number):
    """What the writers of a round want: no two of them the same line."""
    enrolled = [line["participant"] for line in program.lines("participants") if line["participant"]]
    recorded = {(line["participant"], (line["timepoint"], line["instrument"])) for line in program.lines("scores")}
    free = [(name, measure) for name in enrolled[-20:] for measure in MEASURES if (name, measure) not in recorded]
    wanted = [Intent.enroll(f"P{number}")]
    wanted += [Intent.record(*key) for key in chance.sample(free, min(2, len(free)))]
    if recorded:
        wanted.append(Intent.correct(*chance.choice(sorted(recorded)), f"round {number}"))
        name, measure = chance.choice(sorted(recorded))
        wanted.append(Intent.move(name, measure, chance.choice(enrolled), f"round {number}"))
    chance.shuffle(wanted)
    return wanted[:chance.randint(1, len(wanted))]


def acknowledged(chance, program, wanted, duration):
    """Runs the writers of a round and kills them; gives the lines that were acknowledged."""
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    writers = [subprocess.Popen(program.command(*intent.words), **silent) for intent in wanted]
    time.sleep(chance.uniform(0, duration * (1 + len(writers))))
    for writer in writers:
        writer.kill()
    return {line for writer, intent in zip(writers, wanted) if writer.wait() == 0 for line in intent.lines}


def cut_off(chance, program):
    """Leaves the first part of a line at the end of a file, at most all but the last character of one."""
    file = chance.choice(FILES)
    line = program.bytes(file).splitlines()[-1]
    with open(program.path(file), "ab") as opened:
        opened.write(line[:chance.randint(1, len(line) - 1)])


def check_round(program, promised, possible, wanted, number):
    """What must hold between two rounds; gives whether a line had been cut off."""
    found = collections.Counter(identity(line) for file in FILES for line in program.lines(file))
    for line in promised:
        require(found[line] == 1, f"round {number}: {line} was acknowledged and is there {found[line]} times")
    for line, count in found.items():
        require(line in possible and count == 1, f"round {number}: {line} is there {count} times")
    for intent in wanted:
        counts = {found[line] for line in intent.lines} | {1 for line in intent.perhaps if found[line]}
        require(len(counts) == 1, f"round {number}: {intent.lines} are there in part")
    rows = csv.DictReader(io.StringIO(program.must("export", "--layout", "history", "--raw")))
    read = collections.Counter(identity(row) for row in rows)
    require(read == found, f"round {number}: read but not whole {read - found}, whole but not read {found - read}")
    torn = program.torn() or program.unfinished()
    if torn:
        require(program.run("check").returncode == 3, f"round {number}: check does not see that a line was cut off")
        before = {file: program.bytes(file) for file in FILES}
        program.mend()
        for file in FILES:
            whole = before[file][:before[file].rfind(b"\n") + 1]
            require(program.bytes(file).startswith(whole), f"round {number}: repairing changed {file}")
    program.must_be_sound(f"round {number}")
    return bool(torn)


def duration_of_a_record(program):
    program.must("enroll", "P0", "--on", "2026-01-01")
    start = time.monotonic()
    program.must(*Intent.record("P0", MEASURES[0]).words)
    return time.monotonic() - start


def main(binary, rounds):
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    print(f"seed {seed}")
    for kind in ("csv", "json"):
        with tempfile.TemporaryDirectory() as place:
            program = Program(binary, os.path.join(place, "program"), kind).make()
            duration = duration_of_a_record(program)
            promised = {identity(line) for file in FILES for line in program.lines(file)}
            possible, torn, asked = set(promised), 0, 0
            for number in range(1, rounds + 1):
                wanted = intents(chance, program, number)
                asked += len(wanted)
                possible |= {line for intent in wanted for line in (*intent.lines, *intent.perhaps)}
                promised |= acknowledged(chance, program, wanted, duration)
                if chance.random() < 0.2:
                    cut_off(chance, program)
                torn += check_round(program, promised, possible, wanted, number)
                # What repairing adds is a line like any other.
                promised |= {identity(line) for file in FILES for line in program.lines(file)}
                possible |= promised
            print(f"{kind}: {rounds} rounds, {asked} writers, {len(promised) - 2} lines written, {torn} cut off, none lost")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60)
