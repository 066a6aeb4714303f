"""Makes the small models beside this file and what their own libraries answer.

    pip install lightgbm==4.7.0 xgboost==3.2.0 scikit-learn==1.9.1 skl2onnx==1.20.0 onnxmltools==1.16.0 onnxruntime==1.32.0 pandas
    python make.py

The people in it are drawn by chance. Each model has NAME.txt, .json or .onnx, and NAME.answers.json: `columns`, `rows`
(null is missing), `margins`, `probabilities` (null where the library gives none) and, where the library has them,
`contributions` (rows x outputs x columns and the baseline).
"""

import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np
import pandas as pd
import xgboost as xgb

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2] / "python"))
from ombud.export_model import export_model  # noqa: E402

PEOPLE, ASKED = 600, 60


def people(seed):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({
        "income": np.round(rng.lognormal(3, 0.6, PEOPLE), 2),
        "age": rng.integers(18, 80, PEOPLE),
        "debts": rng.integers(0, 6, PEOPLE),
        "housing": pd.Categorical(rng.choice(["own", "rent", "with é", "other", "none"], PEOPLE)),
        "area": pd.Categorical(rng.choice([3, 5, 8, 900], PEOPLE)),
        "balance": np.round(rng.normal(0, 100, PEOPLE) * (rng.random(PEOPLE) > 0.3), 1),
    })
    margin = (0.05 * frame.income - 0.4 * frame.debts + (frame.housing == "own") * 0.8
              - (frame.area == 900) * 1.2 + frame.balance / 150 + rng.normal(0, 0.5, PEOPLE) - 0.2)
    frame["income"] = frame.income.where(rng.random(PEOPLE) > 0.15)
    frame["housing"] = frame.housing.where(rng.random(PEOPLE) > 0.1)
    y = (margin > 0.3).astype(int)
    three = y + (margin > 1.2)
    return frame, y.to_numpy(), three.to_numpy(), margin.to_numpy()


def asked(frame):
    """The people whose answers are kept, with some values missing that were not in training."""
    rows = frame.iloc[:ASKED].copy()
    rows.loc[rows.index[5:9], "age"] = np.nan
    rows.loc[rows.index[9:12], "balance"] = np.nan
    return rows


def cells(frame):
    def cell(value):
        if value is None or (isinstance(value, float) and np.isnan(value)) or value is pd.NA:
            return None
        return value.item() if hasattr(value, "item") else value
    return [[cell(value) for value in row] for row in frame.astype(object).to_numpy()]


def write(name, rows, margins, probabilities, contributions=None):
    def plain(array):
        return None if array is None else np.asarray(array, dtype=float).reshape(len(rows), -1).tolist()
    document = {"columns": list(map(str, rows.columns)), "rows": cells(rows), "margins": plain(margins),
                "probabilities": plain(probabilities)}
    if contributions is not None:
        kept = np.asarray(contributions, dtype=float).reshape(len(rows), -1, rows.shape[1] + 1)[:25]
        document["contributions"] = kept.tolist()
    (HERE / f"{name}.answers.json").write_text(json.dumps(document, allow_nan=False) + "\n", encoding="utf-8")


# LightGBM


def lightgbm_model(name, frame, y, rows, contributions=True, rounds=12, **parameters):
    parameters = {"num_leaves": 8, "verbose": -1, "num_threads": 1, "min_data_in_leaf": 10, "seed": 1,
                  "deterministic": True, **parameters}
    model = lgb.train(parameters, lgb.Dataset(frame, y), rounds)
    model.save_model(HERE / f"{name}.txt")
    (HERE / f"{name}.json").write_text(json.dumps(model.dump_model()) + "\n", encoding="utf-8")
    # A forest's raw score and contributions are sums over its trees; what it answers comes from their mean.
    trees = rounds if parameters.get("boosting") == "rf" else 1
    write(name, rows, model.predict(rows, raw_score=True) / trees, model.predict(rows),
          model.predict(rows, pred_contrib=True) / trees if contributions else None)


