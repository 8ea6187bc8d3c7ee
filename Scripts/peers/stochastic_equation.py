#!/usr/bin/env python3
"""Times forward and backward of the stochastic core of the MNIST neural SDE by torchsde on CPU in float32.

Usage: python stochastic_equation.py [--repeats 9] [--warmup 2] [--samples 512] [--tolerance 0.14]
Written for torchsde 0.2.6, torch 2.13.0, one thread. 32 numbers a sample, drift 32-64-32 with tanh,
diffusion 32-32, diagonal Ito noise, t from 0 to 1, adaptive `srk` from a first step of 0.01; the loss is the
mean square of the end. A step is accepted when the difference of one whole and two half steps is small
enough; steps are counted where torchsde judges that difference.
Prints one line of JSON: median seconds of a pass, by accepted steps, by drift evaluations, and the counts.
"""
import argparse
import importlib.metadata
import json
import statistics
import time

import torch
import torchsde
from torch import nn
from torchsde._core import adaptive_stepping


class Core(nn.Module):
    noise_type = "diagonal"
    sde_type = "ito"

    def __init__(self):
        super().__init__()
        self.drift = nn.Sequential(nn.Linear(32, 64), nn.Tanh(), nn.Linear(64, 32))
        self.diffusion = nn.Linear(32, 32)
        self.drifts = 0

    def f(self, t, y):
        self.drifts += 1
        return self.drift(y)

    def g(self, t, y):
        return self.diffusion(y)


class StepCount:
    """Counts accepted steps by standing in for the function that is told of every judged step."""

    def __init__(self):
        self.accepted = 0
        self.update = adaptive_stepping.update_step_size
        adaptive_stepping.update_step_size = self

    def __call__(self, error_estimate, *arguments, **named):
        self.accepted += error_estimate <= 1
        return self.update(error_estimate, *arguments, **named)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--warmup", type=int, default=2)
    parser.add_argument("--samples", type=int, default=512)
    parser.add_argument("--tolerance", type=float, default=0.14)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    core, count = Core(), StepCount()
    start = torch.randn(options.samples, 32)
    times = torch.tensor([0.0, 1.0])

    def one():
        core.zero_grad()
        core.drifts, count.accepted = 0, 0
        begin = time.perf_counter()
        end = torchsde.sdeint(
            core, start, times, method="srk", adaptive=True, rtol=options.tolerance,
            atol=options.tolerance, dt=1e-2)[-1]
        end.square().mean().backward()
        return time.perf_counter() - begin, count.accepted, core.drifts

    for _ in range(options.warmup):
        one()
    passes = [one() for _ in range(options.repeats)]
    print(json.dumps({
        "solve": statistics.median(seconds for seconds, _, _ in passes),
        "step": statistics.median(seconds / steps for seconds, steps, _ in passes),
        "evaluation": statistics.median(seconds / drifts for seconds, _, drifts in passes),
        "steps": passes[-1][1], "evaluations": passes[-1][2],
        "version": importlib.metadata.version("torchsde")}))


if __name__ == "__main__":
    main()
