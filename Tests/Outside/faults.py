#!/usr/bin/env python3
"""faults.py BINARY [every]: fails the calls that writing commands make to the file system, one at a time, from outside.

strace says which calls a command makes in the program's folder, and makes the first, second, … of each kind fail. Then

- the exit code is 1 with a message, or 0 where the fault can be lived with; no signal, no stack trace;
- exit code 0: everything that was wanted is there, to the byte;
- exit code 1: the store is as it was, to the byte, and the same command succeeds afterward;
- EINTR is no fault: the command succeeds;
- `check` finds nothing at the end.

The short form takes the errors in turn, one a call, and one kind of store; `every` takes every error for every call in both.
Without strace, or where it may not trace, the test says so and ends well.
"""
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from program import ENDINGS, FILES, Program, require

ERRORS = ["ENOSPC", "EIO", "EINTR", "EACCES"]
CALLS = ["openat", "read", "pread64", "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "rename", "renameat",
         "renameat2", "mkdir", "mkdirat", "flock", "newfstatat", "fstat", "getdents64", "unlink", "unlinkat", "close"]
RECORD = ["record", "P2", "baseline", "ucla-3", "--answers", "1,2,3", "--date", "2026-01-02"]
COMMANDS = {
    "init": ["init", None, "--name", "Outside"],
    "enroll": ["enroll", "P3", "--on", "2026-01-01"],
    "update": ["update", "P1", "--on", "2026-01-02", "--reason", "misread"],
    "withdraw": ["withdraw", "P1", "--reason", "moved", "--on", "2026-02-01"],
    "record": RECORD,
    "record after a line was cut off": RECORD,
    "correct": ["correct", "P1", "baseline", "ucla-3", "--answers", "3,3,3", "--reason", "misread"],
    "void": ["void", "P1", "baseline", "ucla-3", "--reason", "another person"],
    "export": ["export", "--output", "exported.csv"],
}
INSTRUMENT = os.path.join(os.path.dirname(__file__), "..", "..", "Fixtures", "Instruments", "hope-5.json")
TORN = b"P2,baseline,uc"


class Case:
    """A command and the folder that it meets."""

    def __init__(self, name, binary, place, kind):
        self.name, self.binary, self.place, self.kind = name, os.path.abspath(binary), place, kind
        self.template = os.path.join(place, "template")
        self.program = Program(binary, os.path.join(place, "program"), kind)
        self.prepare_template()
        self.reset()

    def prepare_template(self):
        shutil.rmtree(self.template, ignore_errors=True)
        if self.name == "init":
            return
        program = Program(self.binary, self.template, self.kind).make()
        self.add_own_instrument()
        for name in ("P1", "P2"):
            program.must("enroll", name, "--on", "2026-01-01")
        program.must("record", "P1", "baseline", "ucla-3", "--answers", "1,2,3", "--date", "2026-01-02")
        if "cut off" in self.name:
            with open(program.path("scores"), "ab") as file:
                file.write(TORN)

    def add_own_instrument(self):
        """The program has a questionnaire of its own, so that what is not read is missed."""
        shutil.copy(INSTRUMENT, os.path.join(self.template, "instruments"))
        path = os.path.join(self.template, "program.json")
        with open(path, encoding="utf-8") as file:
            settings = json.load(file)
        settings["instruments"].append("hope-5")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(settings, file)

    def reset(self):
        """Puts the folder back to what the command meets."""
        shutil.rmtree(self.program.folder, ignore_errors=True)
        if os.path.exists(self.template):
            shutil.copytree(self.template, self.program.folder)

    @property
    def words(self):
        folder = self.program.folder
        words = [os.path.join(folder, "exported.csv") if word == "exported.csv" else word for word in COMMANDS[self.name]]
        if self.name == "init":
            return [self.binary, "init", folder, *words[2:], "--format", self.kind]
        return self.program.command(*words)

    def paths(self):
        """Every path that the command may touch: strace takes no patterns."""
        folder = self.program.folder
        names = [f"{file}.{ENDINGS[self.kind]}" for file in FILES]
        names += ["program.json", "instruments", "instruments/hope-5.json", "recovered", "exported.csv", "exported.csv.part"]
        return [folder] + [os.path.join(folder, name) for name in names]

    def traced(self, *options):
        """Runs the command under strace; gives its result and the trace."""
        trace = os.path.join(self.place, "trace")
        paths = [option for path in self.paths() for option in ("-P", path)]
        result = subprocess.run(["strace", "-f", "-qq", "-o", trace, *paths, *options, *self.words], capture_output=True, text=True)
        with open(trace, encoding="utf-8", errors="replace") as file:
            return result, file.read()

    def calls(self):
        """The kinds of calls that the command makes in the folder, and how often."""
        result, trace = self.traced()
        require(result.returncode == 0, f"{self.name} ended with {result.returncode} under strace: {result.stderr}")
        made = re.findall(r"(?m)^\d+ +(\w+)\(", trace)
        return {call: made.count(call) for call in CALLS if call in made}

    def content(self):
        """The folder's files: whole lines without their moments, and what was set aside."""
        found = {}
        for folder, _, names in os.walk(self.program.folder):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, self.program.folder)] = timeless(file.read())
        return found


