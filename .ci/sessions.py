#!/usr/bin/env python3
"""sessions.py BINARY FILE…: runs the sessions in files with the built binary and compares what they print.

A session is README's block of commands with their output, or the whole of a transcript that prepares nothing. Each runs in an
empty folder of its own.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile


def sessions(file):
    with open(file, encoding="utf-8") as opened:
        text = opened.read()
    if file.endswith(".md"):
        return re.findall(r"```console\n(.*?)```", text, re.S)
    return [re.sub(r"(?m)^//.*\n", "", text)]


def run(binary, command, folder):
    """What a command prints, in the form of a session."""
    result = subprocess.run([binary] + shlex.split(command)[1:], cwd=folder, capture_output=True, text=True)
    shown = result.stdout + "".join(f"2> {line}\n" for line in result.stderr.splitlines())
    return shown + (f"[exit {result.returncode}]\n" if result.returncode else "")


def main(binary, files):
    failed = passed = 0
    for session in (session for file in files for session in sessions(file)):
        with tempfile.TemporaryDirectory() as folder:
            for step in re.split(r"(?m)^\$ ", session)[1:]:
                command, _, expected = step.partition("\n")
                shown = run(binary, command, folder)
                if shown == expected:
                    passed += 1
                else:
                    failed += 1
                    print(f"$ {command}\nexpected:\n{expected}\nfound:\n{shown}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2:]))
