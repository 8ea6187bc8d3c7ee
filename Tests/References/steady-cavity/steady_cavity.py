"""Steady lid-driven cavity by an independent method: centre-line velocities to about 1e-3.

Stream function and vorticity on uniform grids, second-order central differences, vorticity at the
walls by Jensen's formula (second order), the whole system solved by Newton's method with a sparse
direct solver, then Richardson's extrapolation over two grids. Nothing is shared with the solver of
Sources/Physics (primitive variables, staggered and stretched grid, time marching).

Checks printed: Re 1000 against Botella & Peyret 1998, Re 5000 against Erturk, Corke & Gokcol 2005.
Usage: python3 steady_cavity.py > steady_cavity.json   (numpy and scipy; a few minutes)
"""

import json
import sys

import numpy as np
import scipy
import scipy.sparse as sp
from scipy.interpolate import CubicSpline
from scipy.sparse.linalg import splu

GHIA_Y = [0.9766, 0.9688, 0.9609, 0.9531, 0.8516, 0.7344, 0.6172, 0.5, 0.4531, 0.2813, 0.1719,
          0.1016, 0.0703, 0.0625, 0.0547]
GHIA_X = [0.9688, 0.9609, 0.9531, 0.9453, 0.9063, 0.8594, 0.8047, 0.5, 0.2344, 0.2266, 0.1563,
          0.0938, 0.0781, 0.0703, 0.0625]


def newton(n, reynolds, start, tolerance=1e-10):
    """psi and omega on (n + 1)^2 nodes, index [row y, column x]; the lid at y = 1 moves with u = 1."""
    h = 1.0 / n
    nodes = (n + 1) ** 2
    index = np.arange(nodes).reshape(n + 1, n + 1)
    inner = index[1:-1, 1:-1].ravel()
    east, west = index[1:-1, 2:].ravel(), index[1:-1, :-2].ravel()
    north, south = index[2:, 1:-1].ravel(), index[:-2, 1:-1].ravel()
    psi, omega = start[0].ravel().copy(), start[1].ravel().copy()
    walls = [(index[0, 1:-1], index[1, 1:-1], index[2, 1:-1], 0.0),
             (index[-1, 1:-1], index[-2, 1:-1], index[-3, 1:-1], 1.0),
             (index[1:-1, 0], index[1:-1, 1], index[1:-1, 2], 0.0),
             (index[1:-1, -1], index[1:-1, -2], index[1:-1, -3], 0.0)]
    edge = np.setdiff1d(np.arange(nodes), inner)
    corners = index[[0, 0, -1, -1], [0, -1, 0, -1]]

    def entries(rows, columns, values):
        return rows, columns, np.broadcast_to(values, rows.shape)

    for _ in range(30):
        u = (psi[north] - psi[south]) / (2 * h)
        v = -(psi[east] - psi[west]) / (2 * h)
        wx = (omega[east] - omega[west]) / (2 * h)
        wy = (omega[north] - omega[south]) / (2 * h)
        residual = np.zeros(2 * nodes)
        residual[inner] = (psi[east] + psi[west] + psi[north] + psi[south] - 4 * psi[inner]) / h**2 \
            + omega[inner]
        residual[edge] = psi[edge]
        residual[nodes + inner] = u * wx + v * wy - (
            omega[east] + omega[west] + omega[north] + omega[south] - 4 * omega[inner]
        ) / (h**2 * reynolds)
        residual[nodes + corners] = omega[corners]
        parts = [entries(inner, inner, -4 / h**2), entries(inner, east, 1 / h**2),
                 entries(inner, west, 1 / h**2), entries(inner, north, 1 / h**2),
                 entries(inner, south, 1 / h**2), entries(inner, nodes + inner, 1.0),
                 entries(edge, edge, 1.0), entries(nodes + corners, nodes + corners, 1.0)]
        row = nodes + inner
        d = 1 / (h**2 * reynolds)
        parts += [entries(row, nodes + inner, 4 * d), entries(row, nodes + east, u / (2 * h) - d),
                  entries(row, nodes + west, -u / (2 * h) - d),
                  entries(row, nodes + north, v / (2 * h) - d),
                  entries(row, nodes + south, -v / (2 * h) - d),
                  entries(row, north, wx / (2 * h)), entries(row, south, -wx / (2 * h)),
                  entries(row, east, -wy / (2 * h)), entries(row, west, wy / (2 * h))]
        for wall, first, second, speed in walls:
            residual[nodes + wall] = omega[wall] - (
                (-8 * psi[first] + psi[second]) / (2 * h**2) - 3 * speed / h)
            parts += [entries(nodes + wall, nodes + wall, 1.0),
                      entries(nodes + wall, first, 4 / h**2),
                      entries(nodes + wall, second, -0.5 / h**2)]
        rows, columns, values = (np.concatenate([part[k] for part in parts]) for k in range(3))
        matrix = sp.csc_matrix((values, (rows, columns)), shape=(2 * nodes, 2 * nodes))
        step = splu(matrix, permc_spec="COLAMD").solve(-residual)
        psi += step[:nodes]
        omega += step[nodes:]
        print(n, reynolds, np.abs(step[:nodes]).max(), file=sys.stderr)
        if np.abs(step[:nodes]).max() < tolerance:
            return psi.reshape(n + 1, n + 1), omega.reshape(n + 1, n + 1)
    raise SystemExit("Newton's method did not converge")


