#!/usr/bin/env python3
"""Keep of a recorded result what it says of reliable change.

    excerpt.py synthetic_dev300.json reliable_change.json
"""
import json
import sys

NUMBERS = (
    "n sd_base_used mean_base_used sem s_diff raw_change_threshold cutoff_a cutoff_b cutoff_c"
    " counts reliable_only"
).split()


def kept(block):
    result = {key: block[key] for key in NUMBERS}
    changed = [row for row in block.get("per_participant", []) if row["category"] != "unchanged"]
    result["changed"] = {row["id"]: row["category"] for row in changed}
    return result


full = json.load(open(sys.argv[1], encoding="utf-8"))
measures = {
    name.lower(): {
        "parameters": {
            key: block["rci_parameters"][key]
            for key in ("reliability", "m_functional", "sd_functional")
        },
        "pairs": kept(block["rci_last_vs_first"]),
        "all_baselines": kept(block["rci_sd_from_all_baselines"]),
        "alpha_at_baseline": block["alpha"]["baseline"]["alpha_raw"] if "alpha" in block else None,
    }
    for name, block in full.items()
    if "rci_parameters" in block and name != "HRQOL-4"
}
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump({"meta": full["meta"], "measures": measures}, file, indent=1, ensure_ascii=False)
    file.write("\n")
