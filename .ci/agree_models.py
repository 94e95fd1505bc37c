#!/usr/bin/env python3
"""Hold what `outcomes models` fits to whole cohorts against what R fitted.

    agree_models.py BINARY SHARED_DIR

300 invented people, two trials and two textbook examples are put into stores as totals. Estimates,
standard errors and log-likelihoods agree to 1e-6, covariances to 1e-5, degrees of freedom to 1e-4, all
relative. Prints one line a comparison; the exit code is 1 where anything failed.
"""
import csv
import json
import pathlib
import sys
import tempfile
from datetime import date, timedelta

import agreement
from agreement import load

BINARY = str(pathlib.Path(sys.argv[1]).resolve())
SHARED = pathlib.Path(sys.argv[2]).resolve()
REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
START = date(2024, 1, 8)
# Each way to find degrees of freedom, as typed, and R's block of it.
BLOCK = {
    "kenward-roger observed": "kr_observed_info_SAS",
    "kenward-roger expected": "kr_expected_info",
    "satterthwaite observed": None,
}


def flags(method):
    df, information = method.split()
    return "--df", df, "--information", information


class Tally(agreement.Tally):
    def tolerance_of(self, key):
        if key == "df":
            return 1e-4
        return 1e-5 if "variance" in key or key == "correlation" else self.tolerance


def run(*arguments):
    return agreement.run(BINARY, *arguments)


def store(folder, days, people):
    """A program with one questionnaire: days by timepoint, people as (id, group, scores by timepoint)."""
    # A new program begins on day 0; the trials that count from 1 are moved there afterwards.
    first = min(days.values())
    listed = ",".join(f"{name}={day - first}" for name, day in days.items())
    run("init", folder, "--name", "Agreement", "--timepoints", listed, "--instruments", "ucla-3",
        "--attributes", "group")
    instrument = {
        "schema": "outcomes.instrument/1", "id": "score", "name": "Score", "title": "Score",
        "construct": "score", "direction": "lower_is_better", "range": [-1000, 1000],
        "scoring": {"rule": "entered", "fractions": True},
    }
    (folder / "instruments/score.json").write_text(json.dumps(instrument), encoding="utf-8")
    settings = load(folder / "program.json")
    settings["instruments"] = ["score"]
    for timepoint in settings["timepoints"]:
        timepoint["day"] += first
    text = json.dumps(settings, ensure_ascii=False)
    (folder / "program.json").write_text(text, encoding="utf-8")
    with open(folder / "participants.csv", "a", encoding="utf-8") as file:
        for name, group, _ in people:
            file.write(f"{name},{START},enroll,2024-01-08T09:00:00Z,ci,,{group},\n")
    with open(folder / "scores.csv", "a", encoding="utf-8") as file:
        for name, _, scores in people:
            for timepoint, score in scores.items():
                day = START + timedelta(days[timepoint])
                file.write(f"{name},{timepoint},score,{day},,{score},record,"
                           f"2024-01-08T09:00:00Z,ci,,\n")


def models(folder, *arguments):
    text = run("models", "--store", folder, "--as-of", "2026-01-01", "--format", "json", *arguments)
    return json.loads(text)["models"]


def contrast(key, ours, prefix, theirs, method):
    """A contrast beside R's: ours has keys with a prefix, theirs the blocks of both methods."""
    block = theirs[BLOCK[method]] if BLOCK[method] else {
        "se": theirs["se"], "t": theirs["t"], "df": theirs["df_satterthwaite"],
        "p": theirs["p_satterthwaite"], "ci95": theirs["ci95_satterthwaite"],
    }
    yield key, ours[key], theirs["estimate"]
    for name in ("se", "t", "df", "p", "ci95"):
        if prefix + name in ours:
            yield name, ours[prefix + name], block[name]


def whole_fit(ours, theirs):
    exact, gls = theirs["exact_reml"], theirs["gls_tight"]
    yield "participants", ours["participants"], theirs["n_subjects"]
    yield "scores", ours["scores"], theirs["n_obs"]
    yield "log_likelihood", ours["log_likelihood"], exact["logLik_REML"]
    yield "aic_mmrm", ours["aic_mmrm"], exact["AIC_SAS_covparms_only"]
    yield "aic_nlme", ours["aic_nlme"], gls["AIC"]
    yield "bic_nlme", ours["bic_nlme"], gls["BIC"]
    for key, matrix in (("covariance", "Sigma"), ("correlation", "correlation")):
        yield key, sum(ours[key], []), sum(exact[matrix], [])


