"""Known answers for the change of a rate and of a gap. Run: python change.py > change.json

statsmodels: Newcombe's interval of two independent rates, Wilson's interval, McNemar's exact test; scipy: chi-squared, Fisher,
the root of the interval's end, the likeliest rates of one ratio. The joined interval of a gap is written here from the paper (Zou and Donner 2008), on
statsmodels' Wilson intervals.
"""
import json
import numpy as np
import scipy
import statsmodels
from scipy import optimize, special, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


def wilson(events, n, alpha):
    rate = events / n
    low, high = proportion_confint(events, n, alpha=alpha, method='wilson')
    return rate, rate - low, high - rate


def minus(a, b, r=0):
    join = lambda x, y: np.sqrt(max(0, x * x + y * y - 2 * r * x * y))
    return a[0] - b[0], join(a[1], b[2]), join(a[2], b[1])


def phi(table):
    a, b, c, d = table
    product = (a + b) * (c + d) * (a + c) * (b + d)
    return 0 if product == 0 else (a * d - b * c) / np.sqrt(product)


def change(part, alpha):
    before, after, r = part
    return minus(wilson(*after, alpha), wilson(*before, alpha), r)


def p_of(estimate):
    value = estimate(.05)[0]
    if value == 0:
        return 1
    left = lambda z: abs(value) - estimate(2 * stats.norm.sf(z))[1 if value > 0 else 2]
    return float(2 * stats.norm.sf(optimize.brentq(left, 1e-9, 30, xtol=1e-14, rtol=1e-14)))


def interval(estimate):
    value, down, up = estimate(.05)
    return [float(value), float(value - down), float(value + up)]


independent = []
for before, after in [((30, 100), (45, 110)), ((5, 20), (1, 25)), ((512, 2000), (480, 2100)), ((0, 12), (4, 15))]:
    estimate = lambda alpha: change((before, after, 0), alpha)
    low, high = confint_proportions_2indep(after[0], after[1], before[0], before[1], method='newcomb', compare='diff')
    assert np.allclose(interval(estimate)[1:], [low, high])
    table = [[before[0], before[1] - before[0]], [after[0], after[1] - after[0]]]
    expected = stats.contingency.expected_freq(table)
    p = stats.chi2_contingency(table, correction=False)[1] if expected.min() >= 5 else stats.fisher_exact(table)[1]
    independent.append({'before': before, 'after': after, 'change': interval(estimate), 'p': float(p)})

pairs = []  # a: event both times, b: only before, c: only after, d: neither
for a, b, c, d in [(36, 12, 2, 9), (120, 40, 22, 300), (14, 1, 9, 3), (5, 0, 0, 5)]:
    n = a + b + c + d
    estimate = lambda alpha: change(((a + b, n), (a + c, n), phi((a, b, c, d))), alpha)
    pairs.append({'table': [a, b, c, d], 'phi': float(phi((a, b, c, d))), 'change': interval(estimate),
                  'p': float(mcnemar([[a, b], [c, d]], exact=True).pvalue)})

gaps = []
for group, reference in [
    (((30, 100), (45, 110), 0), ((50, 100), (52, 105), 0)),
    (((200, 1000), (260, 1000), .6), ((400, 1200), (380, 1200), .5)),
    (((3, 20), (9, 21), 0), ((11, 30), (6, 28), .2)),
    (((20000, 100000), (21000, 100000), 0), ((30000, 100000), (29900, 100000), 0)),
]:
    estimate = lambda alpha: minus(change(group, alpha), change(reference, alpha))
    wald = sum(e / n * (1 - e / n) / n for part in (group, reference) for e, n in part[:2])
    gaps.append({'group': group, 'reference': reference, 'change': interval(estimate), 'p': p_of(estimate),
                 'wald': float(2 * stats.norm.sf(abs(estimate(.05)[0]) / np.sqrt(wald)))})

ratios = []  # Rao's score test of one ratio before and after: scipy finds the likeliest rates, numpy the information


def score_change(before, after, odds):
    tables = [before, after]

    def rates(t):  # log ratio, and of each time the logit of the reference
        reference = special.expit(t[1:])
        group = special.expit(t[1:] + t[0]) if odds else np.exp(t[0]) * reference
        return group, reference

    def loss(t):
        group, reference = rates(t)
        if np.any(group >= 1):
            return np.inf
        return -sum(special.xlogy(e, r) + special.xlog1py(n - e, -r)
                    for times, side in zip(tables, zip(group, reference)) for (e, n), r in zip(times, side))

    start = np.concatenate([[-1.0], special.logit([(e + .5) / (n + 1) for _, (e, n) in tables])])
    best = optimize.minimize(loss, start, method='Nelder-Mead',
                             options={'xatol': 1e-13, 'fatol': 1e-15, 'maxiter': 40000, 'maxfev': 40000})
    best = optimize.minimize(loss, best.x, method='Nelder-Mead',
                             options={'xatol': 1e-14, 'fatol': 1e-16, 'maxiter': 40000, 'maxfev': 40000})
    group, reference = rates(best.x)
    # Four free rates against the fitted ones: the score statistic is Pearson's chi-squared of the eight counts.
    chi = sum((e - n * r) ** 2 / (n * r * (1 - r))
              for times, side in zip(tables, zip(group, reference)) for (e, n), r in zip(times, side))
    sign = 1 if after[0][0] - after[0][1] * group[1] > 0 else -1
    return sign * float(np.sqrt(chi)), float(stats.chi2.sf(chi, 1))


for group, reference in [(((30, 100), (20, 110)), ((50, 100), (52, 105))), (((8, 20), (0, 25)), ((11, 30), (12, 28))),
                         (((600, 2000), (0, 40)), ((1200, 2000), (1200, 2000)))]:
    for kind in ['ratio', 'odds-ratio']:
        z, p = score_change((group[0], reference[0]), (group[1], reference[1]), kind == 'odds-ratio')
        ratios.append({'kind': kind, 'group': group, 'reference': reference, 'z': z, 'p': p})

print(json.dumps({'tools': {'scipy': scipy.__version__, 'statsmodels': statsmodels.__version__},
                  'independent': independent, 'pairs': pairs, 'gaps': gaps, 'ratios': ratios}, indent=1))
