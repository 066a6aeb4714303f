"""Known answers for simultaneous critical values. Run: python simultaneous.py > simultaneous.json

mpmath integrates with 25 digits: for all pairs the studentised range in its other form,
k integral phi(x) (Phi(x) - Phi(x - q))^(k-1); for a shared reference the product of the conditional chances. scipy's
studentized_range with infinite degrees of freedom must agree to its own tolerance.
"""
import json
import mpmath as mp
import scipy
from scipy.stats import studentized_range

mp.mp.dps = 25


def trapezoid(f, low, high, step):
    """Converges geometrically for what dies out like a normal density (Trefethen and Weideman 2014)."""
    n = int((high - low) / step)
    return step * mp.fsum(f(low + i * step) for i in range(n + 1))


def range_inside(q, k):
    return k * trapezoid(lambda x: mp.npdf(x) * (mp.ncdf(x) - mp.ncdf(x - q)) ** (k - 1), mp.mpf(-10), mp.mpf(10) + q, mp.mpf(1) / 12)


def tukey_outside(z, k):
    q = mp.mpf(z) * mp.sqrt(2)
    with mp.workdps(420 if z > 8 else 30):
        f = lambda x: mp.npdf(x) * (mp.ncdf(x) ** (k - 1) - (mp.ncdf(x) - mp.ncdf(x - q)) ** (k - 1))
        return k * trapezoid(f, q / 2 - 10, q / 2 + 10, mp.mpf(1) / 12)


def dunnett_outside(z, reference, groups):
    z = mp.mpf(z)
    factors = [(mp.sqrt(mp.mpf(reference) / (reference + v)), mp.sqrt(mp.mpf(v) / (reference + v))) for v in groups]
    def f(x):
        inside = mp.mpf(1)
        for shared, own in factors:
            inside *= mp.ncdf((z - shared * x) / own) - mp.ncdf((-z - shared * x) / own)
        return mp.npdf(x) * (1 - inside)
    narrowest = min(own / shared for shared, own in factors)
    step = min(mp.mpf(1) / 12, narrowest / 3)
    return 2 * trapezoid(f, mp.mpf(0), mp.mpf(10), step) - step * f(mp.mpf(0))


def secant(f, a, b):
    return mp.findroot(f, (mp.mpf(a), mp.mpf(b)), solver="secant", tol=mp.mpf(10) ** -30)


tukey = []
for level, k in [(0.95, 2), (0.95, 3), (0.95, 9), (0.99, 5), (0.9, 20), (0.95, 40), (0.95, 200)]:
    theirs = studentized_range.ppf(level, k, float("inf"))
    q = secant(lambda q: range_inside(q, k) - mp.mpf(level), theirs, theirs * 1.0001)
    assert abs(q - theirs) < 1e-5, (level, k, q, theirs)
    tukey.append({"level": level, "groups": k, "critical": float(q / mp.sqrt(2))})

tukey_p = [{"z": z, "groups": k, "p": float(tukey_outside(z, k))}
           for z, k in [(0.1, 3), (1.5, 4), (2.5, 9), (4, 40), (7, 5), (12, 3), (30, 6)]]

dunnett, dunnett_p = [], []
SETS = [(1, [1, 1, 1]), (1, [0.5, 2, 3, 0.1]), (0.01, [1, 1, 1, 1, 1]), (5, [0.01, 0.02, 0.5]), (0.0004, [0.0001, 0.002, 0.09, 0.0004, 0.0004, 0.01])]
for reference, groups in SETS:
    for level in (0.95, 0.99):
        c = secant(lambda c: dunnett_outside(c, reference, groups) - (1 - mp.mpf(level)), 2.4, 2.5)
        dunnett.append({"level": level, "reference": reference, "groups": groups, "critical": float(c)})
    for z in (0.5, 2, 4.5):
        dunnett_p.append({"z": z, "reference": reference, "groups": groups, "p": float(dunnett_outside(z, reference, groups))})

print(json.dumps({"tools": {"mpmath": mp.__version__, "scipy": scipy.__version__},
                  "tukey": tukey, "tukeyP": tukey_p, "dunnett": dunnett, "dunnettP": dunnett_p}, indent=1))
