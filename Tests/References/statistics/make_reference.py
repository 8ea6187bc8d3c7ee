"""Makes reference.json, the values that Tests/StatisticsTests are checked against.

Run: python3 make_reference.py > reference.json
Made with the versions that the file itself records. Inputs are drawn with a fixed seed and stored, so
the tests do not depend on NumPy's generator. Holm's method is not in SciPy; it is written here from its
definition (largest of the products over the smaller p-values), not as the one-pass loop under test.
"""

import json
import platform

import numpy as np
import scipy
from scipy import stats

random = np.random.default_rng(20240711)


def rounded(values):
    """Inputs with few digits, so that ties are exact and the file stays small."""
    return [float(f"{value:.6g}") for value in values]


def samples():
    return [
        [3.0, 1.0, 4.0, 1.0, 5.0],
        [2.5, -1.25],
        rounded(random.normal(10, 3, 8)),
        rounded(random.lognormal(-6, 1, 25)),
        rounded(1e8 + random.normal(0, 1, 12)),
    ]


def student():
    degrees = [1, 2, 2.5, 3, 4, 5, 9, 15, 29, 99, 999, 20000]
    probabilities = [1e-9, 0.001, 0.025, 0.3, 0.6, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9995]
    # SciPy 1.17 loses digits of the tail near t = 1e-8; the test has closed forms there.
    statistics = [0, 0.1, 0.5, 1, 2, 5, 20, 300]
    return {
        "quantiles": [[n, p, stats.t.ppf(p, n)] for n in degrees for p in probabilities],
        "tails": [[n, t, 2 * stats.t.sf(t, n)] for n in degrees for t in statistics],
    }


def normal():
    probabilities = [1e-300, 1e-12, 1e-4, 0.02, 0.2, 0.4999, 0.5, 0.7, 0.975, 0.9999]
    return {
        "quantiles": [[p, stats.norm.ppf(p)] for p in probabilities],
        "cumulative": [[z, stats.norm.cdf(z)] for z in [-30, -5, -1.5, 0, 0.3, 2, 6]],
    }


def description(values):
    quantiles = [0, 0.1, 0.25, 0.5, 0.77, 1]
    interval = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    return {
        "values": values,
        "mean": np.mean(values),
        "variance": np.var(values, ddof=1),
        "median": np.median(values),
        "interquartileMean": stats.trim_mean(values, 0.25),
        "quantiles": [[q, np.quantile(values, q)] for q in quantiles],
        "interval": [interval.low, interval.high],
        "ranks": stats.rankdata(values).tolist(),
    }


def ratio(ours, theirs):
    logs = np.log(ours) - np.log(theirs)
    interval = stats.ttest_1samp(logs, 0).confidence_interval(0.95)
    return {
        "ours": ours,
        "theirs": theirs,
        "estimate": stats.gmean(ours) / stats.gmean(theirs),
        "interval": [np.exp(interval.low), np.exp(interval.high)],
    }


def bootstrap(values):
    options = dict(n_resamples=999, confidence_level=0.95, rng=np.random.default_rng(7))
    percentile = stats.bootstrap((values,), np.mean, method="percentile", **options)
    options = dict(n_resamples=0, bootstrap_result=percentile, confidence_level=0.95)
    bca = stats.bootstrap((values,), np.mean, method="BCa", **options)
    return {
        "values": values,
        "replicates": percentile.bootstrap_distribution.tolist(),
        "percentile": list(percentile.confidence_interval),
        "bca": list(bca.confidence_interval),
    }


def paired(differences):
    # All 2^n patterns are enumerated, so only short lists have this value.
    flips = None
    if len(differences) <= 12:
        flips = stats.permutation_test(
            (differences,), np.mean, permutation_type="samples", n_resamples=np.inf)
    t = stats.ttest_1samp(differences, 0)
    return {
        "differences": differences,
        "t": [t.statistic, t.pvalue],
        "signFlip": [flips.statistic, flips.pvalue] if flips else None,
    }


def signed_rank(differences, method):
    result = stats.wilcoxon(differences, method=method, zero_method="wilcox")
    return {"differences": differences, "statistic": result.statistic, "p": result.pvalue}


def holm(p_values):
    def one(index):
        smaller = [p for p in p_values if p <= p_values[index]]
        order = sorted(smaller)
        return max(min(1, (len(p_values) - place) * p) for place, p in enumerate(order))

    return [one(index) for index in range(len(p_values))]


def corrections(p_values):
    return {
        "p": p_values,
        "holm": holm(p_values),
        "benjaminiHochberg": stats.false_discovery_control(p_values).tolist(),
    }


def pairs_needed(gap):
    """The smallest n at which a two-sided t test at 5 % finds a mean of gap deviations with 80 %."""
    for count in range(2, 100_000):
        critical = stats.t.ppf(0.975, count - 1)
        if stats.nct.sf(critical, count - 1, gap * np.sqrt(count)) >= 0.8:
            return count
    return None


def main():
    exhaustive = stats.PermutationMethod(n_resamples=np.inf)
    reference = {
        "versions": {
            "python": platform.python_version(),
            "numpy": np.__version__,
            "scipy": scipy.__version__,
        },
        "student": student(),
        "normal": normal(),
        "descriptions": [description(values) for values in samples()],
        "ratios": [
            ratio(rounded(random.lognormal(-4, 0.3, n)), rounded(random.lognormal(-4, 0.3, n)))
            for n in [2, 5, 20]
        ],
        "bootstraps": [
            bootstrap(values)
            for values in [rounded(random.lognormal(0, 1, 15)), [1.0, 1.0, 2.0, 5.0]]
        ],
        "paired": [
            paired(differences)
            for differences in [
                [0.5, -0.25],
                [1.0, 1.0, 1.0, -1.0],
                rounded(random.normal(0.4, 1, 5)),
                rounded(random.normal(0.4, 1, 12)),
                rounded(random.normal(0.4, 1, 40)),
            ]
        ],
        "signedRanks": [
            signed_rank(rounded(random.normal(0.5, 1, 6)), "exact"),
            signed_rank(rounded(random.normal(0.3, 1, 45)), "exact"),
            signed_rank([1, 2, 2, -2, 3, -1, 4, 4, 0], exhaustive),
            signed_rank([1, 1, 1, 1, -1, 1], exhaustive),
            signed_rank(rounded(random.normal(0.2, 1, 80)), "asymptotic"),
            signed_rank([float(v) for v in random.integers(-6, 9, 90)], "asymptotic"),
        ],
        "corrections": [
            corrections(p_values)
            for p_values in [
                [0.01, 0.04, 0.03, 0.005],
                [0.5],
                [0.02, 0.02, 0.02, 0.9, 1.0],
                rounded(random.uniform(0, 0.1, 12)),
            ]
        ],
        "pairsNeeded": [[gap, pairs_needed(gap)] for gap in [0.1, 0.25, 0.5, 1, 2, 4]],
    }
    print(json.dumps(reference, indent=1))


main()
