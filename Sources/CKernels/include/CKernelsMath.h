// Elementary functions, activations and softmax of arrays, in float (_f32) and double (_f64).
//
// No fused operations and fixed orders: the same bits on every x86-64 CPU. Next to each name stands
// the largest error in units in the last place of the true value, f32 / f64. f32: measured over every
// 17th of all floats against the C library in double; f64: over stratified samples against quadruple
// precision. Subnormal arguments and results are kept, with an absolute error of at most 1.5 times the
// smallest subnormal where the last column of a derivative does not say otherwise. NaN gives NaN;
// infinities give the limits; the sign of zero is kept by odd functions.
#ifndef ASSAY_CKERNELS_MATH_H
#define ASSAY_CKERNELS_MATH_H

#include <stddef.h>

// y[i] = f(x[i]); y may be x.
#define ASSAY_MAPPING(name)                                    \
  void assay_##name##_f32(size_t n, const float *x, float *y); \
  void assay_##name##_f64(size_t n, const double *x, double *y);

// y[i] = f(x[i]) and x[i] <- f'(x[i]), in one pass
#define ASSAY_WITH_DERIVATIVE(name)                                      \
  void assay_##name##_with_derivative_f32(size_t n, float *x, float *y); \
  void assay_##name##_with_derivative_f64(size_t n, double *x, double *y);

// gradient[i] *= f', from the array that makes it cheapest: the output y or the input x
#define ASSAY_BACKWARD(name)                                                   \
  void assay_##name##_backward_f32(size_t n, const float *from, float *gradient); \
  void assay_##name##_backward_f64(size_t n, const double *from, double *gradient);

// e^x                                                    1.0 / 1.1 ulp
ASSAY_MAPPING(exp)
// e^x - 1                                                2.0 / 2.0 ulp
ASSAY_MAPPING(expm1)
// log x; -infinity at 0, NaN below                       0.9 / 0.9 ulp
ASSAY_MAPPING(log)
// log(1 + x); -infinity at -1, NaN below                 0.9 / 0.9 ulp
ASSAY_MAPPING(log1p)
// tanh x                                                 2.3 / 2.3 ulp
ASSAY_MAPPING(tanh)
// 1 / (1 + e^-x)                                         2.1 / 2.1 ulp
ASSAY_MAPPING(sigmoid)
// log(1 + e^x)                                           1.7 / 1.7 ulp
ASSAY_MAPPING(softplus)
// x / (1 + e^-x), SiLU or swish                          2.7 / 2.4 ulp
ASSAY_MAPPING(silu)
// erf x                                                  1.7 / 1.8 ulp
ASSAY_MAPPING(erf)
// x Phi(x), the exact GELU (Hendrycks & Gimpel 2016)     4.5 / 4.5 ulp, also in the far tail
ASSAY_MAPPING(exact_gelu)
// sin x for |x| <= 2^28 (f32), 2^26 (f64); NaN beyond    1.6 / 1.6 ulp
ASSAY_MAPPING(sin)
// cos x, likewise                                        1.6 / 1.6 ulp
ASSAY_MAPPING(cos)
// the square root, correctly rounded                     0.5 / 0.5 ulp
ASSAY_MAPPING(sqrt)
// 1 / x, correctly rounded                               0.5 / 0.5 ulp
ASSAY_MAPPING(reciprocal)

// The derivatives have zeros, or lose digits where they vanish, so their errors are absolute; in units
// of 2^-24 (f32) and 2^-53 (f64).

// (1 - y)(1 + y)                                         3 / 3 units
ASSAY_WITH_DERIVATIVE(tanh)
// y (1 - y) without cancellation, also 3.4 / 3.5 ulp     1 / 1 units
ASSAY_WITH_DERIVATIVE(sigmoid)
// the sigmoid, with its accuracy in ulp
ASSAY_WITH_DERIVATIVE(softplus)
// s + x s (1 - s), s the sigmoid                         3 / 3 units
ASSAY_WITH_DERIVATIVE(silu)
// 2 e^(-x^2) / sqrt pi, also 3 / 2 ulp                   3 / 2 units
ASSAY_WITH_DERIVATIVE(erf)
// Phi(x) + x phi(x)                                      3 / 3 units
ASSAY_WITH_DERIVATIVE(exact_gelu)
// cos x, with its accuracy in ulp
ASSAY_WITH_DERIVATIVE(sin)

// from y: y
ASSAY_BACKWARD(exp)
// from x: 1 / x
ASSAY_BACKWARD(log)
// from y: (1 - y)(1 + y)
ASSAY_BACKWARD(tanh)
// from y: y (1 - y)
ASSAY_BACKWARD(sigmoid)
// from y: 1 - e^-y
ASSAY_BACKWARD(softplus)
// from x
ASSAY_BACKWARD(silu)
// from x
ASSAY_BACKWARD(erf)
// from x
ASSAY_BACKWARD(exact_gelu)
// from x: cos x
ASSAY_BACKWARD(sin)
// from x: -sin x
ASSAY_BACKWARD(cos)
// from y: 1 / (2 y)
ASSAY_BACKWARD(sqrt)
// from y: -y^2
ASSAY_BACKWARD(reciprocal)

#undef ASSAY_MAPPING
#undef ASSAY_WITH_DERIVATIVE
#undef ASSAY_BACKWARD

// Rows of a row-major matrix; y may be x. A NaN, or +infinity, in a row makes the whole row NaN; entries
// of -infinity get the probability 0. Sums in double.
#define ASSAY_ROWS(name)                                                           \
  void assay_##name##_f32(size_t rows, size_t columns, const float *x, float *y);  \
  void assay_##name##_f64(size_t rows, size_t columns, const double *x, double *y);

// y[r][c] = e^x[r][c] / sum over k of e^x[r][k]; 2.5 ulp however far an entry lies below the largest
ASSAY_ROWS(softmax)
// y[r][c] = x[r][c] - log(sum over k of e^x[r][k]); error below 2 ulp of the largest |x[r][c] - x[r][k]|
ASSAY_ROWS(log_softmax)
// y <- the gradient by x: p (y - sum over k of p y), with x = p the output of softmax
ASSAY_ROWS(softmax_backward)
// y <- the gradient by x: y - e^p (sum over k of y), with x = p the output of log_softmax
ASSAY_ROWS(log_softmax_backward)
#undef ASSAY_ROWS

#endif
