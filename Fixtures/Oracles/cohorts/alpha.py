#!/usr/bin/env python3
"""Keep of a recorded result Cronbach's alpha at each timepoint, in the same words and digits.

    alpha.py FULL.json > alpha.json
"""
import json
import sys

full = json.load(open(sys.argv[1], encoding="utf-8"))
kept = ("n_complete", "alpha_raw", "feldt_ci95")
alphas = {
    name: {at: {key: block[key] for key in kept} for at, block in measure["alpha"].items()}
    for name, measure in full.items() if "alpha" in measure
}
json.dump(alphas, sys.stdout, indent=1)
print()
