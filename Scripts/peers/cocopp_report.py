#!/usr/bin/env python3
"""Times COCO's post-processing for `make perf`: the report of one method on 240 problems.

Pinned by Scripts/peers.sh: cocopp 2.9.1, coco-experiment 2.8.2. Prints {"seconds": ...}: HTML, SVG and
LaTeX of random search on bbob, 24 functions x 5 instances x 2 dimensions, start of Python included.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

SEARCH = """
import cocoex, numpy
generator = numpy.random.default_rng(1)
suite = cocoex.Suite("bbob", "", "dimensions:2,3 instance_indices:1-5")
observer = cocoex.Observer("bbob", "result_folder:search algorithm_name:search")
for problem in suite:
    problem.observe_with(observer)
    for _ in range(50 * problem.dimension):
        problem(generator.uniform(-5, 5, problem.dimension))
"""


def main():
    folder = tempfile.mkdtemp(prefix="assay-peer-")
    environment = dict(os.environ, HOME=folder, MPLBACKEND="Agg")

    def run(*arguments):
        subprocess.run(
            [sys.executable, *arguments], cwd=folder, env=environment, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    try:
        run("-c", SEARCH)
        start = time.perf_counter()
        run("-m", "cocopp", "-o", "report", "exdata/search")
        print(json.dumps({"seconds": time.perf_counter() - start}))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
