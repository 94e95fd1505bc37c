#!/usr/bin/env python3
"""Count, person by person and with nothing but comparisons, what the rules say of the invented people.

    count.py Fixtures/Programs/dev300-csv counts.json

Standard library of Python 3 only. Thresholds stand here as they stand in the instruments' sources.
"""
import csv
import json
import pathlib
import sys
from collections import Counter
from itertools import combinations

folder = pathlib.Path(sys.argv[1])
score = {}
with open(folder / "scores.csv", newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["score"]:
            score[row["participant"], row["timepoint"], row["instrument"]] = float(row["score"])
with open(folder / "participants.csv", newline="", encoding="utf-8") as file:
    group = {row["participant"]: row["group"] for row in csv.DictReader(file)}

# instrument: 1 where higher is better; rules as (name, points); case thresholds.
INSTRUMENTS = {
    "phq-9": (-1, {"reliable 6": 6, "important 5": 5}, [10]),
    "gad-7": (-1, {"reliable 4": 4, "important 4": 4}, [8, 10]),
    "ucla-20": (-1, {"reliable 9": 9, "reliable 14": 14}, []),
    "ucla-3": (-1, {"reliable 3": 3}, []),
    "who-5": (1, {"important 10": 10}, []),
}


def follow_up(person, instrument, choice):
    times = ["day30", "day90"] if choice == "last" else [choice]
    scores = [score.get((person, time, instrument)) for time in times]
    return next((s for s in reversed(scores) if s is not None), None)


def pairs(people, instrument, choice):
    for person in people:
        before = score.get((person, "baseline", instrument))
        after = follow_up(person, instrument, choice)
        if before is not None and after is not None:
            yield before, after


def verdict(before, after, sign, points):
    gain = sign * (after - before)
    return "better" if gain >= points else "worse" if -gain >= points else "same"


def category(before, after, points, case):
    """For lower-is-better measures with published thresholds."""
    said = verdict(before, after, -1, points)
    better = before >= case and after < case
    worse = before < case and after >= case
    if said == "better":
        return "recovered" if better else "improved"
    if said == "worse":
        return "deteriorated_and_crossed" if worse else "deteriorated"
    return (
        "crossed_not_reliable" if better else "crossed_back_not_reliable" if worse else "unchanged")


def kappa(table):
    total = sum(table.values())
    agree = sum(n for (a, b), n in table.items() if a == b) / total
    left, right = Counter(), Counter()
    for (a, b), n in table.items():
        left[a] += n
        right[b] += n
    chance = sum(left[key] * right[key] for key in left) / total**2
    return agree, (agree - chance) / (1 - chance) if chance < 1 else None


def measure(people, instrument, choice):
    sign, rules, cases = INSTRUMENTS[instrument]
    found = list(pairs(people, instrument, choice))
    result = {"pairs": len(found), "rules": {}, "categories": {}, "agreements": {}}
    for name, points in rules.items():
        result["rules"][name] = Counter(verdict(b, a, sign, points) for b, a in found)
    for case in cases:
        points = next(p for name, p in rules.items() if name.startswith("reliable"))
        result["categories"][str(case)] = Counter(category(b, a, points, case) for b, a in found)
    for first, second in combinations(rules, 2):
        table = Counter(
            (verdict(b, a, sign, rules[first]), verdict(b, a, sign, rules[second]))
            for b, a in found)
        agree, coefficient = kappa(table)
        result["agreements"][f"{first} / {second}"] = {"agree": agree, "kappa": coefficient}
    return result


def talking_therapies(people, choice):
    counts = Counter()
    for person in people:
        before = [score.get((person, "baseline", i)) for i in ("phq-9", "gad-7")]
        after = [follow_up(person, i, choice) for i in ("phq-9", "gad-7")]
        counts["enrolled"] += 1
        if None in before:
            continue
        counts["measured_at_baseline"] += 1
        if None in after:
            continue
        counts["finished"] += 1
        was = before[0] >= 10 or before[1] >= 8
        now = after[0] >= 10 or after[1] >= 8
        down = before[0] - after[0] >= 6 or before[1] - after[1] >= 4
        up = after[0] - before[0] >= 6 or after[1] - before[1] >= 4
        counts["at_caseness"] += was
        counts["recovered"] += was and not now
        counts["newly_at_caseness"] += now and not was
        counts["reliably_improved"] += down and not up
        counts["reliably_deteriorated"] += up and not down
        counts["any_reliably_worse"] += up
        counts["reliably_recovered"] += was and not now and down and not up
    return counts


def depression(people, choice):
    counts = Counter()
    for person in people:
        before = score.get((person, "baseline", "phq-9"))
        after = follow_up(person, "phq-9", choice)
        if before is None or before <= 9:
            continue
        counts["raised"] += 1
        if after is None:
            continue
        counts["followed"] += 1
        counts["response"] += 2 * after <= before
        counts["remission"] += after < 5
        counts["higher"] += after > before
    return counts


def everything(people):
    return {
        choice: {
            "measures": {name: measure(people, name, choice) for name in INSTRUMENTS},
            "talking_therapies": talking_therapies(people, choice),
            "depression": depression(people, choice),
        }
        for choice in ("day30", "day90", "last")
    }


groups = {"all": sorted(group)}
for name in sorted(set(group.values())):
    groups[name] = sorted(person for person in group if group[person] == name)
counts = {name: everything(people) for name, people in groups.items()}
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(counts, file, indent=1)
    file.write("\n")
