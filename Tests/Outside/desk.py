#!/usr/bin/env python3
"""desk.py BINARY: forms are entered at a real terminal, which is found as it was after every end.

The screens themselves are tested in process, with the fixtures of `Fixtures/Screens`.
"""
import datetime
import fcntl
import os
import re
import signal
import subprocess
import sys
import tempfile

from program import Program, require
from terminal import Sitting

TODAY = datetime.date.today()
ANSWERS = {"UCLA-3": "222", "PHQ-9": "110110000", "GAD-7": "1011000", "Healthy Days": "4\r10\r"}


class Desk:
    """A program with a participant who is due for four forms."""

    def __init__(self, binary, place):
        self.program = Program(binary, os.path.join(place, "program"), "csv")
        made = subprocess.run(
            [self.program.binary, "init", self.program.folder, "--instruments", "ucla-3,phq-9,gad-7,healthy-days",
             "--attributes", "site"], capture_output=True, text=True)
        require(made.returncode == 0, made.stderr)
        for id, days in (("P001", 30), ("P002", 32)):
            enrolled = TODAY - datetime.timedelta(days=days)
            self.program.must("enroll", id, "--on", enrolled.isoformat(), "--set", "site=North")
        self.empty = self.program.bytes("scores")

    def sit(self, *words, **options):
        return Sitting(self.program.command("record", *words), **options)

    def must_be_empty(self, when):
        require(self.program.bytes("scores") == self.empty, f"{when}: something was written")

    def void_all(self):
        standing = {}
        for line in self.program.lines("scores"):
            key = line["participant"], line["timepoint"], line["instrument"]
            if line["action"] in ("record", "correct"):
                standing[key] = True
            elif line["action"] == "void":
                standing.pop(key, None)
        for key in standing:
            self.program.must("void", *key, "--reason", "again")
        self.empty = self.program.bytes("scores")


def four_forms(desk):
    """A first sitting. Only what is on the screen is typed."""
    keys = []

    def type(text, then, is_answer=False):
        if not is_answer:
            keys.extend(text)
        sitting.type(text, then)

    keys.extend("outcomes record\r")
    sitting = desk.sit()
    sitting.read_until(rb"Who\?")
    type("001", rb"Who\? 001")
    type("\r", rb"Date of the forms")
    type("\r", rb"form 1 of 4")
    for number, (name, answers) in enumerate(ANSWERS.items(), 1):
        type(answers, rb"Save\?", is_answer=True)
        type("\r", rb"form %d of 4" % (number + 1) if number < 4 else rb"Who\?")
    type("q", rb"ended")
    require(sitting.end() == 0, "a sitting that was left with q")
    require(len(keys) < 60, f"{len(keys)} keys beyond the answers")
    scores = {line["instrument"]: line["score"] for line in desk.program.lines("scores")}
    require(scores == {"ucla-3": "6", "phq-9": "4", "gad-7": "3", "healthy-days": "14"}, f"{scores}")
    print(f"four forms with {len(keys)} keys beyond the answers")


def ends(desk):
    """Every end in the middle of a form leaves the store unchanged and the terminal as it was."""
    middle = (rb"Date of the forms", rb"1 of 3", rb"3 of 3")

    def sitting():
        sitting = desk.sit("P001", "day30")
        sitting.read_until(middle[0])
        sitting.type("\r", middle[1])
        sitting.type("21", middle[2])
        return sitting

    here = sitting()
    here.type("q", rb"left without saving P001 .* day30 .* UCLA-3")
    require(here.end() == 0, "q")
    here = sitting()
    here.type("\x03", rb"left without saving")
    require(here.end() == -signal.SIGINT, "Ctrl-C ends as a signal")
    here = sitting()
    here.type("\x04", rb"left without saving")
    require(here.end() == 0, "Ctrl-D")
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        # Often: a signal may arrive just as the program changes the terminal.
        for _ in range(40):
            here = sitting()
            os.kill(here.job, number)
            require(here.end() == -number, f"{number.name} ends the program")
    here = sitting()
    os.kill(here.job, signal.SIGKILL)
    here.read_until(rb"ended -9")
    desk.must_be_empty("after every end")
    desk.program.must_be_sound("after every end")
    print("q, Ctrl-C, Ctrl-D and four signals leave the terminal as it was and the store unchanged")


