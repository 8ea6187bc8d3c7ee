#include "CKernels.h"
#include "clones.h"

// Sixteen partial sums: enough to fill the vector units, and one order on every CPU.
#define LANES 16

ASSAY_INLINE double folded(const double *partial) {
  double sum = 0.0;
  for (size_t j = 0; j < LANES; j++) sum += partial[j];
  return sum;
}

ASSAY_CLONES double assay_square_sum(size_t n, const float *x) {
  double partial[LANES] = {0.0};
  size_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (size_t j = 0; j < LANES; j++) partial[j] += (double)x[i + j] * (double)x[i + j];
  for (size_t j = 0; i + j < n; j++) partial[j] += (double)x[i + j] * (double)x[i + j];
  return folded(partial);
}

ASSAY_CLONES double assay_square_difference_sum(size_t n, const float *a, const float *b) {
  double partial[LANES] = {0.0};
  size_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (size_t j = 0; j < LANES; j++) {
      double d = (double)a[i + j] - (double)b[i + j];
      partial[j] += d * d;
    }
  for (size_t j = 0; i + j < n; j++) {
    double d = (double)a[i + j] - (double)b[i + j];
    partial[j] += d * d;
  }
  return folded(partial);
}

ASSAY_CLONES void assay_row_sums(size_t rows, size_t columns, const float *x, float *sums) {
  for (size_t r = 0; r < rows; r++) {
    const float *row = x + r * columns;
    double partial[LANES] = {0.0};
    size_t i = 0;
    for (; i + LANES <= columns; i += LANES)
      for (size_t j = 0; j < LANES; j++) partial[j] += (double)row[i + j];
    for (size_t j = 0; i + j < columns; j++) partial[j] += (double)row[i + j];
    sums[r] += (float)folded(partial);
  }
}

ASSAY_CLONES void assay_column_sums(size_t rows, size_t columns, const float *x, float *sums) {
  size_t c = 0;
  for (; c + LANES <= columns; c += LANES) {
    double partial[LANES] = {0.0};
    for (size_t r = 0; r < rows; r++)
      for (size_t j = 0; j < LANES; j++) partial[j] += (double)x[r * columns + c + j];
    for (size_t j = 0; j < LANES; j++) sums[c + j] += (float)partial[j];
  }
  for (; c < columns; c++) {
    double sum = 0.0;
    for (size_t r = 0; r < rows; r++) sum += (double)x[r * columns + c];
    sums[c] += (float)sum;
  }
}
