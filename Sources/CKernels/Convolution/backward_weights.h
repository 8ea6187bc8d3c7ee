// The gradient of a convolution by its weights, for one precision: the product of the output's
// gradient and the input, shifted by a tap, summed over one run of positions through all samples of a
// group (positions at the end of rows have the gradient 0).

// Positions a chunk: the gradients of a tile's rows and one input channel stay in the first-level cache.
#define CHUNK_POSITIONS 1024
// Images of a group of samples: within a share of the last-level cache.
#define JOINED_BYTES (1024 * 1024)

typedef struct {
  assay_layout layout;
  size_t output[3], inputs, outputs, taps, terms, samples, run, pitch;
  T *images, *gradients, *lanes;
  double *sums;
  ptrdiff_t *off;
  size_t scratch;
} OF(weights_plan);

ASSAY_INLINE OF(weights_plan) OF(plan_weights)(const assay_convolution *c, T *scratch) {
  OF(weights_plan) p = {.taps = count_of(c->kernel)};
  assay_convolution_output(c, p.output);
  p.inputs = c->input_channels / c->groups;
  p.outputs = c->output_channels / c->groups;
  p.terms = p.inputs * p.taps;
  const assay_layout alone = layout_of_input(c, 1);
  const size_t numbers = p.inputs * alone.phases * alone.plane + p.outputs * count_of(alone.extent);
  p.samples = larger(1, JOINED_BYTES / (numbers * sizeof(T)));
  p.samples = p.samples < c->batch ? p.samples : c->batch;
  p.layout = layout_of_input(c, p.samples);
  p.run = p.samples * count_of(p.layout.extent);
  p.pitch = whole_lines(p.run + SLACK);
  T *next = scratch;
  p.images = next, next += whole_lines(p.inputs * p.layout.phases * p.layout.plane + SLACK);
  p.gradients = next, next += whole_lines(p.outputs * p.pitch);
  p.lanes = next, next += whole_lines(ASSAY_MOST_ROWS * p.terms * ASSAY_MOST_LANES);
  p.off = (ptrdiff_t *)next, next += whole_lines(p.terms * (sizeof(ptrdiff_t) / sizeof(T)));
  p.sums = (double *)next;
  next += whole_lines(p.outputs * p.terms * (sizeof(double) / sizeof(T)));
  p.scratch = (size_t)(next - scratch);
  return p;
}

ASSAY_INLINE void OF(join_samples)(
    const assay_convolution *c, const OF(weights_plan) *p, size_t group, size_t n, size_t samples,
    const T *x, const T *gy) {
  const size_t *o = p->output, *e = p->layout.extent, cells = count_of(e);
  for (size_t s = 0; s < samples; s++) {
    for (size_t i = 0; i < p->inputs; i++) {
      const size_t channel = (n + s) * c->input_channels + group * p->inputs + i;
      OF(lay_channel)(
          c, &p->layout, x + channel * count_of(c->input),
          p->images + i * p->layout.phases * p->layout.plane + s * cells);
    }
    for (size_t i = 0; i < p->outputs; i++) {
      const size_t channel = (n + s) * c->output_channels + group * p->outputs + i;
      for (size_t z = 0; z < o[0]; z++)
        for (size_t y = 0; y < o[1]; y++)
          memcpy(
              p->gradients + i * p->pitch + s * cells + (z * e[1] + y) * e[2],
              gy + channel * count_of(o) + (z * o[1] + y) * o[2], o[2] * sizeof(T));
    }
  }
}

// sums += the lanes of `rows` channels, added up in double.
ASSAY_INLINE void OF(fold_lanes)(size_t terms, size_t lanes, const T *from, double *sums) {
  for (size_t j = 0; j < terms; j++, from += lanes) {
    double even = 0.0, odd = 0.0;
    for (size_t i = 0; i < lanes; i += 2) {
      even += (double)from[i];
      odd += (double)from[i + 1];
    }
    sums[j] += even + odd;
  }
}

ASSAY_INLINE void OF(correlate_group)(
    const OF(weights_plan) *p, const OF(assay_tiles) *tiles, size_t samples) {
  const size_t *o = p->output, *e = p->layout.extent;
  const size_t run =
      (samples - 1) * count_of(e) + ((o[0] - 1) * e[1] + o[1] - 1) * e[2] + o[2];
  if (samples < p->samples)  // a run is rounded up to whole vectors
    for (size_t i = 0; i < p->outputs; i++)
      memset(p->gradients + i * p->pitch + run, 0, SLACK * sizeof(T));
  for (size_t channel = 0; channel < p->outputs;) {
    const size_t rows = tile_rows(tiles->rows, p->outputs - channel);
    memset(p->lanes, 0, rows * p->terms * tiles->lanes * sizeof(T));
    for (size_t start = 0; start < run; start += CHUNK_POSITIONS) {
      const size_t positions = run - start < CHUNK_POSITIONS ? run - start : CHUNK_POSITIONS;
      tiles->correlate(
          rows, p->terms, p->gradients + channel * p->pitch + start, p->pitch, p->off,
          p->images + start, positions, p->lanes);
    }
    OF(fold_lanes)(
        rows * p->terms, tiles->lanes, p->lanes, p->sums + channel * p->terms);
    channel += rows;
  }
}

void NAME(convolution_backward_weights)(
    const assay_convolution *c, const T *x, const T *gy, T *gw, T *scratch) {
  if (OF(gradient_fits)(c)) {
    OF(gradient_by_winograd)(c, x, gy, gw, scratch);
    return;
  }
  const OF(weights_plan) p = OF(plan_weights)(c, scratch);
  const OF(assay_tiles) tiles = OF(assay_selected_tiles)();
  const size_t weights = p.outputs * p.terms;
  OF(term_offsets)(c, &p.layout, p.inputs, p.off);
  memset(p.images, 0, (p.inputs * p.layout.phases * p.layout.plane + SLACK) * sizeof(T));
  memset(p.gradients, 0, p.outputs * p.pitch * sizeof(T));
  for (size_t g = 0; g < c->groups; g++) {
    memset(p.sums, 0, weights * sizeof(double));
    for (size_t n = 0; n < c->batch; n += p.samples) {
      const size_t samples = n + p.samples < c->batch ? p.samples : c->batch - n;
      OF(join_samples)(c, &p, g, n, samples, x, gy);
      OF(correlate_group)(&p, &tiles, samples);
    }
    for (size_t i = 0; i < weights; i++) gw[g * weights + i] += (T)p.sums[i];
  }
}

size_t NAME(convolution_scratch)(const assay_convolution *c) {
  const assay_convolution inner = OF(of_padded)(c);
  const size_t pixels = c->input_channels * count_of(inner.input);
  size_t most = larger(OF(plan_forward)(c, NULL).scratch, OF(plan_weights)(c, NULL).scratch);
  most = larger(most, OF(plan_backward)(c, NULL).scratch);
  if (c->padding_mode != assay_padding_zero)
    most = larger(most, OF(plan_backward)(&inner, NULL).scratch + pixels);
  if (OF(winograd_fits)(c)) most = larger(most, OF(winograd_scratch)(c) + pixels);
  return OF(gradient_fits)(c) ? larger(most, OF(plan_gradient)(c, NULL).scratch) : most;
}
