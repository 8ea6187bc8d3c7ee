#!/usr/bin/env python3
"""Writes a folder in the official on-disk format of CFDBench's cavity data, with NumPy.

Run: make_official_folder.py OUTPUT CASES FRAMES
writes OUTPUT/data/cavity/{bc,prop,geo}/caseNNNN/{u.npy,v.npy,case.json}: the first CASES cases of each
sweep with FRAMES frames 0.1 s apart. The fields are not a solution of the Navier-Stokes equations but
smooth, divergence-free and of the right boundary values: from a stream function with a lid-driven vortex
that spins up and a second mode that swings and decays, both at rates set by velocity, viscosity and
geometry. Made for tests and demonstrations of the import only. Files vary as real downloads do: BC is
float32, every second PROP case lies in Fortran order, GEO is float64 and every third of it big-endian.
"""
import json
import pathlib
import sys

import numpy as np

SIZE = 64
FRAME_INTERVAL = 0.1
DENSITIES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.1, 0.5]
VISCOSITIES = [1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2]
LENGTHS = [0.01, 0.02, 0.03, 0.04, 0.05]


def case(vel_top=10.0, density=1.0, viscosity=1e-5, height=0.01, width=0.01):
    return {
        "vel_top": vel_top, "density": density, "viscosity": viscosity, "height": height,
        "width": width, "dx": width / SIZE, "dy": height / SIZE,
    }


SWEEPS = {
    "bc": (0, [case(vel_top=float(u)) for u in range(1, 51)]),
    "prop": (50, [case(density=r, viscosity=m) for r in DENSITIES for m in VISCOSITIES]),
    "geo": (134, [case(width=w, height=h) for w in LENGTHS for h in LENGTHS]),
}


def fields(c, frames):
    """u and v, each (frames, SIZE, SIZE), row 0 at the bottom."""
    cells = (np.arange(SIZE) + 0.5) / SIZE
    y, x = np.meshgrid(cells, cells, indexing="ij")
    nu = c["viscosity"] / c["density"]
    # Between 0.2 and 3 for any viscosity, and never the same for two of them.
    size = 0.02 * c["width"] * c["height"] / nu
    spin_up = 0.2 + 2.8 * size / (1 + size) + 5 * c["width"] / c["vel_top"]
    period = 0.5 + 40 * c["height"] / c["vel_top"]
    t = FRAME_INTERVAL * np.arange(1, frames + 1)[:, None, None]
    grow = 1 - np.exp(-t / spin_up)
    swing = 0.3 * np.exp(-t / spin_up) * np.cos(2 * np.pi * t / period)
    # psi = U h [grow f1(x) g1(y) + swing f2(x) g2(y)]; u = dpsi/dy, v = -dpsi/dx.
    f1, df1 = 16 * x**2 * (1 - x) ** 2, 32 * x * (1 - x) * (1 - 2 * x)
    g1, dg1 = y**2 * (y - 1), 3 * y**2 - 2 * y
    f2, df2 = np.sin(2 * np.pi * x) ** 2, 2 * np.pi * np.sin(4 * np.pi * x)
    g2, dg2 = 4 * y**2 * (1 - y) ** 2, 8 * y * (1 - y) * (1 - 2 * y)
    u = c["vel_top"] * (grow * f1 * dg1 + swing * f2 * dg2)
    v = -c["vel_top"] * c["height"] / c["width"] * (grow * df1 * g1 + swing * df2 * g2)
    return u, v


def stored(array, sweep, index):
    if sweep == "geo":
        return array.astype(">f8" if index % 3 == 2 else "<f8")
    array = array.astype("<f4")
    return np.asfortranarray(array) if sweep == "prop" and index % 2 == 1 else array


def main(output, cases, frames):
    for sweep, (first, parameters) in SWEEPS.items():
        for index, c in enumerate(parameters[:cases]):
            folder = pathlib.Path(output) / "data" / "cavity" / sweep / f"case{first + index:04d}"
            folder.mkdir(parents=True, exist_ok=True)
            u, v = fields(c, frames)
            np.save(folder / "u.npy", stored(u, sweep, index))
            np.save(folder / "v.npy", stored(v, sweep, index))
            (folder / "case.json").write_text(json.dumps(c))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
