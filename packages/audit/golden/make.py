"""Writes the independent values that packages/audit/src/golden.test.ts compares Ombud with.

    python make.py DATA_FOLDER        (or OMBUD_DATA)

Rates: Fairlearn's MetricFrame. Intervals and tests: independent.py. Stratified tests once more by R's mantelhaen.test
where Rscript is found. The versions used are written to each file. Data are read twice, by pandas' own readers and by
the SQL that the test uses, and must agree. Nothing is written unless every published figure in published.py holds.
"""

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from itertools import combinations
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
from fairlearn import metrics as fm
from scipy import stats
from sklearn.metrics import accuracy_score

import independent as ind
import published
from sources import DATASETS

HERE = Path(__file__).parent


def share(event, among):
    """A rate as MetricFrame calls it: the share of `event` among `among`; NaN where there is nobody."""

    def rate(y_true, y_pred):
        true, predicted = np.asarray(y_true), np.asarray(y_pred)
        base = among(true, predicted)
        return float("nan") if base.sum() == 0 else (event(true, predicted) & base).sum() / base.sum()

    return rate


EVERYBODY = lambda t, p: np.ones(len(t), bool)
TRUE, FALSE = (lambda t, p: t == 1), (lambda t, p: t == 0)
YES, NO = (lambda t, p: p == 1), (lambda t, p: p == 0)

# id: (Fairlearn's or scikit-learn's function where there is one, event, among)
RATES = {
    "selection-rate": (fm.selection_rate, YES, EVERYBODY),
    "base-rate": (None, TRUE, EVERYBODY),
    "true-positive-rate": (fm.true_positive_rate, YES, TRUE),
    "false-positive-rate": (fm.false_positive_rate, YES, FALSE),
    "true-negative-rate": (fm.true_negative_rate, NO, FALSE),
    "false-negative-rate": (fm.false_negative_rate, NO, TRUE),
    "positive-predictive-value": (None, TRUE, YES),
    "negative-predictive-value": (None, FALSE, NO),
    "false-discovery-rate": (None, FALSE, YES),
    "false-omission-rate": (None, TRUE, NO),
    "accuracy": (accuracy_score, lambda t, p: t == p, EVERYBODY),
}
# Comparisons of every rate for one attribute; for the crosses these, to keep the files small.
COMPARED_IN_CROSSES = ("selection-rate", "adverse-impact", "false-positive-rate", "false-negative-rate")


GROUP = ["group", "n", "events", "value", "low", "high"]


def read(case, folder):
    """The people of a case, one row a person, with 0/1 columns `decision` and `outcome` beside the text columns."""
    if case["counts"]:
        table = pd.DataFrame(case["counts"]["rows"], columns=case["counts"]["columns"])
        table = table.loc[table.index.repeat(table["people"])].drop(columns="people").reset_index(drop=True)
    else:
        table = duckdb.sql(case["sql"].replace("{data}", str(folder))).df().astype(str)
    for name in ("decision", "outcome"):
        role = case["roles"][name]
        table[f"_{name}"] = 0 if role is None else table[role["column"]].isin(role["positive"]).astype(int)
    return table


def groupings(attributes):
    return [list(c) for depth in range(1, len(attributes) + 1) for c in combinations(attributes, depth)]


def rate_table(table, by, rate_id, favourable):
    impact = (fm.selection_rate, YES, EVERYBODY) if favourable == "positive" else (None, NO, EVERYBODY)
    function, event, among = impact if rate_id == "adverse-impact" else RATES[rate_id]
    own = share(event, among)
    features = table[by]
    frame = fm.MetricFrame(
        metrics={"value": function or own, "own": own},
        y_true=table["_outcome"],
        y_pred=table["_decision"],
        sensitive_features=features,
    ).by_group
    rows = []
    for key, people in table.groupby(by, sort=True):
        labels = list(key) if isinstance(key, tuple) else [key]
        true, predicted = people["_outcome"].to_numpy(), people["_decision"].to_numpy()
        base = among(true, predicted)
        n, events = int(base.sum()), int((event(true, predicted) & base).sum())
        measured = frame.loc[tuple(labels) if len(by) > 1 else labels[0]]
        if n == 0:
            rows.append([labels, 0, 0, None, None, None])
            continue
        value = float(measured["value"])
        assert value == float(measured["own"]) or abs(value - measured["own"]) < 1e-14, (by, labels, rate_id)
        rows.append([labels, n, events, value, *ind.wilson(events, n)])
    return rows


