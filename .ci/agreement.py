"""What the scripts share that hold the program against other software: numbers beside numbers."""
import json
import pathlib
import subprocess


class Tally:
    """What passed, what failed, and the largest difference of each quantity."""

    def __init__(self, tolerance):
        self.tolerance = tolerance
        self.passed = self.failed = 0
        self.largest = {}

    def say(self, label, problems, detail=""):
        if problems:
            self.failed += 1
        else:
            self.passed += 1
        print("failed" if problems else "passed", label, detail, sep="  ", flush=True)
        for problem in problems:
            print("        ", problem)

    def tolerance_of(self, key):
        """How far a quantity may be off."""
        return self.tolerance

    def compare(self, label, pairs):
        """Compares named numbers: (key, computed, recorded) each."""
        problems, worst, count = [], 0.0, 0
        for key, computed, recorded in pairs:
            computed = computed if isinstance(computed, list) else [computed]
            recorded = recorded if isinstance(recorded, list) else [recorded]
            if len(computed) != len(recorded):
                problems.append(f"{key}: {computed} is not {recorded}")
                continue
            for ours, theirs in zip(computed, recorded):
                count += 1
                difference = relative_difference(ours, theirs)
                worst = max(worst, difference)
                self.largest[key] = max(self.largest.get(key, 0.0), difference)
                if not difference <= self.tolerance_of(key):
                    problems.append(f"{key}: {ours} is not {theirs}")
        if count == 0:
            problems.append("nothing to compare")
        self.say(label, problems, f"{count} numbers, largest relative difference {worst:.1e}")

    def close(self):
        """Prints what was found; gives the exit code."""
        print("largest relative difference of each quantity:")
        for key, difference in sorted(self.largest.items(), key=lambda item: -item[1]):
            print(f"    {key:30} {difference:.1e}")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


def relative_difference(ours, theirs):
    if ours is None or theirs is None:
        return 0.0 if ours is theirs else float("inf")
    if ours == theirs:
        return 0.0
    return abs(ours - theirs) / abs(theirs) if theirs else float("inf")


def run(binary, *arguments):
    """What a command prints; an error where it fails."""
    return subprocess.run([binary, *map(str, arguments)], check=True, capture_output=True).stdout


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
