"""Real shells complete words of `outcomes`, at a terminal of their own.

    python3 Tests/Outside/completion.py BINARY [SHELL…]

Each case types a line and presses Tab; what the shell would then run is compared, word by word. For
fish, which is asked without a terminal, it is the list of what fish offers.
"""

import os
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

IDS = ["P001", "P002", "P003", "P&3", "R(4)", "Q$HOME", "A:5", "B#6", "Ü7", "C*8", "E@x1", "W9"]

# What is typed before Tab, and the words that the shell has then.
CASES = [
    ("wit", ["withdraw"]),
    ("record P0", ["record", "P00"]),
    ("record P001 b", ["record", "P001", "baseline"]),
    ("record P001 day30 ph", ["record", "P001", "day30", "phq-9"]),
    ("record P001 day30 phq-9 --an", ["record", "P001", "day30", "phq-9", "--answers"]),
    ("record p001 day9", ["record", "p001", "day90"]),
    ("show p001", ["show", "P001"]),
    ("show P\\&", ["show", "P&3"]),
    ("show 'P&", ["show", "P&3"]),
    ('show "P&', ["show", "P&3"]),
    ("show R", ["show", "R(4)"]),
    ("show Q", ["show", "Q$HOME"]),
    ("show A", ["show", "A:5"]),
    ("show A:", ["show", "A:5"]),
    ("show B", ["show", "B#6"]),
    ("show Ü", ["show", "Ü7"]),
    ("show C", ["show", "C*8"]),
    ("show E@", ["show", "E@x1"]),
    ("show W", ["show", "W9"]),
    ("withdraw W", ["withdraw", "W9"]),
    ("forms W", ["forms", "W"]),
    ("move P001 day30 phq-9 --to R", ["move", "P001", "day30", "phq-9", "--to", "R(4)"]),
    ("update P001 --set sit", ["update", "P001", "--set", "site="]),
    ("update P001 --set site=N", ["update", "P001", "--set", "site=North Side"]),
    ("update P001 --set=site=N", ["update", "P001", "--set=site=North Side"]),
    ("update P001 --set 'site=N", ["update", "P001", "--set", "site=North Side"]),
    ("summary --where site=O", ["summary", "--where", "site=O'Neill & Co"]),
    ("summary --by ag", ["summary", "--by", "age_band"]),
    ("summary --format=ma", ["summary", "--format=markdown"]),
    ("summary --format ma", ["summary", "--format", "markdown"]),
    ("summary -o my", ["summary", "-o", "my list.txt"]),
    ("summary --output=my", ["summary", "--output=my list.txt"]),
    ("--store oth", ["--store", "other program"]),
    ("show --store other\\ program X", ["show", "--store", "other program", "X1"]),
    ("set timepoints.day30.l", ["set", "timepoints.day30.late"]),
    ("help benc", ["help", "benchmark"]),
    ("instruments djg-1", ["instruments", "djg-11"]),
    ("nothing P", ["nothing", "P"]),
]

# What fish offers.
FISH_LISTS = {
    "record P0": ["P001", "P002", "P003"],
    "show P\\&": ["P&3"],
    "show Q": ["Q$HOME"],
    "summary --where site=": ["site=North Side", "site=O'Neill & Co"],
    "summary --format=": ["--format=table", "--format=csv", "--format=json", "--format=markdown"],
    "summary -o my": ["my list.txt"],
    "summary --output=my": ["--output=my list.txt"],
    "show --store other\\ program ": ["X1"],
    "forms W": [],
    "nothing P": [],
}

SETUP = {
    "bash": "source ./bash.completion",
    "zsh": "autoload -Uz compinit; compinit -u -D; bindkey -e; source ./zsh.completion",
}
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
}
SHOW = r"""show_words() { local word; for word in "$@"; do printf '<%s>' "$word"; done; echo '#'"end"; }"""


