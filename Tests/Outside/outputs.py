#!/usr/bin/env python3
"""outputs.py BINARY [PAIRS]: tries to make the program destroy files by what it writes, and to have it lose an answer unnoticed.

- No command writes onto a file of a program, by whatever name it is reached; the program stays as it was, to the byte.
- Nothing beside an output is touched, no second name of a file is written through, and permissions stay.
- Of two who write one output at once none leaves a mixture: PAIRS of exports (by default 20), and of backups, of which one is
  refused.
- Every command whose answer cannot be printed ends with 1 and a message: a full disk, a closed descriptor. A pipe that does
  not wait gets all of it. A closed pipe ends quietly.
"""
import fcntl
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time

from program import Program, require

INSTRUMENT = os.path.join(os.path.dirname(__file__), "..", "..", "Fixtures", "Instruments", "hope-5.json")
EXPORT = ["export", "--layout", "history"]


def files(place):
    """Every file below a folder with its bytes."""
    found = {}
    for folder, _, names in os.walk(place):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, place)] = file.read()
    return found


def make(binary, place, kind):
    program = Program(binary, os.path.join(place, "program"), kind).make()
    for number in range(30):
        program.must("enroll", f"P{number}", "--on", "2026-01-01")
        program.must("record", f"P{number}", "baseline", "ucla-3", "--answers", "1,2,3", "--date", "2026-01-02")
    shutil.copy(INSTRUMENT, os.path.join(place, "program", "instruments", "own.json"))
    os.mkdir(os.path.join(place, "program", "recovered"))
    return program


def own_paths(place):
    """Paths that belong to a program, in as many spellings as a person might find."""
    os.symlink("program", os.path.join(place, "link"))
    os.symlink("program/instruments", os.path.join(place, "own"))
    names = ["program.json", "participants.csv", "participants.jsonl", "scores.csv", "scores.jsonl", "SCORES.CSV", "shared.csv",
             "attendance.csv", "instruments/own.json", "instruments/new.json", "recovered/new.csv", "./scores.csv",
             "instruments/../scores.csv", "recovered", "instruments"]
    paths = [os.path.join(place, "program", name) for name in names]
    paths += [os.path.join(place, "link", name) for name in ("scores.csv", "scores.jsonl", "instruments/new.json")]
    paths += [os.path.join(place, "own", name) for name in ("new.json", "../scores.csv", "../scores.jsonl")]
    for name in ("scores.csv", "scores.jsonl", "participants.csv"):
        if os.path.exists(os.path.join(place, "program", name)):
            os.link(os.path.join(place, "program", name), os.path.join(place, "second-" + name))
            paths.append(os.path.join(place, "second-" + name))
    return paths


def check_own_files(binary, place, kind):
    program = make(binary, place, kind)
    other = Program(binary, os.path.join(place, "other"), kind).make()
    program.must("backup", os.path.join(place, "good.tar"))
    paths = own_paths(place)
    before = files(place)
    for asking in (program, other):
        for path in paths:
            for words in (["export", "-o", path, "--format", "csv"], ["summary", "-o", path, "--format", "csv"],
                          ["instruments", "phq-9", "-o", path, "--format", "json"], ["show", "P1", "-o", path, "--format", "csv"],
                          ["backup", path], ["restore", os.path.join(place, "good.tar"), "--into", path],
                          ["migrate", "--backup", path]):
                result = asking.run(*words)
                where = f"{kind}, {words}"
                if result.returncode == 0:
                    require("nothing to do" in result.stdout, f"{where} succeeded: {result.stdout}")
                else:
                    require(result.returncode == 1 and "outcomes: " in result.stderr, f"{where}: {result.returncode} {result.stderr}")
                require(files(place) == before, f"{where} changed something")
    for words in (["init", path] for path in paths):
        result = subprocess.run([binary, *words], capture_output=True, text=True)
        require(result.returncode == 1, f"{kind}, {words}: {result.returncode} {result.stderr}")
        require(files(place) == before, f"{kind}, {words} changed something")
    program.must("export", "-o", os.path.join(place, "program", "figures.csv"))
    program.must_be_sound(kind)
    print(f"{kind}: {len(paths)} spellings of a program's own files, none written to")


