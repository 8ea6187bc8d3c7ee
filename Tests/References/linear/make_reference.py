"""Solutions of small linear systems: python make_reference.py > reference.json in this folder.

Made with SciPy 1.17.1 and NumPy 2.4.6. The matrices are formulas, so that the tests make them anew:
a[i][j] = cos(i + 2 j) + (n if i == j else 0), complex ones add i sin(2 i - j).
"""
import json

import numpy as np
import scipy.linalg
import scipy.sparse
import scipy.sparse.linalg


def general(rows, columns, field, shift):
    i, j = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    a = np.cos(i + 2 * j) + shift * (i == j)
    return a + 1j * np.sin(2 * i - j) if field == "complex" else a


def right(rows, field):
    i = np.arange(rows)
    b = np.sin(i + 1.0)
    return b + 1j * np.cos(3 * i) if field == "complex" else b


def pairs(x):
    x = np.asarray(x)
    return (x.view(float) if np.iscomplexobj(x) else x).tolist()


result = {"numpy": np.__version__, "scipy": scipy.__version__}
for field in ("real", "complex"):
    n = 12
    a, b = general(n, n, field, n), right(n, field)
    result[f"{field}-lu"] = pairs(scipy.linalg.solve(a, b))
    result[f"{field}-adjoint"] = pairs(scipy.linalg.solve(a.conj().T, b))
    h = a @ a.conj().T
    result[f"{field}-cholesky"] = pairs(scipy.linalg.solve(h, b, assume_a="pos"))
    tall, c = general(15, 6, field, 3), right(15, field)
    result[f"{field}-qr"] = pairs(scipy.linalg.lstsq(tall, c)[0])
# Convection and diffusion on a line: not symmetric, sparse.
n = 200
line = scipy.sparse.diags([-1.3 * np.ones(n - 1), 2.1 * np.ones(n), -0.7 * np.ones(n - 1)],
                          [-1, 0, 1], format="csc")
result["convection"] = pairs(scipy.sparse.linalg.spsolve(line, right(n, "real")))
print(json.dumps(result, indent=1))
