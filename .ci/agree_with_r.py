#!/usr/bin/env python3
"""Hold what the program computes from whole cohorts against what R computed, to 1e-9 relative.

    agree_with_r.py BINARY SHARED_DIR

Two cohorts are entered from scratch: 300 invented people by their answers, into both kinds of store,
and the Beat the Blues trial by its totals, with one `outcomes record` a score. Prints one line a
comparison and "N passed, M failed" at the end; the exit code is 1 where anything failed.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
from datetime import date, timedelta

import agreement
from agreement import load

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
BINARY = str(pathlib.Path(sys.argv[1]).resolve())
SHARED = pathlib.Path(sys.argv[2]).resolve()

# Where R's results have what a summary has: the summary's key, then the way through R's.
SCORES = {
    "n": ("n",),
    "mean": ("mean",),
    "sd": ("sd",),
    "median": ("median",),
    "q1": ("q1_type7",),
    "q3": ("q3_type7",),
    "min": ("min",),
    "max": ("max",),
}
CHANGE = {
    "pairs": ("n_pairs",),
    "baseline_mean": ("mean_base",),
    "followup_mean": ("mean_follow",),
    "mean_change": ("mean_diff",),
    "sd_change": ("sd_diff",),
    "se_change": ("se_diff",),
    "ci95": ("ci95",),
    "t": ("t",),
    "df": ("df",),
    "p": ("p_two_sided",),
    "percent_change": ("percent_change", "of_means_pct"),
    "mean_percent_change": ("percent_change", "mean_of_individual_pct"),
    "mean_percent_change_undefined": ("percent_change", "n_excluded_zero_baseline"),
    "cohens_dz": ("effect_size", "dz"),
    "cohens_dav": ("effect_size", "d_av_mean_of_sds"),
    "hedges_g_av": ("effect_size", "g_av_exactJ"),
}


def run(*arguments):
    return agreement.run(BINARY, *arguments)


def along(block, way):
    for key in way:
        block = block[key]
    return block


def fieller(cohort):
    """The recorded intervals of one cohort, by measure, group and timepoint."""
    rows = load(REPOSITORY / "Fixtures/Oracles/cohorts/fieller.json")["intervals"]
    key = lambda row: (row["measure"], row["group"], row["timepoint"])
    return {key(row): row["percent_change_ci95"] for row in rows if row["cohort"] == cohort}


def pairs_of_numbers(measure, recorded, intervals, group):
    """Every number of a measure of a summary beside the one that R recorded for it."""
    turned = -1 if measure["direction"] == "lower_is_better" else 1
    if {point["timepoint"] for point in measure["timepoints"]} != set(recorded["descriptives"]):
        raise SystemExit("the summary and R do not have the same timepoints")
    for point in measure["timepoints"]:
        timepoint, change = point["timepoint"], point["change"]
        for key, way in SCORES.items():
            yield key, point[key], along(recorded["descriptives"][timepoint], way)
        if change is None:
            continue
        expected = recorded["paired_vs_baseline"][timepoint]
        for key, way in CHANGE.items():
            yield key, change[key], along(expected, way)
        yield "improvement_percent", change["improvement_percent"], (
            turned * expected["percent_change"]["of_means_pct"])
        yield "percent_change_ci95", change["percent_change_ci95"], (
            intervals[measure["instrument"], group, timepoint])


def drop_out(measure, recorded):
    """Whom a summary of everybody counts beside whom R counted."""
    for point, observed in zip(measure["timepoints"], recorded["attrition"]["n_observed"]):
        yield "n", point["n"], observed
        yield "enrolled", point["n"] + sum(point["missing"].values()), recorded["attrition"]["n"]
    pairs = measure["timepoints"][-1]["change"]["pairs"]
    yield "pairs", pairs, recorded["attrition"]["baseline_completers"]["n"]


def compare_measures(tally, cohort, folder, attribute, recorded_by_instrument):
    """Compares the summary of everybody, and that of each group."""
    intervals = fieller(cohort)
    for by in ((), ("--by", attribute)):
        summary = json.loads(run("summary", "--store", folder, "--format", "json", *by))
        chosen = [m for m in summary["measures"] if m["instrument"] in recorded_by_instrument]
        # With groups, everybody together stands before them.
        groups = 1 + (len(next(iter(recorded_by_instrument.values()))["by_group"]) if by else 0)
        if len(chosen) != groups * len(recorded_by_instrument):
            tally.say(cohort, [f"{len(chosen)} measures in the summary {' '.join(by)}"])
        for measure in chosen:
            recorded = recorded_by_instrument[measure["instrument"]]
            group = measure["group"]["value"] if "group" in measure else "all"
            block = recorded if group == "all" else recorded["by_group"][group]
            numbers = list(pairs_of_numbers(measure, block, intervals, group))
            if not by:
                numbers += drop_out(measure, recorded)
            tally.compare(f"{cohort} {measure['instrument']} {group}", numbers)


def synthetic_people(tally, scratch):
    folders = {kind: scratch / f"dev300-{kind}" for kind in ("csv", "json")}
    items = SHARED / "data/synthetic_dev300/dev300_items.csv"
    for kind, folder in folders.items():
        command = [sys.executable, SHARED / "data/to_program.py", BINARY, items, folder, kind]
        subprocess.run(list(map(str, command)), check=True, capture_output=True)
    for by in ((), ("--by", "group")):
        csv_bytes, json_bytes = (
            run("summary", "--store", folder, "--format", "json", *by)
            for folder in folders.values())
        problems = [] if csv_bytes == json_bytes else ["the two kinds of store differ"]
        tally.say(f"dev300 in both kinds of store {' '.join(by)}", problems, "byte-identical")

    oracle = load(SHARED / "oracles/synthetic_dev300.json")
    recorded = {name.lower(): block for name, block in oracle.items() if "-" in name}
    partial = recorded.pop("hrqol-4")
    compare_measures(tally, "synthetic_dev300", folders["csv"], "group", recorded)
    # R's HRQOL-4 leaves out forms that are not complete, though the two day items are enough.
    leave_out_incomplete(folders["csv"] / "scores.csv", "hrqol-4")
    compare_measures(tally, "synthetic_dev300", folders["csv"], "group", {"hrqol-4": partial})


def leave_out_incomplete(path, instrument):
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [
        line for line in lines
        if line.split(",")[2] != instrument or "." not in line.split(",")[4]
    ]
    path.write_text("".join(kept), encoding="utf-8")


def trial(tally, scratch):
    folder = scratch / "btheb"
    timepoints = {"pre": 0, "m2": 61, "m3": 91, "m5": 152, "m8": 244}
    listed = ",".join(f"{name}={day}" for name, day in timepoints.items())
    run("init", folder, "--name", "Beat the Blues", "--timepoints", listed,
        "--instruments", "ucla-3", "--attributes", "treatment")
    own = (REPOSITORY / "Fixtures/Instruments/bdi-ii.json").read_bytes()
    (folder / "instruments/bdi-ii.json").write_bytes(own)
    run("set", "instruments", "+bdi-ii", "--reason", "the questionnaire of the trial", "--store", folder)

    start = date(2024, 1, 8)
    columns = {"pre": "bdi.pre", "m2": "bdi.2m", "m3": "bdi.3m", "m5": "bdi.5m", "m8": "bdi.8m"}
    entered = 0
    with open(SHARED / "data/btheb_hsaur3/BtheB_wide.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            run("enroll", row["id"], "--on", start, "--set", f"treatment={row['treatment']}",
                "--store", folder)
            for timepoint, column in columns.items():
                if row[column] not in ("", "NA"):
                    day = start + timedelta(timepoints[timepoint])
                    run("record", row["id"], timepoint, "bdi-ii", "--score", row[column],
                        "--date", day, "--store", folder)
                    entered += 1
    problems = [] if entered == 380 else [f"{entered} scores instead of 380"]
    tally.say("btheb entered with outcomes record", problems, f"{entered} scores")
    check = subprocess.run([BINARY, "check", "--store", str(folder)], capture_output=True)
    problems = [] if check.returncode == 0 else [check.stdout.decode() + check.stderr.decode()]
    tally.say("btheb store passes outcomes check", problems)
    recorded = load(SHARED / "oracles/btheb.json")
    compare_measures(tally, "btheb", folder, "treatment", {"bdi-ii": recorded})


def main():
    tally = agreement.Tally(1e-9)
    with tempfile.TemporaryDirectory() as scratch:
        for cohort in (synthetic_people, trial):
            try:
                cohort(tally, pathlib.Path(scratch))
            except subprocess.CalledProcessError as error:
                said = error.stderr.decode(errors="replace").strip()
                tally.say(cohort.__name__, [f"{' '.join(map(str, error.cmd))}: {said}"])
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
