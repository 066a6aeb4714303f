"""Known answers for scores, distributions, numbers, classes and drift. Run: python scores.py > scores.json

scikit-learn (AUC, calibration curve, classes), scipy (distances, quantiles, Welch, folded normal), statsmodels
(recalibration, several groups, false discovery, regression inside bands), uncertainty-calibration (squared calibration
error), fairlearn (classes by group). DeLong and the exact Kolmogorov-Smirnov test come from R: scores.R.
"""
import json
import calibration.utils as verified
import fairlearn
import fairlearn.metrics as fl
import numpy as np
import scipy
import sklearn
import statsmodels
import statsmodels.api as sm
from scipy import optimize, special, stats
from sklearn import metrics
from sklearn.calibration import calibration_curve
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.oneway import anova_oneway

rng = np.random.default_rng(20261101)
Z = stats.norm.isf(.025)


def interval(centre, half):
    return [float(centre - half), float(centre + half)]


def counted(score, y):
    return [[float(s), int(((score == s) & (y == 0)).sum()), int(((score == s) & (y == 1)).sum())] for s in np.unique(score)]


def values(x):
    return [[float(v), int((x == v).sum())] for v in np.unique(x)]


def newcombe_auc(a, m, n):
    def excess(t):
        star = (m + n) / 2 - 1
        v = t * (1 - t) / (m * n) * (1 + star * ((1 - t) / (2 - t) + t / (1 + t)))
        return (a - t) ** 2 - Z * Z * v
    low = 0.0 if a == 0 else optimize.brentq(excess, 0, a, xtol=1e-15, rtol=1e-14)
    high = 1.0 if a == 1 else optimize.brentq(excess, a, 1, xtol=1e-15, rtol=1e-14)
    return [low, high]


def score_case(name, n, decimals, slope, shift):
    score = np.clip(np.round(rng.beta(1.5, 2.5, n), decimals), .001, .999)
    y = (rng.random(n) < special.expit(shift + slope * special.logit(score))).astype(int)
    group = rng.random(n) < .4
    edges = np.unique(np.percentile(score, np.linspace(0, 100, 11))[1:-1])
    true, promised = calibration_curve(y, score, n_bins=10, strategy='quantile')
    glm = sm.GLM(y, sm.add_constant(special.logit(score)), family=sm.families.Binomial()).fit(tol=1e-14, maxiter=100)
    offset = sm.GLM(y, np.ones(n), family=sm.families.Binomial(), offset=special.logit(score)).fit(tol=1e-14, maxiter=100)
    residual = y - score
    bins = np.searchsorted(edges, score, side='left')
    binned = [[(float(s), int(t)) for s, t in zip(score[bins == b], y[bins == b])] for b in np.unique(bins)]
    folded = 0
    for b in np.unique(bins):
        inside = bins == b
        rate, k = y[inside].mean(), inside.sum()
        d, sd = abs(score[inside].mean() - rate), np.sqrt(rate * (1 - rate) / (k - 1))
        folded += k / n * (2 * d - (stats.foldnorm.mean(d / sd, scale=sd) if sd > 0 else d))
    spiegelhalter = (residual * (1 - 2 * score)).sum() / np.sqrt(((1 - 2 * score) ** 2 * score * (1 - score)).sum())
    thresholds = [.2, .35, .5, .8]
    swept = []
    for t in thresholds:
        given = (score >= t).astype(int)
        tn, fp, fn, tp = metrics.confusion_matrix(y, given, labels=[0, 1]).ravel()
        half = lambda alpha, people: np.sqrt(np.log(2 / alpha) / (2 * people))
        joint = half(.025, n)
        swept.append({
            'selection-rate': [given.mean(), given.mean() - half(.05, n), given.mean() + half(.05, n)],
            'true-positive-rate': [metrics.recall_score(y, given)] + interval(metrics.recall_score(y, given), half(.05, tp + fn)),
            'false-positive-rate': [fp / (fp + tn)] + interval(fp / (fp + tn), half(.05, fp + tn)),
            'positive-predictive-value': None if tp + fp == 0 else [
                metrics.precision_score(y, given),
                max(0, tp / n - joint) / (max(0, tp / n - joint) + fp / n + joint),
                (tp / n + joint) / (tp / n + joint + max(0, fp / n - joint))],
            'negative-predictive-value': None if tn + fn == 0 else [
                tn / (tn + fn),
                max(0, tn / n - joint) / (max(0, tn / n - joint) + fn / n + joint),
                (tn / n + joint) / (tn / n + joint + max(0, fn / n - joint))],
            'accuracy': [metrics.accuracy_score(y, given)] + interval(metrics.accuracy_score(y, given), 2 * joint),
        })
    select = lambda a, b: float(metrics.roc_auc_score(np.r_[y[a], y[b]], np.r_[score[a], score[b]]))
    auc = metrics.roc_auc_score(y, score)
    return {
        'name': name, 'counts': counted(score, y), 'group': counted(score[group], y[group]), 'others': counted(score[~group], y[~group]),
        'auc': float(auc), 'newcombe': newcombe_auc(auc, int(y.sum()), int(n - y.sum())),
        'subgroup': float(metrics.roc_auc_score(y[group], score[group])),
        'bpsn': select(group & (y == 0), ~group & (y == 1)), 'bnsp': select(group & (y == 1), ~group & (y == 0)),
        'edges': edges.tolist(), 'true': true.tolist(), 'promised': promised.tolist(),
        'large': {'difference': float(residual.mean()), 'interval': list(stats.t.interval(.95, n - 1, residual.mean(), stats.sem(residual)))},
        'slope': [float(glm.params[1])] + list(map(float, glm.conf_int()[1])),
        'intercept': [float(glm.params[0])] + list(map(float, glm.conf_int()[0])),
        'interceptAtSlopeOne': [float(offset.params[0])] + list(map(float, offset.conf_int()[0])),
        'spiegelhalter': [float(spiegelhalter), float(2 * stats.norm.sf(abs(spiegelhalter)))],
        'ece': float(verified.plugin_ce(binned, power=1)), 'squared': float(verified.unbiased_square_ce(binned)), 'debiased': float(folded),
        'thresholds': thresholds, 'sweep': [{k: None if v is None else list(map(float, v)) for k, v in s.items()} for s in swept],
    }