def derivative(values, h):
    """Fourth-order first derivative on a uniform line, one-sided at the ends."""
    out = np.empty_like(values)
    out[2:-2] = (values[:-4] - 8 * values[1:-3] + 8 * values[3:-1] - values[4:]) / (12 * h)
    forward = np.array([[-25, 48, -36, 16, -3], [-3, -10, 18, -6, 1]]) / (12 * h)
    out[:2] = forward @ values[:5]
    out[-1:-3:-1] = -(forward @ values[-1:-6:-1])
    return out


def centre_lines(psi, y, x):
    n = psi.shape[0] - 1
    nodes = np.linspace(0, 1, n + 1)
    u = CubicSpline(nodes, derivative(psi[:, n // 2], 1 / n))(y)
    v = CubicSpline(nodes, -derivative(psi[n // 2, :], 1 / n))(x)
    return u, v, psi.min()


def refined(field, n):
    old = np.linspace(0, 1, field.shape[0])
    new = np.linspace(0, 1, n + 1)
    return CubicSpline(old, CubicSpline(old, field, axis=0)(new), axis=1)(new)


def solutions(grids, numbers):
    found = {}
    for n in grids:
        state = (np.zeros((n + 1, n + 1)), np.zeros((n + 1, n + 1)))
        for reynolds in [10, 100, 400, 1000, 2000, 3200, 5000]:
            if n > grids[0]:
                if reynolds not in numbers:
                    continue
                coarse = found[grids[0], reynolds]
                state = (refined(coarse[0], n), refined(coarse[1], n))
            state = newton(n, reynolds, state)
            found[n, reynolds] = state
    return found


def extrapolated(found, grids, reynolds, y, x):
    coarse, fine = (centre_lines(found[n, reynolds][0], np.array(y), np.array(x)) for n in grids)
    ratio = (grids[1] / grids[0]) ** 2
    return [(ratio * b - a) / (ratio - 1) for a, b in zip(coarse, fine)], [
        float(np.abs(np.asarray(b) - a).max()) for a, b in zip(coarse, fine)]


def main():
    grids = [192, 256]
    found = solutions(grids, [1000, 3200, 5000])
    botella_u = {0.9766: 0.6644227, 0.9531: 0.4723329, 0.1719: -0.3885691, 0.0703: -0.2228955}
    (u, _, _), _ = extrapolated(found, grids, 1000, list(botella_u), [0.5])
    print("Re 1000 u against Botella:", np.abs(u - list(botella_u.values())).max(), file=sys.stderr)
    botella_v = {0.9688: -0.2279225, 0.9453: -0.4103754, 0.9063: -0.5264392, 0.0938: 0.3330442}
    (_, v, _), _ = extrapolated(found, grids, 1000, [0.5], list(botella_v))
    print("Re 1000 v against Botella:", np.abs(v - list(botella_v.values())).max(), file=sys.stderr)
    erturk_u = {0.98: 0.5159, 0.95: 0.4738, 0.1: -0.4168, 0.06: -0.4272, 0.04: -0.3480}
    erturk_v = {0.985: -0.2441, 0.97: -0.5019, 0.955: -0.5700, 0.09: 0.4403, 0.06: 0.4258}
    (u, v, _), _ = extrapolated(found, grids, 5000, list(erturk_u), list(erturk_v))
    print("Re 5000 against Erturk:", np.abs(u - list(erturk_u.values())).max(),
          np.abs(v - list(erturk_v.values())).max(), file=sys.stderr)
    result = {"script": "steady_cavity.py", "numpy": np.__version__, "scipy": scipy.__version__,
              "grids": grids, "y": GHIA_Y, "x": GHIA_X, "cases": {}}
    for reynolds in [1000, 3200, 5000]:
        (u, v, psi), change = extrapolated(found, grids, reynolds, GHIA_Y, GHIA_X)
        result["cases"][str(reynolds)] = {
            "u": [round(float(a), 5) for a in u], "v": [round(float(a), 5) for a in v],
            "streamFunction": round(float(psi), 6),
            "changeBetweenGrids": {"u": change[0], "v": change[1], "streamFunction": change[2]}}
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
