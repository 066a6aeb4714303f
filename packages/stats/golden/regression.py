"""Logistic regression: statsmodels Logit and get_margeff; Firth's penalised likelihood by scipy's general minimiser and a
Newton polish with derivatives from complex steps, which knows nothing of Firth's score.

Run: OMBUD_DATA=DIR python regression.py > regression.json (published data; only answers are kept)
"""
import json
import os
import warnings
import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.optimize import minimize
from scipy.stats import chi2

warnings.filterwarnings("ignore")


def logit(rows):
    X = np.repeat(np.array([r[0] for r in rows], float), [r[2] for r in rows], axis=0)
    y = np.concatenate([np.r_[np.ones(r[1]), np.zeros(r[2] - r[1])] for r in rows])
    fit = sm.Logit(y, sm.add_constant(X, has_constant="add")).fit(disp=0, tol=1e-14, maxiter=200, method="newton")
    out = {"coefficients": fit.params.tolist(), "errors": fit.bse.tolist(), "logLikelihood": float(fit.llf)}
    for name, dummy in (("continuous", False), ("indicator", True)):
        m = fit.get_margeff(at="overall", method="dydx", dummy=dummy)
        out[name] = {"effects": m.margeff.tolist(), "errors": m.margeff_se.tolist()}
    return out


def firth(rows):
    X = np.array([[1.0, *r[0]] for r in rows])
    e, n = np.array([r[1] for r in rows], float), np.array([r[2] for r in rows], float)

    def value(b):
        eta = X @ b
        p = 1 / (1 + np.exp(-eta))
        return np.sum(e * np.log(p) + (n - e) * np.log(1 - p)) + 0.5 * np.log(np.linalg.det(X.T @ (X * (n * p * (1 - p))[:, None])))

    def best(free):
        full = lambda f: np.array([f[free.index(j)] if j in free else 0 * (f[0] if len(f) else 0) for j in range(X.shape[1])])
        if not free:
            return np.zeros(X.shape[1]), value(np.zeros(X.shape[1]))
        f = minimize(lambda f: -value(full(f)), np.zeros(len(free)), method="Nelder-Mead",
                     options={"xatol": 1e-9, "fatol": 1e-13, "maxiter": 40000, "maxfev": 40000}).x

        def gradient(f):
            g = []
            for i in range(len(f)):
                z = f.astype(complex); z[i] += 1e-30j
                g.append(value(full(z)).imag / 1e-30)
            return np.array(g)
        for _ in range(8):
            h = 1e-5
            H = np.array([(gradient(f + h * u) - gradient(f - h * u)) / (2 * h) for u in np.eye(len(f))])
            f = f - np.linalg.solve(H, gradient(f))
        return full(f), value(full(f))
    k = X.shape[1]
    b, top = best(list(range(k)))
    p = [float(chi2.sf(2 * (top - best([j for j in range(k) if j != i])[1]), 1)) for i in range(k)]
    return {"coefficients": b.tolist(), "penalisedLogLikelihood": float(top), "p": p}


ROWS = {
    "two variables": [([0, 0.0], 30, 100), ([1, 0.0], 20, 100), ([0, 1.5], 60, 120), ([1, 1.5], 41, 90), ([0, -2.0], 5, 50), ([1, -2.0], 9, 80), ([1, 4.0], 19, 25)],
    "one group": [([0], 45, 100), ([1], 30, 100)],
}
SPARSE = {
    "separated": [([0, 0.0], 0, 7), ([1, 0.0], 3, 6), ([0, 1.0], 0, 9), ([1, 1.0], 4, 5)],
    "few": [([0], 1, 12), ([1], 5, 9)],
}
# Each variable: a column as a number, or 1 where it has a value. Columns by their place.
DATA = [
    {"name": "Boston mortgages 1990 (HMDA)", "file": "boston_hmda_aer.csv", "head": True, "event": [1, "yes"],
     "variables": [[12, "yes"], [2, None], [4, None], [7, "yes"], [5, None]]},
    {"name": "COMPAS, two years", "file": "compas/compas-scores-two-years.deidentified.csv", "head": True, "event": [10, "1"],
     "variables": [[0, "African-American"], [1, "Female"], [2, "Less than 25"], [9, "F"], [3, None]]},
    {"name": "Law school, bar passage", "file": "law_school_clean.csv", "head": True, "event": [11, "1.0"],
     "variables": [[10, "White"], [8, "1.0"], [2, None], [3, None]]},
    {"name": "Adult, income", "file": "adult/adult_uci.data", "head": True, "event": [14, ">50K"],
     "variables": [[9, "Female"], [0, None], [4, None], [12, None]]},
]


def read(spec):
    rows = []
    with open(os.path.join(os.environ["OMBUD_DATA"], spec["file"])) as file:
        for i, line in enumerate(file):
            cells = [c.strip() for c in line.strip().split(",")]
            if (i == 0 and spec["head"]) or len(cells) <= spec["event"][0]:
                continue
            x = [float(cells[c]) if v is None else float(cells[c] == v) for c, v in spec["variables"]]
            rows.append((x, int(cells[spec["event"][0]] == spec["event"][1]), 1))
    return rows


out = {"tools": {"statsmodels": statsmodels.__version__, "scipy": scipy.__version__},
       "logit": [{"name": k, "rows": [{"x": r[0], "events": r[1], "n": r[2]} for r in v], **logit(v)} for k, v in ROWS.items()],
       "data": [{**spec, "people": len(read(spec)), **logit(read(spec))} for spec in DATA],
       "firth": [{"name": k, "rows": [{"x": r[0], "events": r[1], "n": r[2]} for r in v], **firth(v)} for k, v in {**SPARSE, **ROWS}.items()]}
print(json.dumps(out, indent=1))
