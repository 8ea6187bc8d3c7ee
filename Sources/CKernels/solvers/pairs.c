// Vectors of complex numbers as pairs of doubles, see include/CKernelsSolvers.h.
#include "CKernelsSolvers.h"

#include "../clones.h"

// Eight partial sums of pairs: enough to fill the vector units, and one order on every CPU.
#define PAIRS 8

ASSAY_CLONES void assay_pairs_dot_f64(size_t n, double sign, const double *x, const double *y,
                                      double *sum) {
  double real[PAIRS] = {0.0}, imaginary[PAIRS] = {0.0};
  for (size_t i = 0; i < n; i += PAIRS) {
    const size_t width = n - i < PAIRS ? n - i : PAIRS;
    for (size_t j = 0; j < width; j++) {
      const double a = x[2 * (i + j)], b = sign * x[2 * (i + j) + 1];
      const double c = y[2 * (i + j)], d = y[2 * (i + j) + 1];
      real[j] += a * c - b * d;
      imaginary[j] += a * d + b * c;
    }
  }
  sum[0] = sum[1] = 0.0;
  for (size_t j = 0; j < PAIRS; j++) {
    sum[0] += real[j];
    sum[1] += imaginary[j];
  }
}

ASSAY_CLONES void assay_pairs_axpy_f64(size_t n, double real, double imaginary, const double *x,
                                       double *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) {
    const double a = x[2 * i], b = x[2 * i + 1];
    y[2 * i] += real * a - imaginary * b;
    y[2 * i + 1] += real * b + imaginary * a;
  }
}

ASSAY_CLONES void assay_pairs_scale_f64(size_t n, double real, double imaginary, double *x) {
  for (size_t i = 0; i < n; i++) {
    const double a = x[2 * i], b = x[2 * i + 1];
    x[2 * i] = real * a - imaginary * b;
    x[2 * i + 1] = real * b + imaginary * a;
  }
}
