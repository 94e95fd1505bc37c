#!/usr/bin/env python3
"""faults.py BINARY [every]: fails the calls that writing commands make to the file system, one at a time, from outside.

strace says which calls a command makes in its place, and makes one of them after the other fail. Then

- the exit code is 1 with a message, or 0 where the fault can be lived with; no signal, no stack trace;
- exit code 0: everything that was wanted is there, to the byte;
- exit code 1: the store is as it was, to the byte, but for commands that change several files: then each file is the old one
  or the new one, and the messages do not say that nothing was changed; the same command succeeds afterward;
- EINTR is no fault: the command succeeds;
- `check` finds nothing at the end.

The short form takes the errors in turn, one a call, at most 80 calls of a command spread over all that it makes, and one kind
of store; `every` takes every error for every call in both.
Without strace, or where it may not trace, the test says so and ends well.
"""
import collections
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile

from program import ENDINGS, FILES, Program, require

ERRORS = ["ENOSPC", "EIO", "EINTR", "EACCES"]
CALLS = ["openat", "read", "pread64", "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "rename", "renameat",
         "renameat2", "link", "linkat", "mkdir", "mkdirat", "flock", "fchown", "fchmod", "newfstatat", "fstat", "lstat",
         "getdents64", "unlink", "unlinkat", "rmdir", "close"]
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
    "move": ["move", "P1", "baseline", "ucla-3", "--to", "P2", "--reason", "the form of P2"],
    "rename": ["rename", "P1", "P3", "--reason", "mistyped"],
    "merge": ["merge", "P1", "--into", "P2", "--reason", "enrolled twice", "--yes"],
    "unenroll": ["unenroll", "P2", "--reason", "never came"],
    "undo": ["undo", "--yes"],
    "export": ["export", "--output", "exported.csv"],
    "demo": ["demo", None, "--participants", "3"],
    "backup": ["backup", "exported.tar"],
    "restore": ["restore", "good.tar", "--into", None],
    "migrate": ["migrate", "--backup", "exported.tar"],
    "check --repair": ["check", "--repair"],
    "check --accept": ["check", "--accept", "--reason", "typed by hand"],
    "check --repair --reason": ["check", "--repair", "--reason", "the disk failed"],
    "set": ["set", "attributes", "+site", "--reason", "asked since May"],
}
INSTRUMENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Fixtures", "Instruments", "hope-5.json")
MOST = 80
TORN = b"P2,baseline,uc"
TEMPORARY = re.compile(r"\.outcomes-[0-9a-f]{16}\.part")
# What a person did to both files before.
SPOILED = {
    "migrate": lambda data: re.sub(rb',"seal":"[0-9a-f]{16}"}\n', b"}\n", re.sub(rb",[0-9a-f]{16}\n", b",\n", data)),
    "check --repair": lambda data: data.replace(b"\n", b"\r\n") + TORN,
    "check --accept": lambda data: data.replace(b"2026-01-02", b"2026-01-03"),
    "check --repair --reason": lambda data: data.replace(b"2026-01-02", b'2026"01-02'),
}


