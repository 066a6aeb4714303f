"""Exact path-dependent Shapley values by the libraries themselves, one thread, in CPU seconds.

    python explain_rows.py make FOLDER          trains the models (200 trees, 31 leaves, 20 columns) and writes the rows
    python explain_rows.py PEER FOLDER ROWS     lightgbm | xgboost | shap: prints {"rows", "cpuSeconds", "oneRowMs"}
    python explain_rows.py shap-background ...  the same against a background of 100 rows, for the other game
"""

import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np

COLUMNS, PEOPLE = 20, 20_000


def make(folder):
    import lightgbm
    import xgboost

    rng = np.random.default_rng(7)
    x = rng.normal(size=(PEOPLE, COLUMNS))
    margin = x @ rng.normal(size=COLUMNS) + 2 * x[:, 0] * x[:, 1] + 2 * np.sin(3 * x[:, 2]) + rng.normal(size=PEOPLE)
    y = (margin > 0).astype(int)
    light = {"objective": "binary", "num_leaves": 31, "verbose": -1, "num_threads": 1, "seed": 1}
    lightgbm.train(light, lightgbm.Dataset(x, y), 200).save_model(folder / "lightgbm.txt")
    extreme = {"objective": "binary:logistic", "max_leaves": 31, "max_depth": 0, "grow_policy": "lossguide",
               "tree_method": "hist", "nthread": 1, "seed": 1}
    xgboost.train(extreme, xgboost.DMatrix(x, y), 200).save_model(folder / "xgboost.json")
    x[:2000].tofile(folder / "rows.f64")


def explainer(peer, folder):
    if peer == "xgboost":
        import xgboost

        model = xgboost.Booster({"nthread": 1}, model_file=folder / "xgboost.json")
        return lambda rows: model.predict(xgboost.DMatrix(rows, nthread=1), pred_contribs=True)
    import lightgbm

    model = lightgbm.Booster(model_file=folder / "lightgbm.txt", params={"num_threads": 1})
    if peer == "lightgbm":
        return lambda rows: model.predict(rows, pred_contrib=True, num_threads=1)
    import shap

    if peer == "shap-background":
        background = np.fromfile(folder / "rows.f64").reshape(-1, COLUMNS)[-100:]
        against = shap.TreeExplainer(model, background, feature_perturbation="interventional")
        return lambda rows: against.shap_values(rows, check_additivity=False)
    tree = shap.TreeExplainer(model, feature_perturbation="tree_path_dependent")
    # shap hands LightGBM's models back to LightGBM; this asks its own C code.
    tree.model.model_type = "internal"
    return lambda rows: tree.shap_values(rows, check_additivity=False)


def main():
    peer, folder = sys.argv[1], Path(sys.argv[2])
    if peer == "make":
        make(folder)
        return
    rows = np.fromfile(folder / "rows.f64").reshape(-1, COLUMNS)[: int(sys.argv[3])]
    explain = explainer(peer, folder)
    explain(rows[:5])
    started = time.process_time()
    explain(rows)
    seconds = time.process_time() - started
    one = []
    for row in rows[:50]:
        started = time.perf_counter()
        explain(row[None, :])
        one.append((time.perf_counter() - started) * 1000)
    print(json.dumps({"rows": len(rows), "cpuSeconds": seconds, "oneRowMs": statistics.median(one)}))


main()
