"""Makes settings.json: methods beside the settings of a reference and of each other, by NumPy and SciPy from the definition.

Run: python3 make_settings.py
"""

import numpy as np
from scipy import stats

from storing import rounded, store

random = np.random.default_rng(20260131)


def cost_at(points, quality):
    """On lines between the settings that are better than every cheaper one; at least the cheapest's cost."""
    cost, good = points
    kept = np.concatenate([[True], good[1:] > np.maximum.accumulate(good)[:-1]])
    return np.interp(quality, good[kept], cost[kept])


def means(costs, qualities, kept):
    cost, good = costs[:, kept].mean(axis=1), qualities[:, kept].mean(axis=1)
    order = np.argsort(cost)
    return cost[order], good[order]


def jackknife(statistic, count):
    everything = np.arange(count)
    estimate = statistic(everything)
    left = np.array([statistic(np.delete(everything, i)) for i in everything])
    pseudo = count * estimate - (count - 1) * left
    half = stats.t.ppf(0.975, count - 1) * pseudo.std(ddof=1) / np.sqrt(count)
    return [estimate, estimate - half, estimate + half]


def comparison(seeds):
    shift = random.normal(size=seeds)
    costs = np.array([[rounded([c + 0.1 * random.normal()])[0] for _ in range(seeds)]
                      for c in range(4)])
    qualities = np.array([[rounded([q + s + 0.2 * random.normal()])[0] for s in shift]
                          for q in [0, 1.5, 1.2, 3]])
    method_cost = np.array(rounded(1.4 + 0.1 * random.normal(size=seeds)))
    method_quality = np.array(rounded(1.9 + shift + 0.2 * random.normal(size=seeds)))

    other_costs = np.array([[rounded([c + 0.1 * random.normal()])[0] for _ in range(seeds)]
                            for c in [-1, 0.2, 0.9]])
    other_qualities = np.array([[rounded([q + s + 0.2 * random.normal()])[0] for s in shift]
                                for q in [0.2, 1.4, 2.2]])
    margin = 0.05

    def ratio(kept):
        theirs, ours = means(costs, qualities, kept), means(other_costs, other_qualities, kept)
        level = min(theirs[1].max(), ours[1].max()) - margin
        return cost_at(ours, level) - cost_at(theirs, level)

    def gain(kept):
        return method_quality[kept].mean() - np.interp(
            method_cost[kept].mean(), *means(costs, qualities, kept))

    return {"costs": costs.tolist(), "qualities": qualities.tolist(),
            "methodCost": method_cost.tolist(), "methodQuality": method_quality.tolist(),
            "otherCosts": other_costs.tolist(), "otherQualities": other_qualities.tolist(),
            "margin": margin, "ratio": jackknife(ratio, seeds), "gain": jackknife(gain, seeds)}


store("settings", {"comparisons": [comparison(n) for n in [3, 3, 5, 10]]}, ["numpy", "scipy"])
