#!/usr/bin/env python3
"""Hold the changes of single participants against what R computed, to 1e-10 relative.

    agree_responders.py BINARY SHARED_DIR

The invented people by their answers; three trials by their totals, each as a questionnaire of its own.
Prints one line a comparison and "N passed, M failed"; the exit code is 1 where anything failed.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from functools import partial

import agreement
from agreement import load

BINARY = str(pathlib.Path(sys.argv[1]).resolve())
SHARED = pathlib.Path(sys.argv[2]).resolve()
START = date(2024, 1, 8)
run = partial(agreement.run, BINARY)

# The program's key, then R's.
NUMBERS = {
    "baseline_mean": "mean_base_used",
    "sd": "sd_base_used",
    "standard_error_of_measurement": "sem",
    "standard_error_of_difference": "s_diff",
    "critical_value": "critical",
    "threshold": "raw_change_threshold",
    "cutoff_a": "cutoff_a",
    "cutoff_b": "cutoff_b",
    "cutoff_c": "cutoff_c",
}


def counts(measure, judged_by):
    return {
        row["outcome"]: row["count"]
        for row in measure["outcomes"] if row["judged_by"] == judged_by
    }


def compare(tally, label, folder, instrument, parameters, recorded, *flags):
    """Compares the index, the cut-offs, the counts and, where R kept them, the people."""
    question = (
        "responders", "--store", folder, "--instrument", instrument, "--as-of", "2026-11-20",
        "--reliability", parameters["reliability"], "--norm-mean", parameters["m_functional"],
        "--norm-sd", parameters["sd_functional"], "--cutoff", recorded["cutoff_used"],
        "--reliable-by", "index", *flags)
    measure = json.loads(run(*question, "--format", "json"))["measures"][0]
    numbers = [(ours, measure[ours], recorded[theirs]) for ours, theirs in NUMBERS.items()]
    tally.compare(label, numbers)
    problems = []
    found = counts(measure, "reliable_change_index")
    categories = counts(measure, "cutoff_" + recorded["cutoff_used"])
    unreliable = sum(
        categories[name]
        for name in ("unchanged", "crossed_not_reliable", "crossed_back_not_reliable"))
    for name, ours, theirs in (
        ("pairs", measure["pairs"], recorded["n"]),
        ("better", found["better"], recorded["reliable_only"]["improved"]),
        ("same", found["same"], recorded["reliable_only"]["unchanged"]),
        ("worse", found["worse"], recorded["reliable_only"]["deteriorated"]),
        ("recovered", categories["recovered"], recorded["counts"]["recovered"]),
        ("improved", categories["improved"], recorded["counts"]["improved"]),
        ("unchanged", unreliable, recorded["counts"]["unchanged"]),
        ("deteriorated", categories["deteriorated"], recorded["counts"]["deteriorated"]),
        ("harmed", categories["deteriorated_and_crossed"], recorded["counts"]["harmed"]),
    ):
        if ours != theirs:
            problems.append(f"{name}: {ours} is not {theirs}")
    if "per_participant" in recorded:
        problems += people(run(*question, "--list", "--format", "csv"), recorded)
    tally.say(label + ": who is counted as what", problems)


def people(listed, recorded):
    """What the list says of each participant beside what R says."""
    rows = {row["participant"]: row for row in csv.DictReader(listed.decode().splitlines())}
    problems = []
    for person in recorded["per_participant"]:
        row = rows.pop(person["id"], None)
        if row is None:
            problems.append(f"{person['id']} is not listed")
            continue
        category = row["categories"].split("; ")[0].split(": ")[1]
        reliable = "unchanged" if "crossed_" in category and "deteriorated" not in category else (
            "harmed" if category == "deteriorated_and_crossed" else category)
        said = (float(row["baseline"]), float(row["followup"]), reliable)
        if said != (person["base"], person["follow"], person["category"]):
            problems.append(f"{person['id']}: {said} is not {person}")
    return problems + [f"{name} is listed" for name in rows]


def invented_people(tally, scratch):
    folder = scratch / "dev300"
    items = SHARED / "data/synthetic_dev300/dev300_items.csv"
    command = [sys.executable, SHARED / "data/to_program.py", BINARY, items, folder, "csv"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    for name, block in load(SHARED / "oracles/synthetic_dev300.json").items():
        # R's HRQOL-4 leaves out forms that are not complete.
        if "rci_parameters" in block and name != "HRQOL-4":
            both(tally, f"dev300 {name}", folder, name.lower(), block)


def both(tally, label, folder, instrument, block):
    """By the standard deviation of the pairs, and by that of everybody's baseline."""
    parameters = block["rci_parameters"]
    compare(tally, label, folder, instrument, parameters, block["rci_last_vs_first"])
    compare(
        tally, label + ", sd of all baselines", folder, instrument, parameters,
        block["rci_sd_from_all_baselines"], "--sd", "all-baselines")


