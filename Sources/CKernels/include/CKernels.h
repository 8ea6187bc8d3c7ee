// Vectorised loops of our own. Every function resolves at load time to the clone for the CPU at
// hand; since no clone contracts a*b+c and every sum has a fixed order, all clones give one result.
//
// A kernel exists as assay_<name>_f32 for float and as assay_<name>_f64 for double, from one source.
#ifndef ASSAY_CKERNELS_H
#define ASSAY_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Spectral layer: moves between transforms of one sample and mode-major planes of a batch.
//
// `rows` = number of k1, `modes` = number of k2, `channels` contiguous. A transform has the shape
// [2 rows][2 modes][channels]: the first `rows` rows belong to cos(k1 h), the others to sin(k1 h);
// the first `modes` columns are real parts, the others imaginary parts. A plane has one block per
// mode (k1 k2), `block` floats apart; `real` and `imaginary` point at the sample's rows in block 0.
typedef struct {
  size_t rows, modes, channels, block;
} assay_spectrum;

#define T float
#define NAME(name) assay_##name##_f32
#include "CKernels.inc"
#undef T
#undef NAME

#define T double
#define NAME(name) assay_##name##_f64
#include "CKernels.inc"
#undef T
#undef NAME

// The GELU of training: faster than exact_gelu (CKernelsMath.h), absolute error of Phi below 2e-7.

// y = x Phi(x) (Hendrycks & Gimpel 2016)
void assay_gelu_f32(size_t n, const float *x, float *y);
// y = x Phi(x) and x <- Phi(x) + x phi(x), its derivative
void assay_gelu_with_derivative_f32(size_t n, float *x, float *y);

#endif