def check_neighbors(binary, place, kind):
    """What stands beside an output, and what it was before."""
    program = make(binary, place, kind)
    out = os.path.join(place, "out.csv")
    others = {name: os.path.join(place, name) for name in ("out.csv.part", "second", ".outcomes-0123.part")}
    for path in others.values():
        with open(path, "w", encoding="utf-8") as file:
            file.write("mine")
    os.chmod(others["out.csv.part"], 0o666)
    os.link(others["second"], os.path.join(place, "out.csv.second"))
    program.must("export", "-o", out)
    require(stat.S_IMODE(os.stat(out).st_mode) == 0o600, "a new file is readable by others")
    os.chmod(out, 0o640)
    program.must("export", "-o", out)
    require(stat.S_IMODE(os.stat(out).st_mode) == 0o640, "the permissions of a file were changed")
    program.must("backup", os.path.join(place, "out.tar"))
    if os.geteuid() == 0:
        os.chown(out, 12345, 12345)
        program.must("export", "-o", out)
        require((os.stat(out).st_uid, os.stat(out).st_gid) == (12345, 12345), "a file was taken from its owner")
        check_repair_keeps_owner(program)
    for name, path in others.items():
        with open(path, encoding="utf-8") as file:
            require(file.read() == "mine", f"{name} was changed")
    print(f"{kind}: nothing beside an output is touched, owners and permissions stay")


def check_repair_keeps_owner(program):
    path = program.path("scores")
    with open(path, "rb") as file:
        data = file.read()
    with open(path, "wb") as file:
        file.write(data.replace(b"\n", b"\r\n"))
    os.chown(path, 12345, 12345)
    os.chmod(path, 0o640)
    program.run("check", "--repair")
    with open(path, "rb") as file:
        require(file.read() == data, "the line ends were not mended")
    status = os.stat(path)
    require((status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 12345, 0o640),
            "a repair took a file from its owner, or changed its permissions")


