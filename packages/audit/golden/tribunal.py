"""What a tribunal asks, and the adjusted gap, by scipy and statsmodels on published data; only answers are kept.

Run: OMBUD_DATA=DIR python tribunal.py > tribunal.json
"""
import json
import os

import numpy as np
import pandas as pd
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.stats import fisher_exact, hypergeom
from scipy.stats.contingency import odds_ratio

DATA = os.environ["OMBUD_DATA"]


def read(name, **options):
    return pd.read_csv(os.path.join(DATA, name), dtype=str, keep_default_na=False, **options)


def column(frame, name):
    return frame[name].str.strip()


def compas():
    f = read("compas/compas-scores-two-years.deidentified.csv")
    return column(f, "sex"), column(f, "score_text").eq("Low"), {"age_cat": column(f, "age_cat"), "c_charge_degree": column(f, "c_charge_degree")}


def hmda():
    f = read("boston_hmda_aer.csv")
    return column(f, "afam"), column(f, "deny").eq("no"), {k: column(f, k) for k in ("single", "hschool", "selfemp")}


def adult():
    f = read("adult/adult_uci.data", skipinitialspace=True)
    return column(f, "sex"), column(f, "classification").eq(">50K"), {"race": column(f, "race"), "marital-status": column(f, "marital-status")}


def law():
    f = read("law_school_clean.csv")
    return column(f, "race"), column(f, "pass_bar").eq("1.0"), {"male": column(f, "male"), "tier": column(f, "tier")}


def answers(group, event, strata, reference):
    other = next(g for g in sorted(group.unique()) if g != reference)
    in_a, in_b = group.eq(other), group.eq(reference)
    a, n, b, m = int(event[in_a].sum()), int(in_a.sum()), int(event[in_b].sum()), int(in_b.sum())
    total, events = n + m, a + b
    law_of = hypergeom(total, events, n)
    seen = law_of.pmf(a)
    p = fisher_exact([[a, n - a], [b, m - b]]).pvalue
    x = np.r_[np.ones(n), np.zeros(m)]
    y = np.r_[np.ones(a), np.zeros(n - a), np.ones(b), np.zeros(m - b)]
    columns = [in_a.astype(float)]
    for values in strata.values():
        columns += [values.eq(v).astype(float) for v in sorted(values.unique())[1:]]
    X = sm.add_constant(np.column_stack(columns))
    fit = sm.GLM(event.astype(float).to_numpy(), X, family=sm.families.Binomial()).fit(tol=1e-14, maxiter=200)
    # The difference of the mean chances with the indicator at 1 and at 0; its error by the delta method.
    one, none = X.copy(), X.copy()
    one[:, 1], none[:, 1] = 1, 0
    pa, pb = fit.predict(one), fit.predict(none)
    gradient = ((pa * (1 - pa))[:, None] * one - (pb * (1 - pb))[:, None] * none).mean(axis=0)
    return {
        "group": other, "reference": reference, "counts": [a, n, b, m],
        "shortfall": float(law_of.mean() - a), "z": float((a - law_of.mean()) / law_of.std()),
        "exact": float(p), "midP": float(p - seen / 2),
        "oddsRatio": float(odds_ratio([[a, n - a], [b, m - b]], kind="conditional").statistic),
        "h": float(2 * np.arcsin(np.sqrt(a / n)) - 2 * np.arcsin(np.sqrt(b / m))), "phi": float(np.corrcoef(x, y)[0, 1]),
        "strata": list(strata), "adjusted": float((pa - pb).mean()),
        "adjustedError": float(np.sqrt(gradient @ fit.cov_params() @ gradient)), "adjustedOddsRatio": float(np.exp(fit.params[1])),
    }


CASES = {"compas": (compas, "Female"), "hmda": (hmda, "no"), "adult": (adult, "Male"), "law-school": (law, "White")}
out = {"tools": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__}, "cases": {}}
for name, (load, reference) in CASES.items():
    group, event, strata = load()
    out["cases"][name] = answers(group, event, strata, reference)
print(json.dumps(out, indent=1))
