"""The noncentral t distribution, with intervals of its noncentrality, by mpmath.

Run in this folder:  python3 noncentral_t.py        Writes noncentral_t.json.
R's pt() with ncp and SciPy's nct are good to about 1e-12 absolute, so neither can judge a tail.
Here the Poisson mixture of incomplete beta integrals (Johnson, Kotz & Balakrishnan 1995, eq. 31.15')
is added up with enough digits to spare for whatever cancels: the program integrates instead.
"""
import json
import mpmath as mp


def lower(t, df, ncp):
    """P(T <= t), to about 10^-dps absolute."""
    if t < 0:
        return 1 - lower(-t, df, -ncp)
    normal = mp.erfc(ncp / mp.sqrt(2)) / 2  # P(Z <= -ncp)
    if t == 0:
        return normal
    x, b, half = t * t / (t * t + df), df / 2, ncp * ncp / 2
    y = df / (t * t + df)
    limit = mp.mpf(10) ** (-mp.mp.dps)

    def start(a):
        """I_x(a, b) and x^a y^b / (a B(a, b))."""
        logarithm = a * mp.log(x) + b * mp.log(y) - mp.log(a)
        step = mp.exp(logarithm + mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b))
        if x > 0.5:
            term = total = mp.mpf(1)
            n = 0
            while term > limit * total:
                term *= (a + b + n) / (b + 1 + n) * y
                total += term
                n += 1
            return 1 - total * step * a / b, step
        term = total = mp.mpf(1)
        n = 0
        while term > limit * total:
            term *= (a + b + n) / (a + 1 + n) * x
            total += term
            n += 1
        return total * step, step

    parts = []
    for a, weight in ((mp.mpf(1) / 2, mp.exp(-half)),
                      (mp.mpf(1), ncp * mp.exp(-half) / (mp.sqrt(2) * mp.gamma(mp.mpf(3) / 2)))):
        integral, step = start(a)
        total, j = mp.mpf(0), 0
        first = a
        while True:
            total += weight * integral
            if j > half and abs(weight) < limit:
                break
            integral -= step
            step *= x * (a + b) / (a + 1)
            a += 1
            j += 1
            weight *= half / (first - mp.mpf(1) / 2 + j)
        parts.append(total)
    return normal + sum(parts) / 2


def row(t, df, ncp):
    for digits in (50, 330):  # the many digits only where a tail is small
        mp.mp.dps = digits
        value = lower(mp.mpf(t), mp.mpf(df), mp.mpf(ncp))
        if min(value, 1 - value) > 1e-25:
            break
    return {"t": t, "df": df, "ncp": ncp, "lower": float(value), "upper": float(1 - value)}


def solve(t, df, tail, is_lower):
    mp.mp.dps = 40
    t, df, tail = mp.mpf(t), mp.mpf(df), mp.mpf(tail)

    def excess(ncp):
        p = lower(t, df, ncp)
        return mp.log((1 - p if is_lower else p) / tail)

    spread = 2 * mp.sqrt(1 + t * t / (2 * df))
    return float(mp.findroot(excess, (t - spread, t) if is_lower else (t, t + spread),
                             solver="anderson", tol=mp.mpf(10) ** -40, maxsteps=200))


out = {"software": f"mpmath {mp.__version__}", "noncentral_t": [], "noncentrality_interval": []}
for df in (0.7, 1, 2.5, 7.5, 96, 1234.5, 99999):
    for ncp in (-20, -8.2, -2, -0.3, 1e-9, 1.5, 8.2, 25):
        for t in (1e-3, 0.4, 2.1, 9, 24, 60):
            out["noncentral_t"].append(row(t, df, ncp))
for t, df, ncp in ((1e5, 1.5, 3), (1e40, 2, -4), (150, 1, 120), (30, 1, 90), (119, 3, 120),
                   (-5, 12, -3), (-2, 12, 4), (0, 5, 1.3), (250, 99999, 240), (0.5, 1e4, -20)):
    out["noncentral_t"].append(row(t, df, ncp))
for df in (1, 2, 4.3, 19, 96, 9999):
    for t in (0, 0.4, 2.1, 6.9, 20, -3.3):
        for level in (0.95, 0.9):
            ends = [solve(t, df, (1 - mp.mpf(level)) / 2, is_lower) for is_lower in (True, False)]
            out["noncentrality_interval"].append(
                {"t": t, "df": df, "level": level, "lower": ends[0], "upper": ends[1]})

with open("noncentral_t.json", "w") as file:
    parts = []
    for key, value in out.items():
        lines = ",\n    ".join(json.dumps(r) for r in value) if isinstance(value, list) else None
        parts.append(f'  "{key}": ' + (f"[\n    {lines}\n  ]" if lines else json.dumps(value)))
    file.write("{\n" + ",\n".join(parts) + "\n}\n")