def single_arm(model, theirs, method):
    ours = model["mmrm"]
    yield from whole_fit(ours, theirs)
    for mean in ours["means"]:
        timepoint = mean["timepoint"]
        yield from contrast("mean", mean, "mean_", theirs["contrasts"][f"lsmean_{timepoint}"], method)
        if mean["change"] is not None:
            change = theirs["exact_reml"]["coefficients"][f"wave{timepoint}"]
            yield from contrast("change", mean, "change_", change, method)


def by_group(model, theirs, method):
    ours, contrasts = model["mmrm"], theirs["contrasts"]
    yield from whole_fit(ours, theirs)
    first = ours["means"][0]["timepoint"]
    for mean in ours["means"]:
        timepoint, group = mean["timepoint"], mean["group"]["value"]
        yield from contrast("mean", mean, "mean_", contrasts[f"lsmean_{group}_{timepoint}"], method)
        if mean["change"] is not None:
            change = contrasts[f"change_{first}_to_{timepoint}_in_{group}"]
            yield from contrast("change", mean, "change_", change, method)
    for difference in ours["differences"]:
        group, timepoint = difference["group"]["value"], difference["timepoint"]
        theirs = contrasts[f"did_{timepoint}"]
        if not any(name.startswith(f"diff_{group}_minus_") for name in contrasts):
            difference = reversed_contrast(difference, "difference")
        yield from contrast("difference", difference, "", theirs, method)


def reversed_contrast(ours, key):
    low, high = ours["ci95"]
    return {**ours, key: -ours[key], "t": -ours["t"], "ci95": [-high, -low]}


def growth(lines, theirs, method, slope, group=None):
    """Lines beside R's; with groups R's second group is given by differences from the first."""
    exact = theirs["exact_reml"]
    yield "log_likelihood", lines["log_likelihood"], exact["logLik_REML"]
    matrix = exact["G"] if isinstance(exact["G"], list) else [[exact["G"]]]
    if not isinstance(matrix[0], list):
        matrix = [matrix]
    yield "intercept_variance", lines["intercept_variance"], matrix[0][0]
    if len(matrix) > 1:
        yield "intercept_slope_covariance", lines["intercept_slope_covariance"], matrix[0][1]
        yield "slope_variance", lines["slope_variance"], matrix[1][1]
    yield "residual_variance", lines["residual_variance"], exact["sigma2"]
    reference = [
        line for line in lines["lines"] if group is None or line["group"]["value"] != group]
    if len(reference) != 1:
        raise SystemExit("one line is the reference")
    coefficients = exact["coefficients"]
    yield from contrast(
        "intercept", reference[0], "intercept_", coefficients["(Intercept)"], method)
    yield from contrast("slope_per_day", reference[0], "slope_", coefficients[slope], method)
    for line in lines["lines"] if group is not None else []:
        if line["group"]["value"] == group:
            names = [name for name in coefficients if group in name]
            added = {":" in name: coefficients[name]["estimate"] for name in names}
            yield "intercept", line["intercept"], (
                coefficients["(Intercept)"]["estimate"] + added[False])
            yield "slope_per_day", line["slope_per_day"], (
                coefficients[slope]["estimate"] + added[True])


def at_the_edge(lines, theirs):
    """A singular fit beside lme4's, which stops where the likelihood is flat."""
    yield "log_likelihood", lines["log_likelihood"], theirs["logLik_REML"]


def compare_cohort(tally, folder, label, theirs, other_group):
    """Everything that R fitted to one measure; other_group is the one that R codes as 1."""
    for method in BLOCK:
        df = (*flags(method), "--growth")
        whole = models(folder, *df)[0]
        tally.compare(f"{label} mmrm {method}", single_arm(
            whole, theirs["mmrm_single_arm"], method))
        grouped = models(folder, *df, "--by", "group", "--baseline", "separate")[1]
        tally.compare(f"{label} mmrm by group {method}", by_group(
            grouped, theirs["mmrm_group_by_wave"], method))
        for model, name, group in ((whole, "growth_random_slope", None),
                                   (grouped, "growth_group", other_group)):
            lines, theirs_of = model["growth"], theirs[name]
            singular = "exact_reml" not in theirs_of
            wrong = [] if lines["singular"] == singular else [f"singular: {lines['singular']}"]
            tally.say(f"{label} {name} singular", wrong, str(singular).lower())
            if singular:
                tally.compare(f"{label} {name} at the edge {method}", at_the_edge(
                    lines, theirs_of["lmer"]))
            if singular and group is None:
                lines = lines["random_intercepts"]
                name, theirs_of = "growth_random_intercept", theirs["growth_random_intercept"]
            if "exact_reml" in theirs_of:
                tally.compare(f"{label} {name} {method}", growth(
                    lines, theirs_of, method, "tt", group))