def compare(rows):
    """Everybody against the highest group, among those with 2 % of the people (the first by name where two are equal).

    Intervals come twice: alone, and holding together for all pairs of groups (studentised range).
    """
    known = [row for row in rows if row[1] > 0]
    if len(known) < 2:
        return None
    people, k = sum(row[1] for row in known), len(known)
    large = [row for row in known if row[1] >= 0.02 * people] or known
    reference = next(row for row in large if row[3] == max(other[3] for other in large))
    together = ind.all_pairs_critical(k)
    return {
        "reference": reference[0],
        "comparisons": [against(row, reference, k, together) for row in known if row is not reference],
    }


COMPARISON = [
    "group", "difference", "low", "high", "lowTogether", "highTogether",
    "ratio", "low", "high", "lowTogether", "highTogether", "z", "p", "fisherP", "pAdjusted",
]  # fmt: skip


def against(row, reference, k, together):
    (labels, n1, x1), (_, n2, x2) = row[:3], reference[:3]
    counts = (x1, n1, x2, n2)
    z, p = ind.z_test(*counts) or (0.0, 1.0)
    exact = ind.fisher(*counts) if ind.smallest_expected([x1, x2], [n1, n2]) < 5 else None
    return [
        labels,
        x1 / n1 - x2 / n2,
        *ind.newcombe(*counts),
        *(ind.newcombe(*counts, together) if k > 2 else (None, None)),
        (x1 / n1) / (x2 / n2) if x2 > 0 else None,
        *ind.miettinen_nurminen(*counts),
        *(ind.miettinen_nurminen(*counts, together) if k > 2 else (None, None)),
        z,
        p,
        exact,
        ind.all_pairs_p(z, k) if exact is None else min(1.0, exact * k * (k - 1) / 2),
    ]


def heterogeneity(rows):
    known = [row for row in rows if row[1] > 0]
    if len(known) < 2:
        return None
    n, events = [row[1] for row in known], [row[2] for row in known]
    result = ind.equality(events, n)
    if result is None:
        return None
    smallest = float(ind.smallest_expected(events, n))
    return {**result, "smallestExpected": smallest, "exactP": r_fisher(n, events) if smallest < 5 else None}


def grouping(table, by, rates, favourable):
    found = {}
    for rate_id in rates:
        rows = rate_table(table, by, rate_id, favourable)
        found[rate_id] = {"groups": rows, "equality": heterogeneity(rows)}
        if len(by) == 1 or rate_id in COMPARED_IN_CROSSES:
            found[rate_id]["highest"] = compare(rows)
    return {"groupBy": by, "rates": found}


def stratified(table, spec, favourable):
    """The favourable decision of two groups, asked inside each stratum."""
    by, strata = spec["by"], spec["strata"]
    good = table["_decision"] if favourable == "positive" else 1 - table["_decision"]
    table = table.assign(_good=good)
    tables, weights, own = [], {}, {}
    for name, people in table.groupby(strata, sort=True):
        cell = {}
        for label in (spec["group"], spec["reference"]):
            chosen = people[people[by] == label]["_good"]
            cell[label] = [int(chosen.sum()), int((1 - chosen).sum())]
        weights[name] = len(people)
        own[name] = people.groupby(by)["_good"].agg(["sum", "count"])
        tables.append([cell[spec["group"]], cell[spec["reference"]]])
    rates = {}
    for label in sorted(table[by].unique()):
        cells = [(weights[s], *((int(v) for v in own[s].loc[label]) if label in own[s].index else (0, 0))) for s in own]
        rates[label] = ind.standardised(cells)
    (a, b), (c, d) = np.array(tables).sum(axis=0).tolist()
    answer = ind.stratified(tables)
    check_with_r(tables, answer)
    return {
        **spec,
        "crudeOddsRatio": (a * d) / (b * c),
        "crudeDifference": a / (a + b) - c / (c + d),
        "tables": tables,
        **answer,
        "standardised": rates,
    }


