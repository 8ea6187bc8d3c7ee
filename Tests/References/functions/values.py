"""Writes values.tsv: function, argument, value in two doubles (their sum is good to 100 bits).

Python 3.11, mpmath 1.3.0, 60 digits. A prime after a name means the derivative.
"""
import pathlib
import random

from mpmath import cos, erf, erfc, exp, expm1, log, log1p, mp, mpf, pi, sin, sqrt, tanh

mp.dps = 60
sigmoid = lambda x: 1 / (1 + exp(-x))
density = lambda x: exp(-x * x / 2) / sqrt(2 * pi)
cdf = lambda x: erfc(-x / sqrt(mpf(2))) / 2
functions = {
    "exp": (exp, -740, 709), "expm1": (expm1, -40, 709), "log": (log, 1e-300, 1e3),
    "log1p": (log1p, -0.999, 1e3), "tanh": (tanh, -20, 20), "sigmoid": (sigmoid, -740, 40),
    "softplus": (lambda x: log1p(exp(x)), -740, 740), "silu": (lambda x: x * sigmoid(x), -740, 700),
    "erf": (erf, -6, 6), "exact_gelu": (lambda x: x * cdf(x), -38.4, 40),
    "sin": (sin, -6e7, 6e7), "cos": (cos, -6e7, 6e7),
    "tanh'": (lambda x: 1 - tanh(x) ** 2, -20, 20),
    "sigmoid'": (lambda x: sigmoid(x) * sigmoid(-x), -700, 700),
    "softplus'": (sigmoid, -700, 40),
    "silu'": (lambda x: sigmoid(x) + x * sigmoid(x) * sigmoid(-x), -700, 700),
    "erf'": (lambda x: 2 / sqrt(pi) * exp(-x * x), -26, 26),
    "exact_gelu'": (lambda x: cdf(x) + x * density(x), -37, 40),
    "sin'": (cos, -1e6, 1e6),
}
random.seed(4)
rows = ["function\targument\tvalue\trest"]
for name, (f, low, high) in functions.items():
    points = [random.uniform(low, high) for _ in range(16)]
    points += [random.uniform(max(low, -3), min(high, 3)) for _ in range(20)]
    points += [random.choice([-1, 1] if low < -1e-3 else [1]) * 10 ** random.uniform(-12, 0) * 0.9 for _ in range(8)]
    for x in points:
        value = f(mpf(x))
        rows.append(f"{name}\t{x!r}\t{float(value)!r}\t{float(value - mpf(float(value)))!r}")
pathlib.Path(__file__).with_name("values.tsv").write_text("\n".join(rows) + "\n")
