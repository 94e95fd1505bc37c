#!/usr/bin/env python3
"""readme_session.py BINARY README: runs the commands of README's session with the built binary and compares what they print."""
import os
import re
import shlex
import subprocess
import sys
import tempfile

binary, readme = os.path.abspath(sys.argv[1]), sys.argv[2]
blocks = re.findall(r"```console\n(.*?)```", open(readme, encoding="utf-8").read(), re.S)
failed = passed = 0
for block in blocks:
    with tempfile.TemporaryDirectory() as folder:
        steps = re.split(r"(?m)^\$ ", block)[1:]
        for step in steps:
            command, _, expected = step.partition("\n")
            words = shlex.split(command)
            result = subprocess.run([binary] + words[1:], cwd=folder, capture_output=True, text=True)
            shown = result.stdout + "".join(f"2> {line}\n" for line in result.stderr.splitlines())
            if result.returncode:
                shown += f"[exit {result.returncode}]\n"
            if shown == expected:
                passed += 1
            else:
                failed += 1
                print(f"$ {command}\nexpected:\n{expected}\nfound:\n{shown}")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not blocks else 0)
