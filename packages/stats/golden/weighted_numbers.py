"""Needs, thresholds and numbers of people with weights, person by person: statsmodels for regressions and Clopper and Pearson's limits, scikit-learn for
rates, numpy for quantiles, scipy for binomial ranks and Welch's test. Writes weighted_numbers.json. The people are drawn here; they are
not real.
"""
import json
import pathlib

import numpy as np
import statsmodels.api as sm
from scipy.stats import binom, ttest_ind_from_stats
from sklearn.metrics import accuracy_score, precision_score, recall_score
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(41)
LEVEL = 0.95
people = {}
for name, lean, n in (("a", 0.0, 240), ("b", 1.0, 180)):
    score = rng.integers(1, 9, n)
    need = np.round(2 * score + 1.5 * lean + rng.exponential(3, n), 2)
    happened = rng.uniform(size=n) < score / 9
    limit = np.round(rng.gamma(4, 500, n) + 300 * lean)
    used = np.round(limit * rng.uniform(0.3, 1.4, n))
    # Whoever needs much is drawn less often, and stands for more.
    weight = np.where(need > 14, rng.integers(4, 13, n), rng.integers(1, 7, n)) / 4
    people[name] = {"score": score, "need": need, "happened": happened, "limit": limit, "used": used, "w": weight}


def kish(w):
    return w.sum() ** 2 / (w**2).sum()


def mean(x, w):
    """The weighted mean, its variance by linearisation, and the effective people."""
    done = sm.WLS(x.astype(float), np.ones(len(x)), weights=w).fit(cov_type="HC0")
    n = kish(w)
    return float(done.params[0]), float(done.cov_params()[0, 0] * n / (n - 1)), float(n)


def need_gap(a, b):
    """The coefficient of the group in a weighted regression with an intercept for each score; its variance band by band."""
    score = np.concatenate([a["score"], b["score"]])
    bands = np.unique(score)
    design = np.column_stack([np.repeat([0.0, 1.0], [len(a["w"]), len(b["w"])])] + [(score == s).astype(float) for s in bands])
    fit = sm.WLS(np.concatenate([a["need"], b["need"]]), design, weights=np.concatenate([a["w"], b["w"]])).fit()
    total = spread = 0.0
    for s in bands:
        sides = [(p["need"][p["score"] == s], p["w"][p["score"] == s]) for p in (a, b)]
        sums = [w.sum() for _, w in sides]
        k = sums[0] * sums[1] / sum(sums)
        total += k
        spread += k**2 * sum(mean(x, w)[1] for x, w in sides)
    return {"value": float(fit.params[0]), "variance": float(spread / total**2)}


def sweep(p, thresholds):
    found = {}
    for name, about, event in (
        ("selection-rate", lambda g: np.ones(len(g), bool), lambda g: g),
        ("true-positive-rate", lambda g: p["happened"], lambda g: g),
        ("false-positive-rate", lambda g: ~p["happened"], lambda g: g),
        ("positive-predictive-value", lambda g: g, lambda g: p["happened"]),
        ("negative-predictive-value", lambda g: ~g, lambda g: ~p["happened"]),
        ("accuracy", lambda g: np.ones(len(g), bool), lambda g: g == p["happened"]),
    ):
        points = []
        for t in thresholds:
            given = p["score"] >= t
            who = about(given)
            if not who.any():
                points.append(None)
                continue
            _, variance, n = mean(event(given)[who], p["w"][who])
            # A regression gives a one with its last digit off.
            value = float(np.average(event(given)[who], weights=p["w"][who]))
            effective = min(n, p["w"][who].sum() * p["w"].sum() / (p["w"] ** 2).sum(), value * (1 - value) / variance if 0 < value < 1 else n)
            low, high = proportion_confint(value * effective, effective, (1 - LEVEL) / len(thresholds), "beta")
            points.append([value, float(low), float(high)])
        found[name] = points
    given = p["score"] >= 5
    at = thresholds.index(5)
    same = {
        "true-positive-rate": recall_score(p["happened"], given, sample_weight=p["w"]),
        "positive-predictive-value": precision_score(p["happened"], given, sample_weight=p["w"]),
        "accuracy": accuracy_score(p["happened"], given, sample_weight=p["w"]),
    }
    for name, value in same.items():
        assert abs(found[name][at][0] - value) < 1e-12
    return found


def quantile(x, w, share, level):
    value = float(np.quantile(x, share, weights=w, method="inverted_cdf"))
    rate, variance, n = mean(x <= value, w)
    people = int(rate * (1 - rate) / variance * n / (n - 1) + 1e-9)
    tail = (1 - level) / 2
    ranks = np.arange(0, people + 2)
    lower = max(r for r in ranks[: people + 1] if r == 0 or binom.cdf(r - 1, people, share) <= tail)
    upper = min(r for r in ranks[1:] if r == people + 1 or binom.cdf(r - 1, people, share) >= 1 - tail)
    at = lambda r: float(np.quantile(x, r / people, weights=w, method="inverted_cdf"))
    return [value, None if lower < 1 else at(lower), None if upper > people else at(upper)]


def numbers(p):
    error = p["limit"] - p["used"]
    value, variance, n = mean(error, p["w"])
    absolute = mean(np.abs(error), p["w"])
    return {
        "mean": [value, variance, n],
        "absolute": list(absolute),
        "rootMeanSquare": float(np.sqrt(np.average(error**2, weights=p["w"]))),
        "quantiles": [quantile(error, p["w"], share, LEVEL) for share in (0.1, 0.5, 0.9)],
    }


thresholds = list(range(1, 9))
sides = [mean(people[g]["limit"] - people[g]["used"], people[g]["w"]) for g in ("b", "a")]
(ma, va, na), (mb, vb, nb) = sides
out = {
    "rows": [
        [g, int(s), float(d), bool(h), float(l), float(u), float(w)]
        for g, p in people.items()
        for s, d, h, l, u, w in zip(p["score"], p["need"], p["happened"], p["limit"], p["used"], p["w"])
    ],
    "need": need_gap(people["a"], people["b"]),
    "thresholds": thresholds,
    "sweep": {g: sweep(p, thresholds) for g, p in people.items()},
    "numbers": {g: numbers(p) for g, p in people.items()},
    "error": {"value": ma - mb, "p": float(ttest_ind_from_stats(ma, np.sqrt(va * na), na, mb, np.sqrt(vb * nb), nb, equal_var=False).pvalue)},
}
pathlib.Path(__file__).with_name("weighted_numbers.json").write_text(json.dumps(out) + "\n")
print(out["need"], out["numbers"], out["error"])
