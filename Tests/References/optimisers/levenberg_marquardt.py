"""Levenberg-Marquardt by NumPy 2.4 in float64 -> levenberg_marquardt.json: algorithm 3.16 of Madsen,
Nielsen & Tingleff, Methods for non-linear least squares problems (2nd ed. 2004), tau = 1e-3.

Fits y = W2 gelu(W1 x + b1) + b2 with three hidden units to sin(2 x) at twelve points; the file holds
the parameters at the start and after each step, as [W1, b1, W2, b2], and F = sum r^2 / 2.
"""
import json
import math
import pathlib

import numpy as np

x = np.linspace(-1, 1, 12)
y = np.sin(2 * x)
phi = np.vectorize(lambda z: math.exp(-z * z / 2) / math.sqrt(2 * math.pi))
Phi = np.vectorize(lambda z: math.erfc(-z / math.sqrt(2)) / 2)


def residuals(p):
    w1, b1, w2, b2 = p[0:3], p[3:6], p[6:9], p[9]
    z = np.outer(x, w1) + b1
    return (z * Phi(z)) @ w2 + b2 - y


def jacobian(p):
    w1, b1, w2 = p[0:3], p[3:6], p[6:9]
    z = np.outer(x, w1) + b1
    slope = (Phi(z) + z * phi(z)) * w2
    return np.hstack([slope * x[:, None], slope, z * Phi(z), np.ones((12, 1))])


p = np.array([0.9, -1.1, 0.4, 0.1, -0.2, 0.3, 0.7, -0.6, 0.5, 0.05])
start = p.tolist()
damping, growth = None, 2.0
path, values = [], []
for _ in range(12):
    r, J = residuals(p), jacobian(p)
    A, g = J.T @ J, J.T @ r
    if damping is None:
        damping = 1e-3 * A.diagonal().max()
    values.append(float(r @ r / 2))
    while True:
        h = np.linalg.solve(A + damping * np.eye(10), -g)
        new = residuals(p + h)
        gain = (r @ r / 2 - new @ new / 2) / (h @ (damping * h - g) / 2)
        if gain > 0:
            p = p + h
            damping *= max(1 / 3, 1 - (2 * gain - 1) ** 3)
            growth = 2.0
            break
        damping *= growth
        growth *= 2
    path.append(p.tolist())
result = {
    "x": x.tolist(), "y": y.tolist(), "start": start, "path": path, "values": values}
text = json.dumps(result, indent=1) + "\n"
pathlib.Path(__file__).with_name("levenberg_marquardt.json").write_text(text)
