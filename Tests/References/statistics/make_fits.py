"""Makes fits.json: lines and rank correlations of SciPy, sizes of samples of statsmodels, steps of airspeed
velocity, and profiles and running times written here from their definitions.

Run: python3 make_fits.py
"""

import numpy as np
from asv import step_detect
from scipy import stats
from statsmodels.stats.power import TTestIndPower, TTestPower

from storing import rounded, store

random = np.random.default_rng(20240717)


def line(x, y):
    fit = stats.linregress(x, y)
    half = stats.t.ppf(0.975, len(x) - 2) * fit.stderr if len(x) > 2 else None
    return {"x": x, "y": y, "slope": fit.slope, "intercept": fit.intercept, "half": half}


def correlation(first, second):
    spearman, kendall = stats.spearmanr(first, second), stats.kendalltau(first, second)
    return {"first": first, "second": second, "spearman": list(spearman), "kendall": list(kendall)}


def history(values, weights=None):
    steps = step_detect.detect_steps(values, weights)
    return {"values": values, "weights": weights,
            "pieces": [[start, end, float(level)] for start, end, level, _, _ in steps]}


def levels(*pieces, noise=0.03, decimals=4):
    return np.round(np.concatenate(
        [level * np.ones(count) + noise * random.normal(size=count) for level, count in pieces]),
        decimals).tolist()


def slow_noise(count):
    values = [0.0]
    for _ in range(count - 1):
        values.append(0.8 * values[-1] + 0.05 * random.normal())
    return np.round(1 + np.array(values), 4).tolist()


def profiles(costs, limits):
    """-1 stands for a problem that was not solved."""
    table = np.where(np.array(costs) < 0, np.inf, costs)
    best = table.min(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        ratios = np.where(np.isfinite(table), table / best, np.inf)
    return {"costs": costs, "limits": limits,
            "shares": [[float(np.mean(ratios[:, m] <= t)) for t in limits] for m in range(table.shape[1])]}


def running_times(traces, targets):
    """Each trace is a list of [time, value]."""
    result = []
    for target in targets:
        spent, hits = 0.0, 0
        for trace in traces:
            hit = next((time for time, value in trace if value <= target), None)
            spent += trace[-1][0] if hit is None else hit
            hits += hit is not None
        result.append(spent / hits if hits else None)
    return {"traces": traces, "targets": targets, "expected": result}


def traces(count):
    result = []
    for _ in range(count):
        values = np.exp(-np.cumsum(random.exponential(0.4, random.integers(4, 15))))
        result.append([[float(place + 1), float(f"{value:.5g}")] for place, value in enumerate(values)])
    return result


def main():
    whole = lambda low, high, count: [float(v) for v in random.integers(low, high, count)]
    costs = np.round(random.lognormal(0, 1, (15, 3)), 1)
    costs[random.uniform(size=costs.shape) < 0.15] = -1
    store("fits", {
        "lines": [line(rounded(random.normal(0, 1, n)), rounded(random.normal(0, 1, n))) for n in (3, 12)],
        "correlations": [
            correlation(rounded(random.normal(0, 1, 8)), rounded(random.normal(0, 1, 8))),
            correlation([1.0, 2, 3, 4, 5], [1.0, 3, 2, 5, 4]),
            correlation(whole(0, 5, 14), whole(0, 6, 14)),
            correlation(rounded(random.normal(0, 1, 80)), rounded(random.normal(0, 1, 80))),
        ],
        "pairs": [[n, TTestPower().solve_power(nobs=n, alpha=0.05, power=0.8)] for n in (3, 5, 10, 40)],
        "perSide": [[n, TTestIndPower().solve_power(nobs1=n, alpha=0.05, power=0.8)]
                    for n in (3, 5, 10, 40)],
        "histories": [
            history(levels((1, 20), (1.3, 15))),
            history(levels((10, 12), (9, 8), (12, 20), (11, 9), noise=0.1)),
            history(levels((1, 40))),
            history(slow_noise(60)),
            history(levels((5, 10), (6, 10)), [1.0, 2.0] * 10),
        ],
        "profiles": [profiles(costs.tolist(), [1, 1.5, 2, 4, 10, 1000])],
        "runningTimes": [running_times(traces(6), [0.5, 0.1, 0.02, 0.0001])],
    }, ["numpy", "scipy", "statsmodels", "asv"])


main()
