// Copies between images and the layout of shape.h, for one precision.

// One padded row of an image to its phases along the width.
ASSAY_INLINE void OF(lay_row)(
    const assay_convolution *c, const assay_layout *l, const T *x, T *phase, size_t cell) {
  const size_t s = c->stride[2], p = c->padding[2], n = c->input[2];
  if (s == 1) {
    memcpy(phase + cell + p, x, n * sizeof(T));
  } else {
    for (size_t i = 0; i < n; i++)
      phase[(i + p) % s * l->plane + cell + (i + p) / s] = x[i];
  }
  if (c->padding_mode == assay_padding_zero) return;
  for (size_t i = 0; i < p; i++) {
    const size_t right = p + n + i;
    phase[i % s * l->plane + cell + i / s] = x[source_of(c, 2, i)];
    phase[right % s * l->plane + cell + right / s] = x[source_of(c, 2, right)];
  }
}

// One channel of one sample; what is not written was zero before.
ASSAY_INLINE void OF(lay_channel)(
    const assay_convolution *c, const assay_layout *l, const T *x, T *plane) {
  const size_t *s = c->stride;
  for (size_t z = 0; z < c->input[0] + 2 * c->padding[0]; z++) {
    const ptrdiff_t from_z = source_of(c, 0, z);
    for (size_t y = 0; from_z >= 0 && y < c->input[1] + 2 * c->padding[1]; y++) {
      const ptrdiff_t from_y = source_of(c, 1, y);
      if (from_y < 0) continue;
      const size_t phase = (z % s[0] * s[1] + y % s[1]) * s[2];
      const size_t cell = (z / s[0] * l->extent[1] + y / s[1]) * l->extent[2];
      OF(lay_row)(
          c, l, x + ((size_t)from_z * c->input[1] + (size_t)from_y) * c->input[2],
          plane + phase * l->plane, cell);
    }
  }
}

// Where the results of a run go: cells (z, y, x) < count of the flat layout to
// base[channel * channel_step + z step[0] + y step[1] + x step[2]].
typedef struct {
  size_t count[3], step[3], channel_step, rows_in_layout, pitch;
  T *base;
  const T *bias;
  int accumulate;
} OF(destination);

// `rows` channels of flat rows first...last of a run, staged `pitch` apart, to their destination.
ASSAY_INLINE void OF(store_rows)(
    const OF(destination) *to, size_t channel, size_t rows, size_t first, size_t last,
    const T *staged, size_t pitch) {
  for (size_t m = 0; m < rows; m++) {
    const T bias = to->bias ? to->bias[channel + m] : (T)0;
    for (size_t row = first; row < last; row++) {
      const size_t z = row / to->rows_in_layout, y = row % to->rows_in_layout;
      if (y >= to->count[1]) continue;
      const T *from = staged + m * pitch + (row - first) * to->pitch;
      T *y_row = to->base + (channel + m) * to->channel_step + z * to->step[0] + y * to->step[1];
      const size_t n = to->count[2], step = to->step[2];
      if (step == 1 && !to->accumulate) {
        for (size_t i = 0; i < n; i++) y_row[i] = from[i] + bias;
      } else if (step == 1) {
        for (size_t i = 0; i < n; i++) y_row[i] += from[i] + bias;
      } else {
        for (size_t i = 0; i < n; i++)
          y_row[i * step] = (to->accumulate ? y_row[i * step] : (T)0) + (from[i] + bias);
      }
    }
  }
}
