"""Holds every value of positive_distributions.json against mpmath at hundreds of digits.

Run in this folder after positive_distributions.R:  python3 positive_distributions_mpmath.py
Writes positive_distributions_mpmath.json: the same rows with mpmath's value rounded to a double,
and, for each table, the largest relative error of R with the row where it occurs.
"""
import json
import mpmath as mp

FEW, MANY = 50, 340  # a tail of 1e-290 as 1 minus the rest needs many


def beta(a, b, x, y):
    """I_x(a, b) by the power series at the nearer end; x + y = 1."""
    if x > 0.5:
        return 1 - beta(b, a, y, x)
    term = total = mp.mpf(1)
    n = 0
    while term > total * mp.mpf(10) ** -mp.mp.dps:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    logarithm = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return total * mp.exp(a * mp.log(x) + b * mp.log(y) - logarithm) / a


def gamma_lower(a, x):
    term = total = 1 / a
    n = 1
    while term > total * mp.mpf(10) ** -mp.mp.dps:
        term *= x / (a + n)
        total += term
        n += 1
    return total * mp.exp(a * mp.log(x) - x - mp.loggamma(a))


def f_lower(f, df1, df2):
    return beta(df1 / 2, df2 / 2, df1 * f / (df1 * f + df2), df2 / (df1 * f + df2))


def quantile(lower, p, start):
    """Solves lower(x) = p by secant steps in ln x from R's value."""
    with mp.workdps(FEW if p > 1e-20 else 130):
        tail = (lambda u: mp.log(lower(mp.exp(u)) / p)) if p < 0.5 else (
            lambda u: mp.log((1 - lower(mp.exp(u))) / (1 - p)))
        u = [mp.log(start), mp.log(start) + mp.mpf(10) ** -8]
        f = [tail(v) for v in u]
        while abs(u[1] - u[0]) > mp.mpf(10) ** -22:
            u = [u[1], u[1] - f[1] * (u[1] - u[0]) / (f[1] - f[0])]
            f = [f[1], tail(u[1])]
        return mp.exp(u[1])


EXACT = {
    "f_lower": lambda r: f_lower(r["x"], r["df1"], r["df2"]),
    "f_upper": lambda r: 1 - f_lower(r["x"], r["df1"], r["df2"]),
    "f_quantile": lambda r: quantile(lambda x: f_lower(x, r["df1"], r["df2"]), r["p"], r["value"]),
    "chi_squared_lower": lambda r: gamma_lower(r["df"] / 2, r["x"] / 2),
    "chi_squared_upper": lambda r: 1 - gamma_lower(r["df"] / 2, r["x"] / 2),
    "chi_squared_quantile": lambda r: quantile(
        lambda x: gamma_lower(r["df"] / 2, x / 2), r["p"], r["value"]),
}

with open("positive_distributions.json") as file:
    tables = json.load(file)
software = tables.pop("software")
out = {"software": f"mpmath {mp.__version__}", "compared_with": software, "largest_error_of_r": {}}
for name, rows in tables.items():
    exact_rows, worst = [], {"relative_error": 0.0}
    for row in rows:
        mp.mp.dps = MANY if row["value"] < 1e-25 else FEW
        exact = EXACT[name]({key: mp.mpf(value) for key, value in row.items()})
        error = float(abs(mp.mpf(row["value"]) / exact - 1))
        if error > worst["relative_error"]:
            worst = {**row, "relative_error": error}
        exact_rows.append({**row, "value": float(exact)})
    out[name] = exact_rows
    out["largest_error_of_r"][name] = worst
    print(name, len(rows), worst, flush=True)

with open("positive_distributions_mpmath.json", "w") as file:
    parts = []
    for key, value in out.items():
        lines = ",\n    ".join(json.dumps(row) for row in value) if isinstance(value, list) else None
        parts.append(f'  "{key}": ' + (f"[\n    {lines}\n  ]" if lines else json.dumps(value)))
    file.write("{\n" + ",\n".join(parts) + "\n}\n")