class Case:
    """A command and the folder that it meets."""

    def __init__(self, name, binary, place, kind):
        self.name, self.binary, self.place, self.kind = name, os.path.abspath(binary), place, kind
        # What the command touches is in a folder of its own, which strace is asked about.
        self.stage = os.path.join(place, "stage")
        self.template = os.path.join(place, "template")
        self.program = Program(binary, os.path.join(self.stage, "program"), kind)
        self.prepare_template()
        self.reset()

    def prepare_template(self):
        os.mkdir(self.template)
        if self.name in ("init", "demo"):
            return
        program = Program(self.binary, os.path.join(self.template, "program"), self.kind).make()
        self.add_own_instrument(program)
        for name in ("P1", "P2"):
            program.must("enroll", name, "--on", "2026-01-01")
        program.must("record", "P1", "baseline", "ucla-3", "--answers", "1,2,3", "--date", "2026-01-02")
        if self.name == "undo":
            program.must(*COMMANDS["rename"])
        if "cut off" in self.name:
            with open(program.path("scores"), "ab") as file:
                file.write(TORN)
        if self.name == "restore":
            program.must("backup", os.path.join(self.template, "good.tar"))
            shutil.rmtree(program.folder)
        for file in FILES if self.name in SPOILED else ():
            with open(program.path(file), "rb") as opened:
                data = opened.read()
            with open(program.path(file), "wb") as opened:
                opened.write(SPOILED[self.name](data))

    def add_own_instrument(self, program):
        """The program has a questionnaire of its own, so that what is not read is missed."""
        shutil.copy(INSTRUMENT, os.path.join(program.folder, "instruments"))
        program.must("set", "instruments", "+hope-5", "--reason", "asked since May")

    def reset(self):
        """Puts the folder back to what the command meets."""
        shutil.rmtree(self.stage, ignore_errors=True)
        shutil.copytree(self.template, self.stage)

    @property
    def words(self):
        words = [os.path.join(self.stage, word) if word and word.endswith((".csv", ".tar")) else word
                 for word in COMMANDS[self.name]]
        if None not in words:
            return self.program.command(*words)
        words = [self.binary, *(self.program.folder if word is None else word for word in words)]
        return words if self.name == "restore" else words + ["--format", self.kind]

    def known_paths(self):
        """Every path that the command may touch under a name that is the same each time."""
        names = [f"{file}.{ENDINGS[self.kind]}" for file in FILES]
        names += ["", "program.json", "instruments", "instruments/hope-5.json", "recovered", "entries.unfinished"]
        paths = [os.path.join(self.program.folder, name).rstrip("/") for name in names]
        return [self.stage] + paths + [os.path.join(self.stage, name) for name in ("exported.csv", "exported.tar", "good.tar")]

    def traced(self, *options, known):
        """Runs the command under strace; gives its result and the trace, of calls on known paths alone or of all."""
        trace = os.path.join(self.place, "trace")
        paths = [option for path in self.known_paths() for option in ("-P", path)] if known else []
        result = subprocess.run(["strace", "-f", "-y", "-qq", "-o", trace, *paths, *options, *self.words],
                                capture_output=True, text=True, env={**os.environ, "OUTCOMES_THREADS": "1"})
        with open(trace, encoding="utf-8", errors="replace") as file:
            return result, file.read().splitlines()

    def calls(self):
        """The calls that the command makes in its place: kind, the how manieth of its thread, and whether it is counted among
        those on known paths. strace takes no patterns, so temporary names are looked for among all."""
        return self.counted_calls(known=True) + self.counted_calls(known=False)

    def counted_calls(self, known):
        self.reset()
        result, trace = self.traced("-e", "trace=" + ",".join(CALLS), known=known)
        require(result.returncode == 0, f"{self.name} ended with {result.returncode} under strace: {result.stderr}")
        made, found = collections.Counter(), set()
        for line in trace:
            match = re.match(r"(\d+) +(\w+)\(", line)
            if match:
                made[match.groups()] += 1
                if self.is_about_place(line) and (known or TEMPORARY.search(line)):
                    found.add((match[2], made[match.groups()], known))
        return sorted(found)

    def is_about_place(self, line):
        """What is printed may name the place too; outputs.py looks at that."""
        return self.stage in line and not re.match(r"\d+ +\w+\([012]<", line)

    def content(self):
        """The place's files: whole lines without their moments, and what was set aside; no temporary ones."""
        found = {}
        for folder, folders, names in os.walk(self.stage):
            folders[:] = [name for name in folders if not TEMPORARY.match(name)]
            for name in names:
                if not TEMPORARY.match(name):
                    path = os.path.join(folder, name)
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, self.stage)] = timeless(file.read())
        return found


def timeless(data):
    """Without the moments of recording and the seals that follow from them."""
    return re.sub(rb"\d{14}(-\d+)?(-lines(-\d+)?)?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\b[0-9a-f]{16}\b", b"", data)


def set_aside(content):
    return [data for name, data in content.items() if name.startswith("program/recovered")]


def store(content):
    """The files that are the store. A backup is complete without the note that it was made."""
    others = ("program/recovered", "program/last-backup.json", "exported")
    return {name: data for name, data in content.items() if not name.startswith(others)}


