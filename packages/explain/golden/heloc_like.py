"""A made-up set of people like FICO's HELOC challenge: 9,871 rows, 23 columns, the same names and ranges, no real person.

Ten hidden traits and noise make the columns; a risk that rises with late payments, burden and enquiries makes the label.
Used by the tests, the incident and the bench; the same bytes each time (numpy Generator, seed 20261125).

    python heloc_like.py data OUT.csv             the people
    python heloc_like.py model OUT.txt [TREES LEAVES]  a LightGBM model of them, as text
    python heloc_like.py golden DIR               small LightGBM and XGBoost models, and some of the people, for the tests
    python heloc_like.py score DIR                what the two libraries say of the plans in DIR/heloc-plans.json
"""

import json
import sys

import lightgbm as lgb
import numpy as np
import pandas as pd
import xgboost as xgb

ROWS = 9871
SEED = 20261125


def people() -> pd.DataFrame:
    g = np.random.default_rng(SEED)
    order, burden, age, hunger, depth = (g.normal(size=ROWS) for _ in range(5))

    def whole(values, low, high):
        return np.clip(np.rint(values), low, high).astype(int)

    oldest = whole(200 + 90 * age + 20 * g.normal(size=ROWS), 2, 800)
    newest = whole(g.gamma(1.2, 8, ROWS) * np.exp(-0.4 * hunger), 0, 383)
    average = whole(np.clip(oldest * (0.4 + 0.08 * g.normal(size=ROWS)), newest, oldest), 4, 383)
    satisfactory = whole(20 + 8 * depth + 4 * order + 3 * g.normal(size=ROWS), 0, 79)
    late60 = whole(g.poisson(np.exp(-1.1 - 0.9 * order)), 0, 19)
    late90 = np.minimum(late60, g.binomial(late60, 0.6))
    never_late = whole(92 + 7 * order - 4 * late60 + 3 * g.normal(size=ROWS), 0, 100)
    since_late = np.where(late60 + g.poisson(np.exp(-0.5 - order)) > 0, whole(g.gamma(1.5, 15, ROWS), 0, 83), 84)
    worst12 = whole(5 + 1.2 * order - 0.5 * (since_late < 12) + 0.7 * g.normal(size=ROWS), 0, 9)
    worst_ever = whole(5.5 + 1.1 * order - 0.4 * late90 + 0.6 * g.normal(size=ROWS), 2, 9)
    total = whole(satisfactory + g.poisson(2, ROWS), 0, 104)
    open12 = whole(g.poisson(np.exp(0.4 + 0.4 * hunger)), 0, 19)
    instalment = whole(34 + 15 * g.normal(size=ROWS) + 4 * burden, 0, 100)
    since_enquiry = whole(g.gamma(0.8, 3, ROWS) * np.exp(-0.5 * hunger), 0, 24)
    enquiries = whole(g.poisson(np.exp(0.1 + 0.6 * hunger)), 0, 66)
    enquiries7 = np.minimum(enquiries, whole(enquiries - g.poisson(0.1, ROWS), 0, 66))
    revolving = whole(35 + 25 * burden + 8 * g.normal(size=ROWS), 0, 232)
    instalment_burden = whole(65 + 18 * burden + 15 * g.normal(size=ROWS), 0, 471)
    revolving_trades = whole(4 + 1.5 * depth + g.normal(size=ROWS), 0, 32)
    instalment_trades = whole(2.5 + 0.8 * depth + g.normal(size=ROWS), 0, 23)
    high_utilisation = whole(g.poisson(np.exp(-0.3 + 0.6 * burden)), 0, 18)
    with_balance = whole(66 + 15 * burden + 12 * g.normal(size=ROWS), 0, 100)
    external = whole(72 + 6 * order - 4 * burden + 2 * age - 1.5 * hunger + 3 * g.normal(size=ROWS), 33, 94)

    risk = -1.1 * order + 0.9 * burden - 0.5 * age + 0.5 * hunger + 0.15 * np.sqrt(enquiries) + 0.3 * (revolving > 50)
    bad = (risk + 1.3 * g.logistic(size=ROWS) > 0.05).astype(int)
    frame = pd.DataFrame(
        {
            "ExternalRiskEstimate": external,
            "MSinceOldestTradeOpen": oldest,
            "MSinceMostRecentTradeOpen": newest,
            "AverageMInFile": average,
            "NumSatisfactoryTrades": satisfactory,
            "NumTrades60Ever2DerogPubRec": late60,
            "NumTrades90Ever2DerogPubRec": late90,
            "PercentTradesNeverDelq": never_late,
            "MSinceMostRecentDelq": since_late,
            "MaxDelq2PublicRecLast12M": worst12,
            "MaxDelqEver": worst_ever,
            "NumTotalTrades": total,
            "NumTradesOpeninLast12M": open12,
            "PercentInstallTrades": instalment,
            "MSinceMostRecentInqexcl7days": since_enquiry,
            "NumInqLast6M": enquiries,
            "NumInqLast6Mexcl7days": enquiries7,
            "NetFractionRevolvingBurden": revolving,
            "NetFractionInstallBurden": instalment_burden,
            "NumRevolvingTradesWBalance": revolving_trades,
            "NumInstallTradesWBalance": instalment_trades,
            "NumBank2NatlTradesWHighUtilization": high_utilisation,
            "PercentTradesWBalance": with_balance,
        }
    ).astype(float)
    for column, share in {"MSinceMostRecentInqexcl7days": 0.04, "NetFractionInstallBurden": 0.3}.items():
        frame.loc[g.random(ROWS) < share, column] = np.nan
    frame["Good"] = 1 - bad
    return frame


