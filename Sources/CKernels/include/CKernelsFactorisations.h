// Factorisations of small real matrices, column by column, that give the same bits on every x86-64
// CPU. For the portable mode (CKernelsMode.h); otherwise LAPACK is faster.
#ifndef ASSAY_CKERNELS_FACTORISATIONS_H
#define ASSAY_CKERNELS_FACTORISATIONS_H
#include <stddef.h>

#define ASSAY_FACTORISATION_KERNELS(T, P)                                                         \
  /* A = P L U in place with partial pivoting, pivots as LAPACK's getrf counts them; 0 when a pivot \
     is zero, else 1 */                                                                           \
  int assay_lu_factorise_##P(size_t n, T *a, int *pivots);                                        \
  /* Each column of b becomes the solution of A x = b, or of A^T x = b */                         \
  void assay_lu_solve_##P(int transposed, size_t n, const T *factors, const int *pivots,          \
                          size_t columns, T *b);                                                  \
  /* A = U^T U in place, of which the upper triangle is read and written; 0, or the first leading \
     minor that is not positive */                                                                \
  size_t assay_cholesky_factorise_##P(size_t n, T *a);                                            \
  /* Each column of b becomes the solution */                                                     \
  void assay_cholesky_solve_##P(size_t n, const T *factor, size_t columns, T *b);

ASSAY_FACTORISATION_KERNELS(float, f32)
ASSAY_FACTORISATION_KERNELS(double, f64)
#endif
