"""How often the pass and the fail of the verdict should happen, by simulation with numpy alone: every ordered pair by the
Miettinen-Nurminen statistic, all above 1.645 for a pass. Run: python verdict-power.py > verdict-power.json"""
import json
import numpy as np

rng = np.random.default_rng(20261101)
LIMIT, Z = 0.8, 1.6448536269514722
SHARES = [s * r * a for s in (0.55, 0.45) for r in (0.68, 0.2, 0.12) for a in (0.11, 0.32, 0.34, 0.23)]


def statistics(x, n):
    a, b = x[:, :, None], x[:, None, :]
    na, nb = n[None, :, None], n[None, None, :]
    people, events = na + nb, a + b
    linear = na * LIMIT + a + nb + b * LIMIT
    p = (linear - np.sqrt(linear ** 2 - 4 * people * LIMIT * events)) / (2 * people * LIMIT)
    q = LIMIT * p
    variance = (q * (1 - q) / na + LIMIT ** 2 * p * (1 - p) / nb) * people / (people - 1)
    z = (a / na - LIMIT * b / nb) / np.sqrt(variance)
    z[:, np.arange(len(n)), np.arange(len(n))] = 99
    return z


def passes(sizes, rates, runs):
    n = np.array(sizes, float)
    done = 0
    for _ in range(runs // 500):
        x = rng.binomial(np.array(sizes), rates, (500, len(sizes))).astype(float)
        done += int((statistics(x, n).min(axis=(1, 2)) >= Z).sum())
    return done / runs


def cells(people):
    return [round(s * people) for s in SHARES]


out = {"shares": SHARES, "runs": 10000, "designs": [
    {"name": "24 equal cells of 2,500", "sizes": [2500] * 24, "rate": 0.3, "passes": passes([2500] * 24, 0.3, 10000)},
    *({"name": f"2 x 3 x 4 unequal, {p:,} people", "sizes": cells(p), "rate": 0.3, "passes": passes(cells(p), 0.3, 10000)}
      for p in (60000, 100000, 200000))]}
print(json.dumps(out, indent=1))
