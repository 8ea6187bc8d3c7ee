#!/usr/bin/env python3
"""Scores of simple models by the published protocol of CFDBench, computed with NumPy alone.

Run: published_protocol.py > published_protocol.json

An independent reading of the authors' loaders and tests (luo-yining/CFDBench at c721f67: src/dataset/*.py,
src/train*.py, src/test_multistep.py), defects included, on a small synthetic data set whose fields are a
formula, so that a test can build the same one. The numbers of the defects are those of
Suites/cfdbench/README.md. Made with Python 3 and NumPy; nothing in it depends on their versions.
"""
import json
import math
import random

import numpy as np

SIZE = 8
ROLLOUT_STEPS = 20
STEADY = 1e-3
BASE = {
    "cavity": {"vel_top": 10, "density": 1, "viscosity": 1e-5, "height": 0.01, "width": 0.01},
    "tube": {"vel_in": 1, "density": 100, "viscosity": 0.1, "height": 0.1, "width": 1},
    "dam": {
        "velocity": 1, "density": 100, "viscosity": 0.1, "barrier_height": 0.1,
        "barrier_width": 0.05, "height": 0.4, "width": 1.5,
    },
    "cylinder": {
        "vel_in": 1, "density": 10, "viscosity": 1e-3, "radius": 0.01, "x_min": -0.06,
        "x_max": 0.16, "y_min": -0.06, "y_max": 0.06,
    },
}
VELOCITY = {"cavity": "vel_top", "tube": "vel_in", "dam": "velocity", "cylinder": "vel_in"}
GEOMETRY = {
    "cavity": ("height", [0.01, 0.02, 0.05]), "tube": ("height", [0.05, 0.1, 0.3]),
    "dam": ("barrier_height", [0.11, 0.13, 0.15]), "cylinder": ("radius", [0.005, 0.015, 0.025]),
}
# The cylinder's pairs are 100 frames apart (D4).
FRAMES = {"cavity": 12, "tube": 12, "dam": 25, "cylinder": 104}
STRIDE = {"cavity": 1, "tube": 1, "dam": 1, "cylinder": 100}


def cases(problem):
    """(sweep, number, parameters): 6 BC, 6 PROP and 3 GEO cases."""
    key = VELOCITY[problem]
    made = [("bc", i, {key: 0.1 * (i + 1)}) for i in range(6)]
    made += [("prop", 50 + i, {"density": 2.0 + i, "viscosity": 0.001 * (i + 1)}) for i in range(6)]
    name, values = GEOMETRY[problem]
    made += [("geo", 150 + i, {name: value}) for i, value in enumerate(values)]
    return [(sweep, number, {**BASE[problem], **change}) for sweep, number, change in made]


def fields(problem, number, parameters):
    """u and v, each (frames, SIZE, SIZE), float32; row 0 is the bottom."""
    t, i, j = np.meshgrid(
        np.arange(1, FRAMES[problem] + 1), np.arange(SIZE), np.arange(SIZE), indexing="ij")
    speed = parameters[VELOCITY[problem]]
    growth = 1 - np.exp(-t * (0.7 + 0.02 * (number % 7)))
    u = speed * growth * (0.4 + np.sin(0.9 * i + 0.5 * j + 0.1 * (number % 5)))
    v = speed * growth * np.cos(0.7 * i - 0.3 * j)
    return u.astype(np.float32), v.astype(np.float32)


def features(problem, u, v, c):
    """(frames, 3, rows, columns): u, v and the mask, padded as the loader of the problem pads."""
    mask = np.ones_like(u)
    if problem == "cavity":
        return np.stack([u, v, mask], axis=1)
    if problem == "cylinder":
        dx = (c["x_max"] - c["x_min"]) / SIZE
        dy = (c["y_max"] - c["y_min"]) / SIZE
        for row in range(SIZE):
            for column in range(SIZE):
                # D3: node corners, and a centre at (0.5, 0.5) m.
                x = c["x_min"] + column * dx - 0.5
                y = c["y_min"] + row * dy - 0.5
                if x * x + y * y <= c["radius"] ** 2:
                    mask[:, row, column] = 0
    u, v, mask = (np.pad(a, ((0, 0), (0, 0), (1, 0))) for a in (u, v, mask))
    if problem == "dam":
        # D2: the barrier's slice is empty, and its height fills the inlet.
        u[:, : int(c["barrier_height"] / (c["height"] / SIZE)), 0] = c["velocity"]
    else:
        u[:, :, 0] = c[VELOCITY[problem]]
    u, v, mask = (np.pad(a, ((0, 0), (1, 1), (0, 0))) for a in (u, v, mask))
    return np.stack([u, v, mask], axis=1)


def vector(problem, track, c):
    """The parameters that models are given (D10, D11)."""
    c = dict(c)
    if problem == "cylinder":
        c["center_x"], c["center_y"] = -c.pop("x_min"), -c.pop("y_min")
        right, top = c.pop("x_max"), c.pop("y_max")
        c["height"], c["width"] = top + c["center_y"], right + c["center_x"]
    velocity = VELOCITY[problem]
    c["density"] = (c["density"] - 5) / 4
    c["viscosity"] = (c["viscosity"] - 0.00238) / 0.005
    c[velocity] = c[velocity] / 50 - 0.5
    keys = [velocity, "density", "viscosity", "height", "width"]
    if problem == "cylinder":
        keys = keys + ["center_x", "center_y", "radius"] if track == "direct" else list(c)
    return np.array([c[key] for key in keys])


