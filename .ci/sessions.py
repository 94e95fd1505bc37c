#!/usr/bin/env python3
"""sessions.py BINARY FILE…: runs the sessions in files with the built binary and compares what they print.

A session is all blocks of commands with their output in README or an article, or the whole of a transcript that
prepares nothing. Each runs in an empty folder of its own. Times, sizes and the days since when something is open may
differ.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile


def session(file):
    """The commands of a file with what they print; what an article hides is run too."""
    with open(file, encoding="utf-8") as opened:
        text = opened.read()
    if file.endswith(".md"):
        found = re.findall(r"(?ms)^```console\n(.*?)^```$|^<!-- (\$ outcomes .*?) -->$", text)
        return "".join(shown or f"{hidden}\n{HIDDEN}\n" for shown, hidden in found)
    return re.sub(r"(?m)^//.*\n", "", text)


HIDDEN = "(hidden)"


def run(binary, command, folder):
    """What a command prints, in the form of a session."""
    words = shlex.split(command)
    if words[0] == "outcomes":
        words[0] = binary
    result = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    shown = result.stdout + "".join(f"2> {line}\n" for line in result.stderr.splitlines())
    return shown + (f"[exit {result.returncode}]\n" if result.returncode else "")


def comparable(text):
    return re.sub(r"\(\d+ bytes\)|\d{4}-\d\d-\d\dT[\d:]+Z|since \d{4}-\d\d-\d\d", "…", text)


def main(binary, files):
    failed = passed = 0
    for file in files:
        with tempfile.TemporaryDirectory() as place:
            folder = place
            for step in re.split(r"(?m)^\$ ", session(file))[1:]:
                command, _, expected = step.partition("\n")
                if command.startswith("cd "):
                    folder = os.path.join(folder, command[3:])
                    continue
                shown = run(binary, command, folder)
                if comparable(shown) == comparable(expected) or expected == HIDDEN + "\n":
                    passed += 1
                else:
                    failed += 1
                    print(f"$ {command}\nexpected:\n{expected}\nfound:\n{shown}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2:]))
