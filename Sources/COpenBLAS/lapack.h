// The LAPACK routines that we call, as libopenblas exports them; Debian keeps their own header in
// another package. Matrices are column-major, complex numbers pairs of doubles (netlib.org/lapack).
#ifndef ASSAY_LAPACK_H
#define ASSAY_LAPACK_H

void sgetrf_(const int *m, const int *n, float *a, const int *lda, int *pivots, int *info);
void dgetrf_(const int *m, const int *n, double *a, const int *lda, int *pivots, int *info);
void zgetrf_(const int *m, const int *n, double *a, const int *lda, int *pivots, int *info);
void sgetrs_(const char *form, const int *n, const int *columns, const float *a, const int *lda,
             const int *pivots, float *b, const int *ldb, int *info);
void dgetrs_(const char *form, const int *n, const int *columns, const double *a, const int *lda,
             const int *pivots, double *b, const int *ldb, int *info);
void zgetrs_(const char *form, const int *n, const int *columns, const double *a, const int *lda,
             const int *pivots, double *b, const int *ldb, int *info);
void dgecon_(const char *norm, const int *n, const double *a, const int *lda, const double *size,
             double *condition, double *work, int *spare, int *info);
void zgecon_(const char *norm, const int *n, const double *a, const int *lda, const double *size,
             double *condition, double *work, double *spare, int *info);
void spotrf_(const char *half, const int *n, float *a, const int *lda, int *info);
void dpotrf_(const char *half, const int *n, double *a, const int *lda, int *info);
void zpotrf_(const char *half, const int *n, double *a, const int *lda, int *info);
void spotrs_(const char *half, const int *n, const int *columns, const float *a, const int *lda,
             float *b, const int *ldb, int *info);
void dpotrs_(const char *half, const int *n, const int *columns, const double *a, const int *lda,
             double *b, const int *ldb, int *info);
void zpotrs_(const char *half, const int *n, const int *columns, const double *a, const int *lda,
             double *b, const int *ldb, int *info);
void dgeqrf_(const int *m, const int *n, double *a, const int *lda, double *scales, double *work,
             const int *size, int *info);
void zgeqrf_(const int *m, const int *n, double *a, const int *lda, double *scales, double *work,
             const int *size, int *info);
void dormqr_(const char *side, const char *form, const int *m, const int *n, const int *k,
             const double *a, const int *lda, const double *scales, double *c, const int *ldc,
             double *work, const int *size, int *info);
void zunmqr_(const char *side, const char *form, const int *m, const int *n, const int *k,
             const double *a, const int *lda, const double *scales, double *c, const int *ldc,
             double *work, const int *size, int *info);
void dtrtrs_(const char *half, const char *form, const char *diagonal, const int *n,
             const int *columns, const double *a, const int *lda, double *b, const int *ldb,
             int *info);
void ztrtrs_(const char *half, const char *form, const char *diagonal, const int *n,
             const int *columns, const double *a, const int *lda, double *b, const int *ldb,
             int *info);

#endif