def rows(path):
    with open(SHARED / "data" / path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def gathered(lines, person, group, timepoint, value):
    """Long rows as people; a score that is missing is left out."""
    people = {}
    for line in lines:
        entry = people.setdefault(line[person], (line[person], group(line), {}))
        if line[value] not in ("", "NA"):
            entry[2][timepoint(line)] = line[value]
    return list(people.values())


def invented_people(tally, scratch):
    days = {"baseline": 0, "day30": 30, "day90": 90}
    lines = rows("synthetic_dev300/dev300_scores.csv")
    oracle = load(SHARED / "oracles/synthetic_dev300.json")
    constrained = load(REPOSITORY / "Fixtures/Oracles/models/common_baseline.json")
    for name in [name for name in oracle if "-" in name]:
        folder = scratch / name
        store(folder, days, gathered(
            [line for line in lines if line["instrument"] == name], "participant_id",
            lambda line: line["group"], lambda line: line["timepoint"], "score"))
        compare_cohort(tally, folder, f"dev300 {name}", oracle[name], "intervention")
        if name in constrained:
            fit = models(folder, "--by", "group", "--information", "expected")[1]["mmrm"]
            tally.compare(f"dev300 {name} common baseline", common(
                fit, constrained[name]))


def common(ours, theirs):
    yield "log_likelihood", ours["log_likelihood"], theirs["logLik"]
    yield "covariance", sum(ours["covariance"], []), sum(theirs["covariance"], [])
    # Effects: baseline, two changes of the first group, two differences of the second from it.
    pairs = [(ours["means"][0], "mean", "mean_", 0), (ours["means"][1], "change", "change_", 1),
             (ours["means"][2], "change", "change_", 2)] + [
        (reversed_contrast(difference, "difference"), "difference", "", 3 + number)
        for number, difference in enumerate(ours["differences"])]
    for block, key, prefix, place in pairs:
        effect = theirs["effects"][place]
        yield key, block[key], effect["estimate"]
        yield "se", block[prefix + "se"], effect["krSe"]
        yield "df", block[prefix + "df"], effect["krDf"]
        yield "ci95", block[prefix + "ci95"], effect["krCi"]


def trials(tally, scratch):
    # R counted the months of one trial and the assessments of the other; here they are days.
    months = {"pre": 0, "m2": 2, "m3": 3, "m5": 5, "m8": 8}
    columns = {"pre": "bdi.pre", "m2": "bdi.2m", "m3": "bdi.3m", "m5": "bdi.5m", "m8": "bdi.8m"}
    people = [
        (line["id"], line["treatment"], {
            timepoint: line[column] for timepoint, column in columns.items()
            if line[column] not in ("", "NA")})
        for line in rows("btheb_hsaur3/BtheB_wide.csv")]
    store(scratch / "btheb", months, people)
    compare_cohort(tally, scratch / "btheb", "btheb", load(SHARED / "oracles/btheb.json"), "BtheB")
    waves = {f"t{number}": number for number in range(1, 5)}
    oracle = load(SHARED / "oracles/claus_2020.json")
    for measure in ("bdi", "shaps", "who", "hamd"):
        folder = scratch / f"claus-{measure}"
        store(folder, waves, gathered(
            rows("clinicalsignificance/claus_2020.csv"), "id", lambda line: line["treatment"],
            lambda line: "t" + line["time"], measure))
        compare_cohort(tally, folder, f"claus {measure}", oracle[measure], "PA")


def textbooks(tally, scratch):
    oracle = load(SHARED / "oracles/growth_curves.json")
    people = gathered(
        rows("textbook_growth/sleepstudy_lme4.csv"), "Subject", lambda line: "all",
        lambda line: "d" + line["Days"], "Reaction")
    store(scratch / "sleepstudy", {f"d{day}": day for day in range(10)}, people)
    people = gathered(
        rows("textbook_growth/Orthodont_nlme.csv"), "Subject", lambda line: line["Sex"],
        lambda line: "a" + line["age"], "distance")
    store(scratch / "orthodont", {f"a{age}": age - 8 for age in (8, 10, 12, 14)}, people)
    for method in BLOCK:
        lines = models(scratch / "sleepstudy", "--growth", *flags(method))[0]["growth"]
        tally.compare(f"sleepstudy {method}", growth(
            lines, oracle["sleepstudy"], method, "Days"))
        arguments = ("--growth", "--by", "group", *flags(method))
        lines = models(scratch / "orthodont", *arguments)[1]["growth"]
        tally.compare(f"orthodont {method}", growth(
            lines, oracle["orthodont"], method, "age8", "Male"))


def main():
    tally = Tally(1e-6)
    with tempfile.TemporaryDirectory() as scratch:
        for cohort in (invented_people, trials, textbooks):
            cohort(tally, pathlib.Path(scratch))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
