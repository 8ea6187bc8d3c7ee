"""Makes aggregates.json: aggregates, score profiles and probabilities of improvement of rliable, and
BCa intervals of SciPy over several samples, which is what a stratified bootstrap has.

Run: python3 make_aggregates.py   (rliable 1.2.0 needs pandas < 3)
"""

import numpy as np
from rliable import library, metrics
from scipy import stats

from storing import rounded, store

random = np.random.default_rng(20240712)
AGGREGATES = {
    "mean": metrics.aggregate_mean,
    "median": metrics.aggregate_median,
    "interquartile-mean": metrics.aggregate_iqm,
    "optimality-gap": metrics.aggregate_optimality_gap,
}


# The same for tasks that differ in their runs, as they do when one is left out; rliable has none.
RAGGED = {
    "mean": lambda *tasks: np.mean([np.mean(task) for task in tasks]),
    "median": lambda *tasks: np.median([np.mean(task) for task in tasks]),
    "interquartile-mean": lambda *tasks: stats.trim_mean(np.concatenate(tasks), 0.25),
    "optimality-gap": lambda *tasks: 1 - np.mean([np.mean(np.minimum(task, 1)) for task in tasks]),
}


def scores(runs, tasks, decimals):
    table = 0.8 + 0.1 * random.normal(size=tasks) + 0.3 * random.normal(size=(runs, tasks))
    return np.round(table, decimals)


def aggregates(table):
    np.random.seed(3)  # rliable draws from NumPy's global generator
    estimates = lambda x: np.array([function(x) for function in AGGREGATES.values()])
    _, intervals = library.get_interval_estimates({"ours": table}, estimates, reps=20_000)
    thresholds = np.array([0.2, 0.5, 0.8, 0.81, 1.1])
    profile, bands = library.create_performance_profile({"ours": table}, thresholds, reps=5_000)
    return {
        "tasks": table.T.tolist(),
        "aggregates": {name: float(f(table)) for name, f in AGGREGATES.items()},
        "intervals": dict(zip(AGGREGATES, intervals["ours"].T.tolist())),
        "thresholds": thresholds.tolist(),
        "profile": profile["ours"].tolist(),
        "bands": bands["ours"].T.tolist(),
    }


def bca(tasks, name):
    statistic = RAGGED[name]
    options = dict(vectorized=False, confidence_level=0.95)
    percentile = stats.bootstrap(
        tasks, statistic, n_resamples=499, method="percentile", rng=np.random.default_rng(5), **options)
    result = stats.bootstrap(
        tasks, statistic, n_resamples=0, method="BCa", bootstrap_result=percentile, **options)
    return {
        "aggregate": name,
        "tasks": [list(task) for task in tasks],
        "estimate": float(statistic(*tasks)),
        "replicates": percentile.bootstrap_distribution.tolist(),
        "bca": list(result.confidence_interval),
    }


def improvement(ours, theirs):
    np.random.seed(4)
    _, intervals = library.get_interval_estimates(
        {"pair": (ours, theirs)}, lambda x, y: np.array([metrics.probability_of_improvement(x, y)]), reps=2_000)
    return {
        "ours": ours.T.tolist(),
        "theirs": theirs.T.tolist(),
        "probability": float(metrics.probability_of_improvement(ours, theirs)),
        "interval": intervals["pair"][:, 0].tolist(),
    }


def main():
    short = [rounded(random.lognormal(-0.4, 0.5, 5)) for _ in range(4)]
    store("aggregates", {
        "aggregates": [aggregates(scores(10, 26, 3)), aggregates(scores(3, 5, 1))],
        "bca": [bca(short, name) for name in AGGREGATES],
        "improvements": [
            improvement(scores(6, 8, 2) + 0.1, scores(5, 8, 2)),
            improvement(scores(4, 3, 1), scores(4, 3, 1)),
        ],
    }, ["numpy", "scipy", "rliable", "arch"])


main()
