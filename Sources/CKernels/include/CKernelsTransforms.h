// Discrete Fourier transforms of many lines at a time, in float (_f32) and double (_f64).
//
// A line of n numbers is transformed as X[k] = sum over j of x[j] exp(-2 pi i jk / n). Complex numbers
// lie as (real, imaginary) pairs. All tables belong to the caller and are only read.
//
// The passes are Stockham's autosort form (Swarztrauber 1984, "FFT algorithms for vector computers"):
// 64 bytes of lanes go through one transform side by side, so that every step is a vector operation
// whatever the length. Lanes are neighbouring lines or, in a long contiguous line, the columns of its
// four-step splitting (Bailey 1990). Lengths with a large prime factor are convolutions with a chirp
// (Bluestein 1970). The bits of a line depend on its length and on whether its numbers lie side by
// side, never on its neighbours.
#ifndef ASSAY_CKERNELS_TRANSFORMS_H
#define ASSAY_CKERNELS_TRANSFORMS_H

#include <stddef.h>

// Where `outer` times `inner` lines lie: line (o, i) starts `o * outer_step + i * inner_step` numbers
// of type T after the first, its elements (complex or real) follow each other by `step` numbers.
typedef struct {
  ptrdiff_t outer_step, inner_step, step;
} assay_line_layout;

// One length. Either passes of small radices or, when `chirp` is given, a convolution. Tables hold
// numbers of the transform's own precision, complex ones as pairs.
typedef struct assay_fourier_length {
  size_t count;
  size_t passes;
  // The radix of every pass: 2, 3, 4, 5, 8 or an odd number up to 31.
  const int *radices;
  // For every pass over a rest of c = r m elements: w[p][k] = exp(-2 pi i p k / c), p < m, 0 < k < r.
  const void *twiddles;
  // For every radix that is not 2, 3, 4, 5, 8: cos(2 pi j / r) and sin(2 pi j / r), j < r.
  const void *roots;
  // exp(-i pi j^2 / count), j < count, or null.
  const void *chirp;
  // The transform, divided by its length, of the conjugate chirp wrapped around `convolution`.
  const void *chirp_transform;
  const struct assay_fourier_length *convolution;
} assay_fourier_length;

// A transform of lines of `count` numbers.
typedef struct {
  size_t count;
  // Length `count`, or count / 2 in a real transform of even length.
  const assay_fourier_length *whole;
  // The four-step splitting of `whole` into columns and one vector of lanes, or null.
  const assay_fourier_length *columns;
  const assay_fourier_length *lanes;
  // exp(-2 pi i k j / whole), k < columns, j < lanes: the real parts of a row, then its imaginary ones;
  // 64-byte aligned.
  const void *splitting;
  // Real transforms of even length: exp(-2 pi i k / count), k <= count / 4.
  const void *halving;
} assay_fourier_plan;

#define T float
#define NAME(name) assay_##name##_f32
#include "CKernelsTransforms.inc"
#undef T
#undef NAME

#define T double
#define NAME(name) assay_##name##_f64
#include "CKernelsTransforms.inc"
#undef T
#undef NAME

#endif
