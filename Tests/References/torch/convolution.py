"""Convolutions, pooling, resampling and normalisations of torch 2.13 in float64 -> convolution.json.

Usage: python convolution.py. Every case holds its inputs, the output, the weights of the output's
elements in a sum, and the gradients of that sum.
"""
import json
import pathlib

import torch
from torch.nn import functional as F

torch.manual_seed(0)
MODES = {"zero": "constant", "replicate": "replicate", "periodic": "circular"}
CONVOLVE = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
TRANSPOSE = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}
MAXIMUM = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
AVERAGE = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}
LINEAR = {1: "linear", 2: "bilinear", 3: "trilinear"}
CASES = []


def numbers(shape):
    """Normal numbers rounded to multiples of 1/64, so that the file is short."""
    return torch.round(64 * torch.randn(shape, dtype=torch.float64)) / 64


def array(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().flatten().tolist()}


def add(name, operation, compute, leaves, **settings):
    leaves = {key: numbers(shape) for key, shape in leaves.items()}
    for leaf in leaves.values():
        leaf.requires_grad_(True)
    output = compute(**leaves)
    seed = numbers(output.shape)
    gradients = torch.autograd.grad((output * seed).sum(), list(leaves.values()))
    CASES.append({
        "name": name, "operation": operation, "settings": settings,
        "leaves": {key: array(leaf) for key, leaf in leaves.items()}, "output": array(output),
        "seed": array(seed),
        "gradients": {key: array(g) for key, g in zip(leaves, gradients)}})


def convolution(name, extents, kernel, channels=(4, 6), bias=True, mode="zero", groups=1, **moves):
    d = len(extents)
    padding = moves.pop("padding", [0] * d)
    edges = [p for p in reversed(padding) for _ in range(2)]

    def compute(x, weight, bias=None):
        return CONVOLVE[d](F.pad(x, edges, MODES[mode]), weight, bias, groups=groups, **moves)

    leaves = {"x": (2, channels[0], *extents), "weight": (channels[1], channels[0] // groups, *kernel)}
    if bias:
        leaves["bias"] = (channels[1],)
    add(name, "convolution", compute, leaves, mode=mode, groups=groups, padding=padding, **moves)


def transposed(name, extents, kernel, output_padding=0, groups=1, **moves):
    d = len(extents)
    leaves = {"x": (2, 4, *extents), "weight": (4, 3, *kernel), "bias": (3 * groups,)}
    add(name, "transposed",
        lambda x, weight, bias: TRANSPOSE[d](
            x, weight, bias, output_padding=output_padding, groups=groups, **moves),
        leaves, groups=groups, outputPadding=output_padding or [0] * d, **moves)


def pool(name, extents, window, stride, padding):
    d = len(extents)
    leaves = {"x": (2, 3, *extents)}
    where = dict(extents=window, stride=stride, padding=padding)
    add(f"maximum-{name}", "maximum",
        lambda x: MAXIMUM[d](x, window, stride, padding), leaves, **where)
    add(f"average-{name}", "average",
        lambda x: AVERAGE[d](x, window, stride, padding), leaves, **where)


def resample(extents, size):
    d = len(extents)
    leaves = {"x": (2, 2, *extents)}
    text = "x".join(map(str, size))
    add(f"nearest-{text}", "nearest", lambda x: F.interpolate(x, size, mode="nearest"), leaves,
        extents=size)
    add(f"linear-{text}", "linear",
        lambda x: F.interpolate(x, size, mode=LINEAR[d], align_corners=False), leaves, extents=size)


def batch(name, points, training):
    mean, variance = torch.linspace(-0.5, 0.5, 3).double(), torch.linspace(0.5, 2, 3).double()
    before = array(mean), array(variance)
    add(name, "batch",
        lambda x, scale, shift: F.batch_norm(
            x, mean, variance, scale, shift, training, 0.2, 1e-3),
        {"x": (4, 3, *points), "scale": (3,), "shift": (3,)}, training=training)
    CASES[-1]["running"] = {
        "mean": before[0], "variance": before[1], "meanAfter": array(mean),
        "varianceAfter": array(variance)}


for mode in MODES:
    convolution(f"convolution-1d-{mode}", [7], [3], mode=mode, padding=[2], dilation=[2])
    convolution(f"convolution-2d-{mode}", [6, 7], [3, 3], mode=mode, padding=[1, 1], stride=[2, 1])
    convolution(
        f"convolution-3d-{mode}", [4, 5, 3], [3, 2, 3], mode=mode, padding=[1, 0, 1],
        stride=[1, 2, 1])
convolution("convolution-2d-many", [7, 6], [3, 3], channels=(12, 9), padding=[1, 1], bias=False)
convolution("convolution-2d-groups", [6, 5], [2, 3], groups=2, padding=[0, 1], dilation=[2, 1])
convolution("convolution-2d-depthwise", [5, 5], [3, 3], channels=(4, 4), groups=4, padding=[1, 1])
transposed("transposed-1d", [5], [4], stride=[3], padding=[1], dilation=[2], output_padding=[1])
transposed("transposed-2d", [4, 3], [3, 3], stride=[2, 1], padding=[1, 0], output_padding=[1, 0])
transposed("transposed-2d-tiling", [3, 4], [2, 2], stride=[2, 2])
transposed("transposed-2d-groups", [3, 4], [3, 2], groups=2, stride=[1, 2])
transposed("transposed-3d", [2, 3, 2], [3, 2, 3], stride=[2, 1, 2], padding=[1, 1, 0])
pool("1d", [9], [3], [2], [1])
pool("2d", [6, 7], [2, 3], [2, 2], [1, 0])
pool("2d-halving", [4, 6], [2, 2], [2, 2], [0, 0])
pool("3d", [4, 4, 5], [2, 2, 3], [2, 1, 2], [0, 1, 1])
resample([5], [8])
resample([3, 4], [6, 8])
resample([5, 6], [7, 4])
resample([2, 3, 2], [4, 6, 5])
for points in ([], [5], [3, 4]):
    batch(f"batch-training-{len(points)}d", points, True)
    batch(f"batch-inference-{len(points)}d", points, False)
for groups in (1, 2, 4):
    add(f"group-{groups}", "group",
        lambda x, scale, shift, groups=groups: F.group_norm(x, groups, scale, shift, 1e-3),
        {"x": (2, 4, 3, 3), "scale": (4,), "shift": (4,)}, groups=groups)
add("instance", "instance", lambda x: F.instance_norm(x, eps=1e-3), {"x": (2, 3, 4, 5)})
add("layer-1", "layer", lambda x, scale, shift: F.layer_norm(x, (7,), scale, shift, 1e-3),
    {"x": (3, 2, 7), "scale": (7,), "shift": (7,)})
add("layer-2", "layer", lambda x, scale, shift: F.layer_norm(x, (3, 5), scale, shift, 1e-3),
    {"x": (4, 3, 5), "scale": (3, 5), "shift": (3, 5)})

path = pathlib.Path(__file__).with_name("convolution.json")
text = ",\n".join(json.dumps(case) for case in CASES)
path.write_text(f'{{"torch": "{torch.__version__}", "cases": [\n{text}\n]}}\n')
print(len(CASES), "cases", path.stat().st_size, "bytes")