def split(problem, track, listed):
    order = [case for sweep in ("prop", "bc", "geo") for case in listed if case[0] == sweep]
    random.seed(0)
    random.shuffle(order)
    rounded = problem == "cavity" or (track == "direct" and problem != "cylinder")
    whole = round if rounded else int
    training = whole(len(order) * 0.8)
    validation = whole(len(order) * 0.1)
    return order[:training], order[training : training + validation], order[training + validation :]


def pairs(problem, frames):
    """The first frames of the pairs, up to the steady state (D13)."""
    stride = STRIDE[problem]
    kept = []
    for i in range(len(frames) - stride):
        now, later = (np.sqrt(f[0] ** 2 + f[1] ** 2) for f in (frames[i], frames[i + stride]))
        if problem != "dam" and np.abs(now - later).mean() < STEADY:
            break
        kept.append(i)
    return kept


def weighted(parameters):
    return 1e-3 * float(sum((k + 1) * p for k, p in enumerate(parameters)))


AUTOREGRESSIVE = {
    "identity": lambda field, parameters: field,
    "nine-tenths": lambda field, parameters: 0.9 * field,
    "shifted": lambda field, parameters: field + 0.01,
    "told": lambda field, parameters: field + weighted(parameters),
}


def direct(shape, parameters, time):
    field = np.zeros((2,) + shape)
    field[0] = weighted(parameters) + 0.02 * time
    field[1] = 0.1 + weighted(parameters[::-1])
    return field


def scores(samples):
    """Means over samples (prediction, truth) of NMSE, MSE and MAE."""
    rows = []
    for p, y in samples:
        p, y = p.astype(np.float64), y.astype(np.float64)
        mse = ((p - y) ** 2).mean()
        rows.append((mse / (y**2).mean(), mse, np.abs(p - y).mean()))
    return dict(zip(("nmse", "mse", "mae"), np.mean(rows, axis=0).tolist()))


def single(samples):
    """D7: both components masked, as models of images; u alone and whole, as models of points."""
    return (
        scores([(p * mask, y * mask) for p, y, mask in samples]),
        scores([(p[:1], y[:1]) for p, y, mask in samples]),
    )


def rolled_out(cases_of_test, predict):
    """u alone, masked, 20 steps; D1 and D4: output k against frame k, counted from 0."""
    steps = [[] for _ in range(ROLLOUT_STEPS)]
    for frames, parameters in cases_of_test:
        field = frames[0, :2]
        for step in range(ROLLOUT_STEPS):
            field = predict(field, parameters, step)
            truth = frames[min(step, len(frames) - 1)]
            steps[step].append((field[:1] * truth[2:], truth[:1] * truth[2:]))
    return [scores(samples) for samples in steps]


def evaluated(problem, track):
    listed = cases(problem)
    training, validation, test = split(problem, track, listed)
    loaded = {
        number: (features(problem, *fields(problem, number, c), c), vector(problem, track, c))
        for sweep, number, c in listed
    }

    def samples(group, number_of):
        return sum(number_of(loaded[number][0]) for _, number, _ in group)

    count = (lambda f: len(pairs(problem, f))) if track == "autoregressive" else len
    result = {
        "problem": problem, "track": track, "test": [number for _, number, _ in test],
        "trainingSamples": samples(training, count),
        "validationSamples": samples(validation, count), "models": {},
    }
    held = [loaded[number] for _, number, _ in test]
    if track == "direct":
        shape = held[0][0].shape[2:]
        asked = [
            (direct(shape, p, t), f[t, :2], f[t, 2:]) for f, p in held for t in range(len(f))
        ]
        rollout = rolled_out(held, lambda field, p, step: direct(shape, p, step))
        result["models"]["direct"] = entry(asked, rollout)
        return result
    stride = STRIDE[problem]
    for name, model in AUTOREGRESSIVE.items():
        asked = [
            (model(f[i, :2], p), f[i + stride, :2], f[i, 2:])
            for f, p in held for i in pairs(problem, f)
        ]
        rollout = rolled_out(held, lambda field, p, step: model(field, p))
        result["models"][name] = entry(asked, rollout)
    return result


def entry(asked, rollout):
    masked, horizontal = single(asked)
    return {"masked": masked, "horizontal": horizontal, "rollout": rollout}


def main():
    data = {
        problem: {
            "frames": FRAMES[problem],
            "cases": [
                {"sweep": sweep, "number": number, "parameters": c}
                for sweep, number, c in cases(problem)
            ],
        }
        for problem in BASE
    }
    results = [
        evaluated(problem, track) for problem in BASE for track in ("autoregressive", "direct")
    ]
    for result in results:
        assert all(
            math.isfinite(value)
            for model in result["models"].values() for value in model["masked"].values())
    print(json.dumps({"size": SIZE, "data": data, "results": results}, indent=1))


if __name__ == "__main__":
    main()
