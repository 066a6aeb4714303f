"""Known answers for stratified comparisons. Run: python strata.py > strata.json

Odds ratio, its interval, the test without correction, the crude ratio of rates and the Breslow-Day tests come from
statsmodels.StratifiedTable. The variances of the ratio (Greenland and Robins 1985) and of the difference (Sato 1989) are
not in statsmodels: they are written out here in mpmath as the papers have them. Standardised rates: mpmath, from the
definition, with Wilson limits as roots of the score equation.
"""
import json
import mpmath as mp
import numpy as np
import statsmodels
from statsmodels.stats.contingency_tables import StratifiedTable

mp.mp.dps = 40
Z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))

# events a, n a, events b, n b in each stratum
BERKELEY = [(512, 825, 89, 108), (353, 560, 17, 25), (120, 325, 202, 593), (138, 417, 131, 375), (53, 191, 94, 393), (22, 373, 24, 341)]
SMALL = [(3, 10, 1, 12), (8, 15, 4, 9), (0, 5, 2, 6), (6, 6, 3, 8)]
# Breslow and Day 1980, table 4.2 ff.: oesophageal cancer and alcohol (80 g a day or more) by age, Ille-et-Vilaine.
OESOPHAGUS = [(1, 10, 0, 106), (4, 30, 5, 169), (25, 54, 21, 159), (42, 69, 34, 173), (19, 37, 36, 124), (5, 5, 8, 39)]


def common(strata):
    tables = [np.array([[a, n1 - a], [c, n0 - c]]) for a, n1, c, n0 in strata]
    st = StratifiedTable(tables)
    lo, hi = st.oddsratio_pooled_confint(0.05)
    null = st.test_null_odds(correction=False)
    above = sum(mp.mpf(a) * n0 / (n1 + n0) for a, n1, c, n0 in strata)
    below = sum(mp.mpf(c) * n1 / (n1 + n0) for a, n1, c, n0 in strata)
    spread = sum((mp.mpf(a + c) * n1 * n0 - mp.mpf(a) * c * (n1 + n0)) / (n1 + n0) ** 2 for a, n1, c, n0 in strata)
    rr, se = above / below, mp.sqrt(spread / (above * below))
    assert abs(rr - st.riskratio_pooled) < 1e-12
    weight = sum(mp.mpf(n1) * n0 / (n1 + n0) for _, n1, _, n0 in strata)
    rd = sum(mp.mpf(n1) * n0 / (n1 + n0) * (mp.mpf(a) / n1 - mp.mpf(c) / n0) for a, n1, c, n0 in strata) / weight
    p = sum((mp.mpf(n1) / N) ** 2 * c - (mp.mpf(n0) / N) ** 2 * a + (mp.mpf(n1) / N) * (mp.mpf(n0) / N) * (n0 - n1) / 2
            for a, n1, c, n0 in strata for N in [n1 + n0])
    q = sum((mp.mpf(a) * (n0 - c) / (n1 + n0) + mp.mpf(c) * (n1 - a) / (n1 + n0)) / 2 for a, n1, c, n0 in strata)
    sd = mp.sqrt((rd * p + q) / weight ** 2)
    out = {"strata": strata,
           "oddsRatio": [float(st.oddsratio_pooled), float(lo), float(hi)],
           "riskRatio": [float(x) for x in (rr, rr * mp.exp(-Z * se), rr * mp.exp(Z * se))],
           "riskDifference": [float(x) for x in (rd, rd - Z * sd, rd + Z * sd)],
           "cmh": {"statistic": float(null.statistic), "p": float(mp.erfc(mp.sqrt(mp.mpf(float(null.statistic)) / 2)))}}
    for name, adjust in (("breslowDay", False), ("breslowDayTarone", True)):
        r = st.test_equal_odds(adjust=adjust)
        out[name] = {"statistic": float(r.statistic), "p": float(mp.gammainc(mp.mpf(len(strata) - 1) / 2, mp.mpf(float(r.statistic)) / 2, regularized=True))}
    return out


def wilson(x, n):
    rate = mp.mpf(x) / n
    if x in (0, n):
        other = Z ** 2 / (n + Z ** 2)
        return (mp.mpf(0), other) if x == 0 else (1 - other, mp.mpf(1))
    f = lambda p: (rate - p) ** 2 * n - Z ** 2 * p * (1 - p)
    low = mp.findroot(f, (mp.mpf(10) ** -30, rate), solver="anderson")
    high = mp.findroot(f, (rate, 1 - mp.mpf(10) ** -30), solver="anderson")
    return low, high


def standardised(strata):
    used = [s for s in strata if all(n > 0 for _, n in s)]
    weights = [mp.mpf(sum(n for _, n in s)) for s in used]
    weights = [w / sum(weights) for w in weights]
    rates, downs, ups, variances = [], [], [], []
    for g in range(len(strata[0])):
        cells = [s[g] for s in used]
        rates.append(sum(w * mp.mpf(x) / n for w, (x, n) in zip(weights, cells)))
        downs.append(sum((w * (mp.mpf(x) / n - wilson(x, n)[0])) ** 2 for w, (x, n) in zip(weights, cells)))
        ups.append(sum((w * (wilson(x, n)[1] - mp.mpf(x) / n)) ** 2 for w, (x, n) in zip(weights, cells)))
        variances.append(sum(w ** 2 * (mp.mpf(x) / n) * (1 - mp.mpf(x) / n) / n for w, (x, n) in zip(weights, cells)))
    difference = rates[0] - rates[1]
    return {"strata": strata,
            "groups": [{"value": float(r), "low": float(r - mp.sqrt(d)), "high": float(r + mp.sqrt(u)), "variance": float(v)}
                       for r, d, u, v in zip(rates, downs, ups, variances)],
            "difference": [float(difference), float(difference - mp.sqrt(downs[0] + ups[1])), float(difference + mp.sqrt(ups[0] + downs[1]))]}


as_strata = lambda four: [[(a, n1), (c, n0)] for a, n1, c, n0 in four]
print(json.dumps({"tools": {"statsmodels": statsmodels.__version__, "mpmath": mp.__version__},
                  "common": [common(s) for s in (BERKELEY, SMALL, OESOPHAGUS)],
                  "standardised": [standardised(as_strata(BERKELEY)),
                                   standardised([[(30, 100), (20, 80), (5, 9)], [(60, 90), (70, 120), (2, 2)], [(1, 4), (0, 0), (3, 5)]])]}, indent=1))
