// The gradient of a convolution by its input, for one precision: an input of phase a (its padded
// coordinate is stride i + a) receives from the outputs i - (dilation k) / stride for the taps with
// (dilation k) mod stride = a, so every phase is a convolution of stride 1 of the output's gradient.

typedef struct {
  size_t output[3], left[3], inputs, outputs, taps, sample, samples;
  assay_layout layout;  // of the gradient of the output, with margins
  T *images, *packed, *staging, *folded;
  ptrdiff_t *off;
  size_t *numbers, *terms, scratch;  // numbers: of the taps of a phase; terms: of each phase
} OF(backward_plan);

// Margins around the gradient of the output, so that all positions of all phases can be read.
ASSAY_INLINE void OF(lay_margins)(const assay_convolution *c, OF(backward_plan) *p) {
  size_t outer = 0, margin[3];
  for (int d = 0; d < 3; d++) {
    const size_t reach = c->dilation[d] * (c->kernel[d] - 1) / c->stride[d];
    const size_t skipped = c->padding[d] / c->stride[d];
    const size_t end = (c->padding[d] + c->input[d] - 1) / c->stride[d] + 1;
    const size_t left = reach > skipped ? reach - skipped : 0;
    const size_t right = end > p->output[d] ? end - p->output[d] : 0;
    p->left[d] = left;
    p->layout.extent[d] = p->output[d] + (outer ? larger(left, right) : left + right);
    margin[d] = larger(left, right);
    outer = outer || p->layout.extent[d] > 1;
  }
  p->layout.phases = 1;
  p->layout.plane = spread(count_of(p->layout.extent) + past_end(p->layout.extent, margin));
}

ASSAY_INLINE OF(backward_plan) OF(plan_backward)(const assay_convolution *c, T *scratch) {
  OF(backward_plan) p = {.taps = count_of(c->kernel)};
  assay_convolution_output(c, p.output);
  p.inputs = c->input_channels / c->groups;
  p.outputs = c->output_channels / c->groups;
  OF(lay_margins)(c, &p);
  p.sample = p.outputs * p.layout.plane;
  p.samples = larger(1, SAMPLES_BYTES / (p.sample * sizeof(T)));
  p.samples = p.samples < c->batch ? p.samples : c->batch;
  const size_t terms = p.outputs * p.taps, rows = c->input[0] * p.layout.extent[1];
  T *next = scratch;
  p.images = next, next += whole_lines(p.samples * p.sample + SLACK);
  p.packed = next, next += whole_lines(p.inputs * terms);
  p.off = (ptrdiff_t *)next, next += whole_lines(terms * (sizeof(ptrdiff_t) / sizeof(T)));
  p.numbers = (size_t *)next, next += whole_lines(p.taps * (sizeof(size_t) / sizeof(T)));
  p.terms = (size_t *)next, next += whole_lines(count_of(c->stride) * (sizeof(size_t) / sizeof(T)));
  p.staging = next, next += OF(staging_count)(ASSAY_MOST_ROWS, rows, p.layout.extent[2]);
  p.folded = next;
  p.scratch = (size_t)(next - scratch);
  return p;
}

// The phase's coordinates, and its first and its number of indices along each dimension.
typedef struct {
  size_t a[3], first[3], count[3];
} assay_phase;

ASSAY_INLINE assay_phase OF(phase_of)(const assay_convolution *c, size_t number) {
  assay_phase phase;
  for (int d = 2; d >= 0; d--) {
    const size_t s = c->stride[d], p = c->padding[d], a = number % s;
    number /= s;
    phase.a[d] = a;
    phase.first[d] = p > a ? (p - a + s - 1) / s : 0;
    const size_t end = p + c->input[d] > a ? (p + c->input[d] - 1 - a) / s + 1 : 0;
    phase.count[d] = end > phase.first[d] ? end - phase.first[d] : 0;
  }
  return phase;
}

