#!/usr/bin/env python3
"""Times one training step (zero_grad, forward, MSE, backward, Adam) of torch on CPU in float32.

Usage: python torch_steps.py {fno2d,unet,point-mlp,deeponet} [--threads 1] [--steps 5] [--warmup 2]
Written for torch 2.13.0. The U-Net runs in both memory layouts, and the faster one counts.
Prints one line of JSON: median seconds of a step, version, threads, layout, resident megabytes.
"""
import argparse
import json
import os
import resource
import statistics
import time

import torch
from torch import nn


class Spectral(nn.Module):
    def __init__(self, width, modes):
        super().__init__()
        self.modes = modes
        scale = 1.0 / (width * width)
        self.top = nn.Parameter(scale * torch.rand(width, width, modes, modes, 2))
        self.bottom = nn.Parameter(scale * torch.rand(width, width, modes, modes, 2))

    def forward(self, u):
        rows, columns = u.shape[-2:]
        m = self.modes
        f = torch.fft.rfft2(u)
        g = torch.zeros_like(f)
        top, bottom = torch.view_as_complex(self.top), torch.view_as_complex(self.bottom)
        g[:, :, :m, :m] = torch.einsum("bixy,ioxy->boxy", f[:, :, :m, :m], top)
        g[:, :, rows - m :, :m] = torch.einsum("bixy,ioxy->boxy", f[:, :, rows - m :, :m], bottom)
        return torch.fft.irfft2(g, s=(rows, columns))


class FNO2D(nn.Module):
    def __init__(self, inputs=3, outputs=1, width=32, modes=12, depth=4):
        super().__init__()
        self.lift = nn.Conv2d(inputs, width, 1)
        self.spectral = nn.ModuleList([Spectral(width, modes) for _ in range(depth)])
        self.pointwise = nn.ModuleList([nn.Conv2d(width, width, 1) for _ in range(depth)])
        self.widen = nn.Conv2d(width, 128, 1)
        self.answer = nn.Conv2d(128, outputs, 1)

    def forward(self, x):
        h = self.lift(x)
        for spectral, pointwise in zip(self.spectral, self.pointwise):
            h = nn.functional.gelu(spectral(h) + pointwise(h))
        return self.answer(nn.functional.gelu(self.widen(h)))


def double(inputs, outputs):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.Tanh(),
        nn.Conv2d(outputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.Tanh())


class UNet(nn.Module):
    def __init__(self, inputs=3, outputs=1, dim=12, levels=4):
        super().__init__()
        c = [dim * 2**i for i in range(levels + 1)]
        self.down = nn.ModuleList(
            [double(inputs if i == 0 else c[i - 1], c[i]) for i in range(levels)])
        self.middle = double(c[levels - 1], c[levels])
        self.up = nn.ModuleList(
            [nn.ConvTranspose2d(c[i + 1], c[i], 2, stride=2) for i in range(levels)])
        self.merge = nn.ModuleList([double(2 * c[i], c[i]) for i in range(levels)])
        self.answer = nn.Conv2d(dim, outputs, 1)

    def forward(self, x):
        skips = []
        for block in self.down:
            x = block(x)
            skips.append(x)
            x = nn.functional.max_pool2d(x, 2)
        x = self.middle(x)
        for i in reversed(range(len(self.up))):
            x = self.merge[i](torch.cat([self.up[i](x), skips[i]], dim=1))
        return self.answer(x)


def mlp(inputs, width, layers, outputs):
    modules = [nn.Linear(inputs, width), nn.Tanh()]
    for _ in range(layers - 1):
        modules += [nn.Linear(width, width), nn.Tanh()]
    return nn.Sequential(*modules, nn.Linear(width, outputs))


class DeepONet(nn.Module):
    def __init__(self, sensors=4096, width=100, layers=8, latent=100):
        super().__init__()
        self.branch = mlp(sensors, width, layers, latent)
        self.trunk = mlp(2, width, layers, latent)
        self.bias = nn.Parameter(torch.zeros(1))
        self.register_buffer("points", torch.rand(4096, 2))

    def forward(self, u):
        return self.branch(u) @ self.trunk(self.points).T + self.bias


NETWORKS = {
    "fno2d": (FNO2D, (16, 3, 64, 64), (16, 1, 64, 64)),
    "unet": (UNet, (16, 3, 64, 64), (16, 1, 64, 64)),
    "point-mlp": (lambda: mlp(3, 100, 8, 1), (16 * 4096, 3), (16 * 4096, 1)),
    "deeponet": (DeepONet, (16, 4096), (16, 4096)),
}


def median_step(name, steps, warmup, channels_last):
    torch.manual_seed(0)
    build, given, asked = NETWORKS[name]
    network, x, y = build(), torch.randn(given), torch.randn(asked)
    if channels_last:
        network = network.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last)
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)
    times = []
    for step in range(warmup + steps):
        start = time.perf_counter()
        optimiser.zero_grad()
        nn.functional.mse_loss(network(x), y).backward()
        optimiser.step()
        if step >= warmup:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("network", choices=sorted(NETWORKS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--warmup", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    layouts = [False, True] if arguments.network == "unet" else [False]
    times = {
        ("channels-last" if last else "contiguous"): median_step(
            arguments.network, arguments.steps, arguments.warmup, last)
        for last in layouts
    }
    layout = min(times, key=times.get)
    print(json.dumps({
        "seconds": times[layout], "version": torch.__version__, "threads": arguments.threads,
        "kernels": torch.backends.cpu.get_cpu_capability(), "layout": layout,
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "load": os.getloadavg()[0]}))


main()