def lightgbm_models():
    frame, y, three, margin = people(1)
    rows = asked(frame)
    lightgbm_model("lightgbm-binary", frame, y, rows, objective="binary", max_cat_to_onehot=1, sigmoid=0.7)
    lightgbm_model("lightgbm-multiclass", frame, three, rows, objective="multiclass", num_class=3, rounds=5)
    lightgbm_model("lightgbm-one-vs-all", frame, three, rows, objective="multiclassova", num_class=3, rounds=4)
    lightgbm_model("lightgbm-zero-missing", frame, margin, rows, objective="regression", zero_as_missing=True)
    lightgbm_model("lightgbm-no-missing", frame.drop(columns="housing"), np.abs(margin),
                   rows.drop(columns="housing"), objective="poisson", use_missing=False)
    lightgbm_model("lightgbm-sqrt", frame, margin, rows, objective="regression", reg_sqrt=True, rounds=5)
    lightgbm_model("lightgbm-forest", frame, y, rows, objective="binary", boosting="rf", bagging_freq=1,
                   bagging_fraction=0.6, feature_fraction=0.7)
    lightgbm_model("lightgbm-monotone", frame, y, rows, objective="binary",
                   monotone_constraints=[1, 0, -1, 0, 0, 0])


# XGBoost


def xgboost_model(name, frame, y, rows, rounds=12, **parameters):
    parameters = {"max_depth": 4, "nthread": 1, "seed": 1, "tree_method": "hist", **parameters}
    model = xgb.train(parameters, xgb.DMatrix(frame, y, enable_categorical=True), rounds)
    model.save_model(HERE / f"{name}.json")
    data = xgb.DMatrix(rows, enable_categorical=True)
    write(name, rows, model.predict(data, output_margin=True), model.predict(data),
          model.predict(data, pred_contribs=True))


def xgboost_models():
    frame, y, three, margin = people(2)
    # XGBoost 3.2 cuts the names of categories with letters beyond ASCII in its files.
    frame["housing"] = frame.housing.cat.rename_categories({"with é": "with friends"})
    rows = asked(frame)
    xgboost_model("xgboost-binary", frame, y, rows, objective="binary:logistic", max_cat_to_onehot=1)
    xgboost_model("xgboost-base-score", frame, y, rows, objective="binary:logistic", base_score=0.2, rounds=4)
    xgboost_model("xgboost-multiclass", frame, three, rows, objective="multi:softprob", num_class=3, rounds=4)
    xgboost_model("xgboost-poisson", frame, np.abs(margin), rows, objective="count:poisson", rounds=6)
    xgboost_model("xgboost-regression", frame, margin, rows, objective="reg:squarederror", num_parallel_tree=3,
                  subsample=0.7, rounds=4)
    xgboost_model("xgboost-dart", frame, y, rows, objective="binary:logistic", booster="dart", rate_drop=0.4,
                  one_drop=1)
    xgboost_model("xgboost-raw", frame, y, rows, objective="binary:logitraw", base_score=0.3, rounds=4)


# scikit-learn, by the exporter


def sklearn_models():
    from sklearn.ensemble import (ExtraTreesClassifier, GradientBoostingClassifier, GradientBoostingRegressor,
                                  HistGradientBoostingClassifier, HistGradientBoostingRegressor,
                                  RandomForestClassifier, RandomForestRegressor)
    from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

    frame, y, three, margin = people(3)
    numbers = frame.drop(columns=["housing", "area"])
    full = numbers.fillna(20.0)
    rows = asked(frame)
    some = rows[numbers.columns]
    whole = full.iloc[:ASKED]

    def model(name, estimator, x, target, given, raw=None):
        estimator.fit(x, target)
        export_model(estimator, HERE / f"{name}.json")
        answers = getattr(estimator, "predict_proba", estimator.predict)(given)
        margins = raw(given) if raw else None
        if hasattr(estimator, "decision_function") and raw is None:
            margins = estimator.decision_function(given)
        # Of two classes the chance of the second says it all.
        if answers.ndim == 2 and answers.shape[1] == 2:
            answers = answers[:, 1]
        write(name, given, answers if margins is None else margins, answers)

    model("sklearn-linear", LinearRegression(), full, margin, whole)
    model("sklearn-ridge", Ridge(), full, margin, whole)
    model("sklearn-logistic", LogisticRegression(max_iter=2000), full, y, whole)
    model("sklearn-softmax", LogisticRegression(max_iter=4000), full, three, whole)
    model("sklearn-scaled", make_pipeline(StandardScaler(), LogisticRegression()), full, y, whole)
    model("sklearn-tree", DecisionTreeClassifier(max_depth=5, random_state=1), numbers, three, some)
    model("sklearn-tree-regression", DecisionTreeRegressor(max_depth=5, random_state=1), numbers, margin, some)
    model("sklearn-forest", RandomForestClassifier(8, max_depth=5, random_state=1), numbers, y, some)
    model("sklearn-forest-classes", RandomForestClassifier(5, max_depth=4, random_state=1), numbers, three, some)
    model("sklearn-forest-regression", RandomForestRegressor(8, max_depth=4, random_state=1), numbers, margin, some)
    model("sklearn-extra", ExtraTreesClassifier(6, max_depth=4, random_state=1), full, y, whole)
    model("sklearn-boosting", GradientBoostingClassifier(n_estimators=10, random_state=1), full, y, whole)
    model("sklearn-boosting-exponential",
          GradientBoostingClassifier(n_estimators=6, loss="exponential", random_state=1), full, y, whole)
    model("sklearn-boosting-classes", GradientBoostingClassifier(n_estimators=4, random_state=1), full, three, whole)
    model("sklearn-boosting-regression", GradientBoostingRegressor(n_estimators=10, random_state=1), full, margin,
          whole)
    model("sklearn-histogram", HistGradientBoostingClassifier(max_iter=12, max_leaf_nodes=8), frame, y, rows)
    model("sklearn-histogram-classes", HistGradientBoostingClassifier(max_iter=4, max_leaf_nodes=8), frame, three,
          rows)
    poisson = HistGradientBoostingRegressor(max_iter=8, max_leaf_nodes=8, loss="poisson")
    model("sklearn-histogram-poisson", poisson, frame, np.abs(margin), rows,
          raw=poisson._raw_predict)


