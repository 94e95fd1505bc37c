#!/usr/bin/env python3
"""Keep of a recorded result what a cohort summary says too, in the same words and digits.

    excerpt.py FULL.json EXCERPT.json
"""
import json
import sys

PAIRED = (
    "n_pairs mean_base mean_follow sd_base sd_follow mean_diff sd_diff se_diff t df p_two_sided ci95"
    " effect_size percent_change"
).split()
SIZES = "dz d_av_mean_of_sds hedges_J_exact_df_n_minus_1 g_av_exactJ".split()
PERCENT = "of_means_pct mean_of_individual_pct n_individual n_excluded_zero_baseline".split()
DESCRIPTIVE = "n n_missing mean sd min q1_type7 median q3_type7 max".split()
ATTRITION = "n n_observed patterns n_complete_all baseline_completers baseline_dropouts".split()


def only(keys, block):
    return {key: block[key] for key in keys}


def paired(block):
    block = only(PAIRED, block)
    block["effect_size"] = only(SIZES, block["effect_size"])
    block["percent_change"] = only(PERCENT, block["percent_change"])
    return block


def group(block):
    return {
        "descriptives": {k: only(DESCRIPTIVE, v) for k, v in block["descriptives"].items()},
        "paired_vs_baseline": {k: paired(v) for k, v in block["paired_vs_baseline"].items()},
    }


def measure(block):
    attrition = only(ATTRITION, block["attrition"])
    for key in ("baseline_completers", "baseline_dropouts"):
        attrition[key] = only(DESCRIPTIVE, attrition[key])
    groups = {name: group(part) for name, part in block["by_group"].items()}
    return {**group(block), "attrition": attrition, "by_group": groups}


full = json.load(open(sys.argv[1], encoding="utf-8"))
meta = full.pop("meta")
single = "descriptives" in full
measures = {"BDI-II": full} if single else {k: v for k, v in full.items() if "descriptives" in v}
excerpt = {"meta": meta, "measures": {name: measure(block) for name, block in measures.items()}}
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(excerpt, file, indent=1, ensure_ascii=False)
    file.write("\n")
