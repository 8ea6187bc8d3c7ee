"""Operations and layers of torch 2.13.0 (CPU) in float64 with their gradients -> layers.json.

Each case holds its inputs, parameters, constants and indices, the output, the weights of a sum over the
output, and the gradients of that sum by inputs and parameters. Names of parameters are ours: the stacked
maps of torch's attention and gates are given apart. Numbers are drawn by NumPy with a seed a case.
"""
import json
import math
import pathlib
import zlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

assert torch.__version__.startswith("2.13.0"), torch.__version__
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
cases = []


class Draw:
    """Shapes with a range, as numbers of a case."""

    def __init__(self, shape, low=-1.0, high=1.0):
        self.shape, self.low, self.high = shape, low, high


def numbers(random, value):
    if isinstance(value, tuple):
        value = Draw(value)
    if isinstance(value, Draw):
        return torch.tensor(random.uniform(value.low, value.high, value.shape))
    return value.clone()


def packed(tensor):
    return {"shape": list(tensor.shape), "values": tensor.detach().flatten().tolist()}


def case(name, run, inputs=None, parameters=None, constants=None, indices=None):
    random = np.random.default_rng(zlib.crc32(name.encode()))
    draw = lambda group: {k: numbers(random, v) for k, v in (group or {}).items()}
    inputs, parameters, constants = draw(inputs), draw(parameters), draw(constants)
    leaves = {**inputs, **parameters}
    for leaf in leaves.values():
        leaf.requires_grad_(True)
    output = run({**leaves, **constants, **{"indices": torch.tensor(indices or [])}})
    weights = torch.tensor(random.uniform(-1, 1, output.shape))
    gradients = torch.autograd.grad(
        (weights * output).sum(), list(leaves.values()), allow_unused=True, materialize_grads=True)
    group = lambda values: {k: packed(v) for k, v in values.items()}
    cases.append({
        "name": name, "inputs": group(inputs), "parameters": group(parameters),
        "constants": group(constants), "indices": indices or [],
        "output": output.detach().flatten().tolist(), "weights": weights.flatten().tolist(),
        "gradients": {k: g.flatten().tolist() for k, g in zip(leaves, gradients)}})


# elements
FUNCTIONS = {
    "exp": torch.exp, "log": torch.log, "tanh": torch.tanh, "sigmoid": torch.sigmoid,
    "softplus": lambda x: F.softplus(x, threshold=1000), "silu": F.silu, "erf": torch.erf,
    "gelu": F.gelu, "sin": torch.sin, "cos": torch.cos, "sqrt": torch.sqrt,
    "reciprocal": torch.reciprocal}
for name, function in FUNCTIONS.items():
    half = name in ("log", "sqrt", "reciprocal")
    case(f"function-{name}", lambda v, f=function: f(v["x"]),
         {"x": Draw((4, 8), 0.05 if half else -6, 6)})
case("sum", lambda v: v["x"] + v["y"], {"x": (2, 3), "y": (2, 3)})
case("difference", lambda v: v["x"] - v["y"], {"x": (2, 3), "y": (2, 3)})
case("product", lambda v: v["x"] * v["y"], {"x": (2, 3), "y": (2, 3)})
case("quotient", lambda v: v["x"] / v["y"], {"x": (2, 3), "y": Draw((2, 3), 0.5, 2)})
case("power-3", lambda v: v["x"] ** 3, {"x": (2, 3)})
case("power--2", lambda v: v["x"] ** -2, {"x": Draw((2, 3), 0.5, 2)})
case("scale-and-shift", lambda v: -1.7 * v["x"] + 0.3, {"x": (2, 3)})
case("shift", lambda v: v["x"] + v["b"], {"x": (2, 3)}, {"b": (1,)})
case("outer-sum", lambda v: torch.tanh(v["a"][:, None] + v["c"][None]), {"a": (2, 5), "c": (3, 5)})
case("modulate", lambda v: v["x"] * v["f"][..., None] + v["s"][..., None],
     {"x": (2, 3, 4), "f": (2, 3), "s": (2, 3)})

# products
ACTIVATIONS = {
    "identity": lambda x: x, "relu": F.relu, "gelu": F.gelu, "tanh": torch.tanh,
    "sigmoid": torch.sigmoid, "silu": F.silu, "softplus": F.softplus, "sine": torch.sin}
