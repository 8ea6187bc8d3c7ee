// Convolution, for one precision.

typedef struct {
  assay_layout layout;
  size_t output[3], inputs, outputs, taps, terms, sample, samples;  // inputs, outputs: of a group
  T *images, *packed, *staging;
  ptrdiff_t *off;
  size_t scratch;
} OF(forward_plan);

ASSAY_INLINE OF(forward_plan) OF(plan_forward)(const assay_convolution *c, T *scratch) {
  OF(forward_plan) p = {.layout = layout_of_input(c, 1)};
  assay_convolution_output(c, p.output);
  p.inputs = c->input_channels / c->groups;
  p.outputs = c->output_channels / c->groups;
  p.taps = count_of(c->kernel);
  p.terms = p.inputs * p.taps;
  p.sample = p.inputs * p.layout.phases * p.layout.plane;
  p.samples = larger(1, SAMPLES_BYTES / (p.sample * sizeof(T)));
  p.samples = p.samples < c->batch ? p.samples : c->batch;
  T *next = scratch;
  p.images = next, next += whole_lines(p.samples * p.sample + SLACK);
  p.packed = next, next += whole_lines(p.outputs * p.terms);
  p.off = (ptrdiff_t *)next, next += whole_lines(p.terms * (sizeof(ptrdiff_t) / sizeof(T)));
  p.staging = next;
  next += OF(staging_count)(ASSAY_MOST_ROWS, p.output[0] * p.layout.extent[1], p.layout.extent[2]);
  p.scratch = (size_t)(next - scratch);
  return p;
}

// Offsets of all terms (input channel, tap) in the order of the weights.
ASSAY_INLINE void OF(term_offsets)(
    const assay_convolution *c, const assay_layout *l, size_t inputs, ptrdiff_t *off) {
  for (size_t i = 0; i < inputs; i++) {
    size_t k[3];
    for (k[0] = 0; k[0] < c->kernel[0]; k[0]++)
      for (k[1] = 0; k[1] < c->kernel[1]; k[1]++)
        for (k[2] = 0; k[2] < c->kernel[2]; k[2]++)
          *off++ = (ptrdiff_t)(i * l->phases * l->plane) + tap_offset(c, l, k);
  }
}

// Weights [channel][term] of one group as blocks [term][channel of the block].
ASSAY_INLINE void OF(pack)(size_t rows_of_tile, size_t channels, size_t terms, const T *w, T *packed) {
  for (size_t channel = 0; channel < channels;) {
    const size_t rows = tile_rows(rows_of_tile, channels - channel);
    T *block = packed + channel * terms;
    for (size_t j = 0; j < terms; j++)
      for (size_t m = 0; m < rows; m++) block[j * rows + m] = w[(channel + m) * terms + j];
    channel += rows;
  }
}

void NAME(convolution_forward)(
    const assay_convolution *c, const T *x, const T *w, const T *bias, T *y, T *scratch) {
  if (OF(winograd_fits)(c)) {
    OF(convolve_by_winograd)(c, 0, x, w, bias, 0, y, scratch);
    return;
  }
  const OF(forward_plan) p = OF(plan_forward)(c, scratch);
  const size_t pixels = count_of(c->input), outputs = count_of(p.output);
  OF(sweep) s = {
      OF(assay_selected_tiles)(), p.terms, p.outputs, p.packed, p.off, p.sample,
      p.inputs * p.layout.phases * count_of(p.layout.extent) * sizeof(T), p.staging};
  OF(term_offsets)(c, &p.layout, p.inputs, p.off);
  memset(p.images, 0, (p.samples * p.sample + SLACK) * sizeof(T));
  for (size_t g = 0; g < c->groups; g++) {
    OF(pack)(s.tiles.rows, p.outputs, p.terms, w + g * p.outputs * p.terms, p.packed);
    for (size_t n = 0; n < c->batch; n += p.samples) {
      const size_t samples = n + p.samples < c->batch ? p.samples : c->batch - n;
      for (size_t i = 0; i < samples * p.inputs; i++) {
        const size_t sample = n + i / p.inputs, channel = g * p.inputs + i % p.inputs;
        OF(lay_channel)(
            c, &p.layout, x + (sample * c->input_channels + channel) * pixels,
            p.images + i * p.layout.phases * p.layout.plane);
      }
      const OF(destination) to = {
          .count = {p.output[0], p.output[1], p.output[2]},
          .step = {p.output[1] * p.output[2], p.output[2], 1},
          .channel_step = outputs,
          .rows_in_layout = p.layout.extent[1],
          .pitch = p.layout.extent[2],
          .base = y + (n * c->output_channels + g * p.outputs) * outputs,
          .bias = bias ? bias + g * p.outputs : NULL};
      OF(sweep_samples)(&s, &to, p.images, samples, c->output_channels * outputs);
    }
  }
}
