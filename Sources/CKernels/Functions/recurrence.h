// Cells of recurrent networks, a row at a time, given the sums of products of their gates; after
// cores.h and loops.h. The formulas stand in CKernelsCells.inc.

ASSAY_CLONES void NAME(gru_cell)(
    size_t rows, size_t width, const T *input, const T *hidden, const T *state, T *kept, T *next) {
  for (size_t row = 0; row < rows; row++) {
    const T *x = input + 3 * row * width, *y = hidden + 3 * row * width;
    const T *h = state + row * width;
    T *r = kept + 4 * row * width, *z = r + width, *n = z + width, *u = n + width;
    T *out = next + row * width;
    INTERLEAVED for (size_t j = 0; j < width; j++) {
      r[j] = OF(sigmoid)(x[j] + y[j]);
      z[j] = OF(sigmoid)(x[width + j] + y[width + j]);
      u[j] = y[2 * width + j];
      n[j] = OF(tanh)(x[2 * width + j] + r[j] * u[j]);
      out[j] = ((T)1 - z[j]) * n[j] + z[j] * h[j];
    }
  }
}

ASSAY_CLONES void NAME(gru_cell_backward)(
    size_t rows, size_t width, const T *kept, const T *state, T *gradient, T *input, T *hidden) {
  for (size_t row = 0; row < rows; row++) {
    const T *r = kept + 4 * row * width, *z = r + width, *n = z + width, *u = n + width;
    const T *h = state + row * width;
    T *x = input + 3 * row * width, *y = hidden + 3 * row * width, *g = gradient + row * width;
    INTERLEAVED for (size_t j = 0; j < width; j++) {
      const T dn = g[j] * ((T)1 - z[j]) * (((T)1 - n[j]) * ((T)1 + n[j]));
      const T dz = g[j] * (h[j] - n[j]) * (z[j] * ((T)1 - z[j]));
      const T dr = dn * u[j] * (r[j] * ((T)1 - r[j]));
      x[j] = dr;
      y[j] = dr;
      x[width + j] = dz;
      y[width + j] = dz;
      x[2 * width + j] = dn;
      y[2 * width + j] = dn * r[j];
      g[j] = g[j] * z[j];
    }
  }
}

ASSAY_CLONES void NAME(lstm_cell)(
    size_t rows, size_t width, const T *input, const T *hidden, const T *cell, T *kept, T *next_cell,
    T *next) {
  for (size_t row = 0; row < rows; row++) {
    const T *x = input + 4 * row * width, *y = hidden + 4 * row * width;
    const T *c = cell + row * width;
    T *i = kept + 4 * row * width, *f = i + width, *g = f + width, *o = g + width;
    T *after = next_cell + row * width, *out = next + row * width;
    INTERLEAVED for (size_t j = 0; j < width; j++) {
      i[j] = OF(sigmoid)(x[j] + y[j]);
      f[j] = OF(sigmoid)(x[width + j] + y[width + j]);
      g[j] = OF(tanh)(x[2 * width + j] + y[2 * width + j]);
      o[j] = OF(sigmoid)(x[3 * width + j] + y[3 * width + j]);
      after[j] = f[j] * c[j] + i[j] * g[j];
      out[j] = o[j] * OF(tanh)(after[j]);
    }
  }
}

ASSAY_CLONES void NAME(lstm_cell_backward)(
    size_t rows, size_t width, const T *kept, const T *cell, const T *next_cell, const T *gradient,
    T *cell_gradient, T *gates) {
  for (size_t row = 0; row < rows; row++) {
    const T *i = kept + 4 * row * width, *f = i + width, *g = f + width, *o = g + width;
    const T *c = cell + row * width, *after = next_cell + row * width;
    const T *dh = gradient + row * width;
    T *dc = cell_gradient + row * width, *d = gates + 4 * row * width;
    INTERLEAVED for (size_t j = 0; j < width; j++) {
      const T t = OF(tanh)(after[j]);
      const T share = dc[j] + dh[j] * o[j] * (((T)1 - t) * ((T)1 + t));
      d[j] = share * g[j] * (i[j] * ((T)1 - i[j]));
      d[width + j] = share * c[j] * (f[j] * ((T)1 - f[j]));
      d[2 * width + j] = share * i[j] * (((T)1 - g[j]) * ((T)1 + g[j]));
      d[3 * width + j] = dh[j] * t * (o[j] * ((T)1 - o[j]));
      dc[j] = share * f[j];
    }
  }
}
