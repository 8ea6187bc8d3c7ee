"""Makes means.json: Welch's and the pooled t test of SciPy, the polygamma functions, and the moderated t
test written here from Smyth (2004) with SciPy's polygamma and root finder (limma needs R).

Run: python3 make_means.py
"""

import numpy as np
from scipy import optimize, special, stats

from storing import rounded, store

random = np.random.default_rng(20240713)


def unpaired(ours, theirs):
    def one(equal):
        result = stats.ttest_ind(ours, theirs, equal_var=equal)
        interval = result.confidence_interval(0.95)
        return [result.statistic, result.pvalue, result.df, interval.low, interval.high]

    return {"ours": ours, "theirs": theirs, "welch": one(False), "pooled": one(True)}


def prior(variances, degrees):
    e = np.log(variances) - special.digamma(degrees / 2) + np.log(degrees / 2)
    excess = np.var(e, ddof=1) - np.mean(special.polygamma(1, degrees / 2))
    if excess <= 0:
        return np.inf, np.exp(np.mean(e))
    half = optimize.brentq(lambda x: special.polygamma(1, x) - excess, 1e-6, 1e8, xtol=1e-14)
    return 2 * half, np.exp(np.mean(e) + special.digamma(half) - np.log(half))


def moderated(rows):
    """Paired rows are lists of differences, unpaired ones a pair of lists."""
    moments = []
    for row in rows:
        if isinstance(row[0], list):
            a, b = map(np.array, row)
            d = len(a) + len(b) - 2
            pooled = (np.sum((a - a.mean()) ** 2) + np.sum((b - b.mean()) ** 2)) / d
            moments.append((a.mean() - b.mean(), pooled, d, 1 / len(a) + 1 / len(b)))
        else:
            moments.append((np.mean(row), np.var(row, ddof=1), len(row) - 1, 1 / len(row)))
    means, variances, degrees, inverse = map(np.array, zip(*moments))
    d0, s0 = prior(variances, degrees.astype(float))
    if np.isinf(d0):
        shrunk = np.full(len(rows), s0)
    else:
        shrunk = (d0 * s0 + degrees * variances) / (d0 + degrees)
    total = np.minimum(d0 + degrees, degrees.sum())
    t = means / np.sqrt(shrunk * inverse)
    half = stats.t.ppf(0.975, total) * np.sqrt(shrunk * inverse)
    return {
        "rows": rows,
        "prior": [d0 if np.isfinite(d0) else -1, s0],
        "results": np.transpose([means, t, 2 * stats.t.sf(np.abs(t), total), total, means - half,
                                 means + half]).tolist(),
    }


def moderated_welch(rows):
    sides = [np.array(side) for row in rows for side in row]
    variances = np.array([np.var(side, ddof=1) for side in sides])
    degrees = np.array([len(side) - 1.0 for side in sides])
    d0, s0 = prior(variances, degrees)
    squared = (d0 * s0 + degrees * variances) / (d0 + degrees) / (degrees + 1)
    a, b = squared[0::2], squared[1::2]
    freedom = (a + b) ** 2 / (a**2 / (d0 + degrees[0::2]) + b**2 / (d0 + degrees[1::2]))
    freedom = np.minimum(freedom, degrees.sum())
    means = np.array([np.mean(row[0]) - np.mean(row[1]) for row in rows])
    t = means / np.sqrt(a + b)
    half = stats.t.ppf(0.975, freedom) * np.sqrt(a + b)
    return {
        "rows": rows,
        "prior": [d0, s0],
        "results": np.transpose([means, t, 2 * stats.t.sf(np.abs(t), freedom), freedom,
                                 means - half, means + half]).tolist(),
    }


def rows(count, size, spread):
    return [rounded(random.normal(0.1, np.exp(random.normal(0, spread)), size)) for _ in range(count)]


def main():
    sides = [[a, b] for a, b in zip(rows(15, 3, 0.7), rows(15, 4, 0.7))]
    arguments = [0.05, 0.5, 1, 1.5, 4, 11.9, 30, 1e4]
    store("means", {
        "digamma": [[x, special.digamma(x)] for x in arguments],
        "trigamma": [[x, special.polygamma(1, x)] for x in arguments],
        "unpaired": [
            unpaired(rounded(random.normal(0.5, 1, n)), rounded(random.normal(0, 3, m)))
            for n, m in [(2, 2), (3, 3), (4, 9), (40, 5)]
        ],
        "paired": [moderated(rows(20, 3, 0.6)), moderated([[0, 1, 2], [3, 4, 5.1], [1, 2, 2.9], [0, 1, 2]]),
                   moderated(rows(6, 3, 1.0) + rows(6, 8, 1.0))],
        "both": [moderated(sides)],
        "sides": [moderated_welch(sides)],
    }, ["numpy", "scipy"])


main()
