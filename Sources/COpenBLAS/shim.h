#include <cblas.h>
#include "lapack_lu.h"

// LAPACK in OpenBLAS, whose own header Debian keeps in another package (netlib.org/lapack, dposv.f):
// solves A X = B for a symmetric positive definite A, column-major, by Cholesky's method.
void dposv_(const char *uplo, const int *n, const int *nrhs, double *a, const int *lda, double *b,
            const int *ldb, int *info);
