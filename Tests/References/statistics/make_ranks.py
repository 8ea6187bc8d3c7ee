"""Makes ranks.json: tests on ranks of SciPy, scikit-posthocs, autorank and baycomp.

Run: python3 make_ranks.py
Iman & Davenport's F is written from its definition; maximal cliques come from brute force
over all subsets.
"""

import contextlib
import itertools
import warnings

import autorank
import baycomp
import numpy as np
import pandas as pd
import scikit_posthocs
from scipy import stats

from storing import rounded, store

warnings.filterwarnings("ignore")
random = np.random.default_rng(20240715)


def studentized_range():
    cases = [(k, v, t) for k in (2, 5, 12) for v in (np.inf, 3, 60) for t in (0.1, 0.01)]
    return [[k, -1 if np.isinf(v) else v, t, stats.studentized_range.ppf(1 - t, k, v)] for k, v, t in cases]


def cliques(alike, order):
    """Maximal cliques of at least two, as places in the order of mean ranks, by brute force."""
    places = range(len(order))
    groups = [
        set(group) for size in range(2, len(order) + 1) for group in itertools.combinations(places, size)
        if all(alike[order[a]][order[b]] for a, b in itertools.combinations(group, 2))]
    largest = [sorted(g) for g in groups if not any(g < other for other in groups)]
    return [[int(order[place]) for place in group] for group in sorted(largest)]


def table(values):
    values = np.array(values)
    tasks, methods = values.shape
    ranks = np.array([stats.rankdata(row) for row in values])
    friedman = stats.friedmanchisquare(*values.T)
    f = (tasks - 1) * friedman.statistic / (tasks * (methods - 1) - friedman.statistic)
    raw = {pair: stats.wilcoxon(values[:, pair[0]] - values[:, pair[1]]).pvalue
           for pair in itertools.combinations(range(methods), 2)}
    holm, largest = np.ones((methods, methods)), 0
    for place, (pair, p) in enumerate(sorted(raw.items(), key=lambda item: item[1])):
        largest = max(largest, min(1, p * (len(raw) - place)))
        holm[pair] = holm[pair[::-1]] = largest
    order = np.argsort(ranks.mean(0), kind="stable")
    frame = pd.DataFrame(values, columns=[f"m{place}" for place in range(methods)])
    with contextlib.redirect_stdout(None):
        ranked = autorank.autorank(frame, order="ascending", force_mode="nonparametric")
    return {
        "values": values.tolist(),
        "meanRanks": ranks.mean(0).tolist(),
        "friedman": [friedman.statistic, friedman.pvalue],
        "imanDavenport": [f, stats.f.sf(f, methods - 1, (methods - 1) * (tasks - 1))],
        "criticalDifference": ranked.cd,
        "nemenyi": scikit_posthocs.posthoc_nemenyi_friedman(values).to_numpy().tolist(),
        "holm": holm.tolist(),
        "groups": cliques(holm >= 0.05, order),
        "nemenyiGroups": cliques(
            np.abs(np.subtract.outer(ranks.mean(0), ranks.mean(0))) <= ranked.cd, order),
    }


def mann_whitney(ours, theirs, method):
    """With ties the exact distribution is that of all splits, counted by permutation_test."""
    result = stats.mannwhitneyu(ours, theirs, method="asymptotic" if method == "splits" else method)
    p = result.pvalue
    if method == "splits":
        statistic = lambda x, y: stats.mannwhitneyu(x, y, method="asymptotic").statistic
        p = stats.permutation_test((ours, theirs), statistic, vectorized=False, n_resamples=np.inf).pvalue
    return {"ours": ours, "theirs": theirs, "statistic": result.statistic, "p": p}


def permutation(ours, theirs):
    result = stats.permutation_test(
        (ours, theirs), lambda x, y: abs(np.mean(x) - np.mean(y)), alternative="greater",
        vectorized=False, n_resamples=np.inf)
    return {"ours": ours, "theirs": theirs, "p": result.pvalue}


def bayesian(differences, region):
    zero = np.zeros(len(differences))
    # baycomp's left is where y - x is negative, so ours are its y.
    probabilities = baycomp.SignedRankTest.probs(
        zero, np.array(differences), rope=region, nsamples=50_000, random_state=1)
    if region == 0:
        probabilities = [probabilities[0], 0, probabilities[1]]
    return {"differences": differences, "region": region, "probabilities": list(probabilities)}


def main():
    whole = lambda low, high, count: [float(v) for v in random.integers(low, high, count)]
    store("ranks", {
        "studentizedRange": studentized_range(),
        "chiSquared": [[v, x, stats.chi2.sf(x, v)] for v in (1, 2, 5, 30, 200)
                       for x in (0.01, 0.5, 3, 10, 50, 250)],
        "fisher": [[a, b, x, stats.f.sf(x, a, b)] for a in (1, 4, 20) for b in (2, 9, 76)
                   for x in (0.05, 1, 3, 40)],
        "tables": [
            table([rounded(row) for row in random.normal(size=(12, 4)) + [0, 0.1, 0.9, 2.5]]),
            table([rounded(row) for row in random.normal(size=(20, 6)) + [1, 0, 0.2, 0.4, 2, 0.1]]),
            table(np.round(random.normal(size=(9, 3)) + [0, 0.5, 1]).tolist()),
        ],
        "mannWhitney": [
            mann_whitney(rounded(random.normal(0, 1, 5)), rounded(random.normal(1, 1, 7)), "exact"),
            mann_whitney([1.0], [2.0, 3.0, 4.0], "exact"),
            mann_whitney([1.0, 2, 2, 5], [2.0, 3, 3, 5, 6, 6], "splits"),
            mann_whitney(whole(0, 4, 6), whole(1, 5, 4), "splits"),
            mann_whitney(whole(0, 9, 40), whole(1, 10, 30), "asymptotic"),
        ],
        "permutations": [
            permutation(rounded(random.normal(0, 1, 5)), rounded(random.normal(1, 1, 7))),
            permutation([1.0, 2, 2], [2.0, 3, 3, 9]),
            permutation([1.0, 0.0], [4.0, 5.0]),
        ],
        "bayesian": [
            bayesian(rounded(random.normal(0.3, 1, 12)), 0.2),
            bayesian(rounded(random.normal(0.05, 0.2, 25)), 0.1),
            bayesian(rounded(random.normal(-0.2, 1, 8)), 0),
            bayesian([0.0, 0.1, -0.1, 0.1, 0.2], 0.1),
        ],
    }, ["numpy", "scipy", "pandas", "scikit-posthocs", "autorank", "baycomp"])


main()
