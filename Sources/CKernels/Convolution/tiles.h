// The two inner loops of every convolution, for one precision T and one instruction set; each copy
// defines LANES (numbers a vector), ROWS (channels a tile), TARGET, MULTIPLY_ADD and OF(name) before.
// IN_ORDER(vector) keeps the next weight from being loaded before `vector` is ready, for which no
// register is left (a spilt sum costs a third of the speed).
// A tile of ROWS channels by three vectors fills the registers: 12 sums of 16 (AVX2), 24 of 32.

typedef T OF(vector) __attribute__((vector_size(LANES * sizeof(T)), aligned(sizeof(T))));

// out[m][p] = sum over j of w[j][m] x[off[j] + p] for `rows` channels and `wide` vectors at p.
TARGET ASSAY_INLINE void OF(tile)(
    const size_t rows, const size_t wide, size_t terms, const T *w, const ptrdiff_t *off,
    const T *x, T *out, size_t pitch) {
  OF(vector) sum[ROWS][3];
#pragma clang loop unroll(full)
  for (size_t m = 0; m < rows; m++)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < wide; v++) sum[m][v] = (OF(vector)){0};
  for (size_t j = 0; j < terms; j++, w += rows) {
    const T *in = x + off[j];
    OF(vector) value[3];
#pragma clang loop unroll(full)
    for (size_t v = 0; v < wide; v++) value[v] = *(const OF(vector) *)(in + v * LANES);
#pragma clang loop unroll(full)
    for (size_t m = 0; m < rows; m++) {
      const OF(vector) weight = w[m] - (OF(vector)){0};  // w[m] in every lane
#pragma clang loop unroll(full)
      for (size_t v = 0; v < wide; v++) sum[m][v] = MULTIPLY_ADD(weight, value[v], sum[m][v]);
#pragma clang loop unroll(full)
      for (size_t v = 0; v < wide; v++) IN_ORDER(sum[m][v]);
    }
  }
#pragma clang loop unroll(full)
  for (size_t m = 0; m < rows; m++)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < wide; v++) *(OF(vector) *)(out + m * pitch + v * LANES) = sum[m][v];
}

TARGET ASSAY_INLINE void OF(run_rows)(
    const size_t rows, size_t terms, const T *w, const ptrdiff_t *off, const T *x,
    size_t positions, T *out, size_t pitch) {
  size_t p = 0;
  for (; p + 2 * LANES < positions; p += 3 * LANES)
    OF(tile)(rows, 3, terms, w, off, x + p, out + p, pitch);
  if (p + LANES < positions)
    OF(tile)(rows, 2, terms, w, off, x + p, out + p, pitch);
  else if (p < positions)
    OF(tile)(rows, 1, terms, w, off, x + p, out + p, pitch);
}

// The run of `rows` channels (1, 2 or a power of two up to ROWS) over `positions`, rounded up to
// whole vectors.
DISPATCHED void OF(assay_run)(
    size_t rows, size_t terms, const T *w, const ptrdiff_t *off, const T *x, size_t positions,
    T *out, size_t pitch) {
  switch (rows) {
    case 1: OF(run_rows)(1, terms, w, off, x, positions, out, pitch); break;
    case 2: OF(run_rows)(2, terms, w, off, x, positions, out, pitch); break;
    case 4: OF(run_rows)(4, terms, w, off, x, positions, out, pitch); break;
    default: OF(run_rows)(ROWS, terms, w, off, x, positions, out, pitch); break;
  }
}

// lanes[m][j] += the products g[m][p] x[off[j] + p], summed over p in steps of a vector, for `rows`
// channels and `wide` terms.
TARGET ASSAY_INLINE void OF(correlate_tile)(
    const size_t rows, const size_t wide, const T *g, size_t pitch, const ptrdiff_t *off,
    const T *x, size_t positions, T *lanes, size_t lane_pitch) {
  OF(vector) sum[ROWS][3];
#pragma clang loop unroll(full)
  for (size_t m = 0; m < rows; m++)
#pragma clang loop unroll(full)
    for (size_t k = 0; k < wide; k++) sum[m][k] = (OF(vector)){0};
  const T *in[3];
#pragma clang loop unroll(full)
  for (size_t k = 0; k < wide; k++) in[k] = x + off[k];
  for (size_t p = 0; p < positions; p += LANES) {
    OF(vector) value[3];
#pragma clang loop unroll(full)
    for (size_t k = 0; k < wide; k++) value[k] = *(const OF(vector) *)(in[k] + p);
#pragma clang loop unroll(full)
    for (size_t m = 0; m < rows; m++) {
      const OF(vector) slope = *(const OF(vector) *)(g + m * pitch + p);
#pragma clang loop unroll(full)
      for (size_t k = 0; k < wide; k++) sum[m][k] = MULTIPLY_ADD(slope, value[k], sum[m][k]);
    }
  }
#pragma clang loop unroll(full)
  for (size_t m = 0; m < rows; m++)
#pragma clang loop unroll(full)
    for (size_t k = 0; k < wide; k++)
      *(OF(vector) *)(lanes + m * lane_pitch + k * LANES) += sum[m][k];
}

TARGET ASSAY_INLINE void OF(correlate_rows)(
    const size_t rows, size_t terms, const T *g, size_t pitch, const ptrdiff_t *off, const T *x,
    size_t positions, T *lanes) {
  const size_t lane_pitch = terms * LANES;
  size_t j = 0;
  for (; j + 3 <= terms; j += 3)
    OF(correlate_tile)(
        rows, 3, g, pitch, off + j, x, positions, lanes + j * LANES, lane_pitch);
  for (; j < terms; j++)
    OF(correlate_tile)(
        rows, 1, g, pitch, off + j, x, positions, lanes + j * LANES, lane_pitch);
}

DISPATCHED void OF(assay_correlate)(
    size_t rows, size_t terms, const T *g, size_t pitch, const ptrdiff_t *off, const T *x,
    size_t positions, T *lanes) {
  switch (rows) {
    case 1: OF(correlate_rows)(1, terms, g, pitch, off, x, positions, lanes); break;
    case 2: OF(correlate_rows)(2, terms, g, pitch, off, x, positions, lanes); break;
    case 4: OF(correlate_rows)(4, terms, g, pitch, off, x, positions, lanes); break;
    default: OF(correlate_rows)(ROWS, terms, g, pitch, off, x, positions, lanes); break;
  }
}
