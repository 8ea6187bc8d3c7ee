"""Polynomial coefficients of Sources/CKernels/Functions/{single,double}_cores.h.

Each polynomial interpolates its function at Chebyshev points (near minimax), in 60 digits, and is
rounded to the precision at hand. Prints the coefficients, lowest order first, and the largest
relative error of the rounded polynomial's target. Python 3.11, mpmath 1.3.0.
"""
import numpy as np
from mpmath import mp, mpf, cos, pi, matrix, lu_solve, exp, log, sqrt, sin, erf, erfc

mp.dps = 60


def fit(f, a, b, degree):
    a, b = mpf(a), mpf(b)
    n = degree + 1
    x = [(a + b) / 2 + (b - a) / 2 * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]
    # in the scaled variable, so that the system stays well conditioned
    c = lu_solve(matrix([[(t / b) ** j for j in range(n)] for t in x]), matrix([f(t) for t in x]))
    return [c[j] / b**j for j in range(n)]


def show(name, f, a, b, degree, kind):
    p = [kind(float(v)) if kind is np.float32 else float(v) for v in fit(f, a, b, degree)]
    grid = [mpf(a) + (mpf(b) - mpf(a)) * (i + mpf(1) / 3) / 400 for i in range(400)]
    worst = max(abs(sum(mpf(float(v)) * t**j for j, v in enumerate(p)) / f(t) - 1) for t in grid)
    literal = ", ".join(f"{v:.9g}f" if kind is np.float32 else repr(v) for v in p)
    print(f"{name}: {literal}   // {mp.nstr(worst, 2)}")


half_ln2 = log(2) / 2 * mpf("1.001")
exp_rest = lambda r: (exp(r) - 1 - r) / r**2 if abs(r) > mpf(10) ** -12 else mpf(1) / 2 + r / 6
s_max2 = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * mpf("1.001")
# log((1 + s) / (1 - s)) = 2 s + s z R(z), z = s^2
log_rest = lambda z: (log((1 + sqrt(z)) / (1 - sqrt(z))) - 2 * sqrt(z)) / (sqrt(z) * z)
quarter2 = (pi / 4) ** 2 * mpf("1.001")
sin_rest = lambda z: (sin(sqrt(z)) / sqrt(z) - 1) / z
cos_rest = lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2
# erf(x) = x + x P(x^2) on [0, 3/4]
erf_rest = lambda z: erf(sqrt(z)) / sqrt(z) - 1
# Phi(x) = 1/2 + x P(x^2) on [-1, 1]
cdf_rest = lambda z: erf(sqrt(z / 2)) / (2 * sqrt(z))
# (x + k) exp(x^2 / 2) Phi(-x) as a polynomial in t = (x - k) / (x + k), which maps [0, inf) to [-1, 1)
def mills(k):
    def f(t):
        x = k * (1 + t) / (1 - t)
        return (x + k) * exp(x * x / 2) * erfc(x / sqrt(2)) / 2
    return f

tiny = mpf(10) ** -20
for kind, degrees in ((np.float32, (4, 2, 2, 2, 5, 5, 9)), (np.float64, (9, 6, 5, 5, 11, 11, 22))):
    e, l, s, c, r, g, m = degrees
    print(kind.__name__)
    show("exp_rest", exp_rest, -half_ln2, half_ln2, e, kind)
    show("log_rest", log_rest, tiny, s_max2, l, kind)
    show("sin_rest", sin_rest, tiny, quarter2, s, kind)
    show("cos_rest", cos_rest, tiny, quarter2, c, kind)
    show("erf_rest", erf_rest, tiny, mpf(9) / 16, r, kind)
    show("cdf_rest", cdf_rest, tiny, mpf(1), g, kind)
    limit = mpf(15) if kind is np.float32 else mpf(39)
    for k in ((mpf("2.5"),) if kind is np.float32 else (mpf(4),)):
        show(f"mills k={mp.nstr(k, 3)}", mills(k), -1, (limit - k) / (limit + k), m, kind)
def parts(name, value, bits, count):
    rest, out = value, []
    for _ in range(count):
        e = mp.floor(log(abs(rest), 2)); unit = mpf(2) ** (e - bits + 1)
        top = mp.nint(rest / unit) * unit; out.append(float(top)); rest -= top
    print(name, [v.hex() for v in out], float(rest).hex())
parts("ln2 single", log(2), 15, 1); parts("ln2 double", log(2), 42, 1)
parts("pi/2 for single in double", pi / 2, 25, 2); parts("pi/2 double", pi / 2, 27, 3)