def timeless(data):
    """Without the moments of recording and the seals that follow from them."""
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\b[0-9a-f]{16}\b", b"", data)


def set_aside(content):
    return [data for name, data in content.items() if name.startswith("recovered")]


def store(content):
    """The files that are the store."""
    return {name: data for name, data in content.items() if not name.startswith(("recovered", "exported"))}


def whole(data):
    return data[:data.rfind(b"\n") + 1]


def check_fault(case, wanted, call, number, error):
    """Fails one call of a command and looks at what is left; gives whether the call was met."""
    case.reset()
    before = case.content()
    result, trace = case.traced("-e", f"inject={call}:error={error}:when={number}")
    if "(INJECTED)" not in trace:
        return False
    where = f"{case.kind}, {case.name}, {call} number {number} with {error}"
    require(result.returncode in (0, 1), f"{where}: exit code {result.returncode}\n{result.stderr}")
    require("Fatal error" not in result.stderr and "Backtrace" not in result.stderr, f"{where}: {result.stderr}")
    if error == "EINTR":
        require(result.returncode == 0, f"{where}: exit code 1, an interrupted call is to be repeated\n{result.stderr}")
    if result.returncode == 1:
        require(re.search(r"(?m)^outcomes: .*\w", result.stderr), f"{where}: no message")
        check_unchanged(case, before, where)
        again = subprocess.run(case.words, capture_output=True, text=True)
        require(again.returncode == 0, f"{where}: the command cannot be repeated\n{again.stderr}")
    after = case.content()
    require(store(after) == store(wanted), f"{where}: the store is not what it was to become\n{store(after)}\n{store(wanted)}")
    require(after.get("exported.csv") == wanted.get("exported.csv"), f"{where}: the export is not whole")
    case.program.must_be_sound(where)
    return True


def check_unchanged(case, before, where):
    """After a refusal the store is as it was, but that a line cut off may stand in `recovered/` instead."""
    after = case.content()
    kept = {name: whole(data) for name, data in store(after).items()}
    require(kept == {name: whole(data) for name, data in store(before).items()}, f"{where}: the store was changed")
    torn = [data[len(whole(data)):] for data in store(before).values() if not data.endswith(b"\n")]
    left = [data[len(whole(data)):] for data in store(after).values()] + set_aside(after)
    require(all(piece in left for piece in torn), f"{where}: a line that was cut off is gone")


def check_command(case, every, turn):
    """Fails each call of a command; gives how many faults were met."""
    calls = case.calls()
    wanted = case.content()
    met = 0
    for call, count in calls.items():
        for number in range(1, count + 1):
            for error in ERRORS if every else [next(turn)]:
                met += check_fault(case, wanted, call, number, error)
    return met


def can_trace():
    probe = ["strace", "-qq", "-e", "trace=close", "-e", "inject=close:error=EIO:when=1000", "true"]
    return shutil.which("strace") and subprocess.run(probe, capture_output=True).returncode == 0


def main(binary, every):
    if not can_trace():
        print("skipped: strace is not here, or may not trace")
        return
    turn = itertools.cycle(ERRORS)
    for kind in ("csv", "json") if every else ("csv",):
        for name in COMMANDS:
            with tempfile.TemporaryDirectory() as place:
                print(f"{kind}, {name}: {check_command(Case(name, binary, place, kind), every, turn)} faults", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], "every" in sys.argv[2:])
