// The gradient of a convolution by its weights after Winograd, the adjoint of winograd.h, for one
// precision: with D = A e A' of the output's gradient e, the gradient by U is the sum over all tiles of
// D V at each place, and that by the weights is G' (that) G. The sums are products of matrices whose
// terms are tiles, so that D and V are laid out anew with channels side by side.

// Fewer channels than this do not fill vectors; fewer of both spend more time on moves than they save.
#define GRADIENT_CHANNELS 24
#define GRADIENT_CHANNELS_OF_BOTH 72

typedef struct {
  OF(winograd_plan) tiles;
  size_t width;          // numbers from one tile of `turned` to the next
  T *turned, *packed, *product;
  double *sums;          // [place][output][input]
  ptrdiff_t *off;
  size_t scratch;
} OF(gradient_plan);

ASSAY_INLINE int OF(gradient_fits)(const assay_convolution *c) {
  const size_t inputs = c->input_channels / c->groups, outputs = c->output_channels / c->groups;
  return OF(winograd_fits)(c) && inputs >= GRADIENT_CHANNELS && outputs >= GRADIENT_CHANNELS &&
         inputs + outputs >= GRADIENT_CHANNELS_OF_BOTH;
}

ASSAY_INLINE OF(gradient_plan) OF(plan_gradient)(const assay_convolution *c, T *scratch) {
  OF(gradient_plan) p = {.tiles = OF(plan_winograd)(c, scratch)};
  const size_t inputs = p.tiles.inputs, outputs = p.tiles.outputs;
  const size_t count = whole_lines(p.tiles.rows * p.tiles.tiles[1]);
  p.width = whole_lines(inputs);
  T *next = scratch + p.tiles.scratch;
  p.turned = next, next += count * p.width + SLACK;
  p.packed = next, next += count * whole_lines(outputs);
  p.product = next, next += ASSAY_MOST_ROWS * (p.width + SLACK);
  p.off = (ptrdiff_t *)next, next += count * (sizeof(ptrdiff_t) / sizeof(T));
  p.sums = (double *)next, next += 16 * inputs * outputs * (sizeof(double) / sizeof(T));
  p.scratch = (size_t)(next - scratch);
  return p;
}

// Sixteen rows become columns: four perfect shuffles.
ASSAY_INLINE void OF(turn_square)(OF(line) * rows) {
#pragma clang loop unroll(full)
  for (int round = 0; round < 4; round++) {
    OF(line) next[16];
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) {
      next[2 * i] = ZIP_LOW(rows[i], rows[i + 8]);
      next[2 * i + 1] = ZIP_HIGH(rows[i], rows[i + 8]);
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) rows[i] = next[i];
  }
}

// to[tile][channel] = from[channel][tile]; whole lines of tiles are read.
ASSAY_CLONES static void OF(turn)(
    size_t channels, size_t count, const T *from, size_t pitch, T *to, size_t width) {
  for (size_t t = 0; t < count; t += 16)
    for (size_t c = 0; c < channels; c += 16) {
      OF(line) rows[16];
      const size_t here = channels - c < 16 ? channels - c : 16;
      if (here == 16) {
#pragma clang loop unroll(full)
        for (size_t i = 0; i < 16; i++) rows[i] = *(const OF(line) *)(from + (c + i) * pitch + t);
      } else {
        for (size_t i = 0; i < 16; i++)
          rows[i] = i < here ? *(const OF(line) *)(from + (c + i) * pitch + t) : (OF(line)){0};
      }
      OF(turn_square)(rows);
#pragma clang loop unroll(full)
      for (size_t i = 0; i < 16; i++) *(OF(line) *)(to + (t + i) * width + c) = rows[i];
    }
}

// Blocks [tile][output of the block] of the `outputs` columns of `turned`.
ASSAY_INLINE void OF(pack_block)(
    size_t rows, size_t count, const T *turned, size_t width, T *packed) {
  if (rows == 8)
    for (size_t t = 0; t < count; t++) memcpy(packed + t * 8, turned + t * width, 8 * sizeof(T));
  else
    for (size_t t = 0; t < count; t++)
      for (size_t m = 0; m < rows; m++) packed[t * rows + m] = turned[t * width + m];
}

// The gradients of the four outputs of a tile, quads[output][tile]; zeros outside of the image.
ASSAY_CLONES static void OF(part_columns)(size_t n, const T *row, T *a, T *b) {
  size_t i = 0;
  for (; i + 16 <= n / 2; i += 16) {
    const OF(line) low = *(const OF(line) *)(row + 2 * i), high = *(const OF(line) *)(row + 2 * i + 16);
    *(OF(line) *)(a + i) = EVEN(low, high);
    *(OF(line) *)(b + i) = ODD(low, high);
  }
  ASSAY_ELEMENTWISE for (; i < n / 2; i++) {
    a[i] = row[2 * i];
    b[i] = row[2 * i + 1];
  }
  if (n % 2) a[n / 2] = row[n - 1], b[n / 2] = (T)0;
}

ASSAY_INLINE void OF(lay_quads)(
    const OF(winograd_plan) *p, size_t first, size_t rows, const T *gradient) {
  const size_t n = p->tiles[1], column = OF(column_of)(p), width = p->output[1];
  for (size_t r = 0; r < 2 * rows; r++) {
    T *to = p->quads + (r % 2) * 2 * column + r / 2 * n;
    if (2 * first + r < p->output[0]) {
      OF(part_columns)(width, gradient + (2 * first + r) * width, to, to + column);
    } else {
      memset(to, 0, n * sizeof(T));
      memset(to + column, 0, n * sizeof(T));
    }
  }
}