def distribution_case(name, a, b):
    pooled = np.sqrt((a.var(ddof=1) + b.var(ddof=1)) / 2)
    smd = (a.mean() - b.mean()) / pooled
    error = np.sqrt((len(a) + len(b)) / (len(a) * len(b)) + smd ** 2 / (2 * (len(a) + len(b))))
    d = stats.ks_2samp(a, b).statistic
    out = {'name': name, 'a': values(a), 'b': values(b), 'ks': float(d),
           'limit': float(special.kolmogorov(d * np.sqrt(len(a) * len(b) / (len(a) + len(b))))),
           'wasserstein': float(stats.wasserstein_distance(a, b)), 'smd': [float(smd)] + interval(smd, Z * error)}
    out['quantiles'] = []
    for q in (.1, .5, .9):
        ci = stats.quantile_test(a, q=np.quantile(a, q), p=q).confidence_interval(.95)
        side = lambda x: None if np.isnan(x) or np.isinf(x) else float(x)
        out['quantiles'].append({'share': q, 'value': float(np.quantile(a, q)), 'interval': [side(ci.low), side(ci.high)]})
    welch = stats.ttest_ind(a, b, equal_var=False)
    ci = welch.confidence_interval(.95)
    out['welch'] = {'statistic': float(welch.statistic), 'df': float(welch.df), 'p': float(welch.pvalue), 'interval': [float(ci.low), float(ci.high)]}
    out['mean'] = [float(a.mean())] + list(map(float, stats.t.interval(.95, len(a) - 1, a.mean(), stats.sem(a))))
    return out


def anova_case(groups):
    r = anova_oneway(groups, use_var='unequal', welch_correction=True)
    return {'groups': [values(g) for g in groups], 'statistic': float(r.statistic), 'dfWithin': float(r.df_denom), 'p': float(r.pvalue)}


