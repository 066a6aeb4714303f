"""Adjusted p-values: statsmodels multipletests; weighted Holm by testing every intersection (closed testing with weighted
Bonferroni, which the weighted Holm procedure is a shortcut of). Run: python multiplicity.py > multiplicity.json"""
import itertools
import json
import numpy as np
import statsmodels
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(5)
cases = []
for m in (1, 2, 5, 8):
    for _ in range(3):
        p = np.round(rng.beta(0.4, 2, m), 6)
        w = np.round(rng.uniform(0.2, 3, m), 3)
        adjusted = [max(min(1, min(p[i] * w[list(s)].sum() / w[i] for i in s)) for k in range(1, m + 1)
                        for s in itertools.combinations(range(m), k) if h in s) for h in range(m)]
        cases.append({"p": p.tolist(), "weights": w.tolist(), "holm": multipletests(p, method="holm")[1].tolist(),
                      "bh": multipletests(p, method="fdr_bh")[1].tolist(), "by": multipletests(p, method="fdr_by")[1].tolist(),
                      "weightedHolm": [float(a) for a in adjusted]})
print(json.dumps({"tools": {"statsmodels": statsmodels.__version__}, "cases": cases}, indent=1))
