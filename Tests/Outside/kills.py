#!/usr/bin/env python3
"""kills.py BINARY [ROUNDS [COMMAND]]: kills commands that make or replace whole files, at random moments, with SIGKILL.

crash.py does so with those that add a line. In each round a command starts from the same folder and is killed at a random
moment of the time that it needs. Then, in both kinds of store:

- each file is to the byte, but for moments and seals, what it was or what the command makes of it;
- exit code 0: all of it is done;
- nothing half-made has a name that a person or a program would take for something whole; what is left of a temporary file is
  hidden, and the next command of the same kind takes it away;
- the same command run again ends what was begun, or says that nothing is left to do, and `check` finds nothing.

The short form has 12 rounds a command; the long one: `kills.py BINARY 1000`. A new command is one more class below.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from program import FILES, Program, require

TEMPORARY = re.compile(r"^\.outcomes-[0-9a-f]{16}\.part$")


def timeless(data):
    """Without the moments of recording, the seals that follow from them, and names that hold a moment."""
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\b[0-9a-f]{16}\b|recovered/\d{14}-lines(-\d+)?", b"", data)


def content(place):
    """Every file below a folder by its path, folders with a slash behind it, but for temporary ones."""
    found = {}
    for folder, folders, names in os.walk(place):
        folders[:] = [name for name in folders if not TEMPORARY.match(name)]
        for name in folders:
            found[os.path.relpath(os.path.join(folder, name), place) + "/"] = b""
        for name in names:
            if not TEMPORARY.match(name):
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    found[os.path.relpath(path, place)] = timeless(file.read())
    return found


def temporaries(place):
    return [os.path.join(folder, name) for folder, folders, names in os.walk(place)
            for name in folders + names if TEMPORARY.match(name)]


def has_moment(name):
    return name.endswith(".tar") or name.startswith("program/recovered/2")


class Command:
    """A command, the folder that it meets, and what may come of it."""

    # Exit codes when it is run again after it had done all of it already.
    again = (0,)

    def __init__(self, binary, place, kind):
        self.binary, self.place, self.kind = os.path.abspath(binary), place, kind
        self.program = Program(binary, os.path.join(place, "program"), kind)

    def words(self):
        raise NotImplementedError

    def prepare(self):
        """Makes what the command meets: by default a small program."""
        self.program.make()
        for number in range(20):
            self.program.must("enroll", f"P{number}", "--on", "2026-01-01")
            self.program.must("record", f"P{number}", "baseline", "ucla-3", "--answers", "1,2,3", "--date", "2026-01-02")

    def is_allowed(self, name, found, before, wanted):
        """Whether a file may be as it is after a kill; None for a file that is not there."""
        return found in (before.get(name), wanted.get(name))

    def tidy(self):
        """What else is run before all must be done."""

    def path(self, name):
        return os.path.join(self.place, name)

    def is_whole_backup(self, name):
        """Every header of an archive holds a moment: that it is whole is seen by restoring it."""
        with tempfile.TemporaryDirectory() as restored:
            words = ["restore", self.path(name), "--into", restored]
            return subprocess.run([self.binary, *words], capture_output=True).returncode == 0


class Init(Command):
    again = (1,)

    def prepare(self):
        pass

    def words(self):
        return ["init", self.program.folder, "--name", "Outside", "--format", self.kind]


class InitHere(Init):
    """In a folder that is there, with somebody's notes in it."""

    def prepare(self):
        os.mkdir(self.program.folder)
        with open(os.path.join(self.program.folder, "notes.txt"), "w", encoding="utf-8") as file:
            file.write("mine")


class Demo(Init):
    def words(self):
        return ["demo", self.program.folder, "--participants", "300", "--format", self.kind]


class DemoHere(InitHere, Demo):
    def words(self):
        return Demo.words(self)


# A backup is complete without the note in the folder that it was made.
NOTE = "program/last-backup.json"


class Backup(Command):
    again = (1,)

    def words(self):
        return ["backup", self.path("backup.tar"), "--store", self.program.folder]

    def is_allowed(self, name, found, before, wanted):
        if name == NOTE:
            return found is None or b'"outcomes.backup/1"' in found
        if name != "backup.tar" or found is None:
            return super().is_allowed(name, found, before, wanted)
        return self.is_whole_backup(name)


class Restore(Command):
    again = (1,)

    def prepare(self):
        super().prepare()
        self.program.must("backup", self.path("backup.tar"))
        shutil.rmtree(self.program.folder)

    def words(self):
        return ["restore", self.path("backup.tar"), "--into", self.program.folder]


class RestoreHere(Restore):
    def prepare(self):
        super().prepare()
        os.mkdir(self.program.folder)


class Export(Command):
    def words(self):
        return ["export", "--layout", "wide", "-o", self.path("exported.csv"), "--store", self.program.folder]


class ExportOver(Export):
    """Over a file that is there, which stays until the new one is whole."""

    def prepare(self):
        super().prepare()
        with open(self.path("exported.csv"), "w", encoding="utf-8") as file:
            file.write("old\n" * 1000)