for name, function in ACTIVATIONS.items():
    case(f"dense-{name}", lambda v, f=function: f(F.linear(v["x"], v["w"], v["b"])),
         {"x": (7, 4)}, {"w": (3, 4), "b": (3,)})
case("pointwise-gelu",
     lambda v: F.gelu(torch.einsum("oi,bihw->bohw", v["w"], v["x"]) + v["b"][:, None, None]),
     {"x": (2, 3, 4, 5)}, {"w": (4, 3), "b": (4,)})
case("matrix-product", lambda v: v["a"] @ v["b"], {"a": (2, 3, 4), "b": (2, 4, 5)})
case("matrix-product-first", lambda v: v["a"].mT @ v["b"], {"a": (2, 4, 3), "b": (2, 4, 5)})
case("matrix-product-second", lambda v: v["a"] @ v["b"].mT, {"a": (2, 3, 4), "b": (2, 5, 4)})
case("matrix-product-shared", lambda v: v["a"] @ v["b"], {"a": (2, 3, 4), "b": (4, 5)})


def spectral(v, modes):
    """The corner blocks of FNO1d to FNO3d, with weights [2 m ..., m, in, 2, out]."""
    x, r = v["x"], v["r"]
    axes = tuple(range(2, x.dim()))
    w = torch.complex(r.select(-2, 0), r.select(-2, 1))
    spectrum = torch.fft.rfftn(x, dim=axes)
    result = torch.zeros((x.shape[0], r.shape[-1]) + spectrum.shape[2:], dtype=spectrum.dtype)
    rows = [[k % n for k in list(range(m)) + list(range(-m, 0))]
            for m, n in zip(modes[:-1], x.shape[2:-1])] + [list(range(modes[-1]))]
    places = tuple(torch.meshgrid(*[torch.tensor(row) for row in rows], indexing="ij"))
    picked = spectrum[(slice(None), slice(None)) + places]
    letters = "xyz"[:len(modes)]
    mixed = torch.einsum(f"bi{letters},{letters}io->bo{letters}", picked, w)
    result = result.index_put((torch.arange(x.shape[0]).view(-1, *[1] * (len(modes) + 1)),
                               torch.arange(r.shape[-1]).view(1, -1, *[1] * len(modes)))
                              + tuple(place[None, None] for place in places), mixed)
    return torch.fft.irfftn(result, s=x.shape[2:], dim=axes)


case("spectral-1d", lambda v: spectral(v, [5]), {"x": (3, 2, 9)}, {"r": (5, 2, 2, 3)})
case("spectral-2d", lambda v: spectral(v, [2, 4]), {"x": (2, 2, 6, 7)}, {"r": (4, 4, 2, 2, 3)})
case("spectral-2d-nyquist", lambda v: spectral(v, [2, 3]), {"x": (2, 2, 4, 4)},
     {"r": (4, 3, 2, 2, 3)})
case("spectral-3d", lambda v: spectral(v, [2, 1, 3]), {"x": (2, 2, 4, 3, 5)},
     {"r": (4, 2, 3, 2, 2, 2)})

# axes
case("sum-over-1", lambda v: v["x"].sum(1), {"x": (3, 4, 5)})
case("mean-over-0-2", lambda v: v["x"].mean((0, 2)), {"x": (3, 4, 5)})
case("repeat", lambda v: v["x"][:, None].expand(3, 4, 5), {"x": (3, 5)})
case("permute", lambda v: v["x"].permute(2, 0, 3, 1), {"x": (2, 3, 4, 2)})
case("concatenate", lambda v: torch.cat([v["x"], v["y"], v["x"]], 1), {"x": (2, 3), "y": (2, 1)})
case("slice", lambda v: v["x"][:, 1:3], {"x": (3, 4, 5)})
case("rows", lambda v: v["x"][v["indices"]], {"x": (4, 3)}, indices=[2, 0, 2, 3])
case("points", lambda v: v["x"][..., v["indices"]], {"x": (2, 3, 4)}, indices=[3, 0, 3])
case("softmax", lambda v: torch.softmax(v["x"], -1), {"x": Draw((2, 3, 5), -9, 9)})
case("log-softmax", lambda v: torch.log_softmax(v["x"], -1), {"x": Draw((2, 3, 5), -9, 9)})

