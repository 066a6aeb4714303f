"""Power of the score test against a limit. Run: python planning.py > planning.json

`formula`: Farrington and Manning 1990, with the restricted rates found by scipy's minimiser of the expected likelihood.
`exact`: the true power, by summing the binomial masses of every table whose Miettinen-Nurminen statistic reaches the
critical value; the formula is an approximation of it.
"""
import json
import numpy as np
import scipy
from scipy.optimize import minimize_scalar
from scipy.stats import binom, norm


def restricted(pa, na, pb, nb, limit):
    f = lambda p: -(na * (pa * np.log(limit * p) + (1 - pa) * np.log1p(-limit * p)) + nb * (pb * np.log(p) + (1 - pb) * np.log1p(-p)))
    g = minimize_scalar(f, bounds=(1e-9, min(1, 1 / limit) - 1e-9), method="bounded", options={"xatol": 1e-13}).x
    h = 1e-5  # two Newton steps by differences take the last digits
    for _ in range(2):
        d1 = na * (pa / g - limit * (1 - pa) / (1 - limit * g)) + nb * (pb / g - (1 - pb) / (1 - g))
        d2 = -na * (pa / g ** 2 + limit ** 2 * (1 - pa) / (1 - limit * g) ** 2) - nb * (pb / g ** 2 + (1 - pb) / (1 - g) ** 2)
        g -= d1 / d2
    return g


def formula(pa, na, pb, nb, limit, side, alpha):
    p = restricted(pa, na, pb, nb, limit)
    v0 = limit * p * (1 - limit * p) / na + limit ** 2 * p * (1 - p) / nb
    v1 = pa * (1 - pa) / na + limit ** 2 * pb * (1 - pb) / nb
    d = (pa - limit * pb) * (1 if side == "above" else -1)
    return float(norm.sf((norm.isf(alpha) * np.sqrt(v0) - d) / np.sqrt(v1)))


def exact(pa, na, pb, nb, limit, side, alpha):
    a, b = np.meshgrid(np.arange(na + 1.0), np.arange(nb + 1.0), indexing="ij")
    n = na + nb
    lin = na * limit + a + nb + b * limit
    p = (lin - np.sqrt(np.maximum(0, lin ** 2 - 4 * n * limit * (a + b)))) / (2 * n * limit)
    v = (limit * p * (1 - limit * p) / na + limit ** 2 * p * (1 - p) / nb) * n / (n - 1)
    with np.errstate(all="ignore"):
        z = np.where(v > 0, (a / na - limit * b / nb) / np.sqrt(v), 0)
    region = z >= norm.isf(alpha) if side == "above" else z <= -norm.isf(alpha)
    return float(binom.pmf(np.arange(na + 1), na, pa) @ region @ binom.pmf(np.arange(nb + 1), nb, pb))


CASES = [(0.3, 2500, 0.3, 2500, 0.8, "above", 0.05), (0.5, 400, 0.5, 400, 0.8, "above", 0.05), (0.35, 2500, 0.5, 2500, 0.8, "below", 0.05),
         (0.2, 300, 0.4, 600, 0.8, "below", 0.01), (0.9, 200, 0.9, 1000, 0.8, "above", 0.05), (0.1, 1500, 0.11, 2000, 0.8, "above", 0.05)]
print(json.dumps({"tools": {"scipy": scipy.__version__}, "cases": [
    {"a": c[:2], "b": c[2:4], "limit": c[4], "side": c[5], "alpha": c[6], "formula": formula(*c), "exact": exact(*c)} for c in CASES]}, indent=1))