class Migrate(Command):
    """A program without seals. A backup of an earlier attempt stands in nobody's way under another name."""

    again = (0, 1)

    def prepare(self):
        super().prepare()
        for file in FILES:
            data = self.program.bytes(file)
            data = re.sub(rb',"seal":"[0-9a-f]{16}"}\n', b"}\n", re.sub(rb",[0-9a-f]{16}\n", b",\n", data))
            with open(self.program.path(file), "wb") as opened:
                opened.write(data)

    def words(self):
        backup, number = "before.tar", 1
        while os.path.exists(self.path(backup)):
            backup, number = f"before-{number}.tar", number + 1
        return ["migrate", "--backup", self.path(backup), "--store", self.program.folder]

    def is_allowed(self, name, found, before, wanted):
        if not name.startswith("before"):
            return super().is_allowed(name, found, before, wanted)
        return found is None or self.is_whole_backup(name)


class Repair(Command):
    """Both files with the line ends of another system, and a line that was cut off."""

    def prepare(self):
        super().prepare()
        for file in FILES:
            data = self.program.bytes(file).replace(b"\n", b"\r\n")
            with open(self.program.path(file), "wb") as opened:
                opened.write(b"\xef\xbb\xbf" + data + b"P1,cut o")
        self.found = content(self.program.folder)

    def words(self):
        return ["check", "--repair", "--store", self.program.folder]

    def is_allowed(self, name, found, before, wanted):
        inner = os.path.relpath(name, "program")
        if inner == "recovered/":
            return True
        if inner.startswith("recovered/"):
            # A copy of a file as it was found, or a line that was cut off.
            return found is None or found in self.found.values() or found == b"P1,cut o"
        # Whole lines first, then the last one: two steps.
        halfway = wanted.get(name, b"") + b"P1,cut o"
        return found == halfway or super().is_allowed(name, found, before, wanted)


class Accept(Command):
    """A line that was changed by hand is kept."""

    def prepare(self):
        super().prepare()
        data = self.program.bytes("scores")
        for old, new in ((b"1 2 3,6,", b"1 1 3,5,"), (b'"1 2 3","score":6,', b'"1 1 3","score":5,')):
            data = data.replace(old, new, 1)
        with open(self.program.path("scores"), "wb") as opened:
            opened.write(data)

    def words(self):
        return ["check", "--accept", "--reason", "typed by hand", "--store", self.program.folder]


def is_pending(name, found, wanted):
    """Whether a file holds settings that are about to replace the old ones, or their first part."""
    return name == "program/program.json.next" and (found is None or wanted["program/program.json"].startswith(found))


class Quarantine(Command):
    """Two damaged lines in the middle are set aside."""

    def prepare(self):
        super().prepare()
        data = self.program.bytes("scores")
        lines = data.split(b"\n")
        self.damaged = [line.replace(b"2026-01-02", b"\0" * 10) for line in lines[5:7]]
        with open(self.program.path("scores"), "wb") as opened:
            opened.write(b"\n".join(lines[:5] + self.damaged + lines[7:]))

    def words(self):
        return ["check", "--repair", "--reason", "the disk failed", "--store", self.program.folder]

    def is_allowed(self, name, found, before, wanted):
        inner = os.path.relpath(name, "program")
        if inner.startswith("recovered"):
            # A copy that was cut off is a copy: the lines are still in the file.
            return found is None or timeless(b"\n".join(self.damaged) + b"\n").startswith(found[:60])
        return super().is_allowed(name, found, before, wanted)


class Set(Command):
    """Settings are replaced: until a line records the new ones, the old ones count."""

    def words(self):
        return ["set", "timepoints.day90.late", "14", "--reason", "as agreed", "--store", self.program.folder]

    def is_allowed(self, name, found, before, wanted):
        return is_pending(name, found, wanted) or super().is_allowed(name, found, before, wanted)

    def tidy(self):
        self.program.must("check", "--repair")


class SetAttribute(Set):
    """The header changes with the settings."""

    again = (0, 1)

    def words(self):
        return ["set", "attributes", "+language", "--reason", "asked since May", "--store", self.program.folder]


class MigrateSettings(Migrate):
    """A program whose lines are sealed and whose settings are not."""

    def prepare(self):
        Command.prepare(self)
        path = os.path.join(self.program.folder, "program.json")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("outcomes.program/2", "outcomes.program/1"))
        for file in FILES:
            with open(self.program.path(file), "wb") as opened:
                opened.write(b"participant,enrolled_on,action,recorded_at,recorded_by,reason,seal\n"
                             if (file, self.kind) == ("participants", "csv") else b"")
        scores = b"participant,timepoint,instrument,date,answers,score,action,recorded_at,recorded_by,reason,seal\n"
        with open(self.program.path("scores"), "wb") as opened:
            opened.write(scores if self.kind == "csv" else b"")
        for number in range(20):
            self.program.must("enroll", f"P{number}", "--on", "2026-01-01")

    def is_allowed(self, name, found, before, wanted):
        return is_pending(name, found, wanted) or super().is_allowed(name, found, before, wanted)

    def tidy(self):
        self.program.must("check", "--repair")


