"""Scores of people with weights, person by person: scikit-learn for the area, statsmodels for means, and the variance of the area
by its influence on each person, written apart from Ombud. Writes weighted_scores.json. The people are drawn here; they are not real.
"""
import json
import pathlib

import numpy as np
import statsmodels.api as sm
from scipy.stats import wasserstein_distance
from sklearn.metrics import roc_auc_score

rng = np.random.default_rng(77)
groups = {}
for name, lean, people in (("a", 0.0, 160), ("b", 0.5, 120)):
    chance = rng.uniform(0.05, 0.95, people).round(2)
    happened = rng.uniform(size=people) < np.clip(chance + 0.15 * lean, 0, 1)
    # Those for whom it happened are drawn less often, and stand for more.
    weight = np.where(happened, rng.integers(4, 13, people), rng.integers(1, 9, people)) / 4
    groups[name] = (chance, happened, weight)


def kish(w):
    return w.sum() ** 2 / (w**2).sum()


def area(s, y, w):
    value = roc_auc_score(y, s, sample_weight=w)
    parts = []
    for own, other, sign in ((y, ~y, 1), (~y, y, -1)):
        beats = ((sign * s[own, None] > sign * s[None, other]) + 0.5 * (s[own, None] == s[None, other])) @ w[other] / w[other].sum()
        n = kish(w[own])
        parts.append(n / (n - 1) * (w[own] ** 2 * (beats - value) ** 2).sum() / w[own].sum() ** 2)
    return {"value": float(value), "variance": float(sum(parts))}


def mean(x, w):
    done = sm.WLS(x.astype(float), np.ones(len(x)), weights=w).fit(cov_type="HC0")
    n = kish(w)
    return {"value": float(done.params[0]), "variance": float(done.cov_params()[0, 0] * n / (n - 1)), "people": float(n)}


known = {
    name: {"auc": area(s, y, w), "mean": mean(s, w), "rate": mean(y, w), "inTheLarge": mean(y - s, w)}
    for name, (s, y, w) in groups.items()
}
(s, _, w), (t, _, v) = groups["a"], groups["b"]
out = {
    "rows": [[n, float(a), bool(b), float(c)] for n, g in groups.items() for a, b, c in zip(*g)],
    "known": known,
    "wasserstein": float(wasserstein_distance(s, t, w, v)),
}
pathlib.Path(__file__).with_name("weighted_scores.json").write_text(json.dumps(out) + "\n")
print(known)