// The taps of a phase: their distances to `off`, their numbers to `numbers`; returns how many.
ASSAY_INLINE size_t OF(taps_of_phase)(
    const assay_convolution *c, const OF(backward_plan) *p, const assay_phase *phase,
    ptrdiff_t *off, size_t *numbers) {
  size_t taps = 0, number = 0, k[3];
  for (k[0] = 0; k[0] < c->kernel[0]; k[0]++)
    for (k[1] = 0; k[1] < c->kernel[1]; k[1]++)
      for (k[2] = 0; k[2] < c->kernel[2]; k[2]++, number++) {
        size_t cell = 0, here = 1;
        for (int d = 0; d < 3; d++) {
          const size_t q = k[d] * c->dilation[d];
          here = here && q % c->stride[d] == phase->a[d];
          cell = cell * p->layout.extent[d] + q / c->stride[d];
        }
        if (!here) continue;
        off[taps] = -(ptrdiff_t)cell;
        numbers[taps++] = number;
      }
  return taps;
}

// Offsets and packed weights of one phase; returns its number of terms.
ASSAY_INLINE size_t OF(lay_phase)(
    const assay_convolution *c, const OF(backward_plan) *p, const assay_phase *phase,
    size_t tile, const T *w, ptrdiff_t *off, T *packed) {
  const size_t taps = OF(taps_of_phase)(c, p, phase, off, p->numbers);
  const size_t terms = taps * p->outputs;
  for (size_t o = p->outputs; o-- > 0;)
    for (size_t t = 0; t < taps; t++)
      off[o * taps + t] = off[t] + (ptrdiff_t)(o * p->layout.plane);
  for (size_t i = 0; i < p->inputs;) {
    const size_t rows = tile_rows(tile, p->inputs - i);
    T *block = packed + i * terms;
    for (size_t o = 0; o < p->outputs; o++, block += taps * rows)
      for (size_t m = 0; m < rows; m++) {
        const T *from = w + (o * p->inputs + i + m) * p->taps;
        for (size_t t = 0; t < taps; t++) block[t * rows + m] = from[p->numbers[t]];
      }
    i += rows;
  }
  return terms;
}

ASSAY_INLINE OF(destination) OF(destination_of_phase)(
    const assay_convolution *c, const OF(backward_plan) *p, const assay_phase *phase,
    int accumulate, T *gx) {
  const size_t *in = c->input, step[3] = {in[1] * in[2], in[2], 1};
  OF(destination) to = {
      .channel_step = count_of(in),
      .rows_in_layout = p->layout.extent[1],
      .pitch = p->layout.extent[2],
      .base = gx,
      .accumulate = accumulate};
  for (int d = 0; d < 3; d++) {
    to.count[d] = phase->count[d];
    to.step[d] = c->stride[d] * step[d];
    to.base += (c->stride[d] * phase->first[d] + phase->a[d] - c->padding[d]) * step[d];
  }
  return to;
}

// Channels of the gradient of `samples` outputs from sample n on, with their margins.
ASSAY_INLINE void OF(lay_gradients)(
    const assay_convolution *c, const OF(backward_plan) *p, size_t group, size_t n, size_t samples,
    const T *gy) {
  const size_t *o = p->output, *e = p->layout.extent, *l = p->left;
  for (size_t i = 0; i < samples * p->outputs; i++) {
    const size_t channel = group * p->outputs + i % p->outputs;
    const T *from = gy + ((n + i / p->outputs) * c->output_channels + channel) * count_of(o);
    T *plane = p->images + i * p->layout.plane;
    for (size_t z = 0; z < o[0]; z++)
      for (size_t y = 0; y < o[1]; y++)
        memcpy(
            plane + ((z + l[0]) * e[1] + y + l[1]) * e[2] + l[2], from + (z * o[1] + y) * o[2],
            o[2] * sizeof(T));
  }
}

