"""Thresholds of groups with the same share of positive decisions: Fairlearn's ThresholdOptimizer (fairlearn 0.15.0).

Writes thresholds.json. The people are drawn here with a fixed seed; they are not real.
"""
import json
import pathlib

import numpy as np
from fairlearn.postprocessing import ThresholdOptimizer
from sklearn.base import BaseEstimator, ClassifierMixin

people = 100
rng = np.random.default_rng(2016)
groups = {"a": 0.0, "b": 0.8, "c": -0.6}
score, happened, group = [], [], []
for name, lean in groups.items():
    # No two people of a group have the same score, so that every share in hundredths can be reached.
    own = np.sort(rng.normal(lean, 1.0, people)).round(6)
    assert len(set(own)) == people
    score += list(own)
    happened += [bool(rng.uniform() < 1 / (1 + np.exp(-2 * (x - 0.4 * lean)))) for x in own]
    group += [name] * people


class Score(ClassifierMixin, BaseEstimator):
    """A model that answers with the score that it is given."""

    def fit(self, x, y):
        self.fitted_ = True
        self.classes_ = np.array([0, 1])
        return self

    def predict(self, x):
        return np.asarray(x)[:, 0]


x, y = np.array(score).reshape(-1, 1), np.array(happened).astype(int)
optimizer = ThresholdOptimizer(
    estimator=Score().fit(x, y),
    constraints="demographic_parity",
    objective="accuracy_score",
    grid_size=people,
    prefit=True,
    predict_method="predict",
)
optimizer.fit(x, y, sensitive_features=group)
pmf = optimizer._pmf_predict(x, sensitive_features=group)[:, 1]
# Where lots are drawn between two thresholds, some people have the positive decision by chance.
known = {}
for name in groups:
    own = np.array(group) == name
    chance, scores, label = pmf[own], x[own, 0], y[own]
    known[name] = {
        "positive": float(chance.sum()),
        "surely": int((chance > 1 - 1e-9).sum()),
        "byLot": int(((chance > 1e-9) & (chance < 1 - 1e-9)).sum()),
        "lowestSure": float(scores[chance > 1 - 1e-9].min()),
        "lowest": float(scores[chance > 1e-9].min()),
        "errors": float((chance * (label == 0) + (1 - chance) * (label == 1)).sum()),
    }
out = {"rows": [[g, s, h] for g, s, h in zip(group, score, happened)], "known": known}
pathlib.Path(__file__).with_name("thresholds.json").write_text(json.dumps(out) + "\n")
print(known)