# ONNX


def onnx_models():
    import onnxruntime
    from onnxmltools import convert_lightgbm, convert_xgboost
    from onnxmltools.convert.common.data_types import FloatTensorType as ToolsFloat
    from skl2onnx import to_onnx
    from skl2onnx.common.data_types import FloatTensorType
    from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier, RandomForestRegressor
    from sklearn.linear_model import LinearRegression, LogisticRegression

    frame, y, three, margin = people(4)
    numbers = frame[["income", "age", "debts", "balance"]]
    x = numbers.fillna(20.0).to_numpy(dtype=np.float32)
    kind = [("input", FloatTensorType([None, x.shape[1]]))]

    def model(name, document, classes):
        (HERE / f"{name}.onnx").write_bytes(document.SerializeToString())
        session = onnxruntime.InferenceSession(document.SerializeToString(), providers=["CPUExecutionProvider"])
        outputs = session.run(None, {session.get_inputs()[0].name: x[:ASKED]})
        answers = np.asarray(outputs[1 if classes else 0])
        if classes == 2:
            answers = answers[:, 1]
        rows = pd.DataFrame(x[:ASKED].astype(float), columns=[f"x{at}" for at in range(x.shape[1])])
        write(name, rows, None, answers)

    def sklearn_model(name, estimator, target, classes):
        estimator.fit(x, target)
        options = {id(estimator): {"zipmap": False}} if classes else None
        model(name, to_onnx(estimator, initial_types=kind, options=options), classes)

    sklearn_model("onnx-forest", RandomForestClassifier(6, max_depth=4, random_state=1), y, 2)
    sklearn_model("onnx-forest-classes", RandomForestClassifier(4, max_depth=4, random_state=1), three, 3)
    sklearn_model("onnx-forest-regression", RandomForestRegressor(5, max_depth=4, random_state=1), margin, 0)
    sklearn_model("onnx-boosting", GradientBoostingClassifier(n_estimators=8, random_state=1), y, 2)
    sklearn_model("onnx-boosting-classes", GradientBoostingClassifier(n_estimators=3, random_state=1), three, 3)
    sklearn_model("onnx-linear", LinearRegression(), margin, 0)
    sklearn_model("onnx-logistic", LogisticRegression(max_iter=3000), y, 2)
    sklearn_model("onnx-softmax", LogisticRegression(max_iter=3000), three, 3)
    kinds = [("input", ToolsFloat([None, x.shape[1]]))]
    light = lgb.LGBMClassifier(n_estimators=6, num_leaves=7, verbose=-1, n_jobs=1).fit(x, y)
    model("onnx-lightgbm", convert_lightgbm(light, initial_types=kinds, zipmap=False), 2)
    extreme = xgb.XGBClassifier(n_estimators=6, max_depth=3, n_jobs=1).fit(x, y)
    model("onnx-xgboost", convert_xgboost(extreme, initial_types=kinds), 2)


if __name__ == "__main__":
    for make in (lightgbm_models, xgboost_models, sklearn_models, onnx_models):
        if len(sys.argv) == 1 or sys.argv[1] in make.__name__:
            make()
