// Matrix products without BLAS.
#ifndef ASSAY_CKERNELS_PRODUCTS_H
#define ASSAY_CKERNELS_PRODUCTS_H
#include <stddef.h>

// C (m x n, rows `pitch` apart) = or, when `adding`, += scale A B. A is m x k, its element (i, p) at
// a[i a_row + p a_column], B is k x n likewise, so that strides exchanged read a transpose.
//
// Each c is the sum over blocks of p, in order, of scale times the sum over the block's p, in order. Blocks
// have 256 p; those of `assay_multiply_fused` at most 320, as equal a number as can be.
//
// `assay_multiply_matrices` gives the same bits on every x86-64 CPU: no fused operations, whatever the
// instruction set. For the portable mode (CKernelsMode.h).
//
// `assay_multiply_fused` has fused operations where the CPU has them. With AVX2 and without AVX-512 it is
// faster than OpenBLAS for small products: nothing is cleared before, rows of A are read where they are,
// and half a panel takes half the time.
#define ASSAY_PRODUCT_KERNELS(T, P)                                                               \
  void assay_multiply_matrices_##P(                                                               \
      size_t m, size_t n, size_t k, T scale, const T *a, size_t a_row, size_t a_column,           \
      const T *b, size_t b_row, size_t b_column, int adding, T *c, size_t pitch);                 \
  void assay_multiply_fused_##P(                                                                  \
      size_t m, size_t n, size_t k, T scale, const T *a, size_t a_row, size_t a_column,           \
      const T *b, size_t b_row, size_t b_column, int adding, T *c, size_t pitch);

ASSAY_PRODUCT_KERNELS(float, f32)
ASSAY_PRODUCT_KERNELS(double, f64)
#endif
