#!/usr/bin/env python3
"""Kenward & Roger's F test of several effects, from each participant's own scores and full matrices.

Run in this folder: python3 joint_tests.py. Needs NumPy and SciPy; writes joint_tests.json.
The covariance of the scores is taken from R's exact REML in fits.json; everything else follows
Kenward & Roger (1997), doi 10.2307/2533558, with one N x N matrix for the whole cohort, once with
the expected information of the covariance parameters and once with the observed one.
"""
import csv
import json

import numpy as np
import scipy
from scipy.stats import f as f_distribution

fits = json.load(open("fits.json", encoding="utf-8"))
records = list(csv.DictReader(open("dev300.csv", encoding="utf-8")))
WAVES = ["baseline", "day30", "day90"]


def kenward_roger(x, y, v, directions, contrast, which):
    w = np.linalg.inv(v)
    phi = np.linalg.inv(x.T @ w @ x)
    beta = phi @ x.T @ w @ y
    slopes = [-w @ a @ w for a in directions]
    p = [x.T @ s @ x for s in slopes]
    count = range(len(directions))
    q = {(k, l): x.T @ slopes[k] @ v @ slopes[l] @ x for k in count for l in count}
    information = np.array([[
        0.5 * (np.sum((w @ directions[k]) * (w @ directions[l]).T) - 2 * np.trace(phi @ q[k, l])
               + np.trace(phi @ p[k] @ phi @ p[l])) for l in count] for k in count])
    if which == "observed":
        u = w @ (y - x @ beta)
        moved = [a @ u for a in directions]
        projected = [x.T @ w @ m for m in moved]
        information = np.array([[
            moved[k] @ w @ moved[l] - projected[k] @ phi @ projected[l] - information[k, l]
            for l in count] for k in count])
    weight = np.linalg.inv(information)
    inner = sum(weight[k, l] * (q[k, l] - p[k] @ phi @ p[l]) for k in count for l in count)
    adjusted = phi + 2 * phi @ inner @ phi
    size = contrast.shape[0]
    theta = contrast.T @ np.linalg.inv(contrast @ phi @ contrast.T) @ contrast
    a1 = sum(weight[k, l] * np.trace(theta @ phi @ p[k] @ phi) * np.trace(theta @ phi @ p[l] @ phi)
             for k in count for l in count)
    a2 = sum(weight[k, l] * np.trace(theta @ phi @ p[k] @ phi @ theta @ phi @ p[l] @ phi)
             for k in count for l in count)
    b = (a1 + 6 * a2) / (2 * size)
    g = ((size + 1) * a1 - (size + 4) * a2) / ((size + 2) * a2)
    bottom = 3 * size + 2 * (1 - g)
    c1, c2, c3 = g / bottom, (size - g) / bottom, (size + 2 - g) / bottom
    mean = 1 / (1 - a2 / size)
    variance = 2 / size * (1 + c1 * b) / ((1 - c2 * b) ** 2 * (1 - c3 * b))
    rho = variance / (2 * mean ** 2)
    df = 4 + (size + 2) / (size * rho - 1)
    scale = df / (mean * (df - 2))
    values = contrast @ beta
    wald = values @ np.linalg.solve(contrast @ adjusted @ contrast.T, values) / size
    return {"f": scale * wald, "numerator": size, "denominator": df, "scale": scale,
            "p": float(f_distribution.sf(scale * wald, size, df))}


def tests(instrument, name, contrasts):
    fit = fits[f"dev300 {instrument} {name}"]
    sigma = np.array(fit["covariance"])
    rows, y, person = [], [], []
    for number, r in enumerate(r for r in records if r["instrument"] == instrument):
        for wave, column in enumerate(WAVES):
            if r[column] != "":
                rows.append((fit["designs"][int(r["group"])][wave], wave))
                y.append(float(r[column]))
                person.append(number)
    x = np.array([design for design, _ in rows], float)
    wave = np.array([w for _, w in rows])
    same = np.equal.outer(person, person)
    directions = []
    for k in range(3):
        for l in range(k + 1):
            unit = np.zeros((3, 3))
            unit[k, l] = unit[l, k] = 1
            directions.append(np.where(same, unit[np.ix_(wave, wave)], 0))
    v = np.where(same, sigma[np.ix_(wave, wave)], 0)
    return {key: {which: kenward_roger(x, np.array(y), v, directions, np.array(c, float), which)
                  for which in ("expected", "observed")} for key, c in contrasts.items()}


found = {"numpy": np.__version__, "scipy": scipy.__version__}
for instrument in ["PHQ-9", "UCLA-3", "WHO-5"]:
    found[instrument] = {
        **tests(instrument, "mmrm_single_arm", {"anyChange": [[0, 1, 0], [0, 0, 1]]}),
        **tests(instrument, "mmrm_group_by_wave", {
            "interaction": [[0, 0, 0, 0, 1, 0], [0, 0, 0, 0, 0, 1]],
            "all": np.eye(6)[1:].tolist()}),
    }
json.dump(found, open("joint_tests.json", "w", encoding="utf-8"), indent=1)
