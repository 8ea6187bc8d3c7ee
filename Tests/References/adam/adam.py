"""Adam as in torch.optim.Adam, in float64 with NumPy 2.4 -> adam.json.

Minimises f(w) = sum of c_i (w_i - 1)^4 / 4 from w = 0; the file holds w after each step.
"""
import json
import pathlib

import numpy as np

c = np.array([1.0, 0.1, 10.0])
w, m, v = np.zeros(3), np.zeros(3), np.zeros(3)
rate, b1, b2, epsilon = 0.05, 0.9, 0.999, 1e-8
path = []
for t in range(1, 11):
    g = c * (w - 1) ** 3
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    w = w - rate * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + epsilon)
    path.append([float(x) for x in w])
text = json.dumps({"c": c.tolist(), "rate": rate, "path": path}, indent=1) + "\n"
pathlib.Path(__file__).with_name("adam.json").write_text(text)