// D of `count` tiles: d[place * step + tile].
ASSAY_CLONES static void OF(transform_gradient)(
    size_t count, const T *quads, size_t column, T *d, size_t step) {
  ASSAY_ELEMENTWISE for (size_t t = 0; t < count; t++) {
    const T e00 = quads[t], e01 = quads[column + t];
    const T e10 = quads[2 * column + t], e11 = quads[3 * column + t];
    const T left[4] = {e00, e00 + e10, e00 - e10, -e10};
    const T right[4] = {e01, e01 + e11, e01 - e11, -e11};
#pragma clang loop unroll(full)
    for (int i = 0; i < 4; i++) {
      T *to = d + 4 * i * step + t;
      to[0] = left[i], to[step] = left[i] + right[i];
      to[2 * step] = left[i] - right[i], to[3 * step] = -right[i];
    }
  }
}

ASSAY_INLINE void OF(lay_gradient_block)(
    const assay_convolution *c, const OF(winograd_plan) *p, size_t group, size_t row, size_t rows,
    const T *gy) {
  const size_t column = OF(column_of)(p), step = p->outputs * p->pitch;
  OF(winograd_part) part;
  for (size_t done = 0; done < rows; done += part.rows) {
    part = OF(part_of_block)(p, row, rows, done);
    for (size_t o = 0; o < p->outputs; o++) {
      const size_t plane = part.sample * c->output_channels + group * p->outputs + o;
      OF(lay_quads)(p, part.first, part.rows, gy + plane * p->output[0] * p->output[1]);
      OF(transform_gradient)(
          part.rows * p->tiles[1], p->quads, column, p->m + o * p->pitch + part.at, step);
    }
  }
}

// sums += a product of `rows` outputs
ASSAY_CLONES static void OF(add_product)(
    size_t rows, size_t inputs, const T *product, size_t pitch, double *sums) {
  for (size_t m = 0; m < rows; m++)
    for (size_t i = 0; i < inputs; i++) sums[m * inputs + i] += (double)product[m * pitch + i];
}

ASSAY_INLINE void OF(add_block)(
    const OF(gradient_plan) *p, const OF(assay_tiles) *tiles, size_t count) {
  const size_t inputs = p->tiles.inputs, outputs = p->tiles.outputs, pitch = p->tiles.pitch;
  const size_t product_pitch = p->width + SLACK;
  for (size_t place = 0; place < 16; place++) {
    // the outputs' transposed rows lie in the place of the inputs' until they are packed
    for (size_t o = 0; o < outputs;) {
      const size_t block = tile_rows(tiles->rows, outputs - o);
      const size_t first = o / 16 * 16;
      if (o == first)
        OF(turn)(
            outputs - o < 16 ? outputs - o : 16, count,
            p->tiles.m + (place * outputs + o) * pitch, pitch, p->turned, 16);
      OF(pack_block)(block, count, p->turned + (o - first), 16, p->packed + o * count);
      o += block;
    }
    OF(turn)(inputs, count, p->tiles.v + place * inputs * pitch, pitch, p->turned, p->width);
    for (size_t o = 0; o < outputs;) {
      const size_t block = tile_rows(tiles->rows, outputs - o);
      tiles->run(
          block, count, p->packed + o * count, p->off, p->turned, inputs, p->product, product_pitch);
      OF(add_product)(
          block, inputs, p->product, product_pitch,
          p->sums + (place * outputs + o) * inputs);
      o += block;
    }
  }
}

// gw += G' sums G
ASSAY_INLINE void OF(gather_gradient)(size_t all, const double *sums, T *gw) {
  for (size_t i = 0; i < all; i++, gw += 9) {
    double half[3][4];
    for (int j = 0; j < 4; j++) {
      const double u0 = sums[j * all + i], u1 = sums[(4 + j) * all + i];
      const double u2 = sums[(8 + j) * all + i], u3 = sums[(12 + j) * all + i];
      const double sum = 0.5 * (u1 + u2);
      half[0][j] = u0 + sum, half[1][j] = 0.5 * (u1 - u2), half[2][j] = sum + u3;
    }
    for (int k = 0; k < 3; k++) {
      const double sum = 0.5 * (half[k][1] + half[k][2]);
      gw[3 * k] += (T)(half[k][0] + sum);
      gw[3 * k + 1] += (T)(0.5 * (half[k][1] - half[k][2]));
      gw[3 * k + 2] += (T)(sum + half[k][3]);
    }
  }
}

// gw += the gradient by the weights
ASSAY_INLINE void OF(gradient_by_winograd)(
    const assay_convolution *c, const T *x, const T *gy, T *gw, T *scratch) {
  const OF(gradient_plan) p = OF(plan_gradient)(c, scratch);
  const OF(assay_tiles) tiles = OF(assay_selected_tiles)();
  const size_t all = c->batch * p.tiles.tiles[0], weights = p.tiles.inputs * p.tiles.outputs;
  for (size_t t = 0; t < p.tiles.rows * p.tiles.tiles[1]; t++) p.off[t] = (ptrdiff_t)(t * p.width);
  memset(p.tiles.row, 0, whole_lines(2 * p.tiles.tiles[1] + 2 + 2 * SLACK) * sizeof(T));
  for (size_t g = 0; g < c->groups; g++) {
    memset(p.sums, 0, 16 * weights * sizeof(double));
    for (size_t row = 0; row < all; row += p.tiles.rows) {
      const size_t rows = row + p.tiles.rows < all ? p.tiles.rows : all - row;
      OF(lay_block)(c, &p.tiles, g, row, rows, x);
      OF(lay_gradient_block)(c, &p.tiles, g, row, rows, gy);
      OF(add_block)(&p, &tiles, rows * p.tiles.tiles[1]);
    }
    OF(gather_gradient)(weights, p.sums, gw + 9 * g * weights);
  }
}
