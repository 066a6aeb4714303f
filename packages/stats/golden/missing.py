"""Imbens and Manski's intervals of bounds under missing data, with scipy's root finder and normal distribution; bounds by
trying every number of events among the missing. Run: python missing.py > missing.json"""
import json
import numpy as np
import scipy
from scipy.optimize import brentq
from scipy.stats import norm


def critical(width, error, level):
    return brentq(lambda c: norm.cdf(c + width / error) - norm.cdf(-c) - level, 0, 20, xtol=1e-15)


def case(a, b, level):
    ra = [(a[0] + i) / (a[1] + a[2]) for i in range(a[2] + 1)]
    rb = [(b[0] + i) / (b[1] + b[2]) for i in range(b[2] + 1)]
    na, nb = a[1] + a[2], b[1] + b[2]
    v = lambda p, n: p * (1 - p) / n
    out = {"a": a, "b": b, "level": level, "rate": [min(ra), max(ra)]}
    diff = [x - y for x in ra for y in rb]
    ratio = [x / y for x in ra for y in rb]
    out["difference"], out["ratio"] = [min(diff), max(diff)], [min(ratio), max(ratio)]
    se = [np.sqrt(v(min(ra), na)), np.sqrt(v(max(ra), na))]
    c = critical(max(ra) - min(ra), max(se), level)
    out["rateInterval"] = [min(ra) - c * se[0], max(ra) + c * se[1]]
    se = [np.sqrt(v(min(ra), na) + v(max(rb), nb)), np.sqrt(v(max(ra), na) + v(min(rb), nb))]
    c = critical(max(diff) - min(diff), max(se), level)
    out["differenceInterval"] = [min(diff) - c * se[0], max(diff) + c * se[1]]
    r = lambda p, n: (1 - p) / (p * n)
    se = [np.sqrt(r(min(ra), na) + r(max(rb), nb)), np.sqrt(r(max(ra), na) + r(min(rb), nb))]
    c = critical(np.log(max(ratio) / min(ratio)), max(se), level)
    out["ratioInterval"] = [min(ratio) * np.exp(-c * se[0]), max(ratio) * np.exp(c * se[1])]
    return out


CASES = [([30, 80, 20], [45, 100, 0]), ([100, 200, 300], [250, 500, 0]), ([5, 40, 1], [9, 44, 3]), ([300, 1000, 0], [320, 1000, 0])]
print(json.dumps({"tools": {"scipy": scipy.__version__}, "cases": [case(*c, level) for c in CASES for level in (0.9, 0.95)]}, indent=1))