def whole(data):
    return data[:data.rfind(b"\n") + 1]


def check_fault(case, wanted, call, number, known, error):
    """Fails one call of a command and looks at what is left; gives whether the call was met."""
    case.reset()
    before = case.content()
    result, trace = case.traced("-e", f"inject={call}:error={error}:when={number}", known=known)
    injected = [line for line in trace if "(INJECTED)" in line]
    if not injected or not all(map(case.is_about_place, injected)):
        return False
    where = f"{case.kind}, {case.name}, {call} number {number} with {error}"
    # A check that cannot read says so as what it has found.
    codes = (0, 1, 3) if case.name.startswith("check --repair") else (0, 1)
    require(result.returncode in codes, f"{where}: exit code {result.returncode}\n{result.stderr}")
    require("Fatal error" not in result.stderr and "Backtrace" not in result.stderr, f"{where}: {result.stderr}")
    if error == "EINTR":
        require(result.returncode == 0, f"{where}: exit code 1, an interrupted call is to be repeated\n{result.stderr}")
    if result.returncode != 0:
        said = result.stderr if result.returncode == 1 else result.stdout
        require(re.search(r"(?m)^(outcomes: )?could not .*\w|^outcomes: .*\w", said), f"{where}: no message")
        if case.name in SPOILED or case.name == "set":
            check_each_file(case, before, wanted, where, result.stdout + result.stderr)
        else:
            check_unchanged(case, before, where, said)
        check_archive(case, where)
        again = subprocess.run(case.words, capture_output=True, text=True)
        require(again.returncode == 0, f"{where}: the command cannot be repeated\n{again.stderr}")
    after = case.content()
    require(store(after) == store(wanted), f"{where}: the store is not what it was to become\n{store(after)}\n{store(wanted)}")
    require(after.get("exported.csv") == wanted.get("exported.csv"), f"{where}: the export is not whole")
    case.program.must_be_sound(where)
    return True


def check_unchanged(case, before, where, said):
    """After a refusal the store is as it was, but that a line cut off may stand in `recovered/` instead."""
    after = case.content()
    kept = {name: whole(data) for name, data in store(after).items()}
    require(kept == {name: whole(data) for name, data in store(before).items()}, f"{where}: the store was changed {said}")
    torn = [data[len(whole(data)):] for data in store(before).values() if not data.endswith(b"\n")]
    left = [data[len(whole(data)):] for data in store(after).values()] + set_aside(after)
    require(all(piece in left for piece in torn), f"{where}: a line that was cut off is gone")


def check_archive(case, where):
    """A backup that failed leaves nothing; one that was made before something else failed is whole, and does not count."""
    archive = os.path.join(case.stage, "exported.tar")
    if os.path.exists(archive):
        with tempfile.TemporaryDirectory() as restored:
            result = subprocess.run([case.binary, "restore", archive, "--into", restored], capture_output=True, text=True)
        require(case.name == "migrate" and result.returncode == 0, f"{where}: a backup is left behind {result.stderr}")
        os.remove(archive)


def check_each_file(case, before, wanted, where, said):
    """Each file is as it was found, or as it was to become; what a repair found in it is kept."""
    after = case.content()
    for name, data in store(before).items():
        repaired = case.name == "check --repair"
        allowed = (data, wanted[name], wanted[name] + TORN) if repaired else (data, wanted[name])
        require(after[name] in allowed, f"{where}: {name} is neither the old one nor the new one")
        require(not repaired or after[name] == data or data in set_aside(after), f"{where}: what was found in {name} is not kept")
    changed = any(after[name] != data for name, data in store(before).items())
    told = "recovered/" in said or "nothing was changed" not in said
    require(not changed or told, f"{where}: something was changed: {said}")


def check_command(case, every, turn):
    """Fails each call of a command; gives how many faults were met."""
    calls = case.calls()
    wanted = case.content()
    met = 0
    step = 1 if every else -(-len(calls) // MOST)
    for call, number, known in calls[::step]:
        for error in ERRORS if every else [next(turn)]:
            met += check_fault(case, wanted, call, number, known, error)
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