def train(frame: pd.DataFrame, trees: int, leaves: int) -> lgb.Booster:
    data = lgb.Dataset(frame.drop(columns="Good"), label=frame["Good"], free_raw_data=False)
    settings = dict(objective="binary", num_leaves=leaves, learning_rate=0.05, seed=1, num_threads=1, deterministic=True, verbose=-1)
    return lgb.train(settings, data, num_boost_round=trees)


def golden(folder: str) -> None:
    frame = people()
    train(frame, 40, 15).save_model(f"{folder}/heloc-lightgbm.txt")
    data = xgb.DMatrix(frame.drop(columns="Good"), label=frame["Good"])
    settings = dict(objective="binary:logistic", max_leaves=15, grow_policy="lossguide", max_depth=0, eta=0.1, seed=1, nthread=1)
    xgb.train(settings, data, 40).save_model(f"{folder}/heloc-xgboost.json")
    some = frame.sample(400, random_state=1)
    rows = [[None if np.isnan(x) else x for x in row] for row in some.drop(columns="Good").to_numpy()]
    with open(f"{folder}/heloc-people.json", "w") as out:
        json.dump({"columns": list(some.columns[:-1]), "rows": rows}, out)


def score(folder: str) -> None:
    with open(f"{folder}/heloc-plans.json") as source:
        plans = json.load(source)
    rows = {name: pd.DataFrame([plan["row"] for plan in plans[name]], columns=plans["columns"]).astype(float) for name in ("lightgbm", "xgboost")}
    booster = lgb.Booster(model_file=f"{folder}/heloc-lightgbm.txt")
    trees = xgb.Booster(model_file=f"{folder}/heloc-xgboost.json")
    scores = {
        "lightgbm": booster.predict(rows["lightgbm"], raw_score=True).tolist(),
        "xgboost": trees.predict(xgb.DMatrix(rows["xgboost"]), output_margin=True).astype(float).tolist(),
    }
    with open(f"{folder}/heloc-scores.json", "w") as out:
        json.dump(scores, out)


if __name__ == "__main__":
    what, out = sys.argv[1:3]
    if what == "data":
        people().to_csv(out, index=False)
    elif what == "golden":
        golden(out)
    elif what == "score":
        score(out)
    else:
        trees, leaves = (int(part) for part in (sys.argv[3:5] or ["200", "31"]))
        train(people(), trees, leaves).save_model(out)
