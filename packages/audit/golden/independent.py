"""Statistics from independent implementations: statsmodels, scipy, and mpmath where theirs stop too early."""

from functools import lru_cache

import mpmath as mp
import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
    proportions_ztest,
)

mp.mp.dps = 40
LEVEL = 0.95


PLAIN = mp.sqrt(2) * mp.erfinv(mp.mpf(str(LEVEL)))


def wilson(events, n, level=LEVEL):
    low, high = proportion_confint(events, n, alpha=1 - level, method="wilson")
    # statsmodels leaves rounding noise of 1e-19 where the bound is exactly 0 or 1.
    return (0.0 if events == 0 else float(low)), (1.0 if events == n else float(high))


@lru_cache(maxsize=None)
def all_pairs_critical(groups):
    """Quantile of the studentised range (infinite df) over the root of 2, by quadrature; scipy's stops at 1e-9."""
    if groups == 2:
        return PLAIN

    def excess(z):
        width = z * mp.sqrt(2)
        inside = mp.quad(
            lambda x: groups * mp.npdf(x) * (mp.ncdf(x + width) - mp.ncdf(x)) ** (groups - 1), mp.linspace(-13, 9, 23)
        )
        return inside - mp.mpf(str(LEVEL))

    rough = float(stats.studentized_range.ppf(LEVEL, groups, np.inf)) / 2**0.5
    with mp.workdps(20):
        found = mp.findroot(excess, (rough - 1e-6, rough + 1e-6), solver="secant", tol=1e-17)
    assert abs(found - rough) < 1e-6, groups
    return found


def all_pairs_p(z, groups):
    """The p-value of one pair adjusted for all pairs among the groups."""
    if groups == 2:
        return float(2 * stats.norm.sf(abs(z)))
    return float(stats.studentized_range.sf(abs(z) * 2**0.5, groups, np.inf))


def newcombe(x1, n1, x2, n2, z=PLAIN):
    low, high = confint_proportions_2indep(
        x1, n1, x2, n2, method="newcomb", compare="diff", alpha=float(mp.erfc(z / mp.sqrt(2)))
    )
    return float(low), float(high)


def ratio_score(x1, n1, x2, n2, ratio):
    """Signed root of Miettinen and Nurminen's chi-squared (1985, eq. 8-10) for the ratio p1/p2."""
    total = n1 + n2
    a = ratio * total
    b = -(ratio * (n1 + x2) + x1 + n2)
    c = mp.mpf(x1 + x2)
    p2 = (-b - mp.sqrt(b * b - 4 * a * c)) / (2 * a)
    p1 = ratio * p2
    variance = (p1 * (1 - p1) / n1 + ratio**2 * p2 * (1 - p2) / n2) * mp.mpf(total) / (total - 1)
    difference = mp.mpf(x1) / n1 - ratio * mp.mpf(x2) / n2
    return difference / mp.sqrt(variance)


def _root(function, low, high):
    """Bisection on a logarithmic scale, finished by the Illinois method, with a proof that the sign changes there."""
    on_scale = lambda t: function(mp.exp(t))
    low, high = mp.log(low), mp.log(high)
    sign = mp.sign(on_scale(low))
    assert sign != mp.sign(on_scale(high)), "no sign change in the bracket"
    for _ in range(18):
        middle = (low + high) / 2
        if mp.sign(on_scale(middle)) == sign:
            low = middle
        else:
            high = middle
    root = mp.findroot(on_scale, (low, high), solver="illinois", tol=1e-55, verify=False)
    near = mp.mpf(10) ** -20
    assert mp.sign(on_scale(root - near)) != mp.sign(on_scale(root + near))
    return mp.exp(root)


def miettinen_nurminen(x1, n1, x2, n2, z=PLAIN):
    """Score interval of p1/p2 by direct inversion; None where there is no bound."""
    if x1 == 0 and x2 == 0:
        return 0.0, None
    centre = mp.mpf(x1) * n2 / (mp.mpf(x2) * n1) if x1 > 0 and x2 > 0 else mp.mpf(1)
    tiny, huge, off = mp.mpf(10) ** -9, mp.mpf(10) ** 9, mp.mpf(10) ** -25
    low, high = 0.0, None
    if x1 > 0:
        start = centre * (1 - off) if x2 > 0 else huge
        low = float(_root(lambda r: ratio_score(x1, n1, x2, n2, r) - z, tiny, start))
    if x2 > 0:
        start = centre * (1 + off) if x1 > 0 else tiny
        high = float(_root(lambda r: ratio_score(x1, n1, x2, n2, r) + z, start, huge))
    return low, high


def z_test(x1, n1, x2, n2):
    """Two-proportion z test with the pooled variance; None where everybody or nobody had the event."""
    if x1 + x2 in (0, n1 + n2):
        return None
    statistic, p = proportions_ztest([x1, x2], [n1, n2])
    return float(statistic), float(p)


