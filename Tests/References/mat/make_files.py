"""Small MATLAB files for the reader's tests: python make_files.py in this folder.

Made with SciPy 1.17.1 and NumPy 2.4.6. SciPy writes little-endian files alone; the big-endian one is
packed here by hand after the published format.
"""
import struct

import numpy as np
import scipy.io
import scipy.sparse

cube = np.arange(24, dtype=float).reshape(2, 3, 4)
arrays = {kind: np.array([[1, 2, 3], [4, 5, 100]], dtype=kind)
          for kind in ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64",
                       "float32", "float64")}
arrays |= {"cube": cube, "complex": cube[0] + 1j * cube[1], "truth": np.array([[True, False]]),
           "scalar": 2.5, "empty": np.zeros((0, 3)), "negative": np.array([[-1.5, -7, 1e300]]),
           "whole": np.array([[-3, 0, 4]], dtype=float)}
scipy.io.savemat("plain.mat", arrays)
scipy.io.savemat("compressed.mat", arrays, do_compression=True)
scipy.io.savemat("text.mat", {"word": "Grüße", "rows": np.array(["ab ", "cde"])})
scipy.io.savemat("others.mat", {"table": {"a": 1.0, "b": 2.0}, "number": 7.0,
                                "list": np.array([1, "x"], dtype=object),
                                "holes": scipy.sparse.csc_matrix(np.eye(3))})
scipy.io.savemat("version4.mat", {"x": cube[0]}, format="4")
with open("version73.mat", "wb") as file:
    file.write(b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(116) + bytes(8) + b"\x00\x02IM")
    file.write(bytes(384) + b"\x89HDF\r\n\x1a\n")


def element(kind, data):
    return struct.pack(">II", kind, len(data)) + data + bytes(-len(data) % 8)


def small(kind, data):
    return struct.pack(">HH", len(data), kind) + data.ljust(4, b"\0")


def matrix(kind, flags, shape, name, parts):
    body = element(6, struct.pack(">II", flags << 8 | kind, 0))
    body += element(5, struct.pack(f">{len(shape)}i", *shape))
    body += small(1, name) if len(name) <= 4 else element(1, name)
    return element(14, body + b"".join(parts))


values = struct.pack(">6d", 1, 4, 2, 5, 3, 6)
with open("big_endian.mat", "wb") as file:
    file.write(b"MATLAB 5.0 MAT-file, big-endian".ljust(116) + bytes(8) + b"\x01\x00MI")
    file.write(matrix(6, 0, (2, 3), b"x", [element(9, values)]))
    file.write(matrix(6, 8, (1, 2), b"numbers", [small(3, struct.pack(">2h", -2, 300)),
                                                 small(2, bytes([7, 8]))]))
