"""Holds every value of distributions.json against mpmath at hundreds of digits.

Run in this folder after distributions.R:  python3 distributions_mpmath.py
Writes distributions_mpmath.json: the same rows with mpmath's value rounded to a double, and, for
each table, the largest relative error of R with the row where it occurs.
"""
import json
import mpmath as mp

mp.mp.dps = 380  # a tail of 1e-300 as 1 minus the rest, with 60 digits to spare


def beta(a, b, x, y):
    """I_x(a, b) by the power series at the nearer end; x + y = 1, all given to full precision."""
    if x > 0.5:
        return 1 - beta(b, a, y, x)
    term = total = mp.mpf(1)
    n = 0
    while term > total * mp.mpf(10) ** -370:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return total * mp.exp(a * mp.log(x) + b * mp.log(y) - log_beta(a, b)) / a


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def gamma_lower(a, x):
    term = total = 1 / a
    n = 1
    while term > total * mp.mpf(10) ** -370:
        term *= x / (a + n)
        total += term
        n += 1
    return total * mp.exp(a * mp.log(x) - x - mp.loggamma(a))


def t_tail(t, df):
    """P(T > t), t > 0."""
    return beta(df / 2, mp.mpf(0.5), df / (df + t * t), t * t / (df + t * t)) / 2


def normal_tail(z):
    return mp.erfc(z / mp.sqrt(2)) / 2


def quantile(tail, p, start):
    """Solves tail(x) = min(p, 1 - p) by secant steps between logarithms, from R's value."""
    target = mp.log(min(p, 1 - p))
    u = [mp.log(abs(start)), mp.log(abs(start)) + mp.mpf(10) ** -8]
    f = [mp.log(tail(mp.exp(v))) - target for v in u]
    while abs(u[1] - u[0]) > mp.mpf(10) ** -25:
        u = [u[1], u[1] - f[1] * (u[1] - u[0]) / (f[1] - f[0])]
        f = [f[1], mp.log(tail(mp.exp(u[1]))) - target]
    return mp.exp(u[1]) * (-1 if p < 0.5 else 1)


EXACT = {
    "student_t_cdf": lambda r: t_tail(r["t"], r["df"]),
    "student_t_cdf_center": lambda r: 1 - t_tail(r["t"], r["df"]),
    "student_t_two_sided": lambda r: 2 * t_tail(r["t"], r["df"]),
    "student_t_quantile": lambda r: quantile(lambda t: t_tail(t, r["df"]), r["p"], r["value"]),
    "normal_cdf": lambda r: normal_tail(r["z"]),
    "normal_cdf_center": lambda r: 1 - normal_tail(r["z"]),
    "normal_quantile": lambda r: quantile(normal_tail, r["p"], r["value"]),
    "gamma_lower": lambda r: gamma_lower(r["a"], r["x"]),
    "gamma_upper": lambda r: 1 - gamma_lower(r["a"], r["x"]),
    "beta_lower": lambda r: beta(r["a"], r["b"], r["x"], 1 - r["x"]),
    "beta_upper": lambda r: beta(r["b"], r["a"], 1 - r["x"], r["x"]),
    "log_beta": lambda r: log_beta(r["a"], r["b"]),
}

with open("distributions.json") as file:
    tables = json.load(file)
software = tables.pop("software")
out = {"software": f"mpmath {mp.__version__}", "compared_with": software, "largest_error_of_r": {}}
for name, rows in tables.items():
    exact_rows, worst = [], {"relative_error": 0.0}
    for row in rows:
        exact = EXACT[name]({key: mp.mpf(value) for key, value in row.items()})
        error = float(abs(mp.mpf(row["value"]) / exact - 1))
        if error > worst["relative_error"]:
            worst = {**row, "relative_error": error}
        exact_rows.append({**row, "value": float(exact)})
    out[name] = exact_rows
    out["largest_error_of_r"][name] = worst
    print(name, len(rows), worst, flush=True)

# What Stirling's formula leaves out of ln Gamma; R has no function for it.
out["stirling_remainder"] = []
for x in map(mp.mpf, [0.01, 0.35, 0.5, 0.9, 1.3, 2.5, 7, 9.99, 10, 11, 55.5, 1000, 500000]):
    stirling = (x - mp.mpf(0.5)) * mp.log(x) - x + mp.log(2 * mp.pi) / 2
    out["stirling_remainder"].append({"x": float(x), "value": float(mp.loggamma(x) - stirling)})

# Hedges' correction for cohorts so large that R's difference of two lgamma() has few digits left.
out["hedges_correction"] = []
for m in map(mp.mpf, [1.0009765625, 2, 59, 1999, 999999, 10**9]):
    correction = mp.exp(mp.loggamma(m / 2) - mp.loggamma((m - 1) / 2)) / mp.sqrt(m / 2)
    out["hedges_correction"].append({"m": float(m), "value": float(correction)})

with open("distributions_mpmath.json", "w") as file:
    parts = []
    for key, value in out.items():
        lines = ",\n    ".join(json.dumps(row) for row in value) if isinstance(value, list) else None
        parts.append(f'  "{key}": ' + (f"[\n    {lines}\n  ]" if lines else json.dumps(value)))
    file.write("{\n" + ",\n".join(parts) + "\n}\n")