def fisher(x1, n1, x2, n2):
    return float(stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue)


def smallest_expected(events, n):
    share = sum(events) / sum(n)
    return min(min(k * share, k * (1 - share)) for k in n)


def equality(events, n):
    """Pearson chi-squared without correction; None where everybody or nobody had the event."""
    if len(n) < 2 or sum(events) in (0, sum(n)):
        return None
    table = np.array([events, [k - x for x, k in zip(events, n)]])
    statistic, p, df, _ = stats.chi2_contingency(table, correction=False)
    return {"statistic": float(statistic), "df": int(df), "p": float(p)}


def upper(statistic, df=1):
    """statsmodels takes 1 - cdf, which is 0 below 1e-16; this tail keeps its digits."""
    return float(stats.chi2.sf(statistic, df))


def stratified(tables):
    """tables: [[group events, group others], [reference events, reference others]] for each stratum."""
    usable = [t for t in tables if min(sum(t[0]), sum(t[1])) > 0]
    st = StratifiedTable([np.array(t, dtype=float) for t in usable])
    plain, corrected = st.test_null_odds(), st.test_null_odds(correction=True)
    varied = [t for t in usable if t[0][0] + t[1][0] > 0 and t[0][1] + t[1][1] > 0]
    homogeneity = StratifiedTable([np.array(t, dtype=float) for t in varied])
    tarone, breslow_day = homogeneity.test_equal_odds(adjust=True), homogeneity.test_equal_odds(adjust=False)
    low, high = st.oddsratio_pooled_confint()
    return {
        "strataUsed": len(usable),
        "oddsRatio": {"value": float(st.oddsratio_pooled), "low": float(low), "high": float(high)},
        "riskRatio": risk_ratio(usable),
        "riskDifference": risk_difference(usable),
        "cochranMantelHaenszel": {"statistic": float(plain.statistic), "p": upper(plain.statistic)},
        "cochranMantelHaenszelCorrected": {"statistic": float(corrected.statistic), "p": upper(corrected.statistic)},
        "breslowDay": {"statistic": float(breslow_day.statistic), "df": len(varied) - 1, "p": upper(breslow_day.statistic, len(varied) - 1)},
        "breslowDayTarone": {"statistic": float(tarone.statistic), "df": len(varied) - 1, "p": upper(tarone.statistic, len(varied) - 1)},
    }


def risk_ratio(tables):
    """Mantel-Haenszel risk ratio; interval by Greenland and Robins 1985 (their equation 13)."""
    top = bottom = spread = mp.mpf(0)
    for (a, b), (c, d) in tables:
        n1, n0, n = a + b, c + d, a + b + c + d
        top += mp.mpf(a) * n0 / n
        bottom += mp.mpf(c) * n1 / n
        spread += (mp.mpf(n1) * n0 * (a + c) - mp.mpf(a) * c * n) / mp.mpf(n) ** 2
    half = mp.sqrt(2) * mp.erfinv(mp.mpf(str(LEVEL))) * mp.sqrt(spread / (top * bottom))
    value = top / bottom
    return {"value": float(value), "low": float(value * mp.exp(-half)), "high": float(value * mp.exp(half))}


def risk_difference(tables):
    """Mantel-Haenszel risk difference with the variances of Greenland-Robins 1985 and of Sato 1989."""
    weight = total = gr = p = q = mp.mpf(0)
    for (a, b), (c, d) in tables:
        n1, n0, n = a + b, c + d, a + b + c + d
        w = mp.mpf(n1) * n0 / n
        weight += w
        total += (mp.mpf(a) * n0 - mp.mpf(c) * n1) / n
        gr += (mp.mpf(a) * b * n0**3 + mp.mpf(c) * d * n1**3) / (mp.mpf(n1) * n0 * n**2)
        p += (mp.mpf(n1) ** 2 * c - mp.mpf(n0) ** 2 * a + mp.mpf(n1) * n0 * (n0 - n1) / 2) / mp.mpf(n) ** 2
        q += (mp.mpf(a) * (n0 - c) + mp.mpf(c) * (n1 - a)) / (2 * mp.mpf(n))
    value = total / weight
    sato = (value * p + q) / weight**2
    return {"value": float(value), "varianceGreenlandRobins": float(gr / weight**2), "varianceSato": float(sato)}


def standardised(strata):
    """Direct standardisation: strata = [(people of all groups, events, n)]; None where a stratum has nobody."""
    if any(n == 0 for _, _, n in strata):
        return None
    everybody = mp.mpf(sum(w for w, _, _ in strata))
    value = sum(w / everybody * mp.mpf(x) / n for w, x, n in strata)
    variance = sum((w / everybody) ** 2 * mp.mpf(x) * (n - x) / mp.mpf(n) ** 3 for w, x, n in strata)
    return {"value": float(value), "variance": float(variance)}
