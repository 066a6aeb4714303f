"""Rates of weighted and repeated people: OLS of the event on a constant, by statsmodels, weighted and clustered by subject.

Writes cluster.json. The people are drawn here with a fixed seed; they are not real.
"""
import json
import pathlib

import numpy as np
import statsmodels.api as sm
from scipy.stats import norm

rng = np.random.default_rng(144)
rows = []
for person in range(80):
    sex = "F" if person % 2 else "M"
    lean = rng.uniform(0.1, 0.8)
    for _ in range(rng.integers(1, 5)):
        rows.append([f"p{person}", sex, bool(rng.uniform() < lean), float(rng.integers(1, 9)) / 4])


def fit(chosen, clustered):
    event = np.array([float(hired) for _, _, hired, _ in chosen])
    weight = np.array([w for _, _, _, w in chosen])
    model = sm.WLS(event, np.ones(len(event)), weights=weight)
    if clustered:
        people = np.unique([person for person, *_ in chosen], return_inverse=True)[1]
        done = model.fit(cov_type="cluster", cov_kwds={"groups": people, "use_correction": False})
    else:
        done = model.fit(cov_type="HC0")
    return {"rate": float(done.params[0]), "variance": float(done.cov_params()[0, 0])}


known = {
    sex: {
        kind: fit([row for row in rows if row[1] == sex], kind == "clustered") for kind in ("weighted", "clustered")
    }
    for sex in ("F", "M")
}
p = {}
for kind in ("weighted", "clustered"):
    f, m = known["F"][kind], known["M"][kind]
    p[kind] = float(2 * norm.sf(abs(f["rate"] - m["rate"]) / np.sqrt(f["variance"] + m["variance"])))
out = {"columns": ["person", "sex", "hired", "weight"], "rows": rows, "known": known, "p": p}
pathlib.Path(__file__).with_name("cluster.json").write_text(json.dumps(out) + "\n")
