"""End states of stiff problems by SciPy's Radau (rtol 1e-12); writes stiff.json beside itself.

Python 3.11, SciPy 1.17.1, NumPy 2.4.6. Usage: stiff.py
"""
import json
import pathlib

import numpy as np
import scipy
from scipy.integrate import solve_ivp


def robertson(t, y):
    a, b, c = 0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] ** 2
    return [-a + b, a - b - c, c]


def robertson_jacobian(t, y):
    return [
        [-0.04, 1e4 * y[2], 1e4 * y[1]],
        [0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]],
        [0, 6e7 * y[1], 0],
    ]


MU = 1000.0


def van_der_pol(t, y):
    return [y[1], MU * (1 - y[0] ** 2) * y[1] - y[0]]


def van_der_pol_jacobian(t, y):
    return [[0, 1], [-2 * MU * y[0] * y[1] - 1, MU * (1 - y[0] ** 2)]]


def end(f, jacobian, y0, t1, atol):
    s = solve_ivp(f, (0, t1), y0, method="Radau", jac=jacobian, rtol=1e-12, atol=atol)
    assert s.success, s.message
    return s.y[:, -1].tolist()


cases = {
    "robertson": dict(t1=1e4, y=end(robertson, robertson_jacobian, [1, 0, 0], 1e4, 1e-17)),
    "vanDerPol": dict(t1=1200.0, y=end(van_der_pol, van_der_pol_jacobian, [2, 0], 1200, 1e-14)),
}
out = dict(scipy=scipy.__version__, numpy=np.__version__, cases=cases)
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
print(out)