def questions(desk):
    """Ctrl-C at a question ends the program as a signal, and it says that nothing was changed."""
    for words in (("undo",), ("withdraw", "P002", "--reason", "moved", "--scope", "erase")):
        sitting = Sitting(desk.program.command(*words))
        sitting.read_until(rb"\[y/N\] ")
        sitting.type("\x03", rb"nothing was changed")
        require(sitting.end() == -signal.SIGINT, f"Ctrl-C at the question of {words[0]}")
    sitting = desk.sit()
    sitting.read_until(rb"Who\?")
    sitting.type("\x03", rb"left; nothing was entered")
    require(sitting.end() == -signal.SIGINT, "Ctrl-C at the list of participants")
    desk.must_be_empty("after questions")
    print("Ctrl-C at a question says that nothing was changed")


def stops(desk):
    """After Ctrl-Z and `fg`, the sitting goes on where it was."""
    def ctrl_z(sitting):
        sitting.type("\x1a", rb"stopped")

    def signalled(sitting):
        os.kill(sitting.job, signal.SIGTSTP)
        sitting.read_until(rb"stopped")

    for stop in (ctrl_z, signalled):
        sitting = desk.sit("P001", "day30")
        sitting.read_until(rb"Date of the forms")
        sitting.type("\r", rb"1 of 3")
        for answer, question in (("2", rb"2 of 3"), ("1", rb"3 of 3")):
            sitting.type(answer, question)
            stop(sitting)
            require(sitting.is_as_found(), "a stopped program leaves the terminal as it was")
            sitting.seen = b""
            os.write(sitting.terminal, b"fg\n")
            sitting.read_until(question)
            sitting.wait_until(lambda: not sitting.is_as_found(), "keys arrive one by one again")
        sitting.type("3", rb"Save\?")
        sitting.type("q", rb"ended 0")
        sitting.end()
    desk.must_be_empty("after stops")
    print("after Ctrl-Z and fg, the sitting goes on")


