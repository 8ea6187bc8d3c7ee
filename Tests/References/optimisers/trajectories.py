"""Paths of optimisers and schedules by torch 2.13.0 (CPU) in float64 -> trajectories.json; AdaBelief by
NumPy 2.4 after algorithm 2 of Zhuang et al. 2020, with the decoupled decay of AdamW.

Paths minimise f(w) = sum of c_i (w_i - 1)^4 / 4 or Rosenbrock's function; each holds w after each step.
"""
import json
import pathlib

import numpy as np
import torch
from torch.optim import lr_scheduler as schedulers

assert torch.__version__.startswith("2.13.0"), torch.__version__
torch.set_default_dtype(torch.float64)
c = torch.tensor([1.0, 0.1, 10.0])
start = [0.3, -0.2, 0.1]
rosenbrock_start = [-1.2, 1.0]


def quartic(w):
    return (c * (w - 1) ** 4).sum() / 4


def rosenbrock(w):
    return 100 * (w[1] - w[0] ** 2) ** 2 + (1 - w[0]) ** 2


def path(make, steps, function=quartic, origin=start):
    w = torch.tensor(origin, requires_grad=True)
    optimiser = make([w])

    def closure():
        optimiser.zero_grad()
        loss = function(w)
        loss.backward()
        return loss

    points = []
    for _ in range(steps):
        optimiser.step(closure)
        points.append(w.detach().tolist())
    return points


def adabelief(rate, decay, steps):
    b1, b2, epsilon = 0.9, 0.999, 1e-16
    w, m, s = np.array(start), np.zeros(3), np.zeros(3)
    points = []
    for t in range(1, steps + 1):
        w = w * (1 - rate * decay)
        # the gradient belongs to the weights before the decay moved them, as in AdamW
        g = c.numpy() * (w / (1 - rate * decay) - 1) ** 3
        m = b1 * m + (1 - b1) * g
        s = b2 * s + (1 - b2) * (g - m) ** 2 + epsilon
        w = w - rate * (m / (1 - b1**t)) / (np.sqrt(s / (1 - b2**t)) + epsilon)
        points.append(w.tolist())
    return points


def factors(make, steps):
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = make(optimiser)
    rates = []
    for _ in range(steps):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        scheduler.step()
    return rates


def plateau(losses):
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = schedulers.ReduceLROnPlateau(
        optimiser, factor=0.5, patience=2, threshold=1e-2, min_lr=0.2)
    rates = []
    for loss in losses:
        scheduler.step(loss)
        rates.append(optimiser.param_groups[0]["lr"])
    return rates


def clipped(clip):
    parameters = [torch.zeros(3, requires_grad=True), torch.zeros(2, requires_grad=True)]
    parameters[0].grad = torch.tensor([3.0, -4.0, 0.5])
    parameters[1].grad = torch.tensor([12.0, -0.1])
    clip(parameters)
    return [p.grad.tolist() for p in parameters]


optim = torch.optim
losses = [3.0, 2.0, 1.99, 2.5, 1.985, 1.98, 1.0, 1.0, 1.2, 1.1, 0.995, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5]
result = {
    "c": c.tolist(),
    "start": start,
    "rosenbrockStart": rosenbrock_start,
    "paths": {
        "sgd": path(lambda p: optim.SGD(p, lr=0.05), 20),
        "sgd-momentum": path(lambda p: optim.SGD(p, lr=0.02, momentum=0.9), 20),
        "sgd-nesterov": path(
            lambda p: optim.SGD(p, lr=0.02, momentum=0.9, nesterov=True, weight_decay=0.1), 20),
        "adam": path(lambda p: optim.Adam(p, lr=0.05, weight_decay=0.1), 20),
        "adamw": path(lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.1), 20),
        "adamax": path(lambda p: optim.Adamax(p, lr=0.05, weight_decay=0.1), 20),
        "adabelief": adabelief(0.05, 0.0, 20),
        "adabelief-decay": adabelief(0.05, 0.1, 20),
        "lbfgs-fixed": path(
            lambda p: optim.LBFGS(p, lr=0.5, max_iter=1, history_size=3), 15),
        "lbfgs-wolfe": path(
            lambda p: optim.LBFGS(
                p, lr=1, max_iter=1, max_eval=1000, history_size=5,
                line_search_fn="strong_wolfe"),
            35, rosenbrock, rosenbrock_start),
        "lbfgs-inner": path(
            lambda p: optim.LBFGS(
                p, lr=1, max_iter=6, max_eval=1000, history_size=2,
                line_search_fn="strong_wolfe"),
            6, rosenbrock, rosenbrock_start),
    },
    "schedules": {
        "step": factors(lambda o: schedulers.StepLR(o, 7, 0.9), 30),
        "exponential": factors(lambda o: schedulers.ExponentialLR(o, 0.95), 30),
        "linear": factors(lambda o: schedulers.LinearLR(o, 0.25, 1.0, 12), 30),
        "cosine": factors(lambda o: schedulers.CosineAnnealingLR(o, 30), 30),
        "one-cycle": factors(
            lambda o: schedulers.OneCycleLR(
                o, max_lr=1.0, total_steps=30, pct_start=0.3, cycle_momentum=False), 30),
    },
    "plateauLosses": losses,
    "plateau": plateau(losses),
    "clippedNorm": clipped(lambda p: torch.nn.utils.clip_grad_norm_(p, 2.0)),
    "clippedValue": clipped(lambda p: torch.nn.utils.clip_grad_value_(p, 1.5)),
}
text = json.dumps(result, indent=1) + "\n"
pathlib.Path(__file__).with_name("trajectories.json").write_text(text)
