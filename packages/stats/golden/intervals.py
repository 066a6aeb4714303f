"""Known answers for the intervals of two groups. Run: python intervals.py > intervals.json

Wilson, Clopper-Pearson and Newcombe come from statsmodels. The score intervals (Miettinen-Nurminen, Koopman, odds ratio)
are inverted here with mpmath in 30 digits, because the root finder of statsmodels stops near 1e-8; the restricted maximum
likelihood is found by solving its score equation numerically, not by the closed forms that we use. That statsmodels agrees
to its own tolerance is asserted, but for the difference: statsmodels 0.15.0 has count0 for nobs0 in the second coefficient
of the restricted cubic, so that it gives 0.0526 to 0.3440 for 56/70 - 48/80 where Newcombe (1998) has 0.0528 to 0.3382.
"""
import json
import mpmath as mp
import scipy
import statsmodels
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

mp.mp.dps = 30
PAIRS = [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10),
         (10, 10, 0, 20), (10, 10, 10, 10), (30, 100, 45, 100), (1, 1, 0, 1), (3, 200, 1, 9), (0, 15, 7, 12),
         (12, 12, 5, 9), (1198, 2691, 557, 1835), (123456, 1000000, 150000, 900000), (17, 2000000, 3, 1500000)]
LEVELS = [0.9, 0.95, 0.99]


def z_of(level):
    return mp.sqrt(2) * mp.erfinv(mp.mpf(level))


def bisect(f, low, high):
    """f falls from low to high."""
    for _ in range(105):
        middle = (low + high) / 2
        if f(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def restricted(x1, n1, x0, n0, other, inverse_slope, low, high):
    """p0 that maximises the likelihood when p1 = other(p0): the zero of the falling score equation."""
    def score(p0):
        p1 = other(p0)
        s = (x1 / p1 if x1 else 0) * inverse_slope(p0) - ((n1 - x1) / (1 - p1) if n1 > x1 else 0) * inverse_slope(p0)
        return s + (x0 / p0 if x0 else 0) - ((n0 - x0) / (1 - p0) if n0 > x0 else 0)
    tiny = mp.mpf(10) ** -28
    return bisect(score, low + (high - low) * tiny, high - (high - low) * tiny)


def ratio_statistic(x1, n1, x0, n0, r, factor):
    high = min(mp.mpf(1), 1 / r)
    p0 = restricted(x1, n1, x0, n0, lambda p: p * r, lambda p: r, mp.mpf(0), high)
    p1 = p0 * r
    v = p1 * (1 - p1) / n1 + r * r * p0 * (1 - p0) / n0
    return (mp.mpf(x1) / n1 - r * mp.mpf(x0) / n0) / mp.sqrt(v * factor)


def difference_statistic(x1, n1, x0, n0, d, factor):
    p0 = restricted(x1, n1, x0, n0, lambda p: p + d, lambda p: mp.mpf(1), max(mp.mpf(0), -d), min(mp.mpf(1), 1 - d))
    p1 = p0 + d
    v = p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0
    return (mp.mpf(x1) / n1 - mp.mpf(x0) / n0 - d) / mp.sqrt(v * factor)


def odds_statistic(x1, n1, x0, n0, r, factor):
    other = lambda p: p * r / (1 + p * (r - 1))
    p0 = bisect(lambda p: x1 + x0 - n1 * other(p) - n0 * p, mp.mpf(0), mp.mpf(1))
    p1 = other(p0)
    distance = (mp.mpf(x1) / n1 - p1) / (p1 * (1 - p1)) - (mp.mpf(x0) / n0 - p0) / (p0 * (1 - p0))
    v = 1 / (p1 * (1 - p1) * n1) + 1 / (p0 * (1 - p0) * n0)
    return distance / mp.sqrt(v * factor)


def invert_log(statistic, z, bounded_below, bounded_above, start):
    f = lambda target: lambda t: statistic(mp.exp(t)) - target
    centre = mp.log(start)
    low = mp.exp(bisect(f(z), centre - 40, centre)) if bounded_below else mp.mpf(0)
    high = mp.exp(bisect(f(-z), centre, centre + 40)) if bounded_above else None
    return low, high


def number(x):
    return None if x is None else float(x)


def case(x1, n1, x0, n0, level):
    z = z_of(level)
    factor = mp.mpf(n1 + n0) / (n1 + n0 - 1)
    out = {"a": [x1, n1], "b": [x0, n0], "level": level}
    out["wilsonA"] = list(map(float, proportion_confint(x1, n1, 1 - level, "wilson")))
    out["clopperPearsonA"] = list(map(float, proportion_confint(x1, n1, 1 - level, "beta")))
    out["newcombe"] = list(map(float, confint_proportions_2indep(x1, n1, x0, n0, method="newcomb", compare="diff", alpha=1 - level)))
    start = (mp.mpf(x1 or 0.5) / n1) / (mp.mpf(x0 or 0.5) / n0)
    if x1 + x0 == 0:
        out["ratio"] = out["koopman"] = [0, None]
    else:
        for name, k in (("ratio", factor), ("koopman", mp.mpf(1))):
            limits = invert_log(lambda r: ratio_statistic(x1, n1, x0, n0, r, k), z, x1 > 0, x0 > 0, start)
            out[name] = list(map(number, limits))
    estimate = mp.mpf(x1) / n1 - mp.mpf(x0) / n0
    g = lambda target: lambda d: difference_statistic(x1, n1, x0, n0, d, factor) - target
    edge = mp.mpf(10) ** -25
    out["difference"] = [
        -1.0 if estimate == -1 else float(bisect(g(z), -1 + edge, estimate)),
        1.0 if estimate == 1 else float(bisect(g(-z), estimate, 1 - edge)),
    ]
    lowest, highest = x1 == 0 or x0 == n0, x1 == n1 or x0 == 0
    if lowest and highest:
        out["oddsRatio"] = [0, None]
    else:
        inner = lambda x, n: mp.mpf(min(max(x, 0.5), n - 0.5))
        odds = inner(x1, n1) / (n1 - inner(x1, n1)) * (n0 - inner(x0, n0)) / inner(x0, n0)
        limits = invert_log(lambda r: odds_statistic(x1, n1, x0, n0, r, factor), z, not lowest, not highest, odds)
        out["oddsRatio"] = list(map(number, limits))
    if 0 < x1 < n1 and 0 < x0 < n0 and n1 < 10000:
        for name, compare in (("ratio", "ratio"), ("oddsRatio", "odds-ratio")):
            theirs = confint_proportions_2indep(x1, n1, x0, n0, method="score", compare=compare, alpha=1 - level)
            assert max(abs(t - o) for t, o in zip(theirs, out[name])) < 1e-4 * max(1, abs(out[name][1])), (name, theirs, out)
    return out


cases = [case(*pair, level) for pair in PAIRS for level in (LEVELS if pair[1] < 200 else [0.95])]
print(json.dumps({"tools": {"statsmodels": statsmodels.__version__, "scipy": scipy.__version__, "mpmath": mp.__version__},
                  "cases": cases}, indent=1))
