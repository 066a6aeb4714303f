"""Known answers for tests of a ratio or a difference against a limit. Run: python equivalence.py > equivalence.json

The score statistic is computed here with the restricted rates found by bisection of the score equation, not by the closed
forms that we use; for ratios statsmodels must agree. The exact unconditional p is brute force: every table, scipy's binomial
masses, a grid of 4,001 rates (even on the angle) and scipy's bounded minimiser around the ten highest.
"""
import json
import numpy as np
import scipy
import statsmodels
from scipy.optimize import brentq, minimize_scalar
from scipy.special import rel_entr
from scipy.stats import binom, norm
from statsmodels.stats.proportion import test_proportions_2indep


def statistic(xa, na, xb, nb, measure, limit):
    xa, xb = np.asarray(xa, float), np.asarray(xb, float)
    other = (lambda p: limit * p) if measure == "ratio" else (lambda p: p + limit)
    slope = limit if measure == "ratio" else 1.0
    low = np.zeros(np.broadcast(xa, xb).shape) + (0 if measure == "ratio" else max(0, -limit))
    high = np.zeros(low.shape) + (min(1, 1 / limit) if measure == "ratio" else min(1, 1 - limit))
    for _ in range(200):
        p = (low + high) / 2
        q = other(p)
        with np.errstate(divide="ignore", invalid="ignore"):
            score = np.where(xa > 0, slope * xa / q, 0) - np.where(xa < na, slope * (na - xa) / (1 - q), 0)
            score += np.where(xb > 0, xb / p, 0) - np.where(xb < nb, (nb - xb) / (1 - p), 0)
        low, high = np.where(score > 0, p, low), np.where(score > 0, high, p)
    p = (low + high) / 2
    q = np.clip(other(p), 0, 1)
    scale = limit * limit if measure == "ratio" else 1.0
    variance = (q * (1 - q) / na + scale * p * (1 - p) / nb) * (na + nb) / (na + nb - 1)
    distance = xa / na - (limit * xb / nb if measure == "ratio" else xb / nb + limit)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.abs(distance) < 1e-15, 0, distance / np.sqrt(variance))


def exact(xa, na, xb, nb, measure, limit, side, doubt):
    a, b = np.meshgrid(np.arange(na + 1), np.arange(nb + 1), indexing="ij")
    table = statistic(a, na, b, nb, measure, limit)
    seen = float(statistic(xa, na, xb, nb, measure, limit))
    region = table >= seen - 1e-9 if side == "above" else table <= seen + 1e-9
    edge = (lambda p: limit * p) if measure == "ratio" else (lambda p: p + limit)
    low, high = (0, min(1, 1 / limit)) if measure == "ratio" else (max(0, -limit), min(1, 1 - limit))
    if doubt:
        x, n = (xa, na) if na > nb else (xb, nb)
        r, most = x / n, np.log(2 / doubt) / n
        kl = lambda p: rel_entr(r, p) + rel_entr(1 - r, 1 - p) - most
        l = brentq(kl, 1e-300, r, xtol=1e-14) if x else 0.0
        h = brentq(kl, r, 1 - 1e-16, xtol=1e-14) if x < n else 1.0
        if na > nb:
            l, h = (l / limit, h / limit) if measure == "ratio" else (l - limit, h - limit)
        low, high = min(max(l, low), high), min(max(h, low), high)

    def chance(p):
        return float(binom.pmf(np.arange(na + 1), na, np.clip(edge(p), 0, 1)) @ region @ binom.pmf(np.arange(nb + 1), nb, p))
    angles = np.linspace(np.arcsin(np.sqrt(low)), np.arcsin(np.sqrt(high)), 4001)
    values = np.array([chance(np.sin(t) ** 2) for t in angles])
    best = values.max()
    for i in np.argsort(values)[-10:]:
        found = minimize_scalar(lambda t: -chance(np.sin(t) ** 2), method="bounded", options={"xatol": 1e-12},
                                bounds=(angles[max(0, i - 1)], angles[min(4000, i + 1)]))
        best = max(best, -found.fun)
    score = norm.sf(seen if side == "above" else -seen)
    return max(best + doubt, score)


SCORE = [(90, 100, 92, 100), (30, 100, 45, 100), (0, 10, 3, 20), (7, 10, 300, 1000), (50, 50, 960, 1000), (1, 60, 0, 300),
         (700, 2500, 800, 2400), (123456, 1000000, 150000, 900000)]
score = []
for pair in SCORE:
    for measure, limit in (("ratio", 0.8), ("ratio", 1.25), ("difference", -0.05), ("difference", 0.03)):
        z = float(statistic(*pair, measure, limit))
        if measure == "ratio" and pair[0] > 0 and pair[2] > 0 and pair[1] <= 2500:
            theirs = test_proportions_2indep(*pair, value=limit, method="score", compare="ratio", correction=True)
            assert abs(theirs.statistic - z) < 1e-6 * max(1, abs(z)), (pair, limit, theirs.statistic, z)
        score.append({"a": pair[:2], "b": pair[2:], "measure": measure, "limit": limit, "statistic": z,
                      "above": float(norm.sf(z)), "below": float(norm.cdf(z))})

EXACT = [(8, 10, 9, 10, "ratio", 0.8, "above"), (10, 10, 180, 200, "ratio", 0.8, "above"), (19, 20, 270, 300, "ratio", 0.8, "above"),
         (270, 300, 19, 20, "ratio", 0.8, "above"), (0, 20, 60, 200, "ratio", 0.8, "below"), (5, 40, 90, 250, "ratio", 0.8, "below"),
         (100, 300, 25, 45, "ratio", 0.8, "below"), (2, 12, 9, 12, "difference", -0.1, "below"), (18, 20, 88, 100, "difference", -0.2, "above"),
         (48, 49, 930, 1000, "ratio", 0.8, "above"), (30, 30, 30, 30, "ratio", 1.25, "below"), (3, 15, 1, 60, "difference", 0.1, "above")]
exacts = [{"a": c[:2], "b": c[2:4], "measure": c[4], "limit": c[5], "side": c[6], "doubt": d, "p": exact(*c, d)}
          for c in EXACT for d in (0, 0.001)]
print(json.dumps({"tools": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__}, "score": score, "exact": exacts}, indent=1))