def r(script):
    if shutil.which("Rscript") is None:
        return None
    done = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def r_fisher(n, events):
    """Freeman and Halton's exact test by R, for tables that it can hold."""
    if sum(n) > 1200 or len(n) > 6:
        return None
    rows = ", ".join(str(v) for x, k in zip(events, n) for v in (x, k - x))
    out = r(f"options(digits=17); cat(format(fisher.test(matrix(c({rows}), nrow=2), workspace=2e7)$p.value, digits=17))")
    return float(out) if out else None


def check_with_r(tables, answer):
    usable = [t for t in tables if min(sum(t[0]), sum(t[1])) > 0]
    values = ", ".join(str(v) for t in usable for v in (t[0][0], t[1][0], t[0][1], t[1][1]))
    out = r(
        f"a <- array(c({values}), c(2, 2, {len(usable)})); x <- mantelhaen.test(a, correct=FALSE); "
        "y <- mantelhaen.test(a, correct=TRUE); "
        "cat(format(c(x$estimate, x$conf.int, x$statistic, x$p.value, y$statistic, y$p.value), digits=17))"
    )
    if out is None:
        print("  (no R: stratified tests checked by statsmodels alone)")
        return
    odds, plain, corrected = answer["oddsRatio"], answer["cochranMantelHaenszel"], answer["cochranMantelHaenszelCorrected"]
    ours = [odds["value"], odds["low"], odds["high"], plain["statistic"], plain["p"], corrected["statistic"], corrected["p"]]
    for mine, theirs in zip(ours, map(float, out.split())):
        assert np.isclose(mine, theirs, rtol=1e-9, atol=1e-300), (mine, theirs)


def multiplicity():
    """Critical values at 95 % for k groups: all pairs by the studentised range (infinite df), and Bonferroni."""
    rows = []
    for k in [*range(2, 21), 25, 30, 36, 40, 50, 60, 80, 90, 100]:
        critical = float(ind.all_pairs_critical(k))
        pairs = k * (k - 1) // 2
        rows.append([k, critical * 2**0.5, critical, float(stats.norm.isf(0.025 / pairs)), float(stats.norm.isf(0.025 / (k - 1)))])
    return {
        "columns": ["groups", "studentisedRange", "allPairs", "bonferroniAllPairs", "bonferroniAgainstOne"],
        "rows": rows,
        "made": versions(),
    }


def versions():
    return {name: version(name) for name in ("fairlearn", "statsmodels", "scipy", "mpmath", "duckdb", "pandas")}


def same_people(name, case, table, folder):
    """The SQL and pandas' own readers must see the same people."""
    if name in published.READERS:
        other = published.READERS[name](Path(folder))
        columns = [*case["roles"]["groups"], "_decision", "_outcome"]
        for column in columns:
            assert table[column].astype(str).tolist() == other[column].astype(str).tolist(), (name, column)


def write(path, value):
    text = json.dumps(value, indent=None, separators=(",", ":"), allow_nan=False)
    # One line a rate: small, and a change shows in a diff.
    text = text.replace('},"', '},\n"').replace('"comparisons":', '\n"comparisons":')
    path.write_text(text + "\n")
    print(f"  {path.name}: {path.stat().st_size / 1000:.0f} kB")
    assert path.stat().st_size < 300_000, path


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("OMBUD_DATA")
    if not folder:
        sys.exit("Say where the data are: python make.py DATA_FOLDER, or set OMBUD_DATA.")
    answers = {}
    for name, cases in DATASETS.items():
        print(name)
        answers[name] = []
        for case in cases:
            table = read(case, folder)
            same_people(name, case, table, folder)
            favourable = case["roles"]["favourable"]
            rates = [*(RATES if case["roles"]["outcome"] else ["selection-rate"]), "adverse-impact"]
            expected = [grouping(table, by, rates, favourable) for by in groupings(case["roles"]["groups"])]
            layers = [stratified(table, spec, favourable) for spec in case["stratified"]]
            answers[name].append({**case, "rows": len(table), "expected": expected, "stratified": layers})
    published.check(answers, Path(folder))
    for name, cases in answers.items():
        write(HERE / f"{name}.json", {"level": ind.LEVEL, "made": versions(), "columns": {"groups": GROUP, "comparisons": COMPARISON}, "cases": cases})
    write(HERE / "multiplicity.json", multiplicity())


main()
