"""The CFDBench FNO forward pass in float64 with NumPy 2.4's fft -> fno.json.

Written from the definition (rfft2, two corner blocks, irfft2, erf), not from the Swift code. All
numbers come from `numbers`, so that the test can make the same ones; the file holds the outputs
for the four combinations of output and scaling.
"""
import json
import math
import pathlib

import numpy as np

HEIGHT, WIDTH, PARAMETERS, SAMPLES = 8, 9, 2, 2
CHANNELS, MODES, LAYERS, PROJECTION = 4, 3, 2, 6


def numbers(shape, phase, scale):
    count = int(np.prod(shape))
    flat = scale * np.sin(1.7 * np.arange(count) + phase)
    return flat.astype(np.float32).astype(np.float64).reshape(shape)


def gelu(x):
    return 0.5 * x * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def linear(x, phase, outputs):
    weight = numbers((outputs, x.shape[1]), phase, 0.4)
    bias = numbers((outputs,), phase + 0.5, 0.3)
    return np.einsum("oi,bihw->bohw", weight, x) + bias[None, :, None, None]


def spectral(x, phase):
    parts = numbers((2 * MODES, MODES, CHANNELS, 2, CHANNELS), phase, 0.5)
    weight = parts[:, :, :, 0] + 1j * parts[:, :, :, 1]
    transform = np.fft.rfft2(x)
    out = np.zeros((x.shape[0], CHANNELS, HEIGHT, WIDTH // 2 + 1), complex)
    mix = "bixy,xyio->boxy"
    out[:, :, :MODES, :MODES] = np.einsum(mix, transform[:, :, :MODES, :MODES], weight[:MODES])
    out[:, :, -MODES:, :MODES] = np.einsum(mix, transform[:, :, -MODES:, :MODES], weight[MODES:])
    return np.fft.irfft2(out, s=(HEIGHT, WIDTH))


velocity = numbers((SAMPLES, 2, HEIGHT, WIDTH), 0.1, 3.0)
mask = (numbers((SAMPLES, 1, HEIGHT, WIDTH), 0.2, 1.0) > -0.8).astype(float)
parameters = numbers((SAMPLES, PARAMETERS), 0.3, 1.0)


def forward(output, scaling):
    speed = np.sqrt((velocity**2).sum(axis=1).mean(axis=(1, 2)))[:, None, None, None]
    scale = speed if scaling == "perSample" else np.ones_like(speed)
    rows, columns = np.meshgrid(np.linspace(0, 1, HEIGHT), np.linspace(0, 1, WIDTH), indexing="ij")
    grid = np.broadcast_to(np.stack([rows, columns]), (SAMPLES, 2, HEIGHT, WIDTH))
    spread = np.broadcast_to(parameters[:, :, None, None], (SAMPLES, PARAMETERS, HEIGHT, WIDTH))
    h = linear(np.concatenate([velocity / scale, mask, grid, spread], axis=1), 1.0, CHANNELS)
    for layer in range(LAYERS):
        h = gelu(spectral(h, 2.0 + layer) + linear(h, 3.0 + layer, CHANNELS))
    y = linear(gelu(linear(h, 6.0, PROJECTION)), 7.0, 2) * scale
    return mask * (velocity + y if output == "residual" else y)


cases = [{"output": o, "scaling": s, "velocity": forward(o, s).ravel().tolist()}
         for o in ("direct", "residual") for s in ("none", "perSample")]
pathlib.Path(__file__).with_name("fno.json").write_text(json.dumps(cases) + "\n")
