"""python -m unittest discover -s python/tests -t python   (needs scikit-learn)"""

import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.ensemble import GradientBoostingRegressor, RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.tree import DecisionTreeRegressor

from ombud.export_model import export_model, to_document

X = np.arange(40, dtype=float).reshape(20, 2) % 7
Y = X[:, 0] * 2 + X[:, 1]


class ExportModel(unittest.TestCase):
    def test_a_file_is_plain_json(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.json"
            export_model(LinearRegression().fit(X, Y), path, ["income", "debts"])
            document = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual(document["schema"], "ombud/model@1")
        self.assertEqual([each["name"] for each in document["features"]], ["income", "debts"])
        np.testing.assert_allclose(document["weights"], [[2, 1]], atol=1e-12)

    def test_a_scaler_is_folded_into_the_weights(self):
        model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X, Y > 8)
        document = to_document(model)
        ours = X @ np.asarray(document["weights"])[0] + document["intercepts"][0]
        np.testing.assert_allclose(ours, model.decision_function(X), atol=1e-12)

    def test_trees_say_what_they_saw(self):
        tree = to_document(DecisionTreeRegressor(max_depth=2).fit(X, Y))["trees"][0]
        self.assertEqual(tree["cover"][0], len(X))
        self.assertTrue(all(len(each) == len(tree["feature"]) for key, each in tree.items() if key != "output"))

    def test_a_split_of_missing_or_not_is_written_as_a_finite_threshold(self):
        x = np.array([[np.nan], [np.nan], [1.0], [2.0], [1.0], [np.nan]] * 4)
        forest = RandomForestClassifier(5, random_state=0).fit(x, np.isnan(x[:, 0]))
        self.assertTrue(any(np.isinf(member.tree_.threshold).any() for member in forest.estimators_))
        with tempfile.TemporaryDirectory() as folder:
            export_model(forest, Path(folder) / "model.json", ["income"])
            document = json.loads((Path(folder) / "model.json").read_text(encoding="utf-8"))
        self.assertTrue(all(np.isfinite(each["threshold"]).all() for each in document["trees"]))

    def test_what_cannot_be_written_exactly_is_refused(self):
        refused = [
            KMeans(2, n_init=1).fit(X),
            make_pipeline(MinMaxScaler(), LinearRegression()).fit(X, Y),
            make_pipeline(StandardScaler(), DecisionTreeRegressor()).fit(X, Y),
            RandomForestRegressor(2).fit(X, np.column_stack([Y, Y])),
            LinearRegression().fit(X, np.column_stack([Y, Y])),
            GradientBoostingRegressor(init=DecisionTreeRegressor(), n_estimators=2).fit(X, Y),
        ]
        for estimator in refused:
            with self.subTest(type(estimator).__name__), self.assertRaises((TypeError, ValueError)):
                to_document(estimator)


if __name__ == "__main__":
    unittest.main()
