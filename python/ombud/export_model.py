"""Writes a scikit-learn model as `ombud/model@1`: plain JSON that Ombud reads without running any code.

    from ombud.export_model import export_model
    export_model(estimator, "model.json")

It takes linear and logistic models (also behind a StandardScaler in a Pipeline), decision trees, random forests and
extra trees, gradient boosting and histogram gradient boosting, for one target. What it cannot write exactly it refuses.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import numpy as np

SCHEMA = "ombud/model@1"
IDENTITY = {"kind": "identity"}
SOFTMAX = {"kind": "softmax"}
EXPONENTIAL = {"kind": "exponential"}


def export_model(estimator, path, feature_names=None):
    """Writes the fitted estimator to `path`. Raises TypeError or ValueError where it cannot be written exactly.

    feature_names: the columns in their order, where the estimator was fitted without names.
    """
    document = to_document(estimator, feature_names)
    Path(path).write_text(json.dumps(document, allow_nan=False, separators=(",", ":")) + "\n", encoding="utf-8")


def to_document(estimator, feature_names=None):
    """The same as a dict."""
    names = _names(estimator, feature_names)
    writers = {
        "Pipeline": _pipeline,
        "LinearRegression": _linear, "Ridge": _linear, "Lasso": _linear, "ElasticNet": _linear,
        "LogisticRegression": _logistic,
        "DecisionTreeClassifier": _forest, "DecisionTreeRegressor": _forest,
        "ExtraTreeClassifier": _forest, "ExtraTreeRegressor": _forest,
        "RandomForestClassifier": _forest, "RandomForestRegressor": _forest,
        "ExtraTreesClassifier": _forest, "ExtraTreesRegressor": _forest,
        "GradientBoostingClassifier": _gradient_boosting, "GradientBoostingRegressor": _gradient_boosting,
        "HistGradientBoostingClassifier": _histogram, "HistGradientBoostingRegressor": _histogram,
    }
    writer = writers.get(type(estimator).__name__)
    if writer is None:
        raise TypeError(f"{type(estimator).__name__} cannot be written: use one of {', '.join(writers)}.")
    if getattr(estimator, "n_outputs_", 1) != 1:
        raise ValueError("A model of several targets cannot be written: export one model a target.")
    import sklearn

    origin = {"library": "scikit-learn", "version": sklearn.__version__, "estimator": type(estimator).__name__}
    return {"schema": SCHEMA, "origin": origin, **writer(estimator, names)}


def _names(estimator, given):
    if given is not None:
        return [str(name) for name in given]
    known = getattr(estimator, "feature_names_in_", None)
    if known is not None:
        return [str(name) for name in known]
    return [f"x{column}" for column in range(estimator.n_features_in_)]


def _classes(estimator):
    classes = getattr(estimator, "classes_", None)
    return None if classes is None else [str(name) for name in classes]


def _columns(names):
    return [{"name": name, "categories": None} for name in names]


def _logistic_link(steepness=1.0, normalised=False):
    return {"kind": "logistic", "steepness": steepness, "midpoint": 0, "normalised": normalised}


# Linear models


def _linear_document(names, weights, intercepts, link, classes):
    weights = np.atleast_2d(np.asarray(weights, dtype=float))
    intercepts = np.broadcast_to(np.atleast_1d(np.asarray(intercepts, dtype=float)), (weights.shape[0],))
    return {
        "kind": "linear", "features": _columns(names), "outputs": int(weights.shape[0]), "classes": classes,
        "link": link, "weights": weights.tolist(), "intercepts": intercepts.tolist(),
    }


def _linear(estimator, names):
    if np.ndim(estimator.coef_) > 1 and len(estimator.coef_) > 1:
        raise ValueError("A model of several targets cannot be written: export one model a target.")
    return _linear_document(names, estimator.coef_, estimator.intercept_, IDENTITY, None)


def _logistic(estimator, names):
    binary = len(estimator.classes_) == 2
    one_vs_rest = estimator.solver == "liblinear" or getattr(estimator, "multi_class", None) == "ovr"
    link = _logistic_link() if binary else _logistic_link(normalised=True) if one_vs_rest else SOFTMAX
    return _linear_document(names, estimator.coef_, estimator.intercept_, link, _classes(estimator))


def _pipeline(pipeline, names):
    steps = [step for _, step in pipeline.steps if step not in (None, "passthrough")]
    if len(steps) == 1:
        return {key: value for key, value in to_document(steps[0], names).items() if key not in ("schema", "origin")}
    if len(steps) != 2 or type(steps[0]).__name__ != "StandardScaler":
        raise TypeError("Only a Pipeline of one StandardScaler and a linear model can be written.")
    scaler, document = steps[0], to_document(steps[1], names)
    if document["kind"] != "linear":
        raise TypeError("Only a Pipeline of one StandardScaler and a linear model can be written.")
    # (x - mean) / scale . w + b  =  x . (w / scale) + (b - mean . w / scale)
    weights = np.asarray(document["weights"])
    scale = np.ones(weights.shape[1]) if scaler.scale_ is None else scaler.scale_
    mean = np.zeros(weights.shape[1]) if scaler.mean_ is None or not scaler.with_mean else scaler.mean_
    scaled = weights / scale
    intercepts = np.asarray(document["intercepts"]) - scaled @ mean
    return _linear_document(names, scaled, intercepts, document["link"], document["classes"])


# Trees of sklearn.tree: they compare float32 inputs with float64 thresholds


def _finite(thresholds):
    """A split of "missing or not" has an infinite threshold: every number is at most the largest one."""
    return np.where(np.isposinf(thresholds), sys.float_info.max, thresholds)


def _tree(tree, output, value):
    leaf = tree.children_left < 0
    missing = getattr(tree, "missing_go_to_left", np.zeros(tree.node_count))
    return {
        "output": output,
        "feature": np.where(leaf, -1, tree.feature).tolist(),
        "threshold": _finite(np.where(leaf, 0.0, tree.threshold)).tolist(),
        "left": np.where(leaf, 0, tree.children_left).tolist(),
        "right": np.where(leaf, 0, tree.children_right).tolist(),
        "value": np.where(leaf, value, 0.0).tolist(),
        "cover": tree.weighted_n_node_samples.tolist(),
        "missingLeft": np.where(leaf, 0, missing).astype(int).tolist(),
    }


def _ensemble(names, trees, base, link, classes, inputs, divisor=1):
    base = np.atleast_1d(np.asarray(base, dtype=float)).ravel()
    return {
        "kind": "trees", "features": names if names and isinstance(names[0], dict) else _columns(names),
        "outputs": len(base), "classes": classes, "link": link, "inputs": inputs, "base": base.tolist(),
        "divisor": divisor, "trees": trees,
    }


def _forest(estimator, names):
    members = [member.tree_ for member in getattr(estimator, "estimators_", [estimator])]
    classes = _classes(estimator)
    # A regression has one value a node; of two classes the share of the second says it all.
    columns = [0] if classes is None else [1] if len(classes) == 2 else list(range(len(classes)))
    trees = [
        _tree(tree, output, tree.value[:, 0, column] if classes is None else _shares(tree)[:, column])
        for tree in members
        for output, column in enumerate(columns)
    ]
    return _ensemble(names, trees, [0.0] * len(columns), IDENTITY, classes, "single", divisor=len(members))


def _shares(tree):
    counts = tree.value[:, 0, :]
    total = counts.sum(axis=1, keepdims=True)
    # From scikit-learn 1.3 on these are shares already; dividing them again would change the last bit.
    return counts if np.allclose(total, 1) else counts / total


def _gradient_boosting(estimator, names):
    if not (estimator.init is None or estimator.init == "zero"):
        raise ValueError("A GradientBoosting with an init estimator of its own cannot be written.")
    base = estimator._raw_predict_init(np.zeros((1, estimator.n_features_in_), dtype=np.float32))[0]
    trees = [
        _tree(member.tree_, output, estimator.learning_rate * member.tree_.value[:, 0, 0])
        for stage in estimator.estimators_
        for output, member in enumerate(stage)
    ]
    classes = _classes(estimator)
    link = IDENTITY
    if classes is not None:
        steepness = 2.0 if estimator.loss == "exponential" else 1.0
        link = _logistic_link(steepness) if len(classes) == 2 else SOFTMAX
    return _ensemble(names, trees, base, link, classes, "single")


# Histogram gradient boosting: float64 throughout, with sets of categories


def _histogram(estimator, names):
    order, categories = _histogram_columns(estimator, names)
    features = [{"name": name, "categories": categories.get(column)} for column, name in enumerate(names)]
    trees = [
        _histogram_tree(predictor, output, order, estimator, categories)
        for iteration in estimator._predictors
        for output, predictor in enumerate(iteration)
    ]
    classes = _classes(estimator)
    if classes is not None:
        link = _logistic_link() if len(classes) == 2 else SOFTMAX
    elif estimator.loss in ("poisson", "gamma"):
        link = EXPONENTIAL
    else:
        link = IDENTITY
    return _ensemble(features, trees, np.ravel(estimator._baseline_prediction), link, classes, "double")


def _histogram_columns(estimator, names):
    """The column of the data behind each column of the trees, and the known categories by column of the data."""
    flags = estimator.is_categorical_
    if flags is None:
        return list(range(len(names))), {}
    flags = np.asarray(flags)
    preprocessor = getattr(estimator, "_preprocessor", None)
    if preprocessor is None:
        raise ValueError("Fit categorical columns as a pandas DataFrame with the dtype category, then export again.")
    # The preprocessor puts the columns of categories first; is_categorical_ is in the order of the data.
    order = [int(c) for c in np.flatnonzero(flags)] + [int(c) for c in np.flatnonzero(~flags)]
    encoder = preprocessor.named_transformers_["encoder"]
    known = {
        int(column): [value if isinstance(value, str) else value.item() if hasattr(value, "item") else value
                      for value in values if value is not None and value == value]
        for column, values in zip(np.flatnonzero(flags), encoder.categories_)
    }
    return order, known


def _histogram_tree(predictor, output, order, estimator, categories):
    nodes = predictor.nodes
    leaf = nodes["is_leaf"].astype(bool)
    category = nodes["is_categorical"].astype(bool) & ~leaf
    numbers = np.where(leaf | category, 0.0, nodes["num_threshold"].astype(float))
    numbers = _finite(numbers)
    sets = [None] * len(nodes)
    for at in np.flatnonzero(category):
        words = predictor.raw_left_cat_bitsets[nodes["bitset_idx"][at]]
        count = len(categories[order[int(nodes["feature_idx"][at])]])
        sets[at] = [code for code in range(count) if (int(words[code // 32]) >> (code % 32)) & 1]
    if not all(math.isfinite(float(value)) for value in nodes["value"]):
        raise ValueError("A node of this model has no finite value.")
    return {
        "output": output,
        "feature": [-1 if is_leaf else order[int(f)] for is_leaf, f in zip(leaf, nodes["feature_idx"])],
        "threshold": numbers.tolist(),
        "left": np.where(leaf, 0, nodes["left"]).tolist(),
        "right": np.where(leaf, 0, nodes["right"]).tolist(),
        "value": np.where(leaf, nodes["value"], 0.0).tolist(),
        "cover": nodes["count"].astype(float).tolist(),
        "missingLeft": np.where(leaf, 0, nodes["missing_go_to_left"]).astype(int).tolist(),
        "sets": sets,
    }
