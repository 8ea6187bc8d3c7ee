"""Makes survival.json: Kaplan-Meier curves, restricted means and log-rank tests of lifelines. The standard
error of a restricted mean is written here from Klein & Moeschberger (2003), section 4.5: lifelines gives the
variance of min(T, limit) instead.

Run: python3 make_survival.py
"""

import numpy as np
from lifelines import KaplanMeierFitter
from lifelines.statistics import logrank_test
from lifelines.utils import restricted_mean_survival_time

from storing import store

random = np.random.default_rng(20240716)


def times(count, scale, end, decimals):
    life = np.round(random.exponential(scale, count), decimals)
    limit = np.minimum(np.round(random.uniform(0.2 * end, 1.5 * end, count), decimals), end)
    return np.minimum(life, limit).tolist(), (life <= limit).tolist()


def restricted(durations, events, limit):
    durations, events = np.array(durations), np.array(events)
    grid = np.unique(durations[events])
    grid = grid[grid < limit]
    survival, s = [], 1.0
    for t in grid:
        s *= 1 - np.sum((durations == t) & events) / np.sum(durations >= t)
        survival.append(s)
    edges = np.append(grid, limit)
    areas = np.array(survival) * np.diff(edges)
    variance = 0.0
    for place, t in enumerate(grid):
        n, d = np.sum(durations >= t), np.sum((durations == t) & events)
        if n > d:
            variance += areas[place:].sum() ** 2 * d / (n * (n - d))
    return [edges[0] + areas.sum(), np.sqrt(variance)]


def curve(durations, events, limit):
    fitter = KaplanMeierFitter().fit(durations, events)
    bands = fitter.confidence_interval_survival_function_
    points = [[float(t), float(fitter.survival_function_.loc[t].iloc[0]), *map(float, bands.loc[t])]
              for t in np.unique(np.array(durations)[np.array(events)])]
    # Where nobody is left there is no variance, and no interval.
    points = [point for point in points if point[1] > 0]
    mean = restricted(durations, events, limit)
    assert abs(mean[0] - restricted_mean_survival_time(fitter, limit)) < 1e-9
    median = fitter.median_survival_time_
    return {
        "times": durations, "events": events, "points": points, "limit": limit, "restricted": mean,
        "median": median if np.isfinite(median) else None,
    }


def log_rank(first, second):
    result = logrank_test(first[0], second[0], first[1], second[1])
    return {"times": [first[0], second[0]], "events": [first[1], second[1]],
            "result": [result.test_statistic, result.p_value]}


def main():
    store("survival", {
        "curves": [
            curve(*times(12, 5, 9, 0), 6.0),
            curve(*times(40, 20, 15, 3), 14.0),
            curve([1.0, 2, 2, 3, 5], [True, True, True, True, True], 4.0),
            curve([4.0, 4, 2, 4], [True, False, True, False], 4.0),
        ],
        "logRanks": [
            log_rank(times(15, 5, 9, 0), times(12, 9, 9, 0)),
            log_rank(times(40, 10, 20, 2), times(50, 11, 20, 2)),
        ],
    }, ["numpy", "scipy", "lifelines"])


main()
