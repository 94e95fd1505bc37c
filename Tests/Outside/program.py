"""A program's folder as it is seen from outside: made and changed by the built binary, read by Python."""
import collections
import csv
import io
import json
import os
import subprocess
import sys

ENDINGS = {"csv": "csv", "json": "jsonl"}
FILES = ("participants", "scores")


def require(holds, message):
    """Ends the test where something does not hold."""
    if not holds:
        sys.exit(f"FAILED: {message}")


class Program:
    """A program in a folder.

    Its lines are read by Python's own readers, so that the program's are not trusted to judge themselves.
    """

    def __init__(self, binary, folder, kind):
        self.binary, self.folder, self.kind = os.path.abspath(binary), folder, kind

    def command(self, *words):
        return [self.binary, *words, "--store", self.folder]

    def run(self, *words):
        return subprocess.run(self.command(*words), capture_output=True, text=True)

    def must(self, *words):
        """Runs a command that has to succeed; gives what it prints."""
        result = self.run(*words)
        require(result.returncode == 0, f"{words} ended with {result.returncode}: {result.stderr}")
        return result.stdout

    def make(self):
        result = subprocess.run([self.binary, "init", self.folder, "--name", "Outside", "--format", self.kind],
                                capture_output=True, text=True)
        require(result.returncode == 0, f"init: {result.stderr}")
        return self

    def path(self, file):
        return os.path.join(self.folder, f"{file}.{ENDINGS[self.kind]}")

    def bytes(self, file):
        """What counts of a file: up to the size in the note of a command that did not finish, if there is one."""
        with open(self.path(file), "rb") as opened:
            data = opened.read()
        return data[:self.unfinished().get(os.path.basename(self.path(file)), len(data))]

    def unfinished(self):
        """The note of a command that was ended while it was adding several lines; empty without one."""
        try:
            with open(os.path.join(self.folder, "entries.unfinished"), encoding="utf-8") as opened:
                return json.load(opened)
        except FileNotFoundError:
            return {}

    def torn(self):
        """Which files end in a line whose writing was cut off."""
        return [file for file in FILES if not self.bytes(file).endswith(b"\n") and self.bytes(file)]

    def lines(self, file):
        """The whole lines of a file as dictionaries; values that are missing are empty texts."""
        text = self.bytes(file).decode()
        whole = text[:text.rfind("\n") + 1]
        if self.kind == "csv":
            rows = list(csv.DictReader(io.StringIO(whole), strict=True))
            require(all(None not in row and None not in row.values() for row in rows), f"a line of {file} has other columns")
            return rows
        return [collections.defaultdict(str, json.loads(line)) for line in whole.splitlines()]

    def must_be_sound(self, when):
        result = self.run("check")
        require(result.returncode == 0, f"{when}: check ended with {result.returncode}\n{result.stdout}{result.stderr}")

    def mend(self):
        """Does what is needed before a torn store is sound: at most `check --repair`."""
        if "--repair" in subprocess.run([self.binary, "help", "check"], capture_output=True, text=True).stdout:
            self.run("check", "--repair")
        else:
            self.must("enroll", f"mended-{len(self.lines('participants'))}")
