// Softmax and its logarithm over rows; sums in double, in one order for all clones.
#define LANES 16

ASSAY_INLINE T OF(row_maximum)(size_t n, const T *x) {
  T partial[LANES];
  for (size_t j = 0; j < LANES; j++) partial[j] = -INFINITE;
  size_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (size_t j = 0; j < LANES; j++) partial[j] = x[i + j] > partial[j] ? x[i + j] : partial[j];
  for (size_t j = 0; i + j < n; j++) partial[j] = x[i + j] > partial[j] ? x[i + j] : partial[j];
  T largest = partial[0];
  for (size_t j = 1; j < LANES; j++) largest = partial[j] > largest ? partial[j] : largest;
  return largest;
}

ASSAY_INLINE double OF(row_sum)(size_t n, const T *x) {
  double partial[LANES] = {0.0}, sum = 0.0;
  size_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (size_t j = 0; j < LANES; j++) partial[j] += (double)x[i + j];
  for (size_t j = 0; i + j < n; j++) partial[j] += (double)x[i + j];
  for (size_t j = 0; j < LANES; j++) sum += partial[j];
  return sum;
}

ASSAY_INLINE double OF(row_product)(size_t n, const T *x, const T *g) {
  double partial[LANES] = {0.0}, sum = 0.0;
  size_t i = 0;
  for (; i + LANES <= n; i += LANES)
    for (size_t j = 0; j < LANES; j++) partial[j] += (double)x[i + j] * (double)g[i + j];
  for (size_t j = 0; i + j < n; j++) partial[j] += (double)x[i + j] * (double)g[i + j];
  for (size_t j = 0; j < LANES; j++) sum += partial[j];
  return sum;
}

// e^(x - m) with what the difference rounds away (Knuth's two-sum), so that it is as accurate for
// entries far below the largest.
ASSAY_INLINE T OF(exp_of_difference)(T x, T m) {
  T d = x - m;
  T shadow = d - x;
  T lost = (x - (d - shadow)) - (m + shadow);
  return OF(exp_of_pair)(d, lost);
}

ASSAY_CLONES void NAME(softmax)(size_t rows, size_t columns, const T *x, T *y) {
  for (size_t r = 0; r < rows; r++, x += columns, y += columns) {
    const T largest = OF(row_maximum)(columns, x);
    INTERLEAVED for (size_t c = 0; c < columns; c++)
      y[c] = OF(exp_of_difference)(x[c], largest);
    const T sum = (T)OF(row_sum)(columns, y);
    INTERLEAVED for (size_t c = 0; c < columns; c++) y[c] = y[c] / sum;
  }
}

ASSAY_CLONES void NAME(softmax_backward)(size_t rows, size_t columns, const T *y, T *gradient) {
  for (size_t r = 0; r < rows; r++, y += columns, gradient += columns) {
    const T mean = (T)OF(row_product)(columns, y, gradient);
    INTERLEAVED for (size_t c = 0; c < columns; c++)
      gradient[c] = y[c] * (gradient[c] - mean);
  }
}

ASSAY_CLONES void NAME(log_softmax)(size_t rows, size_t columns, const T *x, T *y) {
  for (size_t r = 0; r < rows; r++, x += columns, y += columns) {
    const T largest = OF(row_maximum)(columns, x);
    double partial[LANES] = {0.0}, sum = 0.0;
    size_t i = 0;
    T block[LANES];
    for (; i + LANES <= columns; i += LANES) {
      for (size_t j = 0; j < LANES; j++) block[j] = OF(exp_of_difference)(x[i + j], largest);
      for (size_t j = 0; j < LANES; j++) partial[j] += (double)block[j];
    }
    for (size_t j = 0; i + j < columns; j++)
      partial[j] += (double)OF(exp_of_difference)(x[i + j], largest);
    for (size_t j = 0; j < LANES; j++) sum += partial[j];
    // the largest entry counts 1 in the sum
    const T level = OF(log1p)((T)(sum - 1.0));
    INTERLEAVED for (size_t c = 0; c < columns; c++) y[c] = (x[c] - largest) - level;
  }
}

ASSAY_CLONES void NAME(log_softmax_backward)(
    size_t rows, size_t columns, const T *y, T *gradient) {
  for (size_t r = 0; r < rows; r++, y += columns, gradient += columns) {
    const T sum = (T)OF(row_sum)(columns, gradient);
    INTERLEAVED for (size_t c = 0; c < columns; c++)
      gradient[c] = gradient[c] - OF(exp)(y[c]) * sum;
  }
}
