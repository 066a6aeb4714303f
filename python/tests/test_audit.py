"""python -m unittest discover -s python/tests -t python   (needs the built command)"""

import json
import os
import tempfile
import unittest
from datetime import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

import ombud
from ombud import roles
from ombud.command import find_command

PEOPLE = pd.DataFrame(
    {
        "sex": ["F", "M", "F", "M", "M", None] * 100,
        "age": np.arange(600) % 60 + 18,
        "approved": [False, True, False, True, True, True] * 90 + [True, False] * 30,
        "paid": pd.Categorical((["yes", "no", "yes"] * 200)),
        "score": np.where(np.arange(600) % 50 == 0, np.nan, np.arange(600) % 7),
        "when": [datetime(2026, 1 + i % 12, 3) for i in range(600)],
        'a=b,"c"': ["x>1", "y", "x>1"] * 200,
    }
)
ASKED = {"decision": "approved", "groups": ["sex"], "favourable": "positive"}


def without_place(result):
    data = dict(result.data)
    data.pop("run")
    return {**data, "source": {**data["source"], "location": ""}}


class Audit(unittest.TestCase):
    def test_bands_of_pandas_numbers_for_names_and_sparse_columns_are_read(self):
        banded = PEOPLE.assign(band=pd.cut(PEOPLE["age"], [0, 40, 60, 99]))
        groups = ombud.audit(banded, **{**ASKED, "groups": ["band"]}).frame()["group"]
        self.assertLessEqual({"band=(0, 40]", "band=(40, 60]", "band=(60, 99]"}, set(groups))
        numbered = PEOPLE.rename(columns={"sex": 5})
        self.assertIn("5=F", set(ombud.audit(numbered, **{**ASKED, "groups": 5}).frame()["group"]))
        sparse = PEOPLE.assign(old=pd.arrays.SparseArray((PEOPLE["age"] > 60).astype(int)))
        groups = set(ombud.audit(sparse, **{**ASKED, "groups": ["old"]}).frame()["group"])
        self.assertLessEqual({"old=0", "old=1"}, groups)

    def test_what_cannot_be_read_is_one_sentence(self):
        twice = PEOPLE.set_axis(["sex", "age", "approved", "approved", *PEOPLE.columns[4:]], axis=1)
        with self.assertRaisesRegex(ombud.OmbudError, 'columns of the table are named "approved"'):
            ombud.audit(twice, **ASKED)
        mixed = PEOPLE.assign(approved=[1 if i % 2 else "1" for i in range(len(PEOPLE))])
        with self.assertRaisesRegex(ombud.OmbudError, r'"approved" holds values of several types \(int, str\)') as raised:
            ombud.audit(mixed, **ASKED)
        self.assertEqual(raised.exception.code, "OMBUD_E_UNREADABLE")

    def test_a_table_in_memory_gives_what_its_file_gives(self):
        asked = {**ASKED, "groups": ["sex", "age"], "bins": {"age": [25, 40, 65]}, "outcome": "paid=yes", "score": "score",
                 "time": "when", "period": "quarter", "policy": "us-four-fifths"}
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "people.parquet")
            pq.write_table(pa.Table.from_pandas(PEOPLE, preserve_index=False), file)
            self.assertEqual(without_place(ombud.audit(PEOPLE, **asked)), without_place(ombud.audit(file, **asked)))

    def test_pandas_polars_arrow_and_a_stream_of_arrow_are_the_same(self):
        import polars

        class Stream:
            """Whatever gives an Arrow stream, such as a relation of DuckDB."""

            columns = list(PEOPLE.columns)

            def __arrow_c_stream__(self, requested_schema=None):
                return pa.Table.from_pandas(PEOPLE, preserve_index=False).__arrow_c_stream__(requested_schema)

        table = pa.Table.from_pandas(PEOPLE, preserve_index=False)
        prints = {
            ombud.audit(each, **ASKED).data["source"]["fingerprint"]
            for each in (PEOPLE, table, polars.from_arrow(table), Stream())
        }
        self.assertEqual(len(prints), 1)

    def test_names_and_values_that_hold_signs_of_the_grammar(self):
        name = 'a=b,"c"'
        for decision in ((name, "x>1"), (name, ["x>1"])):
            result = ombud.audit(PEOPLE, decision=decision, groups="sex")
            self.assertEqual(result.data["roles"]["decision"], {"column": name, "positive": ["x>1"]} | {
                key: value for key, value in result.data["roles"]["decision"].items() if key not in ("column", "positive")})
        grouped = ombud.audit(PEOPLE, decision=("approved", True), groups=[name], reference={name: "y"})
        self.assertEqual(grouped.data["roles"]["groups"][0]["column"], name)

    def test_conditions_are_read_as_the_command_reads_them(self):
        self.assertEqual(roles.binary("score>=7", ["score"]), ("score", "score>=7"))
        self.assertEqual(roles.binary("income=>50K", None), ("income", "income=>50K"))
        self.assertEqual(roles.binary("score>=7", ["score>=7"]), ("score>=7", '"score>=7"'))
        result = ombud.audit(PEOPLE, decision="score>=5", groups="sex")
        self.assertEqual(result.data["roles"]["decision"]["condition"], {"operator": ">=", "value": 5})

    def test_an_error_has_the_sentence_and_the_code_of_the_command(self):
        with self.assertRaises(ombud.OmbudError) as caught:
            ombud.audit(PEOPLE, decision="aproved", groups=["sex"])
        self.assertEqual(caught.exception.code, "OMBUD_E_UNKNOWN_COLUMN")
        self.assertIn("approved", str(caught.exception))

    def test_a_declaration_that_lies_about_says_nothing_of_a_table(self):
        before = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "ombud.yaml").write_text("system: other\npolicy: { use: [us-four-fifths] }\n", encoding="utf-8")
            Path(folder, "policy.yaml").write_text("use: [us-four-fifths:point]\n", encoding="utf-8")
            os.chdir(folder)
            try:
                self.assertIsNone(ombud.audit(PEOPLE, **ASKED).data["system"])
                self.assertEqual(len(ombud.audit(PEOPLE, **ASKED, policy="policy.yaml").rules()), 1)
            finally:
                os.chdir(before)

    def test_nothing_is_left_behind(self):
        with tempfile.TemporaryDirectory() as folder:
            before = os.environ.get("TMPDIR")
            os.environ["TMPDIR"] = tempfile.tempdir = folder
            try:
                ombud.audit(PEOPLE, **ASKED, policy={"assert": {"adverse-impact": ["error", {"minRatio": 0.8}]}})
                self.assertEqual([name for name in os.listdir(folder) if name.startswith("ombud")], [])
            finally:
                tempfile.tempdir = None
                os.environ.pop("TMPDIR")
                if before is not None:
                    os.environ["TMPDIR"] = before


