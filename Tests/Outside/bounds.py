#!/usr/bin/env python3
"""Hold what is unusually large against `outcomes summary` of the same store.

    bounds.py BINARY [PARTICIPANTS]

Each question is asked of a store of as many participants (20,000; 1,000,000 by hand) three times,
and the least processor time is compared, which other work on the machine hardly changes. The exit
code is 1 where one takes more than three times as long as `summary`, a tenth of a second allowed to
all, or ends with another exit code than it should: what cannot be answered in that time is refused
with the reason.
"""
import pathlib
import resource
import subprocess
import sys
import tempfile

LIMIT = 3
ALLOWED = 0.1
BINARY = str(pathlib.Path(sys.argv[1]).resolve())
PARTICIPANTS = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
LINE = "P{0},{1},ucla-3,{2},,{3},record,{2}T10:00:00Z,dana,,\n"


def spent():
    """The processor time of all commands so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds(words, code=0):
    """The best time of three, and what went wrong."""
    best, wrong = float("inf"), ""
    for _ in range(3):
        start = spent()
        ran = subprocess.run(
            [BINARY, *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        best = min(best, spent() - start)
        if ran.returncode != code or code and not ran.stderr.startswith("outcomes: "):
            wrong = f"exit code {ran.returncode} in the place of {code}: {ran.stderr[:200]}"
    return best, wrong


def store(folder, count):
    """A store in which everybody has a site of their own and three scores."""
    subprocess.run(
        [BINARY, "init", folder, "--attributes", "site,half"], check=True, capture_output=True)
    with open(folder + "/participants.csv", "a") as file:
        for number in range(count):
            file.write(f"P{number},2026-01-05,enroll,2026-01-05T10:00:00Z,dana,,"
                       f"s{number},h{number % 2},\n")
    with open(folder + "/scores.csv", "a") as file:
        for number in range(count):
            file.write(LINE.format(number, "baseline", "2026-01-05", 7 + number % 3))
            file.write(LINE.format(number, "day30", "2026-02-05", 6))
            file.write(LINE.format(number, "day90", "2026-04-05", 4 + number % 4))


def main():
    failed = False
    with tempfile.TemporaryDirectory() as scratch:

        def compare(title, words, place, code, usual):
            nonlocal failed
            took, wrong = seconds([*words, "--store", place], code)
            isSlow = took > LIMIT * usual + ALLOWED
            failed = failed or isSlow or bool(wrong)
            print(f"{took / usual:6.1f} × summary ({took:.3f} s)  {title}"
                  + ("  TOO SLOW" if isSlow else "") + (f"  {wrong}" if wrong else ""), flush=True)

        whole = scratch + "/whole"
        store(whole, PARTICIPANTS)
        usual = seconds(["summary", "--store", whole])[0]
        print(f"{PARTICIPANTS} participants, summary {usual:.3f} s")
        where = [word for number in range(500) for word in ("--where", f"half=h{number // 500}")]
        for title, words, code in [
            ("a value for everybody", ["summary", "--by", "site"], 1),
            ("the same, shared", ["summary", "--by", "site", "--share"], 1),
            ("500 conditions", ["summary", *where], 0),
            ("explain", ["explain", "summary ucla-3 day90 n"], 0),
            ("explain as CSV", ["explain", "summary ucla-3 day90 n", "--format", "csv"], 0),
            ("explain as JSON", ["explain", "summary ucla-3 day90 n", "--format", "json"], 0),
            ("everybody's change", ["responders", "--list"], 0),
            ("everybody's change as CSV", ["responders", "--list", "--format", "csv"], 0),
            ("everybody's change as JSON", ["responders", "--list", "--format", "json"], 0),
            ("an unknown id", ["show", "P1x"], 1),
        ]:
            compare(title, words, whole, code, usual)

        # What is hostile stands in a small store of its own, and is small for a large one.
        bad = scratch + "/bad"
        store(bad, 20_000)
        with open(bad + "/scores.csv", "a") as file:
            for _ in range(32_000):
                file.write(LINE.format(7, "baseline", "2026-13-05", 7))
        usual = seconds(["summary", "--store", bad], 1)[0]
        compare("32,000 unreadable lines of one person", ["show", "P7"], bad, 1, usual)

        long = scratch + "/long"
        store(long, 20_000)
        usual = seconds(["summary", "--store", long])[0]
        with open(long + "/scores.csv", "a") as file:
            file.write("P1,day90,ucla-3,2026-04-05,,5,correct,2026-04-06T10:00:00Z,dana,"
                       + "x" * 10_000_000 + ",\n")
        compare("a line of 10 MB", ["summary"], long, 0, usual)
        compare("whose line has 10 MB", ["history", "P1"], long, 0, usual)

        many = scratch + "/many"
        store(many, 20_000)
        usual = seconds(["summary", "--store", many])[0]
        for number in range(10_000):
            pathlib.Path(f"{many}/instruments/own-{number}.json").write_text(
                '{"schema": "outcomes.instrument/1", "id": "own-%d", "name": "Own",'
                ' "title": "Ours", "construct": "hope", "direction": "higher_is_better",'
                ' "answers": {"minimum": 0, "maximum": 3}, "items": [{"text": "I have plans"}]}'
                % number)
        compare("10,000 instruments of its own", ["summary"], many, 1, usual)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"at most {peak / 1024:.0f} MB")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
