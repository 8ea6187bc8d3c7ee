"""Steady Stokes flow in the lid-driven unit square, independent of the Swift solver.

Stream function, biharmonic equation, 13-point second-order differences on a uniform grid of nodes,
solved directly; values on three grids, extrapolated from the two finest. Writes stokes_cavity.json.
Made with Python 3.11, numpy 2.4.6, scipy 1.17.1.
"""
import json
import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as sla

HEIGHTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]


def solve(n):
    h, m = 1.0 / n, n - 1
    second = sp.diags([np.ones(m - 1), -2 * np.ones(m), np.ones(m - 1)], [-1, 0, 1])
    fourth = sp.diags(
        [np.ones(m - 2), -4 * np.ones(m - 1), 6 * np.ones(m), -4 * np.ones(m - 1), np.ones(m - 2)],
        [-2, -1, 0, 1, 2]).tolil()
    # psi = 0 and a given normal derivative: the mirrored node outside adds one on the diagonal.
    fourth[0, 0] += 1
    fourth[m - 1, m - 1] += 1
    eye = sp.identity(m)
    operator = sp.kron(eye, fourth) + sp.kron(fourth, eye) + 2 * sp.kron(second, second)
    right = np.zeros((m, m))
    # At the lid psi_y = 1: psi(1 + h) = psi(1 - h) + 2 h.
    right[m - 1, :] -= 2 * h
    psi = np.zeros((n + 1, n + 1))
    psi[1:n, 1:n] = sla.spsolve(operator.tocsc(), right.ravel()).reshape(m, m)
    middle = psi[:, n // 2]
    rows = [round(y * n) for y in HEIGHTS]
    # Fourth-order central difference of psi for u = psi_y.
    u = [(8 * (middle[j + 1] - middle[j - 1]) - (middle[j + 2] - middle[j - 2])) / (12 * h)
         for j in rows]
    return np.array(u)


fields = [solve(n) for n in (80, 160, 320)]
extrapolated = fields[2] + (fields[2] - fields[1]) / 3
json.dump(
    {"heights": HEIGHTS, "horizontalVelocity": [round(float(x), 7) for x in extrapolated],
     "uncertainty": float(np.abs(extrapolated - (fields[1] + (fields[1] - fields[0]) / 3)).max())},
    open("stokes_cavity.json", "w"), indent=1)