def waits(desk):
    """While another command writes, Ctrl-C still ends the program, and nothing is written."""
    folder = os.open(desk.program.folder, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        sitting = desk.sit("P001", "day30")
        sitting.read_until(rb"Date of the forms")
        sitting.type("\r", rb"1 of 3")
        sitting.type("213", rb"Save\?")
        sitting.type("\r", rb"waiting for another command")
        sitting.type("\x03", rb"ended")
        require(sitting.end() == -signal.SIGINT, "Ctrl-C while the program waits")
    finally:
        os.close(folder)
    desk.must_be_empty("after Ctrl-C")
    print("Ctrl-C while another command writes")


def surroundings(desk):
    """Narrow windows, terminals that can do little, and other locales."""
    def screens(**options):
        sitting = desk.sit("P001", "day30", **options)
        sitting.read_until(rb"Date of the forms")
        enter = "\n" if options.get("TERM") == "dumb" else ""
        sitting.type("\r", rb"1 of 3")
        for answer, question in (("2", rb"2 of 3"), ("1", rb"3 of 3"), ("3", rb"Save\?")):
            sitting.type(answer + enter, question)
        sitting.type("q" + enter, rb"ended 0")
        raw = sitting.seen
        text = sitting.text()
        sitting.end()
        return raw, text

    raw, text = screens(columns=60)
    require(max(map(len, text.splitlines())) <= 60, "60 columns")
    require(b"\x1b[1m" in raw and "·" in text, "a usual terminal shows bold type and marks")
    raw, _ = screens(TERM="dumb")
    require(b"\x1b" not in raw, "TERM=dumb")
    raw, _ = screens(NO_COLOR="1")
    require(not re.search(rb"\x1b\[[0-9;]*m", raw), "NO_COLOR")
    raw, text = screens(LANG="C")
    require(text.isascii(), "LANG=C")
    for columns in (60, 80):
        sitting = Sitting(desk.program.command("due"), columns=columns)
        sitting.read_until(rb"ended 0")
        widths = [len(line) for line in sitting.text().split("ended")[0].splitlines()]
        sitting.end()
        require(max(widths) <= columns, f"a table of {max(widths)} at {columns} columns")
    desk.must_be_empty("without saving")
    print("60 columns, TERM=dumb, NO_COLOR and LANG=C")


def streams(desk):
    """Standard output holds only confirmations; without a terminal to type at, what is missing is an error."""
    output = desk.program.folder + ".out"
    sitting = desk.sit("P002", "day30", "ucla-3", stdout=output)
    sitting.read_until(rb"Date of the forms")
    sitting.type("\r", rb"1 of 3")
    sitting.type("213", rb"Save\?")
    sitting.type("\r", rb"ended 0")
    sitting.end()
    with open(output) as file:
        printed = file.read()
    require(printed == f"P002 · day30 · {TODAY} · UCLA-3 = 6 (no baseline score)\n", printed)
    for words in (("record",), ("record", "P001"), ("record", "P001", "day30", "phq-9")):
        result = desk.program.run(*words)
        require(result.returncode == 2 and "missing --answers" in result.stderr, f"{words}: {result.stderr}")
    print("prompts go to standard error, confirmations to standard output")


def second_entries(desk):
    """A form is checked by another person; what ends in the middle leaves no trace."""
    answers = {"ucla-3": "2,1,3", "phq-9": "1,1,0,1,1,0,0,0,0"}
    for instrument, typed in answers.items():
        desk.program.must("record", "P001", "day30", instrument, "--answers", typed)
    before = desk.program.bytes("scores")

    def sitting():
        """Up to the question about the answer that differs."""
        sitting = Sitting(desk.program.command("reenter", "day30", "ucla-3"), OUTCOMES_USER="another")
        sitting.read_until(rb"Date on the form")
        sitting.type(TODAY.strftime("%Y%m%d") + "\r", rb"1 of 3")
        sitting.type("211", rb"Compare with the first entry")
        sitting.type("\r", rb"What does the paper say")
        sitting.wait_until(lambda: not sitting.is_as_found(), "keys arrive one by one")
        return sitting

    here = sitting()
    here.type("q", rb"left without saving P001 .* day30 .* UCLA-3")
    require(here.end() == 0, "q")
    here = sitting()
    here.type("\x03", rb"left without saving")
    require(here.end() == -signal.SIGINT, "Ctrl-C ends as a signal")
    for number in (signal.SIGTERM, signal.SIGHUP):
        here = sitting()
        os.kill(here.job, number)
        require(here.end() == -number, f"{number.name} ends the program")
    here = sitting()
    os.kill(here.job, signal.SIGKILL)
    here.read_until(rb"ended -9")
    require(desk.program.bytes("scores") == before, "a second entry that was not finished was written")
    here = sitting()
    here.type("1", rb"Is that what the paper says")
    here.type("\r", rb"ended 0")
    here.end()
    written = desk.program.lines("scores")[-2:]
    require([(line["action"], line["answers"], line["recorded_by"]) for line in written]
            == [("reenter", "2 1 1", "another"), ("correct", "2 1 1", "another")], f"{written}")
    desk.program.must_be_sound("after a second entry")
    result = desk.program.run("reenter", "day30")
    require(result.returncode == 1 and "at a terminal" in result.stderr, f"without a terminal: {result.stderr}")
    desk.void_all()
    print("a second entry that ends in the middle leaves no trace; a finished one is corrected by the paper")


def main(binary):
    with tempfile.TemporaryDirectory() as place:
        desk = Desk(binary, place)
        ends(desk)
        questions(desk)
        stops(desk)
        waits(desk)
        surroundings(desk)
        four_forms(desk)
        desk.void_all()
        second_entries(desk)
        streams(desk)


if __name__ == "__main__":
    main(sys.argv[1])
