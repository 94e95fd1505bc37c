"""Repeats the search of R 4.2.2 for the pseudomedian, to say where and why it ends elsewhere.

python3 pseudomedian_search.py            writes pseudomedian_search.json, of made-up changes
python3 pseudomedian_search.py CSV JSON   holds it against R: the people of claus_2020, as the
                                          package clinicalsignificance has them, and what
                                          run_oracles.R of ../cohorts made of them

`wilcox.test(conf.int = TRUE)` takes the number d at which the standardized rank sum of the changes
less d, those of 0 left out and without the correction for continuity, is 0, as `uniroot` with
tol = 1e-4 finds it. That sum is a step function of d: it steps at each average of two changes.
With an even number of averages whose two middle ones differ, it is 0 all the way between them,
and the search ends at the first d there that it tries. The median of the averages is their mean.
"""
import csv
import json
import random
import sys
from collections import Counter

import scipy
from scipy.stats import rankdata


def rank_sum(changes, d):
    left = [x - d for x in changes if x - d != 0]
    n, ranks = len(left), rankdata([abs(x) for x in left])
    ties = sum(g**3 - g for g in Counter(ranks).values())
    above = sum(rank for rank, x in zip(ranks, left) if x > 0) - n * (n + 1) / 4
    return above / (n * (n + 1) * (2 * n + 1) / 24 - ties / 48) ** 0.5


def root(f, a, b, tol=1e-4):
    """Brent's zeroin (1973, Algorithms for Minimization without Derivatives, chapter 4)."""
    fa, fb = f(a), f(b)
    c, fc = a, fa
    while True:
        before = b - a
        if abs(fc) < abs(fb):
            a, b, c, fa, fb, fc = b, c, b, fb, fc, fb
        least = 2 * sys.float_info.epsilon * abs(b) + tol / 2
        step = (c - b) / 2
        if abs(step) <= least or fb == 0:
            return b
        if abs(before) >= least and abs(fa) > abs(fb):
            s = fb / fa
            if a == c:
                p, q = (c - b) * s, 1 - s
            else:
                q, r = fa / fc, fb / fc
                p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1))
                q = (q - 1) * (r - 1) * (s - 1)
            p, q = (p, -q) if p > 0 else (-p, q)
            if p < 0.75 * (c - b) * q - abs(least * q) / 2 and p < abs(before * q / 2):
                step = p / q
        if abs(step) < least:
            step = least if step > 0 else -least
        a, fa = b, fb
        b += step
        fb = f(b)
        if (fb > 0) == (fc > 0):
            c, fc = a, fa


def searched(changes):
    changes = [x for x in changes if x != 0]
    return root(lambda d: rank_sum(changes, d), min(changes), max(changes))


def middle(changes):
    changes = [x for x in changes if x != 0]
    averages = sorted((x + y) / 2 for i, x in enumerate(changes) for y in changes[i:])
    return averages[(len(averages) - 1) // 2], averages[len(averages) // 2]


def hold_against_r(people, results):
    scores = {}
    with open(people) as file:
        for row in csv.DictReader(file):
            scores.setdefault((row["id"], row["treatment"]), {})[row["time"]] = row
    with open(results) as file:
        results = json.load(file)
    compared, elsewhere = 0, 0
    for measure in ("bdi", "shaps", "who", "hamd"):
        for group in (None, "TAU", "PA"):
            block = results[measure] if group is None else results[measure]["by_group"][group]
            for time in "234":
                changes = [float(rows[time][measure]) - float(rows["1"][measure])
                           for (_, treatment), rows in scores.items()
                           if group in (None, treatment) and {"1", time} <= rows.keys()
                           and {"", "NA"}.isdisjoint((rows["1"][measure], rows[time][measure]))]
                found = searched(changes)
                r = block["paired_vs_baseline"]["t" + time]["wilcoxon"]["r_pseudomedian"]
                assert abs(found - r) < 1e-12, (measure, group, time, found, r)
                compared += 1
                exact = sum(middle(changes)) / 2
                if abs(exact - r) > 1e-3:
                    elsewhere += 1
                    print(measure, group, "time", time, "R", r, "median", exact, "of", middle(changes))
    print(compared, "searches end where R's do,", elsewhere, "of them not at the median")


def main():
    if len(sys.argv) > 1:
        return hold_against_r(*sys.argv[1:])
    random.seed(42)
    cases = []
    while len(cases) < 12:
        changes = [random.randint(-12, 6) for _ in range(random.choice([19, 24, 51]))]
        low, high = middle(changes)
        if low != high or len(cases) < 4:
            cases.append({"changes": changes, "searched": float(searched(changes)),
                          "middle": [low, high]})
    with open("pseudomedian_search.json", "w") as file:
        file.write('{"software": "SciPy %s; R 4.2.2\'s search repeated", "cases": [\n  ' % scipy.__version__)
        file.write(",\n  ".join(json.dumps(case) for case in cases) + "\n]}\n")


main()
