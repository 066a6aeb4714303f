"""Known answers for the tests. Run: python tests.py > tests.json"""
import json
import mpmath as mp
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

mp.mp.dps = 40
PAIRS = [(56, 70, 48, 80), (9, 10, 3, 10), (0, 10, 7, 12), (5, 56, 0, 29), (30, 100, 45, 100), (1198, 2691, 557, 1835),
         (500, 1000, 980, 1000), (3, 3, 0, 4)]
two, fisher = [], []
for x1, n1, x0, n0 in PAIRS:
    p1, p0, pooled = mp.mpf(x1) / n1, mp.mpf(x0) / n0, mp.mpf(x1 + x0) / (n1 + n0)
    z = (p1 - p0) / mp.sqrt(pooled * (1 - pooled) * (mp.mpf(1) / n1 + mp.mpf(1) / n0))
    theirs = proportions_ztest([x1, x0], [n1, n0])
    assert abs(theirs[0] - z) < 1e-12 * abs(z)
    two.append({"a": [x1, n1], "b": [x0, n0], "statistic": float(z), "p": float(mp.erfc(abs(z) / mp.sqrt(2)))})
    fisher.append({"a": [x1, n1], "b": [x0, n0], "p": float(stats.fisher_exact([[x1, n1 - x1], [x0, n0 - x0]]).pvalue)})

tails = [{"z": z, "p": float(mp.erfc(mp.mpf(z) / mp.sqrt(2)))} for z in (0, 0.3, 1.96, 5, 12, 30, 37)]
chi_tails = [{"x": x, "df": df, "p": float(mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, regularized=True))}
             for x, df in [(0.1, 1), (92.2, 1), (900, 1), (900, 5), (3.2, 2), (40, 89), (1200, 89)]]

TABLES = [[(56, 70), (48, 80), (12, 30)], [(900, 5000), (2, 9)], [(10, 100), (20, 110), (30, 90), (15, 80), (7, 60)]]
chi = []
for table in TABLES:
    r = stats.chi2_contingency(np.array([[x, n - x] for x, n in table]), correction=False)
    chi.append({"groups": table, "statistic": float(r.statistic), "df": int(r.dof), "p": float(r.pvalue)})

binom = [{"events": x, "n": n, "p0": p0, "p": float(stats.binomtest(x, n, p0).pvalue)}
         for x, n, p0 in [(7, 20, 0.3), (0, 15, 0.2), (52, 100, 0.5), (682, 925, 0.75), (5100, 10000, 0.5), (20, 20, 0.9), (3000, 1000000, 0.0031)]]
fit = []
for observed, shares in [([10, 20, 30], [1, 1, 1]), ([315, 101, 108, 32], [9, 3, 3, 1]), ([50, 950], [0.06, 0.94])]:
    r = stats.chisquare(observed, np.array(shares) / sum(shares) * sum(observed))
    fit.append({"observed": observed, "shares": shares, "statistic": float(r.statistic), "p": float(r.pvalue)})
raw = [0.01, 0.04, 0.03, 0.005, 0.9, 0.5, 0.0001]
holm = {"p": raw, "adjusted": [float(p) for p in multipletests(raw, method="holm")[1]]}
print(json.dumps({"tools": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "mpmath": mp.__version__},
                  "twoProportion": two, "fisher": fisher, "normalTails": tails, "chiSquaredTails": chi_tails,
                  "chiSquared": chi, "exactBinomial": binom, "goodnessOfFit": fit, "holm": holm}, indent=1))
