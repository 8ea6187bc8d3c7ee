#!/usr/bin/env python3
"""Times training steps of the latent ODE for irregular series by torchdiffeq on CPU in float32.

The network of Pal et al. 2021 for PhysioNet 2012 (37 quantities at 49 times): a gated encoder that runs
backwards, 20 latent numbers, f of four pairs of layers 20-50-20 with tanh, a linear decoder, a Gaussian
likelihood of deviation 0.01, Dormand and Prince's pair with Shampine's error weights, AdaMax. Weights and data
are numbers of `number` below, as in `evidence latent-pass`, so that the first loss is that of every program;
the noise of the latent state is made negligible by a bias of -20 on its logarithm.

Usage: python latent_ode.py [--batch 128] [--tolerance 1e-5] [--steps 6]
Written for torchdiffeq 0.2.5, torch 2.13.0, one thread. The first step is not timed.
Prints one line of JSON: median seconds a step, version, evaluations of the rate in the last, first loss.
"""
import argparse
import importlib.metadata
import json
import os
import statistics
import time

for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np  # noqa: E402
import torch  # noqa: E402
import torchdiffeq  # noqa: E402

FEATURES, TIMES, HALF, HIDDEN, LATENT, WIDTH, BRIDGE, BLOCKS = 37, 49, 50, 40, 20, 50, 50, 4
DEVIATION = 0.01


def number(count, key):
    """`count` numbers of [0, 1) that look random and need no generator."""
    value = np.sin(12.9898 * np.arange(count, dtype=np.float64) + 78.233 * key) * 43758.5453
    return value - np.floor(value)


class Keys:
    """Hands out weights in the order in which layers are made."""

    def __init__(self):
        self.key = 0

    def weight(self, outputs, inputs):
        self.key += 1
        values = (2 * number(outputs * inputs, self.key) - 1) / np.sqrt(inputs)
        return torch.nn.Parameter(torch.tensor(values.reshape(outputs, inputs), dtype=torch.float32))


class Layer(torch.nn.Module):
    def __init__(self, keys, outputs, inputs):
        super().__init__()
        self.weight = keys.weight(outputs, inputs)
        self.bias = torch.nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return torch.nn.functional.linear(x, self.weight, self.bias)


class Latent(torch.nn.Module):
    def __init__(self):
        super().__init__()
        keys = Keys()
        self.input = Layer(keys, 3 * HIDDEN, 2 * FEATURES + 1)
        self.gates = keys.weight(2 * HIDDEN, 2 * HALF)
        self.candidate = keys.weight(HIDDEN, 2 * HALF)
        self.keep, self.reset = Layer(keys, HALF, HIDDEN), Layer(keys, HALF, HIDDEN)
        self.output = Layer(keys, 2 * HALF, HIDDEN)
        self.bridge = torch.nn.Sequential(
            Layer(keys, BRIDGE, 2 * HALF), torch.nn.Tanh(), Layer(keys, 2 * LATENT, BRIDGE))
        with torch.no_grad():
            self.bridge[2].bias[LATENT:] = -20
        layers = [torch.nn.Tanh()]
        for _ in range(BLOCKS):
            layers += [Layer(keys, WIDTH, LATENT), torch.nn.Tanh(),
                       Layer(keys, LATENT, WIDTH), torch.nn.Tanh()]
        self.field = torch.nn.Sequential(*layers)
        self.decoder = Layer(keys, FEATURES, LATENT)
        self.evaluations = 0

    def rate(self, t, z):
        self.evaluations += 1
        return self.field(z)

    def encode(self, values, mask, times):
        gaps = torch.cat([times[1:] - times[:-1], times.new_zeros(1)])
        gaps = gaps[None, :, None].expand(values.shape[0], -1, 1)
        inputs = self.input(torch.cat([values * mask, mask, gaps], 2))
        seen = (mask.sum(2) > 0).to(values.dtype)
        state = values.new_zeros(values.shape[0], 2 * HALF)
        for step in reversed(range(TIMES)):
            x = inputs[:, step]
            first = torch.tanh(x[:, :2 * HIDDEN] + state @ self.gates.T)
            u = torch.sigmoid(self.keep(first[:, :HIDDEN]))
            r = torch.sigmoid(self.reset(first[:, HIDDEN:]))
            passed = state * torch.cat([r, r], 1)
            second = torch.tanh(x[:, 2 * HIDDEN:] + passed @ self.candidate.T)
            opened = 1 - torch.cat([u, u], 1)
            state = state + seen[:, step, None] * opened * (self.output(second) - state)
        return self.bridge(state)

    def loss(self, values, mask, times, tolerance, weight):
        both = self.encode(values, mask, times)
        mean, logarithm = both[:, :LATENT], both[:, LATENT:]
        start = mean + torch.exp(logarithm / 2) * torch.randn_like(mean)
        states = torchdiffeq.odeint(
            self.rate, start, times, rtol=tolerance, atol=tolerance, method="dopri5")
        errors = (self.decoder(states).transpose(0, 1) - values) * mask
        counts = mask.sum((1, 2)).clamp(min=1)
        likelihood = (errors.square().sum((1, 2)) / counts).mean() / (2 * DEVIATION ** 2)
        divergence = (logarithm.exp() + mean.square() - 1 - logarithm).mean() / 2
        constant = float(np.log(DEVIATION) + 0.5 * np.log(2 * np.pi))
        return likelihood + constant + weight * divergence


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--tolerance", type=float, default=1e-5)
    parser.add_argument("--steps", type=int, default=6)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    shape = (options.batch, TIMES, FEATURES)
    count = int(np.prod(shape))
    mask = (number(count, 101) < 0.3).astype(np.float32).reshape(shape)
    values = number(count, 102).astype(np.float32).reshape(shape) * mask
    times = torch.linspace(0, 1, TIMES)
    mask, values = torch.tensor(mask), torch.tensor(values)
    model = Latent()
    optimiser = torch.optim.Adamax(model.parameters(), lr=0.01)
    seconds, losses = [], []
    for step in range(options.steps):
        epoch = 300 * step // options.steps
        weight = 1 - 0.99 ** max(epoch - 10, 0)
        model.evaluations = 0
        begin = time.perf_counter()
        optimiser.zero_grad()
        loss = model.loss(values, mask, times, options.tolerance, weight)
        loss.backward()
        optimiser.step()
        seconds.append(time.perf_counter() - begin)
        losses.append(loss.item())
    print(json.dumps({
        "seconds": statistics.median(seconds[1:]),
        "version": importlib.metadata.version("torchdiffeq"),
        "evaluations": model.evaluations, "loss": losses[0]}))


if __name__ == "__main__":
    main()