ASSAY_INLINE void OF(backward_of_zero_padding)(
    const assay_convolution *c, const T *gy, const T *w, int accumulate, T *gx, T *scratch) {
  if (OF(winograd_fits)(c)) {
    const assay_convolution back = OF(turned)(c);
    OF(convolve_by_winograd)(&back, 1, gy, w, NULL, accumulate, gx, scratch);
    return;
  }
  const OF(backward_plan) p = OF(plan_backward)(c, scratch);
  const OF(assay_tiles) tiles = OF(assay_selected_tiles)();
  const size_t phases = count_of(c->stride), pixels = count_of(c->input), *e = p.layout.extent;
  memset(p.images, 0, (p.samples * p.sample + SLACK) * sizeof(T));
  for (size_t g = 0; g < c->groups; g++) {
    const size_t weights = g * p.outputs * p.inputs * p.taps;
    for (size_t n = 0; n < c->batch; n += p.samples) {
      const size_t samples = n + p.samples < c->batch ? p.samples : c->batch - n;
      OF(lay_gradients)(c, &p, g, n, samples, gy);
      size_t done = 0;
      for (size_t number = 0; number < phases; number++) {
        const assay_phase phase = OF(phase_of)(c, number);
        if (count_of(phase.count) == 0) continue;
        OF(sweep) s = {
            .tiles = tiles, .channels = p.inputs, .packed = p.packed + done * p.inputs,
            .off = p.off + done, .sample = p.sample,
            .sample_bytes = p.outputs * count_of(e) * sizeof(T), .staging = p.staging};
        if (n == 0)
          p.terms[number] = OF(lay_phase)(
              c, &p, &phase, tiles.rows, w + weights, p.off + done, p.packed + done * p.inputs);
        s.terms = p.terms[number];
        done += s.terms;
        const OF(destination) to = OF(destination_of_phase)(
            c, &p, &phase, accumulate,
            gx + (n * c->input_channels + g * p.inputs) * pixels);
        size_t start = 0;
        for (int d = 0; d < 3; d++) start = start * e[d] + phase.first[d] + p.left[d];
        OF(sweep_samples)(&s, &to, p.images + start, samples, c->input_channels * pixels);
      }
    }
  }
}

// gx += the gradient of the padded image, pixel by pixel to its source.
ASSAY_INLINE void OF(fold_padding)(
    const assay_convolution *c, const assay_convolution *padded, const T *gradient, T *gx) {
  const size_t *in = c->input, *out = padded->input;
  for (size_t channel = 0; channel < c->input_channels; channel++)
    for (size_t z = 0; z < out[0]; z++)
      for (size_t y = 0; y < out[1]; y++) {
        const size_t source_z = (size_t)source_of(c, 0, z), source_y = (size_t)source_of(c, 1, y);
        T *row = gx + ((channel * in[0] + source_z) * in[1] + source_y) * in[2];
        const T *from = gradient + ((channel * out[0] + z) * out[1] + y) * out[2];
        for (size_t i = 0; i < out[2]; i++) row[source_of(c, 2, i)] += from[i];
      }
}

void NAME(convolution_backward_data)(
    const assay_convolution *c, const T *gy, const T *w, int accumulate, T *gx, T *scratch) {
  if (c->padding_mode == assay_padding_zero || count_of(c->padding) + c->padding[0] +
      c->padding[1] + c->padding[2] == 0) {
    OF(backward_of_zero_padding)(c, gy, w, accumulate, gx, scratch);
    return;
  }
  const assay_convolution inner = OF(of_padded)(c);
  T *gradient = OF(plan_backward)(&inner, scratch).folded;
  if (OF(winograd_fits)(&inner)) {
    const assay_convolution back = OF(turned)(&inner);
    gradient = scratch + OF(plan_winograd)(&back, NULL).scratch;
  }
  const size_t inputs = c->input_channels * count_of(c->input);
  size_t output[3];
  assay_convolution_output(c, output);
  if (!accumulate) memset(gx, 0, c->batch * inputs * sizeof(T));
  for (size_t n = 0; n < c->batch; n++) {
    OF(backward_of_zero_padding)(
        &inner, gy + n * c->output_channels * count_of(output), w, 0, gradient, scratch);
    OF(fold_padding)(c, &inner, gradient, gx + n * inputs);
  }
}
