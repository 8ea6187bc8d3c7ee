#include "CKernels.h"
#include "clones.h"

ASSAY_CLONES void assay_axpy(size_t n, float a, const float *x, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) y[i] += a * x[i];
}

ASSAY_CLONES void assay_scale(size_t n, float a, const float *x, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) y[i] = a * x[i];
}

ASSAY_CLONES void assay_sum(size_t n, const float *a, const float *b, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) y[i] = a[i] + b[i];
}

ASSAY_CLONES void assay_multiply(size_t n, const float *a, const float *b, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) y[i] = a[i] * b[i];
}

ASSAY_CLONES void assay_multiply_add(size_t n, const float *a, const float *b, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) y[i] += a[i] * b[i];
}

ASSAY_CLONES void assay_bias_rows(size_t rows, size_t columns, const float *bias, float *z) {
  for (size_t r = 0; r < rows; r++) {
    float *row = z + r * columns;
    ASSAY_ELEMENTWISE for (size_t c = 0; c < columns; c++) row[c] += bias[r];
  }
}

ASSAY_CLONES void assay_bias_columns(size_t rows, size_t columns, const float *bias, float *z) {
  for (size_t r = 0; r < rows; r++) {
    float *row = z + r * columns;
    ASSAY_ELEMENTWISE for (size_t c = 0; c < columns; c++) row[c] += bias[c];
  }
}

void assay_transpose(size_t rows, size_t columns, const float *x, float *z) {
  for (size_t r = 0; r < rows; r++)
    for (size_t c = 0; c < columns; c++) z[c * rows + r] = x[r * columns + c];
}

void assay_transpose_add(size_t rows, size_t columns, const float *x, float *z) {
  for (size_t r = 0; r < rows; r++)
    for (size_t c = 0; c < columns; c++) z[c * rows + r] += x[r * columns + c];
}

ASSAY_CLONES void assay_scaled_difference(
    size_t n, float a, const float *p, const float *q, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) y[i] = a * (p[i] - q[i]);
}

ASSAY_CLONES void assay_scaled_difference_add(
    size_t n, float a, const float *p, const float *q, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) y[i] += a * (p[i] - q[i]);
}
