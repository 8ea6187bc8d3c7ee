"""Makes hierarchy.json: effects over seeds x cases, written here with NumPy from the definitions: mean
squares of the two-way table, and the pigeonhole bootstrap by going through every resample of a small
table. No package has either for paired ratios.

Run: python3 make_hierarchy.py
"""

import itertools

import numpy as np
from scipy import stats

from storing import rounded, store

random = np.random.default_rng(20240714)


def interval(estimate, table):
    seeds, cases = table.shape
    grand = table.mean()
    by_seed = cases * np.sum((table.mean(1) - grand) ** 2) / (seeds - 1)
    by_case = seeds * np.sum((table.mean(0) - grand) ** 2) / (cases - 1)
    freedom = (seeds - 1) * (cases - 1)
    rest = table - table.mean(1, keepdims=True) - table.mean(0, keepdims=True) + grand
    rest = np.sum(rest**2) / freedom
    variance = by_seed + by_case - rest
    if variance > max(by_seed, by_case):
        parts = by_seed**2 / (seeds - 1) + by_case**2 / (cases - 1) + rest**2 / freedom
        degrees = max(variance**2 / parts, min(seeds, cases) - 1)
    else:
        variance = max(by_seed, by_case)
        degrees = seeds - 1 if by_seed > by_case else cases - 1
    half = stats.t.ppf(0.975, degrees) * np.sqrt(variance / table.size)
    return [estimate, estimate - half, estimate + half, degrees]


def moments(ours, theirs):
    """Mean and deviation of both effects over all resamples of seeds and of cases."""
    seeds, cases = ours.shape
    effects = []
    for chosen in itertools.product(range(seeds), repeat=seeds):
        for tested in itertools.product(range(cases), repeat=cases):
            a, b = ours[np.ix_(chosen, tested)].mean(), theirs[np.ix_(chosen, tested)].mean()
            effects.append((a - b, np.log(a / b)))
    return [[float(np.mean(e)), float(np.std(e))] for e in zip(*effects)]


def case(seeds, cases, spreads, enumerate_all):
    ours, theirs = (
        np.array([
            rounded(row) for row in np.exp(
                spreads[0] * random.normal(size=(seeds, 1)) + spreads[1] * random.normal(size=(1, cases))
                + spreads[2] * random.normal(size=(seeds, cases)))])
        for _ in range(2))
    ratio = np.log(ours.mean() / theirs.mean())
    return {
        "ours": ours.tolist(),
        "theirs": theirs.tolist(),
        "difference": interval((ours - theirs).mean(), ours - theirs),
        "logRatio": interval(ratio, ours / ours.mean() - theirs / theirs.mean()),
        "moments": moments(ours, theirs) if enumerate_all else None,
    }


def main():
    store("hierarchy", {
        "cases": [
            case(3, 4, (0.3, 0.3, 0.2), True),
            case(3, 12, (0.3, 0.05, 0.1), False),
            case(5, 8, (0.05, 0.05, 0.5), False),
            case(10, 6, (0.1, 0.4, 0.1), False),
        ],
    }, ["numpy", "scipy"])


main()
