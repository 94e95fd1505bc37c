#!/usr/bin/env python3
"""Growth curves whose random effects are, or may be, singular: REML over the closed parameter space.

    growth_boundary.py DATA

As lme4 does (Bates and others 2015, doi 10.18637/jss.v067.i01): the covariance of a participant's scores
is s^2 (Z L L' Z' + I), with L the lower triangle of three numbers of which the first and last are not
negative; s and the fixed effects are profiled out, and SciPy looks for the least deviance from many
starts. Degrees of freedom as lmerTest has them: Satterthwaite's, from the Hessian of the deviance in L
and s by central differences, without directions in which it is flat.
DATA holds the shared cohorts, of which results alone are written. Needs NumPy and SciPy. Written are
growth_boundary.csv   invented sets of scores, made here with a seed: set, group, a score a timepoint;
growth_boundary.json  for each set, and the shared cohorts, what was found.
"""
import csv
import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize

DATA = sys.argv[1]
rng = np.random.default_rng(20260110)


class Problem:
    """Scores as a row a participant, NaN for none; designs as a matrix a group."""

    def __init__(self, days, people, groups):
        self.length = max(days) - min(days)
        self.z = np.array([[1, d / self.length] for d in days])
        self.days, self.groups = days, groups
        self.cells = {}
        for group, scores in people:
            scores = np.array(scores, float)
            seen = tuple(np.flatnonzero(np.isfinite(scores)))
            if seen:
                self.cells.setdefault((seen, group), []).append(scores[list(seen)])
        self.effects = 2 * groups
        self.count = sum(len(seen) * len(y) for (seen, _), y in self.cells.items())

    def design(self, seen, group):
        x = np.zeros((len(seen), self.effects))
        x[:, 2 * group] = 1
        x[:, 2 * group + 1] = self.z[list(seen), 1]
        return x

    def parts(self, theta):
        factor = np.array([[theta[0], 0], [theta[1], theta[2]]])
        info = np.zeros((self.effects, self.effects))
        side = np.zeros(self.effects)
        total = determinant = 0.0
        for (seen, group), y in self.cells.items():
            zl = self.z[list(seen)] @ factor
            v = zl @ zl.T + np.eye(len(seen))
            w = np.linalg.inv(v)
            x, y = self.design(seen, group), np.array(y)
            info += len(y) * x.T @ w @ x
            side += x.T @ w @ y.sum(0)
            total += np.einsum("ij,jk,ik", y, w, y)
            determinant += len(y) * np.linalg.slogdet(v)[1]
        beta = np.linalg.solve(info, side)
        return info, beta, total - side @ beta, determinant

    def deviance(self, theta):
        """-2 log-likelihood with s and the effects profiled out."""
        info, _, rest, determinant = self.parts(theta)
        free = self.count - self.effects
        return determinant + np.linalg.slogdet(info)[1] + free * (1 + np.log(2 * np.pi * rest / free))

    def full_deviance(self, point):
        *theta, s = point
        info, _, rest, determinant = self.parts(theta)
        free = self.count - self.effects
        return (determinant + np.linalg.slogdet(info)[1] + rest / s**2
                + free * (np.log(2 * np.pi) + 2 * np.log(s)))

    def fit(self):
        best = None
        starts = [(1, 0, 1), (1, 0, 0), (0, 0, 1), (2, -1, .2), (2, 1, .2), (.3, .3, 0), (.3, -.3, 0),
                  (0, 0, 0)]
        for start in starts:
            found = minimize(self.deviance, start, method="L-BFGS-B",
                             bounds=[(0, None), (None, None), (0, None)],
                             options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 2000})
            folded = lambda t: self.deviance([abs(t[0]), t[1], abs(t[2])])
            found = minimize(folded, found.x, method="Nelder-Mead", options={
                "xatol": 1e-10, "fatol": 1e-12, "maxiter": 4000, "maxfev": 4000})
            point = np.array([abs(found.x[0]), found.x[1], abs(found.x[2])])
            if best is None or found.fun < best[0]:
                best = (found.fun, point)
        deviance, theta = best
        theta[np.abs(theta) < 1e-6] = 0
        info, beta, rest, _ = self.parts(theta)
        s2 = rest / (self.count - self.effects)
        factor = np.array([[theta[0], 0], [theta[1], theta[2]]])
        g = s2 * factor @ factor.T
        point = np.append(theta, np.sqrt(s2))
        errors = np.sqrt(s2 * np.diag(np.linalg.inv(info)))
        by_day = np.where(np.arange(self.effects) % 2, self.length, 1)
        return {
            # ln |X'V^-1 X| knows the unit of time, which is a day where the effects are given.
            "logLik": -deviance / 2 - self.groups * np.log(self.length), "singular": bool(min(theta[0], theta[2]) < 1e-4),
            "randomEffects": [g[0, 0], g[0, 1] / self.length, g[1, 1] / self.length**2],
            "residual": s2, "effects": list(beta / by_day), "errors": list(errors / by_day),
            "df": self.degrees_of_freedom(point),
        }

    def degrees_of_freedom(self, point):
        size = len(point)
        step = 1e-3 * np.maximum(np.abs(point), .1)
        unit = np.eye(size) * step

        def covariance(p):
            return p[-1]**2 * np.linalg.inv(self.parts(p[:-1])[0])

        def second(f, i, j, h):
            a, b = h * unit[i], h * unit[j]
            return (f(point + a + b) - f(point + a - b) - f(point - a + b) + f(point - a - b)) / (
                4 * h * h * step[i] * step[j])

        def richardson(f):
            return (4 * f(.5) - f(1)) / 3

        hessian = np.array([[richardson(lambda h: second(self.full_deviance, i, j, h))
                             for j in range(size)] for i in range(size)])
        slopes = [richardson(lambda h: (covariance(point + h * unit[k]) - covariance(point - h * unit[k]))
                             / (2 * h * step[k])) for k in range(size)]
        values, vectors = np.linalg.eigh(hessian)
        kept = values > 1e-7 * values.max()
        spread = 2 * (vectors[:, kept] / values[kept]) @ vectors[:, kept].T
        plain = np.diag(covariance(point))
        return [float(2 * v**2 / (g @ spread @ g))
                for v, g in zip(plain, np.array([np.diag(s) for s in slopes]).T)]


