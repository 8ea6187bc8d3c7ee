"""Writes the small .npy files that the reader is tested against, with NumPy itself.

Run: python3 make_files.py   (files made with NumPy 2.4.6, Python 3.11)
The values are index / 8 - 1, exact in float32, in row-major order of the shape.
"""
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent


def ramp(*shape):
    count = int(np.prod(shape))
    return (np.arange(count) / 8 - 1).reshape(shape)


def save(name, array, version=None):
    with open(here / f"{name}.npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)


for dtype, name in [("<f4", "float32"), (">f4", "float32_big"), ("<f8", "float64"), (">f8", "float64_big")]:
    save(name, ramp(2, 3, 4).astype(dtype))
    save(name + "_fortran", np.asfortranarray(ramp(2, 3, 4).astype(dtype)))
save("rank0", np.array(2.5, dtype="<f4"))
save("rank1", ramp(5).astype("<f4"))
save("rank4_fortran", np.asfortranarray(ramp(2, 3, 2, 2).astype("<f4")))
# Long enough that the room which NumPy leaves for the first extent moves the data by 64 bytes.
save("rank16", ramp(3, *[1] * 15).astype("<f4"))
save("empty", np.zeros((0, 3), dtype="<f4"))
save("version2", ramp(2, 3).astype("<f4"), version=(2, 0))
save("version3", ramp(2, 3).astype("<f4"), version=(3, 0))
save("int32", np.arange(6, dtype="<i4"))
save("structured", np.zeros(2, dtype=[("u", "<f4"), ("v", "<f4")]))
with_nan = ramp(2, 3).astype("<f4")
with_nan[1, 2] = np.nan
save("nan", with_nan)