class Move(Command):
    """A line in each of two places: both or neither."""

    again = (1,)
    note = "program/entries.unfinished"

    def words(self):
        return ["move", "P1", "baseline", "ucla-3", "--to", "P20", "--reason", "the form of P20", "--store", self.program.folder]

    def prepare(self):
        super().prepare()
        self.program.must("enroll", "P20", "--on", "2026-01-01")

    def is_allowed(self, name, found, before, wanted):
        """Files may hold a part of the lines while the note says that they do not count."""
        if name == self.note:
            return found is None or found.startswith(b"{")
        if name.startswith("program/recovered"):
            return True
        if os.path.exists(self.path(self.note)) and name in before and found is not None:
            return found.startswith(before[name]) and wanted[name].startswith(found)
        return super().is_allowed(name, found, before, wanted)

    def tidy(self):
        self.program.must("check", "--repair")


class Rename(Move):
    """Lines in both files: all or none."""

    def words(self):
        return ["rename", "P1", "P20", "--reason", "mistyped", "--store", self.program.folder]

    def prepare(self):
        Command.prepare(self)


class Merge(Rename):
    def words(self):
        return ["merge", "P1", "--into", "P20", "--reason", "enrolled twice", "--yes", "--store", self.program.folder]

    def prepare(self):
        Command.prepare(self)
        self.program.must("enroll", "P20", "--on", "2026-01-01")


COMMANDS = [Init, InitHere, Demo, DemoHere, Backup, Restore, RestoreHere, Export, ExportOver, Migrate, MigrateSettings,
            Repair, Quarantine, Accept, Set, SetAttribute, Move, Rename, Merge]


class Bench:
    """A command that is run in the same folder again and again."""

    def __init__(self, make, binary, kind, place):
        self.place, self.template = os.path.join(place, "place"), os.path.join(place, "template")
        os.mkdir(self.place)
        self.command = make(binary, self.place, kind)
        self.command.prepare()
        shutil.copytree(self.place, self.template)
        self.before = content(self.place)
        self.duration = min(self.timed() for _ in range(3))
        self.wanted = content(self.place)

    def run(self):
        return subprocess.run([self.command.binary, *self.command.words()], capture_output=True, text=True)

    def timed(self):
        self.reset()
        start = time.monotonic()
        result = self.run()
        require(result.returncode == 0, f"{result.args} ended with {result.returncode}: {result.stdout}{result.stderr}")
        return time.monotonic() - start

    def reset(self):
        shutil.rmtree(self.place)
        shutil.copytree(self.template, self.place)

    def killed(self, chance):
        """Runs the command and kills it; gives its exit code."""
        self.reset()
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen([self.command.binary, *self.command.words()], **silent)
        time.sleep(chance.uniform(0, self.duration * 1.3))
        process.kill()
        return process.wait()

    def check(self, code, where):
        found = content(self.place)
        for name in found.keys() | self.before.keys() | self.wanted.keys():
            require(self.command.is_allowed(name, found.get(name), self.before, self.wanted),
                    f"{where}: {name} is neither the old one nor the new one\n{found.get(name)}")
        done = self.is_done(found)
        require(done or code != 0, f"{where}: exit code 0, but something is missing")
        again = self.run()
        # Settings that a line records count, wherever the rest was killed.
        counts_already = isinstance(self.command, Set)
        require(again.returncode in (self.command.again if done or counts_already else (0,)) + (0,),
                f"{where}: run again it ended with {again.returncode}\n{again.stdout}{again.stderr}")
        self.command.tidy()
        require(self.is_done(content(self.place)), f"{where}: run again it has not done everything")
        if again.returncode == 0 and code != 0 and not done:
            left = temporaries(self.place)
            require(not left, f"{where}: {left} stay")
        self.command.program.must_be_sound(where)

    def is_done(self, found):
        """Whether all is there that the command makes; archives and what is set aside hold or are called by moments."""
        return (all(found.get(name) == data for name, data in self.wanted.items()
                    if not has_moment(name) and name != NOTE)
                and sum(map(has_moment, found)) >= sum(map(has_moment, self.wanted)))


def main(binary, rounds, only):
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    print(f"seed {seed}")
    for make in COMMANDS:
        if only and make.__name__ != only:
            continue
        for kind in ("csv", "json"):
            with tempfile.TemporaryDirectory() as place:
                bench = Bench(make, binary, kind, place)
                codes, left = [], 0
                for number in range(rounds):
                    codes.append(bench.killed(chance))
                    left += bool(temporaries(bench.place))
                    bench.check(codes[-1], f"{kind}, {make.__name__}, round {number}")
                print(f"{kind}, {make.__name__}: {rounds} rounds, {codes.count(-9)} killed, {left} left a temporary file", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 12, sys.argv[3] if len(sys.argv) > 3 else None)
