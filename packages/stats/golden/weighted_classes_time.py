"""Classes, periods and drift of people with weights, person by person: statsmodels for the variances of rates, for Wilson's and
Newcombe's limits, numpy's eigenvalues for the test of Rao and Scott, scipy for chi-squared. Writes weighted_classes_time.json. The
people are drawn here; they are not real.
"""
import json
import pathlib

import numpy as np
import statsmodels.api as sm
from scipy.stats import chi2, norm
from sklearn.metrics import f1_score, precision_score, recall_score
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

rng = np.random.default_rng(17)
N = 900
classes = np.array(["a", "b", "c"])
group = np.where(rng.uniform(size=N) < 0.55, "x", "y")
truth = classes[rng.choice(3, N, p=[0.5, 0.3, 0.2])]
given = np.where(rng.uniform(size=N) < np.where(group == "x", 0.75, 0.6), truth, classes[rng.choice(3, N)])
month = rng.choice(["2026-01", "2026-02", "2026-03", "2026-04"], N)
given = np.where((month == "2026-04") & (rng.uniform(size=N) < 0.25), "a", given)
score = np.round(rng.normal(50, 12, N) + 4 * (month == "2026-04"))
# Whoever was given a is drawn more seldom and stands for more.
weight = np.where(given == "a", rng.integers(4, 13, N), rng.integers(1, 8, N)) / 4


def rate(event, inside):
    """The weighted rate, so many people of weight 1, and Wilson's limits of these."""
    x, w = event[inside].astype(float), weight[inside]
    if len(x) == 0:
        return None
    done = sm.WLS(x, np.ones(len(x)), weights=w).fit(cov_type="HC0")
    value, variance = float(done.params[0]), float(done.cov_params()[0, 0])
    n = value * (1 - value) / variance
    low, high = proportion_confint(value * n, n, 0.05, method="wilson")
    return [value, n, float(low), float(high)]


def gap(a, b, level):
    first, second = rate(*a), rate(*b)
    low, high = confint_proportions_2indep(
        first[0] * first[1], first[1], second[0] * second[1], second[1], method="newcomb", alpha=1 - level
    )
    pooled = (first[0] * first[1] + second[0] * second[1]) / (first[1] + second[1])
    z = (first[0] - second[0]) / np.sqrt(pooled * (1 - pooled) * (1 / first[1] + 1 / second[1]))
    return [first[0] - second[0], float(low), float(high), float(2 * norm.sf(abs(z)))]


def rao_scott(values):
    """The eigenvalues of the design effect of the first K - 1 shares, from the people themselves."""
    names = sorted(set(values))
    late = month == "2026-04"
    shares, cover = [], []
    for side in (~late, late):
        w = weight[side] / weight[side].sum()
        z = np.array([values[side] == name for name in names[:-1]], dtype=float)
        p = z @ w
        residual = (z - p[:, None]) * w
        shares.append(p)
        cover.append(residual @ residual.T)
    pooled = np.array([weight[values == name].sum() for name in names[:-1]]) / weight.sum()
    base = np.diag(pooled) - np.outer(pooled, pooled)
    distance = shares[0] - shares[1]
    statistic = distance @ np.linalg.solve(base, distance)
    eigen = np.real(np.linalg.eigvals(np.linalg.solve(base, cover[0] + cover[1])))
    df = eigen.sum() ** 2 / (eigen**2).sum()
    scaled = statistic * eigen.sum() / (eigen**2).sum()
    before = np.array([weight[~late & (values == name)].sum() for name in names]) / weight[~late].sum()
    after = np.array([weight[late & (values == name)].sum() for name in names]) / weight[late].sum()
    index = ((after - before) * np.log(after / before)).sum()
    return {"index": float(index), "statistic": float(scaled), "df": float(df), "p": float(chi2.sf(scaled, df))}


known = {}
for name in ("x", "y"):
    mine = group == name
    known[name] = {
        "classes": {
            c: {
                "share": rate(given == c, mine),
                "recall": rate(given == c, mine & (truth == c)),
                "false": rate(given == c, mine & (truth != c)),
                "precision": rate(truth == c, mine & (given == c)),
            }
            for c in classes
        },
        "accuracy": rate(given == truth, mine),
        "macro": [
            float(f(truth[mine], given[mine], average="macro", sample_weight=weight[mine]))
            for f in (recall_score, precision_score, f1_score)
        ],
        "periods": {m: rate(given == "a", mine & (month == m)) for m in sorted(set(month))},
    }
# Two groups, three classes, two rates: six intervals at once.
level = 1 - 0.05 / 6
smaller, larger = sorted(("x", "y"), key=lambda g: weight[group == g].sum())
pairs = {
    c: {
        "share": gap((given == c, group == smaller), (given == c, group == larger), level),
        "recall": gap(
            (given == c, (group == smaller) & (truth == c)), (given == c, (group == larger) & (truth == c)), level
        ),
    }
    for c in classes
}
rows = [
    [str(group[i]), str(given[i]), str(truth[i]), f"{month[i]}-{1 + i % 28:02d}", float(score[i]), float(weight[i])]
    for i in range(N)
]
drift = {"decision": rao_scott(given == "a"), "group": rao_scott(group)}
out = {"rows": rows, "known": known, "pairs": pairs, "smaller": smaller, "drift": drift}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
