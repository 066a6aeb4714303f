"""DiCE (random) on the people of the bench, with the same columns, directions and ranges; and LightGBM's word on our plans.

Reads the JSON that bench/recourse.ts writes; prints one JSON line.
"""

import json
import random
import sys
import time
import warnings
from importlib.metadata import version

import dice_ml
import lightgbm as lgb
import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
asked = json.load(open(sys.argv[1]))
frame = pd.read_csv(asked["people"]).astype(float)
columns = [c for c in frame.columns if c != "Good"]
booster = lgb.Booster(model_file=asked["model"], params={"num_threads": 1})


class Model:
    """What DiCE asks of a classifier. It cannot hold missing values, so -1 stands for them and is turned back here."""

    classes_ = np.array([0, 1])

    def predict_proba(self, x):
        values = np.asarray(x, dtype=float).copy()
        values[values == -1] = np.nan
        good = booster.predict(values)
        return np.column_stack([1 - good, good])

    def predict(self, x):
        return (self.predict_proba(x)[:, 1] >= 0.5).astype(int)


filled = frame.fillna(-1)
filled["Good"] = Model().predict(filled[columns])
data = dice_ml.Data(dataframe=filled, continuous_features=columns, outcome_name="Good")
explainer = dice_ml.Dice(data, dice_ml.Model(model=Model(), backend="sklearn"), method="random")

rules = asked["rules"]
seen = {c: (float(frame[c].min()), float(frame[c].max())) for c in columns}
answers = []
for one in asked["plans"]:
    row = pd.Series([np.nan if x is None else x for x in one["row"]], index=columns)
    ranges = {}
    for column, rule in rules.items():
        if np.isnan(row[column]):
            continue
        low, high = seen[column]
        if rule["change"] == "up":
            low = row[column]
        if rule["change"] == "down":
            high = row[column]
        if low < high:
            ranges[column] = [low, high]
    start = time.perf_counter()
    random.seed(1)
    try:
        result = explainer.generate_counterfactuals(
            row.fillna(-1).to_frame().T, total_CFs=1, desired_class=1, features_to_vary=list(ranges), permitted_range=ranges, random_seed=1, verbose=False
        )
        found = result.cf_examples_list[0].final_cfs_df
    except Exception:  # DiCE raises where it finds none
        found = None
    ms = (time.perf_counter() - start) * 1000
    if found is None or len(found) == 0:
        answers.append({"found": False, "flips": False, "broken": False, "ms": ms})
        continue
    plan = found[columns].astype(float).iloc[0]
    before = row.fillna(-1)
    moved = [c for c in columns if abs(plan[c] - before[c]) > 1e-6]
    broken = any(c not in ranges or not ranges[c][0] - 1e-6 <= plan[c] <= ranges[c][1] + 1e-6 for c in moved)
    flips = bool(Model().predict(plan.to_frame().T)[0] == 1)
    answers.append({"found": True, "flips": flips, "broken": broken, "ms": ms})

ours = [one["plan"] for one in asked["plans"] if one["plan"] is not None]
scores = booster.predict(np.array([[np.nan if x is None else x for x in plan] for plan in ours]), raw_score=True) if ours else []
print(json.dumps({"version": version("dice-ml"), "flips": int(sum(score >= 0 for score in scores)), "dice": answers}))