def at_once(binary, *lines):
    """Runs several commands at the same time; gives their exit codes."""
    running = [subprocess.Popen([binary, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for words in lines]
    return [process.wait() for process in running]


def check_two_writers(binary, place, kind, pairs):
    program = make(binary, place, kind)
    out = os.path.join(place, "out.csv")
    whole = {program.must(*EXPORT), program.must("export", "--layout", "wide")}
    store = ["--store", program.folder]
    for _ in range(pairs):
        codes = at_once(binary, [*EXPORT, "-o", out, *store], ["export", "--layout", "wide", "-o", out, *store])
        with open(out, encoding="utf-8") as file:
            require(codes == [0, 0] and file.read() in whole, f"two exports to one name ended with {codes} and a mixture")
    for number in range(pairs):
        path = os.path.join(place, f"{number}.tar")
        codes = at_once(binary, ["backup", path, *store], ["backup", path, *store])
        require(sorted(codes) == [0, 1], f"two backups to one name ended with {codes}")
        restored = os.path.join(place, f"restored-{number}")
        restore(binary, path, restored)
        shutil.rmtree(restored)
        codes = at_once(binary, ["init", restored], ["init", restored])
        require(sorted(codes) == [0, 1], f"two programs made in one folder ended with {codes}")
    left = [name for name in os.listdir(place) if name.startswith(".outcomes-")]
    require(not left, f"{left} stay")
    print(f"{kind}: {pairs} pairs of exports, backups and inits, each whole")


def restore(binary, path, folder):
    result = subprocess.run([binary, "restore", path, "--into", folder], capture_output=True, text=True)
    require(result.returncode == 0, f"restore: {result.stderr}")


def answers(program):
    """Commands that print something, and whether they enter something."""
    store = ["--store", program.folder]
    return [(words + store, False) for words in (
        ["show", "P1"], ["history", "P1"], ["summary"], ["change"], ["responders"], ["attrition"], ["models"], ["benchmark"],
        ["savings"], ["export"], EXPORT, ["instruments"], ["check", "--seal"], ["due"], ["forms", "--blank", "-o", "-"])
    ] + [(words, False) for words in (
        ["help"], ["help", "record"], ["record", "--help"], ["--version"], ["--generate-completion-script", "bash"],
        ["--generate-completion-script", "zsh"], ["--generate-completion-script", "fish"])
    ] + [(words + store, True) for words in (
        ["enroll", "N1", "--on", "2026-01-01"], ["record", "P1", "day30", "ucla-3", "--answers", "1,2,3", "--date", "2026-02-02"],
        ["update", "P2", "--on", "2026-01-02", "--reason", "x"], ["correct", "P3", "baseline", "ucla-3", "--answers", "3,3,3",
         "--reason", "x"], ["void", "P4", "baseline", "ucla-3", "--reason", "x"], ["withdraw", "P5", "--on", "2026-02-01",
         "--reason", "x"])]


def check_output(binary, place, kind):
    program = make(binary, place, kind)
    sinks = {"/dev/full": "exec \"$@\" > /dev/full", "closed": "exec \"$@\" >&-", "both closed": "exec \"$@\" <&- >&-"}
    for name, script in sinks.items():
        template = os.path.join(place, "template")
        shutil.copytree(program.folder, template)
        for words, enters in answers(program):
            before = program.bytes("participants"), program.bytes("scores")
            result = subprocess.run(["sh", "-c", script, "sh", binary, *words], stderr=subprocess.PIPE, text=True)
            where = f"{kind}, {name}, {words}"
            require(result.returncode == 1, f"{where}: exit code {result.returncode}")
            require("the standard output" in result.stderr, f"{where}: no message: {result.stderr}")
            after = program.bytes("participants"), program.bytes("scores")
            added = [new[len(old):] for old, new in zip(before, after) if new.startswith(old)]
            require(len(added) == 2 and [part.count(b"\n") for part in added] in ([[1, 0], [0, 1]] if enters else [[0, 0]]),
                    f"{where}: the store is not what it should be: {added}")
            require(not enters or "saved" in result.stderr, f"{where}: nothing says that it was saved: {result.stderr}")
            program.must_be_sound(where)
        shutil.rmtree(program.folder)
        os.rename(template, program.folder)
    check_pipes(program)
    print(f"{kind}: nothing that cannot be printed goes unnoticed")


def check_pipes(program):
    wanted = program.must(*EXPORT).encode()
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETFL, os.O_NONBLOCK)
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096) if hasattr(fcntl, "F_SETPIPE_SZ") else None
    process = subprocess.Popen(program.command(*EXPORT), stdout=writing)
    os.close(writing)
    time.sleep(0.1)
    found = b""
    while part := os.read(reading, 1000):
        found += part
    os.close(reading)
    require(process.wait() == 0 and found == wanted, "a pipe that does not wait did not get everything")
    for ignored in (False, True):
        reading, writing = os.pipe()
        os.close(reading)
        process = subprocess.Popen(program.command(*EXPORT), stdout=writing, stderr=subprocess.PIPE, restore_signals=not ignored)
        os.close(writing)
        message = process.stderr.read()
        require(process.wait() == -13 and not message, f"a closed pipe ended with {process.returncode}: {message}")


def main(binary, pairs):
    for kind in ("csv", "json"):
        for check in (check_own_files, check_neighbors, lambda *all: check_two_writers(*all, pairs), check_output):
            with tempfile.TemporaryDirectory() as place:
                check(binary, place, kind)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20)