def invented(number):
    """People whose levels and slopes vary a little, not at all, or together, with scores missing."""
    days = [[0, 30, 90], [0, 30, 90], [0, 14, 60, 180], [0, 30, 60, 90, 180]][number % 4]
    groups = 1 + number % 2
    people = int(rng.integers(14, 60))
    level, slope, tie = [(2, 0, 0), (2, .012, -1), (0, .02, 0), (1.5, .01, .95), (0, 0, 0)][number % 5]
    rows = []
    for person in range(people):
        a, b = rng.normal(size=2)
        b = tie * a + np.sqrt(1 - tie * tie) * b
        line = 9 + level * a + (slope * b - .02) * np.array(days)
        scores = np.round(line + rng.normal(scale=1.8, size=len(days)))
        scores[rng.random(len(days)) < np.linspace(.02, .4, len(days))] = np.nan
        rows.append((person % groups, scores))
    return days, rows, groups


def rows(path):
    with open(f"{DATA}/{path}", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text):
    return np.nan if text in ("", "NA") else float(text)


def shared():
    waves = ["baseline", "day30", "day90"]
    scores = rows("synthetic_dev300/dev300_scores.csv")
    for instrument in ["PHQ-9", "GAD-7", "UCLA-20", "UCLA-3", "WHO-5", "HRQOL-4"]:
        people = {}
        for r in scores:
            if r["instrument"] == instrument:
                entry = people.setdefault(r["participant_id"], (
                    ["control", "intervention"].index(r["group"]), [np.nan] * 3))
                entry[1][waves.index(r["timepoint"])] = number(r["score"])
        yield f"dev300 {instrument}", [0, 30, 90], list(people.values())
    yield "btheb", [0, 2, 3, 5, 8], [
        (["TAU", "BtheB"].index(r["treatment"]), [number(r[f"bdi.{w}"]) for w in "pre 2m 3m 5m 8m".split()])
        for r in rows("btheb_hsaur3/BtheB_wide.csv")]
    for scale in ["bdi", "shaps", "who", "hamd"]:
        people = {}
        for r in rows("clinicalsignificance/claus_2020.csv"):
            entry = people.setdefault(r["id"], (["TAU", "PA"].index(r["treatment"]), [np.nan] * 4))
            entry[1][int(r["time"]) - 1] = number(r[scale])
        yield f"claus {scale}", [1, 2, 3, 4], list(people.values())


found = {"numpy": np.__version__, "scipy": scipy.__version__, "cohorts": {}, "invented": []}
for name, days, people in shared():
    for groups in (1, 2):
        key = name if groups == 1 else f"{name} by group"
        found["cohorts"][key] = {"days": days, "groups": groups, **Problem(
            days, [(g % groups, y) for g, y in people], groups).fit()}
with open("growth_boundary.csv", "w", encoding="utf-8") as file:
    for index in range(40):
        days, people, groups = invented(index)
        for group, scores in people:
            cells = ["" if np.isnan(y) else str(int(y)) for y in scores]
            file.write(",".join([str(index), str(group), *cells]) + "\n")
        found["invented"].append({"days": days, "groups": groups, **Problem(days, people, groups).fit()})
with open("growth_boundary.json", "w", encoding="utf-8") as file:
    json.dump(found, file, indent=1)
