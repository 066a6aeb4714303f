"""Known answers for monitoring: confidence sequences and the e-detector. Run: python monitoring.py > monitoring.json

bernoulli: confseq 0.0.11 (`bernoulli_confidence_interval`). beta and the two-sample sequences: mpmath in 30 digits, the
evidence minimised along the line by bisection of its slope. detector: exact fractions. How to install confseq: it needs
libboost-dev, and scikit-build, cmake, ninja, pybind11 >= 2.12, numpy < 2 with `pip install --no-build-isolation`.
"""
import json
from fractions import Fraction
import mpmath as mp
from confseq.boundaries import bernoulli_confidence_interval

mp.mp.dps = 30
HALF = mp.mpf(1) / 2


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def term(n, p):
    return mp.mpf(0) if n == 0 else n * mp.log(p)


def evidence(x, n, p):
    return log_beta(x + HALF, n - x + HALF) - log_beta(HALF, HALF) - term(x, p) - term(n - x, 1 - p)


def bisect(f, low, high, steps=100):
    """f is negative at low, positive at high."""
    for _ in range(steps):
        middle = (low + high) / 2
        if f(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta(x, n, level):
    threshold = -mp.log(1 - mp.mpf(level))
    f = lambda p: evidence(x, n, p) - threshold
    rate = mp.mpf(x) / n
    tiny = mp.mpf(10) ** -28
    low = mp.mpf(0) if x == 0 else bisect(f, rate, tiny)
    high = mp.mpf(1) if x == n else bisect(f, rate, 1 - tiny)
    return [float(low), float(high)]


def least(x1, n1, x0, n0, rate, slope, low, high):
    """The least evidence along a line of pairs: the slope of the evidence rises, so bisect its sign."""
    def gradient(p):
        q = rate(p)
        value = slope * ((n1 - x1) / (1 - q) - x1 / q) + (n0 - x0) / (1 - p) - x0 / p
        return value
    tiny = (high - low) * mp.mpf(10) ** -26
    if gradient(low + tiny) >= 0:
        p = low
    elif gradient(high - tiny) <= 0:
        p = high
    else:
        p = bisect(gradient, low + tiny, high - tiny)
    clip = lambda q: min(mp.mpf(1), max(mp.mpf(0), q))
    return evidence(x1, n1, clip(rate(p))) + evidence(x0, n0, clip(p))


def difference(x1, n1, x0, n0, level):
    threshold = -mp.log(1 - mp.mpf(level))
    estimate = mp.mpf(x1) / n1 - mp.mpf(x0) / n0
    f = lambda d: least(x1, n1, x0, n0, lambda p: p + d, mp.mpf(1), max(mp.mpf(0), -d), min(mp.mpf(1), 1 - d)) - threshold
    edge = 1 - mp.mpf(10) ** -25
    low = mp.mpf(-1) if estimate == -1 else bisect(f, estimate, -edge)
    high = mp.mpf(1) if estimate == 1 else bisect(f, estimate, edge)
    return [float(low), float(high)]


def ratio(x1, n1, x0, n0, level):
    threshold = -mp.log(1 - mp.mpf(level))
    start = mp.log((mp.mpf(x1) or HALF) / n1) - mp.log((mp.mpf(x0) or HALF) / n0)
    def f(log_ratio):
        r = mp.e ** log_ratio
        return least(x1, n1, x0, n0, lambda p: p * r, r, mp.mpf(0), min(mp.mpf(1), 1 / r)) - threshold
    low = 0.0 if x1 == 0 else float(mp.e ** bisect(f, start, start - 60))
    high = None if x0 == 0 else float(mp.e ** bisect(f, start, start + 60))
    return [low, high]


def detector(zs, grid):
    m, w = [Fraction(0)] * len(grid), [Fraction(1)] * len(grid)
    for z in zs:
        m = [(1 + b * z) * (1 + x) for b, x in zip(grid, m)]
        w = [(1 + b * z) * x for b, x in zip(grid, w)]
    return float(sum(m) / len(grid)), float(sum(w) / len(grid))


def detector_case(name, zs):
    grid = [Fraction(k, 20) for k in range(1, 20)]
    evidence_, wealth = detector([Fraction(z) for z in zs], grid)
    return {'name': name, 'z': [float(Fraction(z)) for z in zs], 'evidence': evidence_, 'wealth': wealth}


BERNOULLI = [(300, 1000, .05, 1000), (0, 10, .05, 100), (3, 10, .05, 100), (30, 100, .1, 500),
             (5.5, 20, .05, 50), (12345, 100000, .01, 10000), (99, 100, .05, 300)]
ONE = [(0, 10), (3, 10), (30, 100), (300, 1000), (10, 10), (1, 1), (123456, 1000000)]
TWO = [(30, 100, 45, 100), (0, 20, 5, 20), (20, 20, 7, 20), (300, 1000, 450, 1000), (3, 7, 900, 2000), (0, 50, 0, 50),
       (20, 20, 20, 20), (4000, 50000, 5000, 50000), (1, 1, 0, 1)]
print(json.dumps({
    'tools': {'mpmath': mp.__version__, 'confseq': '0.0.11'},
    'bernoulli': [{'sum': s, 'n': n, 'alpha': a, 'narrowestAt': t, 'interval': list(bernoulli_confidence_interval(s, n, a, float(t)))}
                  for s, n, a, t in BERNOULLI],
    'beta': [{'events': x, 'n': n, 'level': level, 'interval': beta(x, n, level)} for x, n in ONE for level in (.9, .95, .99)],
    'two': [{'a': [x1, n1], 'b': [x0, n0], 'level': level, 'difference': difference(x1, n1, x0, n0, level),
             'ratio': ratio(x1, n1, x0, n0, level)} for x1, n1, x0, n0 in TWO for level in (.95,)],
    'detector': [detector_case('the vector of the design', ['.8', '-1', '.4', '.8', '.8', '-.6', '.8']),
                 detector_case('overturns', ['.8', '-.2', '-.2', '.8', '.8', '-.2', '-.2', '-.2', '-.2', '.8']),
                 detector_case('nothing wrong', ['-.2'] * 30)],
}, indent=1))