def classes_case(k, n, empty):
    true = rng.integers(0, k - (1 if empty else 0), n)
    given = np.where(rng.random(n) < .6, true, rng.integers(0, k, n))
    group = np.where(rng.random(n) < .3, 'a', 'b')
    out = []
    for g in ('a', 'b'):
        t, p = true[group == g], given[group == g]
        precision, recall, f1, _ = metrics.precision_recall_fscore_support(t, p, labels=range(k), zero_division=np.nan)
        frame = fl.MetricFrame(metrics=metrics.accuracy_score, y_true=true, y_pred=given, sensitive_features=group)
        out.append({'table': metrics.confusion_matrix(t, p, labels=range(k)).tolist(),
                    'rest': metrics.multilabel_confusion_matrix(t, p, labels=range(k)).tolist(),
                    'precision': float(np.nanmean(precision)), 'recall': float(np.nanmean(recall)), 'f1': float(np.nanmean(f1)),
                    'accuracy': float(frame.by_group[g])})
    return out


def need_case(n):
    band, group = rng.integers(0, 5, n), (rng.random(n) < .3).astype(int)
    need = rng.poisson(1 + band + .5 * group)
    dummies = np.column_stack([band == b for b in range(5)] + [group]).astype(float)
    value = sm.OLS(need, dummies).fit().params[-1]
    weights, variances, bands = [], [], []
    for b in range(5):
        a, r = need[(band == b) & (group == 1)], need[(band == b) & (group == 0)]
        weights.append(len(a) * len(r) / (len(a) + len(r)))
        variances.append(a.var(ddof=1) / len(a) + r.var(ddof=1) / len(r))
        bands.append([values(a), values(r)])
    w = np.array(weights)
    error = np.sqrt((w ** 2 * np.array(variances)).sum()) / w.sum()
    return {'bands': bands, 'value': float(value), 'interval': interval(value, Z * error), 'p': float(2 * stats.norm.sf(abs(value / error)))}


def psi(reference, current, added=0.):
    p, q = np.array(reference) + added, np.array(current) + added
    value = stats.entropy(p, q) + stats.entropy(q, p)
    limit = value / (1 / np.sum(reference) + 1 / np.sum(current))
    return {'reference': reference, 'current': current, 'value': float(value), 'p': float(stats.chi2.sf(limit, len(p) - 1)), 'smoothed': added > 0}


def change_case(events, n):
    e, m = np.array(events), np.array(n)
    ll = lambda x, k: float(special.xlogy(x, x / k) + special.xlogy(k - x, (k - x) / k))
    ratios = {i: 2 * (ll(e[:i].sum(), m[:i].sum()) + ll(e[i:].sum(), m[i:].sum()) - ll(e.sum(), m.sum())) for i in range(1, len(e))}
    best = max(ratios, key=ratios.get)
    ones, periods = np.repeat([1, 0], [e.sum(), m.sum() - e.sum()]), np.repeat(np.arange(len(e)), m)
    cut = np.cumsum(m)[:-1]
    hits, runs = 0, 4000
    for _ in range(runs):
        seen = np.cumsum(np.bincount(periods[rng.permutation(m.sum())][ones == 1], minlength=len(e)))[:-1]
        total = e.sum()
        with np.errstate(divide='ignore', invalid='ignore'):
            f = lambda x, k: special.xlogy(x, x / k) + special.xlogy(k - x, (k - x) / k)
            r = 2 * (f(seen, cut) + f(total - seen, m.sum() - cut) - f(total, m.sum()))
        hits += r.max() >= ratios[best] * (1 - 1e-12)
    return {'events': events, 'n': n, 'index': best, 'statistic': ratios[best], 'p': hits / runs}


