#!/usr/bin/env python3
"""Hold `outcomes change` against R, to 1e-10 relative and the interval of d_z, which R finds by search,
to 1e-9.

    agree_change.py BINARY SHARED_DIR

300 invented people are entered by their answers. Prints one line a comparison; the exit code is 1 where
anything failed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import agreement
from agreement import load

BINARY = str(pathlib.Path(sys.argv[1]).resolve())
SHARED = pathlib.Path(sys.argv[2]).resolve()

# The key of `outcomes change`, then the way through R's results.
CHANGE = {
    "wilcoxon_v": ("wilcoxon", "r_default", "V"),
    "wilcoxon_p": ("wilcoxon", "r_default", "p"),
    "unchanged": ("wilcoxon", "n_zero"),
    "changed": ("wilcoxon", "n_nonzero"),
    "rank_biserial": ("wilcoxon", "rank_biserial"),
    "hodges_lehmann": ("wilcoxon", "hodges_lehmann_exact_nonzero"),
    "hedges_g_z": ("effect_size", "g_z_exactJ"),
    "glass_delta": ("effect_size", "glass_delta_base_sd"),
}
WELCH = {
    "difference": "mean_diff", "t": "welch_t", "df": "welch_df", "p": "welch_p",
    "ci95": "welch_ci95", "cohens_d": "cohen_d_pooled", "hedges_g": "hedges_g_exactJ",
}


def along(block, way):
    for key in way:
        block = block[key]
    return block


def change_of(folder, instrument, *more):
    return json.loads(
        agreement.run(
            BINARY, "change", "--store", folder, "--instrument", instrument, "--format", "json",
            *more))


def of_measure(measure, recorded):
    """Every number beyond a summary beside the one that R recorded for it."""
    for point in measure["timepoints"]:
        timepoint, change = point["timepoint"], point["change"]
        alpha = recorded["alpha"][timepoint]
        yield "alpha", point["alpha"], alpha["alpha_raw"]
        yield "alpha_ci95", point["alpha_ci95"], alpha["feldt_ci95"]
        yield "alpha_forms", point["alpha_forms"], alpha["n_complete"]
        if change is None:
            continue
        expected = recorded["paired_vs_baseline"][timepoint]
        for key, way in CHANGE.items():
            yield key, change[key], along(expected, way)
        yield "p_holm", change["p_holm"], recorded["multiplicity_paired_t"]["holm"][timepoint]
        yield "wilcoxon_p_holm", change["wilcoxon_p_holm"], (
            recorded["multiplicity_wilcoxon_corrected"]["holm"][timepoint])


def intervals(measure, recorded):
    for point in measure["timepoints"][1:]:
        expected = recorded["paired_vs_baseline"][point["timepoint"]]["effect_size"]
        yield "cohens_dz_ci95", point["change"]["cohens_dz_ci95"], (
            expected["dz_ci95_noncentral_t"])


def differences(document, recorded):
    for difference in document["differences"]:
        expected = recorded["between_group_change"][difference["timepoint"]]["welch"]
        for key, name in WELCH.items():
            yield key, difference[key], expected[name]


def main():
    exact, searched = agreement.Tally(1e-10), agreement.Tally(1e-9)
    oracle = load(SHARED / "oracles/synthetic_dev300.json")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "dev300"
        items = SHARED / "data/synthetic_dev300/dev300_items.csv"
        command = [sys.executable, SHARED / "data/to_program.py", BINARY, items, folder, "csv"]
        subprocess.run(list(map(str, command)), check=True, capture_output=True)
        for name, recorded in oracle.items():
            # R's HRQOL-4 leaves out forms that are not complete, though the two day items are enough.
            if "-" not in name or name == "HRQOL-4":
                continue
            document = change_of(folder, name.lower(), "--by", "group")
            whole = next(m for m in document["measures"] if "group" not in m)
            exact.compare(f"dev300 {name}", list(of_measure(whole, recorded)))
            searched.compare(f"dev300 {name} interval of d_z", list(intervals(whole, recorded)))
            exact.compare(f"dev300 {name} between groups", list(differences(document, recorded)))
    return max(exact.close(), searched.close())


if __name__ == "__main__":
    sys.exit(main())