# losses
case("cross-entropy", lambda v: F.cross_entropy(v["x"], v["indices"]), {"x": Draw((4, 3), -4, 4)},
     indices=[2, 0, 1, 1])
case("mean-square-error", lambda v: F.mse_loss(v["x"], v["y"]), {"x": (3, 4), "y": (3, 4)})
case("mean-absolute-error", lambda v: F.l1_loss(v["x"], v["y"]), {"x": (3, 4), "y": (3, 4)})
case("huber", lambda v: F.huber_loss(v["x"], v["y"], delta=0.7), {"x": (3, 9), "y": (3, 9)})
case("binary-cross-entropy", lambda v: F.binary_cross_entropy_with_logits(v["x"], v["y"]),
     {"x": Draw((3, 9), -9, 9)}, constants={"y": Draw((3, 9), 0, 1)})
case("gaussian-likelihood", lambda v: F.gaussian_nll_loss(v["x"], v["y"], v["v"]),
     {"x": (3, 4), "y": (3, 4), "v": Draw((3, 4), 0.3, 2)})
case("relative-error",
     lambda v: (torch.linalg.vector_norm(v["x"] - v["y"], dim=1)
                / torch.linalg.vector_norm(v["y"], dim=1)).mean(),
     {"x": (3, 5)}, constants={"y": (3, 5)})
case("batch-nmse", lambda v: ((v["x"] - v["y"]) ** 2).sum() / (v["y"] ** 2).sum(), {"x": (3, 5)},
     constants={"y": (3, 5)})

# attention
case("attention", lambda v: F.scaled_dot_product_attention(v["q"], v["k"], v["v"], v["mask"]),
     {"q": (2, 2, 3, 4), "k": (2, 2, 5, 4), "v": (2, 2, 5, 3)}, constants={"mask": (1, 3, 5)})


def attention_parameters(width, context):
    shapes = {"query": (width, width), "key": (width, context), "value": (width, context),
              "answer": (width, width)}
    return {f"layer.{name}.{part}": shape if part == "weight" else shape[:1]
            for name, shape in shapes.items() for part in ("weight", "bias")}


def multi_head(v, heads, context, mask=None):
    p = lambda name: v[f"layer.{name}"]
    width = v["x"].shape[2]
    y, _ = F.multi_head_attention_forward(
        v["x"].transpose(0, 1), context.transpose(0, 1), context.transpose(0, 1), width, heads,
        None, torch.cat([p("query.bias"), p("key.bias"), p("value.bias")]), None, None, False, 0.0,
        p("answer.weight"), p("answer.bias"), attn_mask=mask, need_weights=False,
        use_separate_proj_weight=True, q_proj_weight=p("query.weight"),
        k_proj_weight=p("key.weight"), v_proj_weight=p("value.weight"))
    return y.transpose(0, 1)


causal = torch.triu(torch.full((4, 4), -math.inf), diagonal=1)
case("multi-head-self", lambda v: multi_head(v, 2, v["x"]), {"x": (2, 4, 6)},
     attention_parameters(6, 6))
case("multi-head-causal", lambda v: multi_head(v, 3, v["x"], causal), {"x": (2, 4, 6)},
     attention_parameters(6, 6))
case("multi-head-cross", lambda v: multi_head(v, 2, v["y"]), {"x": (2, 4, 6), "y": (2, 3, 5)},
     attention_parameters(6, 5))