def prepare(binary, folder):
    def run(*arguments, where="."):
        subprocess.run(
            [binary, *arguments], cwd=os.path.join(folder, where), check=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    run("init", "program", "--attributes", "site,age_band")
    for name in IDS:
        run("enroll", name, "--on", "2026-01-05", "--set", "site=North Side", where="program")
    run("update", "P002", "--set", "site=O'Neill & Co", "--reason", "moved", where="program")
    run("withdraw", "W9", "--reason", "moved", where="program")
    run("init", "other program", where="program")
    run("enroll", "X1", "--on", "2026-01-05", "--store", "other program", where="program")
    place = os.path.join(folder, "program")
    open(os.path.join(place, "my list.txt"), "w").close()
    for shell in ["bash", "zsh", "fish"]:
        with open(os.path.join(place, f"{shell}.completion"), "wb") as script:
            subprocess.run(
                [binary, "--generate-completion-script", shell], stdout=script, check=True)
    return place


class Terminal:
    """A shell at a terminal, and what it has written."""

    def __init__(self, command, place, environment):
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.chdir(place)
            os.execvpe(command[0], command, environment)
        self.text = ""

    def send(self, text):
        os.write(self.end, text.encode())

    def read_until(self, mark, seconds=20):
        until = time.monotonic() + seconds
        while mark not in self.text:
            rest = until - time.monotonic()
            if rest <= 0 or not select.select([self.end], [], [], rest)[0]:
                raise SystemExit(f"the shell did not answer: {self.text!r}")
            self.text += os.read(self.end, 65536).decode(errors="replace")
        before, _, self.text = self.text.partition(mark)
        return before

    def close(self):
        self.send("\x03exit\r")
        os.close(self.end)
        os.waitpid(self.process, 0)


def at_terminal(shell, place, environment):
    """The failures of a shell at a terminal."""
    terminal = Terminal(START[shell], place, environment)
    terminal.send(f" {SETUP[shell]}\r {SHOW}\r show_words begin\r")
    terminal.read_until("<begin>#end")
    failures = []
    for typed, expected in CASES:
        # An open quotation mark is closed by the shell where it completes the word.
        terminal.send(f"outcomes {typed}\t\x01show_words \r")
        found = terminal.read_until("#end").rpartition("<outcomes>")[2].replace("/>", ">")
        wanted = "".join(f"<{word}>" for word in expected)
        if found != wanted:
            failures.append(f"{shell}: {typed!r} became {found!r}, expected {wanted!r}")
    terminal.close()
    return failures


def asked(place, environment):
    """The failures of fish, asked for its list."""
    failures = []
    for typed, expected in FISH_LISTS.items():
        program = 'source ./fish.completion; complete -C "$argv[1]"'
        answer = subprocess.run(
            ["fish", "--no-config", "-c", program, f"outcomes {typed}"], cwd=place,
            env=environment, capture_output=True, text=True, check=True).stdout
        found = [line.split("\t")[0] for line in answer.splitlines()]
        if found != expected:
            failures.append(f"fish: {typed!r} offers {found}, expected {expected}")
    return failures


def main():
    binary = os.path.abspath(sys.argv[1])
    shells = sys.argv[2:] or ["bash", "zsh", "fish"]
    folder = tempfile.mkdtemp()
    try:
        place = prepare(binary, folder)
        environment = {
            "PATH": os.path.dirname(binary) + ":" + os.environ["PATH"], "HOME": folder,
            "TERM": "xterm", "LC_ALL": "C.UTF-8", "PS1": "$ ",
        }
        failures = []
        for shell in shells:
            if shutil.which(shell) is None:
                print(f"{shell} is not installed")
            elif shell == "fish":
                failures += asked(place, environment)
            else:
                failures += at_terminal(shell, place, environment)
    finally:
        shutil.rmtree(folder)
    print("\n".join(failures) or f"every word is completed in {', '.join(shells)}")
    raise SystemExit(1 if failures else 0)


main()