def ranking_case(order, desired, ks):
    """The definitions of Geyik et al. 2019, place by place; order holds the group at each place."""
    order, desired = np.array(order), np.array(desired)
    weights = 1 / np.log2(np.arange(1, len(order) + 1) + 1)
    shares = lambda k: np.bincount(order[:k], minlength=len(desired)) / k
    divergences = np.array([stats.entropy(shares(k), desired) for k in range(1, len(order) + 1)])
    ndkl = lambda depth: float((weights * divergences)[:depth].sum() / weights[:depth].sum())
    with np.errstate(divide='ignore'):
        skews = [[None if np.isinf(x) else float(x) for x in np.log(shares(k) / desired)] for k in ks]
    return {'order': order.tolist(), 'desired': desired.tolist(), 'ks': ks, 'skews': skews, 'ndkl': ndkl(len(order)), 'ndkl10': ndkl(10)}


p_values = [.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594, .696, .762, .94, .942, .975, .986]
student = [[float(t), float(df), float(2 * stats.t.sf(abs(t), df))] for t in (0.001, .7, 2, 8, 20) for df in (1, 3.7, 30, 1e6)]
critical = [[level, df, float(stats.t.isf((1 - level) / 2, df))] for level in (.5, .9, .95, .999) for df in (1, 2.5, 10, 400, 1e6)]
print(json.dumps({
    'tools': {'sklearn': sklearn.__version__, 'scipy': scipy.__version__, 'statsmodels': statsmodels.__version__, 'fairlearn': fairlearn.__version__},
    'scores': [score_case('sixty people', 60, 2, 1., 0.), score_case('two thousand, too extreme', 2000, 3, .6, .3),
               score_case('five thousand in twenty steps', 5000, 1, 1.2, -.2)],
    'distributions': [distribution_case('small with ties', rng.integers(0, 6, 12).astype(float), rng.integers(1, 8, 9).astype(float)),
                      distribution_case('continuous', rng.normal(0, 1, 150), rng.normal(.4, 2, 220)),
                      distribution_case('skewed', np.round(rng.exponential(10, 800), 1), np.round(rng.exponential(11, 700), 1))],
    'anova': [anova_case([rng.normal(m, s, k).round(2) for m, s, k in ((0, 1, 20), (.5, 2, 35), (0, 4, 12))]),
              anova_case([rng.normal(m, s, k).round(1) for m, s, k in ((0, 1, 50), (.1, 1, 60))])],
    'classes': classes_case(4, 500, False) + classes_case(3, 40, True),
    'need': [need_case(400), need_case(3000)],
    'ranking': [ranking_case([0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 1], [.5, .5], [3, 5, 12]),
                ranking_case((rng.random(200) < np.linspace(.1, .7, 200)).astype(int).tolist(), [.6, .4], [10, 50]),
                ranking_case(rng.integers(0, 3, 60).tolist(), [.2, .3, .5], [7, 20])],
    'psi': [psi([10, 20, 30, 40], [15, 25, 25, 35]), psi([100] * 10, [80, 90, 95, 100, 105, 110, 120, 100, 110, 90]),
            psi([50, 0, 50], [40, 5, 55], .5)],
    'table': [{'table': t, 'statistic': float(stats.chi2_contingency(t, correction=False)[0]), 'df': int(stats.chi2_contingency(t, correction=False)[2]),
               'p': float(stats.chi2_contingency(t, correction=False)[1])} for t in ([[10, 20, 30], [6, 9, 17]], [[300, 120], [200, 150], [90, 80], [12, 3]])],
    'change': [change_case([5, 6, 4, 5, 12, 13, 11, 14], [50] * 8), change_case([10, 9, 11, 10, 12, 9], [100, 90, 105, 95, 120, 100]),
               change_case([0, 1, 3], [10, 12, 8])],
    'discovery': {'p': p_values, 'bh': multipletests(p_values, method='fdr_bh')[1].tolist(), 'by': multipletests(p_values, method='fdr_by')[1].tolist()},
    'higher': [{'a': [x, m], 'b': [y, n], 'p': float(stats.fisher_exact([[x, m - x], [y, n - y]], alternative='greater').pvalue)}
               for x, m, y, n in ((8, 10, 1, 9), (35, 100, 15, 100), (3, 10, 5, 12), (0, 5, 2, 7), (5, 5, 0, 6), (900, 5000, 9000, 60000), (90, 2000, 400, 9000))],
    'student': student, 'critical': critical,
}))