def program(folder, instruments, timepoints, totals):
    """A program with totals of questionnaires of its own.

    instruments: higher is better, by name; totals: (participant, timepoint, instrument, score).
    """
    listed = ",".join(f"{name}={day}" for name, day in timepoints.items())
    run("init", folder, "--name", folder.name, "--timepoints", listed, "--instruments", "ucla-3")
    for name, is_better in instruments.items():
        definition = {
            "schema": "outcomes.instrument/1", "id": name, "name": name, "title": name,
            "construct": name,
            "direction": "higher_is_better" if is_better else "lower_is_better",
            "scoring": {"rule": "entered", "fractions": True}, "range": [0, 1000],
        }
        (folder / f"instruments/{name}.json").write_text(json.dumps(definition), encoding="utf-8")
    settings = load(folder / "program.json")
    settings["instruments"] = list(instruments)
    (folder / "program.json").write_text(json.dumps(settings), encoding="utf-8")
    stamp = f"{START}T12:00:00Z,import,"
    people = sorted({total[0] for total in totals})
    append(folder / "participants.csv", [f"{person},{START},enroll,{stamp}," for person in people])
    append(folder / "scores.csv", [
        f"{person},{timepoint},{instrument},{START + timedelta(timepoints[timepoint])},,{score},"
        f"record,{stamp},"
        for person, timepoint, instrument, score in totals])


def append(path, lines):
    with open(path, "a", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def rows(name):
    with open(SHARED / "data" / name, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def trials(tally, scratch):
    measures = {"bdi": False, "shaps": False, "who": True, "hamd": False}
    program(
        scratch / "claus", measures, {f"t{time}": 30 * (time - 1) for time in range(1, 5)},
        [(row["id"], "t" + row["time"], measure, row[measure])
         for row in rows("clinicalsignificance/claus_2020.csv")
         for measure in measures if row[measure] not in ("", "NA")])
    oracle = load(SHARED / "oracles/claus_2020.json")
    for measure in measures:
        both(tally, f"claus_2020 {measure}", scratch / "claus", measure, oracle[measure])
    published(tally, scratch / "claus", oracle)

    measures = {"das": True, "gds": False}
    program(
        scratch / "jacobson", measures, {"pre": 0, "post": 90},
        [(row["subject"], row["time"], measure, row[measure])
         for row in rows("clinicalsignificance/jacobson_1989.csv")
         for measure in measures if row[measure] not in ("", "NA")])
    oracle = load(SHARED / "oracles/jacobson_1989.json")
    for measure in measures:
        for cutoff in "abc":
            block = oracle[measure]
            compare(
                tally, f"jacobson_1989 {measure}, cut-off {cutoff}", scratch / "jacobson", measure,
                block["parameters"], block["rci_" + cutoff])

    waves = {"pre": 0, "m2": 61, "m3": 91, "m5": 152, "m8": 244}
    columns = {"pre": "bdi.pre", "m2": "bdi.2m", "m3": "bdi.3m", "m5": "bdi.5m", "m8": "bdi.8m"}
    program(
        scratch / "btheb", {"bdi-ii": False}, waves,
        [(row["id"], wave, "bdi-ii", row[columns[wave]])
         for row in rows("btheb_hsaur3/BtheB_wide.csv")
         for wave in waves if row[columns[wave]] not in ("", "NA")])
    both(tally, "btheb", scratch / "btheb", "bdi-ii", load(SHARED / "oracles/btheb.json"))


def published(tally, folder, oracle):
    """The counts that R's package clinicalsignificance prints in its documentation."""
    for measure in ("bdi", "hamd"):
        expected = oracle["upstream_published_checks"][measure + "_JT_c"]
        parameters = oracle[measure]["rci_parameters"]
        found = json.loads(run(
            "responders", "--store", folder, "--instrument", measure, "--format", "json",
            "--as-of", "2026-11-20", "--reliability", parameters["reliability"], "--norm-mean",
            parameters["m_functional"], "--norm-sd", parameters["sd_functional"]))["measures"][0]
        categories = counts(found, "cutoff_c")
        categories["harmed"] = categories.pop("deteriorated_and_crossed")
        categories["unchanged"] += (
            categories.pop("crossed_not_reliable") + categories.pop("crossed_back_not_reliable"))
        problems = [
            f"{name}: {count} is not {expected[name]}"
            for name, count in categories.items() if count != expected[name]]
        for key, theirs in (
            ("baseline_mean", "m_clinical"), ("sd", "sd_clinical"), ("cutoff_c", "cutoff")
        ):
            if theirs in expected and round(found[key], 2) != expected[theirs]:
                problems.append(f"{key}: {found[key]} is not {expected[theirs]}")
        tally.say(f"claus_2020 {measure} as published", problems)


def main():
    tally = agreement.Tally(1e-10)
    with tempfile.TemporaryDirectory() as scratch:
        for part in (invented_people, trials):
            try:
                part(tally, pathlib.Path(scratch))
            except subprocess.CalledProcessError as error:
                said = error.stderr.decode(errors="replace").strip()
                tally.say(part.__name__, [f"{' '.join(map(str, error.cmd))}: {said}"])
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
