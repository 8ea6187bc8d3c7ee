#!/usr/bin/env python3
"""Times rliable's stratified bootstrap of four aggregates for `make perf`.

Pinned by Scripts/peers.sh: rliable 1.2.0. Usage: rliable_bootstrap.py --resamples 2000
Prints {"seconds": ..., "resamples": ...} for mean, median, interquartile mean and optimality gap of
5 methods x 10 runs x 26 tasks, percentile intervals, on one thread.
"""
import argparse
import json
import time

import numpy as np
from rliable import library, metrics


def aggregates(scores):
    return np.array([
        metrics.aggregate_mean(scores), metrics.aggregate_median(scores),
        metrics.aggregate_iqm(scores), metrics.aggregate_optimality_gap(scores),
    ])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--resamples", type=int, default=2000)
    resamples = parser.parse_args().resamples
    generator = np.random.default_rng(0)
    scores = {
        f"method {k}": generator.gamma(2 + 0.2 * k, 0.5, size=(10, 26)) for k in range(5)
    }
    start = time.perf_counter()
    library.get_interval_estimates(scores, aggregates, reps=resamples)
    print(json.dumps({"seconds": time.perf_counter() - start, "resamples": resamples}))


main()
