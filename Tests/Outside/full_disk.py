#!/usr/bin/env python3
"""full_disk.py BINARY: records on a disk of 1 MiB until it is full, in both kinds of store.

Every line that was acknowledged must be there, `check` must find nothing, what is refused must say why, and after space was
made recording must go on. Mounting a disk in memory needs root: without it the test says so and ends well.
"""
import os
import subprocess
import sys
import tempfile

from program import FILES, Program, require

MEASURES = [(time, "ucla-3") for time in ("baseline", "day30", "day90")]


def fill(path, leave):
    """Fills the disk that holds `path` but for some bytes."""
    free = os.statvfs(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(b"\0" * max(0, free.f_bavail * free.f_bsize - leave))


def record_until_full(program, limit):
    """Gives how many lines were acknowledged, after the first that was not."""
    acknowledged = 0
    for number in range(limit):
        name = f"P{number}"
        for words in [["enroll", name, "--on", "2026-01-01"]] + [
                ["record", name, *measure, "--answers", "1,2,3", "--date", "2026-01-02"] for measure in MEASURES]:
            before = {file: program.bytes(file) for file in FILES}
            result = program.run(*words)
            if result.returncode == 0:
                acknowledged += 1
                continue
            require(result.returncode == 1, f"a full disk ended {words} with {result.returncode}: {result.stderr}")
            require("full" in result.stderr or "space" in result.stderr, f"the message does not say why: {result.stderr}")
            require(before == {file: program.bytes(file) for file in FILES}, f"{words} failed and left something behind")
            return acknowledged
    sys.exit("FAILED: the disk was never full")


def check_store(binary, disk, kind):
    program = Program(binary, os.path.join(disk, kind), kind).make()
    ballast = os.path.join(disk, "ballast")
    fill(ballast, leave=16 << 10)
    before = sum(len(program.lines(file)) for file in FILES)
    acknowledged = record_until_full(program, limit=1000)
    lines = sum(len(program.lines(file)) for file in FILES) - before
    require(lines == acknowledged, f"{acknowledged} lines were acknowledged, {lines} are there")
    program.must_be_sound("on a full disk")
    os.remove(ballast)
    program.must("enroll", "afterward", "--on", "2026-01-01")
    program.must_be_sound("with space again")
    print(f"{kind}: full after {acknowledged} lines, all there, and more since")


def main(binary):
    with tempfile.TemporaryDirectory() as disk:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True, text=True)
        if mounted.returncode != 0:
            print(f"skipped: no disk in memory can be mounted here ({mounted.stderr.strip()})")
            return
        try:
            for kind in ("csv", "json"):
                check_store(binary, disk, kind)
        finally:
            subprocess.run(["umount", disk], check=True)


if __name__ == "__main__":
    main(sys.argv[1])
