#!/usr/bin/env python3
"""Reduce the cohorts to moments, and put R's results for mixed models beside them.

    excerpt.py DATA ORACLES

DATA holds the cohorts, ORACLES what `run_oracles.R` and `validate_mmrm_sas.R` recorded. Written are
moments.json  each cohort as number, means and cross-products by group and observed timepoints, in
              exact fractions rounded once;
fits.json     each fit of R: the cohort, the rows of the design by group in R's coding, the results;
dev300.csv    the invented cohort's scores, one row a participant and instrument.
"""
import csv
import itertools
import json
import sys
from fractions import Fraction

DATA, ORACLES = sys.argv[1:]


def rows(path):
    with open(f"{DATA}/{path}", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def oracle(name):
    with open(f"{ORACLES}/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def write(name, value):
    with open(name, "w", encoding="utf-8") as file:
        file.write("{\n")
        lines = [f"{json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in value.items()]
        file.write(",\n".join(lines) + "\n}\n")


def moments(people):
    """people: (group, scores as text, '' for none); returns the moments by pattern."""
    patterns = {}
    for group, scores in people:
        observed = tuple(t for t, score in enumerate(scores) if score != "")
        if observed:
            values = [Fraction(scores[t]) for t in observed]
            patterns.setdefault((observed, group), []).append(values)
    found = []
    for (observed, group), members in sorted(patterns.items()):
        n, k = len(members), range(len(observed))
        means = [sum(m[i] for m in members) / n for i in k]
        cross = [
            [float(sum((m[i] - means[i]) * (m[j] - means[j]) for m in members)) for j in k] for i in k
        ]
        found.append(
            {"group": group, "observed": observed, "n": n, "means": list(map(float, means)), "cross": cross}
        )
    return found


def wide(records, person, time, score, group):
    """A row a person from a row a score; times and groups are numbers already."""
    people = {}
    times = 1 + max(time(r) for r in records)
    for r in records:
        entry = people.setdefault(person(r), (group(r), [""] * times))
        entry[1][time(r)] = "" if score(r) == "NA" else score(r)
    return [people[key] for key in sorted(people)]


def waves(count, groups):
    """y ~ wave, the same for each group."""
    return [[[1 if c in (0, t) else 0 for c in range(count)] for t in range(count)]] * groups


def waves_by_group(count):
    """y ~ g * wave, in R's order: intercept, g, waves, g by waves."""
    def row(g, t):
        wave = [1 if t == c else 0 for c in range(1, count)]
        return [1, g] + wave + [g * w for w in wave]
    return [[row(g, t) for t in range(count)] for g in (0, 1)]


def line(times, groups):
    return [[[1, t] for t in times]] * groups


def lines(times):
    """y ~ tt * g: intercept, tt, g, tt by g."""
    return [[[1, t, g, t * g] for t in times] for g in (0, 1)]


def contrast(block):
    kr, observed = block["kr_expected_info"], block["kr_observed_info_SAS"]
    return {
        "estimate": block["estimate"], "se": block["se"], "df": block["df_satterthwaite"],
        "p": block["p_satterthwaite"], "ci": block["ci95_satterthwaite"],
        "krSe": kr["se"], "krDf": kr["df"], "krP": kr["p"], "krCi": kr["ci95"],
        "krObserved": {"se": observed["se"], "p": observed["p"], "ci": observed["ci95"]},
    }


def at_the_edge(lmer):
    """What lme4 and lmerTest say where the covariance of the random effects is singular."""
    variances = {(v["var1"], v["var2"]): v["vcov"] for v in lmer["varcorr"]}
    slope = next(two for one, two in variances if two)
    return {
        "logLik": lmer["logLik_REML"], "residual": variances[None, None],
        "randomEffects": [
            variances["(Intercept)", None], variances["(Intercept)", slope], variances[slope, None]],
        "effects": [{"estimate": e["Estimate"], "se": e["Std. Error"], "df": e["df"]}
                    for e in lmer["fixed_satterthwaite"].values()],
    }


def fit(cohort, model, designs, block, times):
    exact = block.get("exact_reml")
    found = {"cohort": cohort, "model": model, "designs": designs, "times": times, "singular": exact is None}
    if not exact:
        found["lmer"] = at_the_edge(block["lmer"])
    if exact:
        found["logLik"] = exact["logLik_REML"]
        found["effects"] = [contrast(c) for c in exact["coefficients"].values()]
        found["contrasts"] = {k: contrast(c) for k, c in block.get("contrasts", {}).items()}
        found["vcov"] = exact["vcov"]
        if "vcov_kr_expected" in exact:
            found["vcovKr"] = exact["vcov_kr_expected"]
            found["vcovKrObserved"] = exact["vcov_kr_observed"]
        if model == "unstructured":
            found["covariance"] = exact["Sigma"]
            found["aic"], found["bic"] = (block["gls_tight"] or block["gls_default_tolerance"])["AIC"], (
                block["gls_tight"] or block["gls_default_tolerance"]
            )["BIC"]
            found["aicOfCovarianceOnly"] = exact["AIC_SAS_covparms_only"]
        else:
            g = exact["G"]
            found["randomEffects"] = [g[0]] if model == "intercept" else [g[0][0], g[1][0], g[1][1]]
            found["residual"] = exact["sigma2"]
        if len(exact["coefficients"]) == 1:
            found["vcov"] = [found["vcov"]]
            for key in ("vcovKr", "vcovKrObserved"):
                if key in found:
                    found[key] = [found[key]]
    return found


cohorts, fits, dev300 = {}, {}, []


def longitudinal(name, people, times, block):
    cohorts[name] = moments(people)
    for label, model, designs in [
        ("mmrm_single_arm", "unstructured", waves(len(times), 2)),
        ("mmrm_group_by_wave", "unstructured", waves_by_group(len(times))),
        ("growth_random_slope", "slope", line(times, 2)),
        ("growth_random_intercept", "intercept", line(times, 2)),
        ("growth_group", "slope", lines(times)),
    ]:
        fits[f"{name} {label}"] = fit(name, model, designs, block[label], times)


scores = rows("synthetic_dev300/dev300_scores.csv")
recorded = oracle("synthetic_dev300")
waves_of_dev300 = ["baseline", "day30", "day90"]
for instrument in ["PHQ-9", "GAD-7", "UCLA-20", "UCLA-3", "WHO-5", "HRQOL-4"]:
    people = wide(
        [r for r in scores if r["instrument"] == instrument], lambda r: r["participant_id"],
        lambda r: waves_of_dev300.index(r["timepoint"]), lambda r: r["score"],
        lambda r: ["control", "intervention"].index(r["group"]))
    dev300 += [[instrument, group, *person] for group, person in people]
    longitudinal(f"dev300 {instrument}", people, [0, 30, 90], recorded[instrument])

people = [
    (["TAU", "BtheB"].index(r["treatment"]), [r[f"bdi.{w}"].replace("NA", "") for w in "pre 2m 3m 5m 8m".split()])
    for r in rows("btheb_hsaur3/BtheB_wide.csv")
]
longitudinal("btheb", people, [0, 2, 3, 5, 8], oracle("btheb"))

claus = oracle("claus_2020")
for scale in ["bdi", "who"]:
    people = wide(
        rows("clinicalsignificance/claus_2020.csv"), lambda r: r["id"], lambda r: int(r["time"]) - 1,
        lambda r, s=scale: r[s], lambda r: ["TAU", "PA"].index(r["treatment"]))
    longitudinal(f"claus {scale}", people, [1, 2, 3, 4], claus[scale])

races = ["Asian", "Black or African American", "White"]
strata = list(itertools.product(range(3), range(2), range(2)))
people = wide(
    rows("mmrm_fev/fev_data.csv"), lambda r: r["USUBJID"], lambda r: int(r["AVISIT"][3]) - 1,
    lambda r: r["FEV1"],
    lambda r: strata.index((
        races.index(r["RACE"]), ["Male", "Female"].index(r["SEX"]), ["PBO", "TRT"].index(r["ARMCD"]))))
cohorts["fev"] = moments(people)


def fev_row(kind, race, sex, arm, t):
    visit = [int(t == v) for v in (1, 2, 3)]
    full = [1, int(race == 1), int(race == 2), sex, arm] + visit + [arm * v for v in visit]
    return {"intercept_only": [1], "arm": [1, arm], "arm_sex": [1, arm, sex], "full": full}[kind]


for kind in ["intercept_only", "arm", "arm_sex", "full"]:
    designs = [[fev_row(kind, *stratum, t) for t in range(4)] for stratum in strata]
    fits[f"fev {kind}"] = fit("fev", "unstructured", designs, oracle("fev_mmrm")[kind], [1, 2, 3, 4])

growth = oracle("growth_curves")
days = list(range(10))
cohorts["sleepstudy"] = moments(wide(
    rows("textbook_growth/sleepstudy_lme4.csv"), lambda r: r["Subject"], lambda r: int(r["Days"]),
    lambda r: r["Reaction"], lambda r: 0))
fits["sleepstudy"] = fit("sleepstudy", "slope", line(days, 1), growth["sleepstudy"], days)
ages = [0, 2, 4, 6]
cohorts["orthodont"] = moments(wide(
    rows("textbook_growth/Orthodont_nlme.csv"), lambda r: r["Subject"], lambda r: (int(r["age"]) - 8) // 2,
    lambda r: r["distance"], lambda r: ["Female", "Male"].index(r["Sex"])))
fits["orthodont"] = fit("orthodont", "slope", [
    [[1, a, s, a * s] for a in ages] for s in (0, 1)], growth["orthodont"], ages)

write("moments.json", cohorts)
write("fits.json", fits)
with open("dev300.csv", "w", encoding="utf-8", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(
        [["instrument", "group", *waves_of_dev300]] + dev300)