class Answer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.result = ombud.audit(PEOPLE, **ASKED, policy="us-four-fifths")

    def test_the_frame_is_tidy(self):
        frame = self.result.frame()
        row = frame[(frame["audit"] == "selection-rate") & (frame["kind"] == "rate") & (frame["group"] == "sex=F")].iloc[0]
        women = PEOPLE[PEOPLE["sex"] == "F"]
        self.assertEqual(row["n"], len(women))
        self.assertAlmostEqual(row["value"], women["approved"].mean(), 12)
        self.assertLess(row["low"], row["value"])
        by_hand = PEOPLE.groupby("sex")["approved"].mean()
        np.testing.assert_allclose(self.result.rates("selection-rate")[["sex=F", "sex=M"]], by_hand[["F", "M"]])

    def test_a_policy_that_is_not_met_ends_a_test(self):
        self.assertEqual(self.result.verdict, "fail")
        with self.assertRaisesRegex(AssertionError, r"fail: adverse-impact ratio of sex=F against sex=M"):
            self.result.assert_policy()
        self.assertEqual(set(self.result.rules()["state"]), {"fail"})

    def test_cannot_tell_is_no_pass(self):
        asked = {**ASKED, "decision": "paid=yes"}
        few = ombud.audit(PEOPLE.iloc[:12], **asked, policy="us-four-fifths")
        self.assertEqual(few.verdict, "cannot-tell")
        self.assertRaises(ombud.PolicyNotMet, few.assert_policy)

    def test_a_policy_that_is_met_ends_nothing(self):
        lax = {"assert": {"adverse-impact": ["error", {"minRatio": 0.2}]}}
        known, asked = PEOPLE.dropna(subset=["sex"]), {**ASKED, "decision": "paid=yes"}
        results = [ombud.audit(known, **asked, policy=lax) for _ in range(2)]
        results[0].assert_policy()
        self.assertEqual(*map(without_place, results))

    def test_without_a_policy_there_is_nothing_to_meet(self):
        self.assertRaises(ValueError, ombud.audit(PEOPLE, **ASKED).assert_policy)

    def test_it_shows_itself_without_scripts(self):
        shown = self.result._repr_html_()
        self.assertTrue(shown.startswith("<iframe sandbox "))
        self.assertNotIn("<script", shown)
        self.assertIn("&lt;h1", shown)
        self.assertLess(len(shown), len(self.result.html))

    def test_it_is_saved_as_it_is(self):
        with tempfile.TemporaryDirectory() as folder:
            self.result.save(Path(folder, "result.json"))
            self.result.save(Path(folder, "report.html"))
            self.assertEqual(json.loads(Path(folder, "result.json").read_text("utf-8")), self.result.data)
            self.assertEqual(Path(folder, "report.html").read_text("utf-8"), self.result.html)


class Command(unittest.TestCase):
    def test_the_named_one_wins(self):
        before = os.environ.get("OMBUD_COMMAND")
        os.environ["OMBUD_COMMAND"] = "/somewhere/ombud"
        try:
            self.assertEqual(find_command(), ["/somewhere/ombud"])
        finally:
            os.environ.pop("OMBUD_COMMAND")
            if before is not None:
                os.environ["OMBUD_COMMAND"] = before


if __name__ == "__main__":
    unittest.main()