def windowed(v, heads, edge, shift, periodic):
    """The attention of Swin's block, as in its reference: roll, cut, attend, join, roll back."""
    x = v["x"].permute(0, 2, 3, 1)
    b, h, w, c = x.shape
    x = torch.roll(x, (-shift, -shift), (1, 2))

    def cut(z):
        z = z.view(z.shape[0], h // edge, edge, w // edge, edge, z.shape[-1])
        return z.permute(0, 1, 3, 2, 4, 5).reshape(-1, edge * edge, z.shape[-1])

    tokens = cut(x)
    p = lambda name, z: F.linear(z, v[f"layer.{name}.weight"], v[f"layer.{name}.bias"])
    split = lambda z: z.view(len(z), edge * edge, heads, c // heads).transpose(1, 2)
    q, k, values = (split(p(name, tokens)) for name in ("query", "key", "value"))
    scores = q @ k.mT / math.sqrt(c // heads)
    at = torch.stack(torch.meshgrid(torch.arange(edge), torch.arange(edge), indexing="ij"))
    relative = at.flatten(1)[:, :, None] - at.flatten(1)[:, None] + edge - 1
    index = relative[0] * (2 * edge - 1) + relative[1]
    scores = scores + v["layer.positions"][index].permute(2, 0, 1)[None]
    if shift and not periodic:
        region, label = torch.zeros(1, h, w, 1), 0
        parts = (slice(0, -edge), slice(-edge, -shift), slice(-shift, None))
        for rows in parts:
            for columns in parts:
                region[:, rows, columns] = label
                label += 1
        region = cut(region)[..., 0]
        apart = region[:, None] != region[:, :, None]
        scores = scores + torch.where(apart, -math.inf, 0.0).repeat(b, 1, 1)[:, None]
    y = p("answer", (torch.softmax(scores, -1) @ values).transpose(1, 2).reshape(tokens.shape))
    y = y.view(b, h // edge, w // edge, edge, edge, c).permute(0, 1, 3, 2, 4, 5)
    return torch.roll(y.reshape(b, h, w, c), (shift, shift), (1, 2)).permute(0, 3, 1, 2)


for name, shift, periodic in [("plain", 0, False), ("shifted", 1, False), ("periodic", 1, True)]:
    case(f"windowed-{name}", lambda v, s=shift, p=periodic: windowed(v, 2, 2, s, p),
         {"x": (2, 4, 4, 6)}, {**attention_parameters(4, 4), "layer.positions": (9, 2)})


# recurrences
def recurrent(v, build, start):
    layer = build(v["x"].shape[2], 4)
    names = {"weight_ih_l0": "input.weight", "bias_ih_l0": "input.bias",
             "weight_hh_l0": "state.weight", "bias_hh_l0": "state.bias"}
    y, last = torch.func.functional_call(
        layer, {theirs: v[f"layer.{ours}"] for theirs, ours in names.items()}, (v["x"], start))
    return torch.cat([y.flatten()] + ([last[1].flatten()] if isinstance(last, tuple) else []))


def gates(count):
    return {"layer.input.weight": (count * 4, 3), "layer.input.bias": (count * 4,),
            "layer.state.weight": (count * 4, 4), "layer.state.bias": (count * 4,)}


case("gru", lambda v: recurrent(v, nn.GRU, v["h"][None]), {"x": (5, 2, 3), "h": (2, 4)}, gates(3))
case("lstm", lambda v: recurrent(v, nn.LSTM, (v["h"][None], v["c"][None])),
     {"x": (5, 2, 3), "h": (2, 4), "c": (2, 4)}, gates(4))

# other layers
case("embedding", lambda v: F.embedding(v["indices"], v["layer.weight"]), {},
     {"layer.weight": (5, 3)}, indices=[4, 1, 1, 0])


def film(v):
    change, shift = F.linear(v["z"], v["layer.weight"], v["layer.bias"]).chunk(2, 1)
    return (1 + change)[..., None] * v["x"] + shift[..., None]


case("film", film, {"x": (2, 3, 4), "z": (2, 5)}, {"layer.weight": (6, 5), "layer.bias": (6,)})


# second derivatives of a network of two layers
def laplacian(v, function):
    x = v["x"]
    u = function(x @ v["w1"].T + v["b1"]) @ v["w2"].T + v["b2"]
    columns = []
    for column in u.unbind(1):
        slopes, = torch.autograd.grad(column.sum(), x, create_graph=True)
        columns.append(sum(
            torch.autograd.grad(slopes[:, k].sum(), x, create_graph=True)[0][:, k]
            for k in range(2)))
    return torch.stack(columns, 1)


for name in ("tanh", "gelu", "silu", "sin", "softplus"):
    case(f"laplacian-{name}", lambda v, f=FUNCTIONS[name]: laplacian(v, f), {"x": (5, 2)},
         {"w1": (6, 2), "b1": (6,), "w2": (3, 6), "b2": (3,)})

target = pathlib.Path(__file__).with_name("layers.json")
head = {"torch": torch.__version__, "numpy": np.__version__}
lines = ",\n".join(json.dumps(entry) for entry in cases)
target.write_text(f'{json.dumps(head)[:-1]}, "cases": [\n{lines}\n]}}\n')
print(len(cases), "cases")
