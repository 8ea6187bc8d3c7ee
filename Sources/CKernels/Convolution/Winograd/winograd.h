// Convolution by kernels of 3 x 3 in steps of one pixel, for one precision, after Winograd: 2 x 2
// outputs from 4 x 4 inputs with 16 products instead of 36 (Lavin & Gray 2016, section 4.1). With
//   V = B' d B, U = G w G' and the outputs A' (sum over inputs of U V) A,
// of which the sums are 16 products of matrices, one for each of the 16 places.

// Numbers of V and M in a block of tiles: within a second-level cache.
#define WINOGRAD_NUMBERS (160 * 1024)
// Fewer channels than this spend more time on transforms than they save.
#define WINOGRAD_CHANNELS 8

// Sixteen numbers, a vector of the widest set; narrower ones take several.
typedef T OF(line) __attribute__((vector_size(16 * sizeof(T)), aligned(sizeof(T))));

#ifndef ZIP_LOW
#define ZIP_LOW(a, b) \
  __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define ZIP_HIGH(a, b) \
  __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#define EVEN(a, b) \
  __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)
#define ODD(a, b) \
  __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)
#endif

typedef struct {
  size_t inputs, outputs;       // of a group
  size_t output[2], tiles[2];   // tiles: rows and columns of one sample
  size_t rows, pitch;           // rows of tiles in a block, numbers from one channel to the next
  T *u, *v, *m, *columns, *row, *quads;
  ptrdiff_t *off;
  size_t scratch;
} OF(winograd_plan);

ASSAY_INLINE int OF(winograd_fits)(const assay_convolution *c) {
  int fits = c->input[0] == 1 && c->kernel[0] == 1 && c->padding[0] == 0 && c->stride[0] == 1;
  for (int d = 1; d < 3; d++)
    fits = fits && c->kernel[d] == 3 && c->stride[d] == 1 && c->dilation[d] == 1 &&
           c->padding[d] < 3 && c->input[d] + 2 * c->padding[d] > 5;
  return fits && c->input_channels / c->groups >= WINOGRAD_CHANNELS &&
         c->output_channels / c->groups >= WINOGRAD_CHANNELS;
}

// Numbers of a column of all tiles of a block, whose last row may be written a line beyond its end.
ASSAY_INLINE size_t OF(column_of)(const OF(winograd_plan) *p) {
  return whole_lines((p->rows + 1) * p->tiles[1]) + 16;
}

ASSAY_INLINE OF(winograd_plan) OF(plan_winograd)(const assay_convolution *c, T *scratch) {
  OF(winograd_plan) p = {
      .inputs = c->input_channels / c->groups, .outputs = c->output_channels / c->groups};
  for (int d = 0; d < 2; d++) {
    p.output[d] = c->input[d + 1] + 2 * c->padding[d + 1] - 2;
    p.tiles[d] = (p.output[d] + 1) / 2;
  }
  const size_t wanted = larger(48, WINOGRAD_NUMBERS / (16 * (p.inputs + p.outputs)) / 48 * 48);
  p.rows = larger(1, wanted / p.tiles[1]);
  p.rows = p.rows < c->batch * p.tiles[0] ? p.rows : c->batch * p.tiles[0];
  const size_t count = p.rows * p.tiles[1];
  p.pitch = whole_lines(count) + 16;
  const size_t column = OF(column_of)(&p);
  T *next = scratch;
  p.u = next, next += whole_lines(16 * p.inputs * p.outputs);
  p.v = next, next += 16 * p.inputs * p.pitch + SLACK;
  p.m = next, next += 16 * p.outputs * p.pitch + SLACK;
  p.columns = next, next += 8 * column;
  p.row = next, next += whole_lines(2 * p.tiles[1] + 2 + 2 * SLACK);
  p.quads = next, next += 4 * column;
  p.off = (ptrdiff_t *)next, next += whole_lines(p.inputs * (sizeof(ptrdiff_t) / sizeof(T)));
  p.scratch = (size_t)(next - scratch);
  return p;
}

// U of `outputs` x `inputs` kernels: at each place, blocks [input][output of the block]. `turned` for
// the gradient by the input: w is [inputs][outputs], turned by half a circle.
ASSAY_CLONES static void OF(winograd_weights)(
    const OF(winograd_plan) *p, size_t rows_of_tile, int turned, const T *w) {
  const size_t all = p->inputs * p->outputs, step = 9 * (turned ? 1 : p->inputs);
  for (size_t o = 0; o < p->outputs;) {
    const size_t rows = tile_rows(rows_of_tile, p->outputs - o);
    for (size_t i = 0; i < p->inputs; i++) {
      const T *from = w + 9 * (turned ? i * p->outputs + o : o * p->inputs + i);
      T g[9][ASSAY_MOST_ROWS] = {{0}}, half[4][3][ASSAY_MOST_ROWS];
      for (size_t m = 0; m < rows; m++)
        for (int k = 0; k < 9; k++) g[k][m] = from[m * step + (turned ? 8 - k : k)];
      for (int k = 0; k < 3; k++)
        for (int m = 0; m < ASSAY_MOST_ROWS; m++) {
          const T a = g[k][m], b = (T)0.5 * g[3 + k][m], d = g[6 + k][m];
          const T sum = (T)0.5 * (a + d);
          half[0][k][m] = a, half[1][k][m] = sum + b, half[2][k][m] = sum - b, half[3][k][m] = d;
        }
      T *u = p->u + o * p->inputs + i * rows;
      for (int j = 0; j < 4; j++, u += 4 * all) {
        T place[4][ASSAY_MOST_ROWS];
        for (int m = 0; m < ASSAY_MOST_ROWS; m++) {
          const T a = half[j][0][m], b = (T)0.5 * half[j][1][m], d = half[j][2][m];
          const T sum = (T)0.5 * (a + d);
          place[0][m] = a, place[1][m] = sum + b, place[2][m] = sum - b, place[3][m] = d;
        }
        for (int k = 0; k < 4; k++)
          if (rows == 8)
            memcpy(u + k * all, place[k], 8 * sizeof(T));
          else
            memcpy(u + k * all, place[k], rows * sizeof(T));
      }
    }
    o += rows;
  }
}

// The four columns of the tiles of one padded row; whole lines are written.
ASSAY_CLONES static void OF(split_row)(size_t n, const T *row, T *a, T *b, T *c, T *d) {
  for (size_t i = 0; i < n; i += 16, row += 32) {
    const OF(line) low = *(const OF(line) *)row, high = *(const OF(line) *)(row + 16);
    const OF(line) low2 = *(const OF(line) *)(row + 2), high2 = *(const OF(line) *)(row + 18);
    *(OF(line) *)(a + i) = EVEN(low, high);
    *(OF(line) *)(b + i) = ODD(low, high);
    *(OF(line) *)(c + i) = EVEN(low2, high2);
    *(OF(line) *)(d + i) = ODD(low2, high2);
  }
}

// Columns [row mod 2][column of the tile] of `rows` rows of tiles from row `first` of one channel on.
ASSAY_INLINE void OF(lay_columns)(
    const assay_convolution *c, const OF(winograd_plan) *p, size_t first, size_t rows, const T *x) {
  const size_t n = p->tiles[1], width = c->input[2], pad = c->padding[2];
  const size_t column = OF(column_of)(p);
  for (size_t r = 0; r < 2 * rows + 2; r++) {
    const size_t q = 2 * first + r;
    const ptrdiff_t from =
        q < c->input[1] + 2 * c->padding[1] ? source_of(c, 1, q) : (ptrdiff_t)-1;
    T *to = p->columns + (r % 2) * 4 * column + r / 2 * n;
    if (from < 0) {
      for (int j = 0; j < 4; j++) memset(to + j * column, 0, n * sizeof(T));
      continue;
    }
    const T *source = x + (size_t)from * width;
    memcpy(p->row + pad, source, width * sizeof(T));
    if (c->padding_mode != assay_padding_zero)
      for (size_t i = 0; i < pad; i++) {
        p->row[i] = source[source_of(c, 2, i)];
        p->row[pad + width + i] = source[source_of(c, 2, pad + width + i)];
      }
    OF(split_row)(n, p->row, to, to + column, to + 2 * column, to + 3 * column);
  }
}

// V of `count` tiles: v[place * step + tile].
ASSAY_CLONES static void OF(transform_input)(
    size_t count, size_t tiles, const T *columns, size_t column, T *v, size_t step) {
  ASSAY_ELEMENTWISE for (size_t t = 0; t < count; t++) {
    T half[4][4];
#pragma clang loop unroll(full)
    for (int j = 0; j < 4; j++) {
      const T *even = columns + j * column + t, *odd = even + 4 * column;
      const T d0 = even[0], d1 = odd[0], d2 = even[tiles], d3 = odd[tiles];
      half[0][j] = d0 - d2, half[1][j] = d1 + d2, half[2][j] = d2 - d1, half[3][j] = d1 - d3;
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 4; i++) {
      T *to = v + 4 * i * step + t;
      to[0] = half[i][0] - half[i][2], to[step] = half[i][1] + half[i][2];
      to[2 * step] = half[i][2] - half[i][1], to[3 * step] = half[i][1] - half[i][3];
    }
  }
}

// The four outputs of `count` tiles to quads[output][tile].
ASSAY_CLONES static void OF(transform_output)(
    size_t count, const T *m, size_t step, T bias, T *quads, size_t column) {
  ASSAY_ELEMENTWISE for (size_t t = 0; t < count; t++) {
    T half[2][4];
#pragma clang loop unroll(full)
    for (int j = 0; j < 4; j++) {
      const T *from = m + j * step + t;
      const T m0 = from[0], m1 = from[4 * step], m2 = from[8 * step], m3 = from[12 * step];
      half[0][j] = m0 + m1 + m2, half[1][j] = m1 - m2 - m3;
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < 2; i++) {
      quads[2 * i * column + t] = half[i][0] + half[i][1] + half[i][2] + bias;
      quads[(2 * i + 1) * column + t] = half[i][1] - half[i][2] - half[i][3] + bias;
    }
  }
}

ASSAY_CLONES static void OF(join_columns)(size_t n, const T *a, const T *b, int accumulate, T *row) {
  if (accumulate) {
    for (size_t i = 0; i < n / 2; i++) {
      row[2 * i] += a[i];
      row[2 * i + 1] += b[i];
    }
    if (n % 2) row[n - 1] += a[n / 2];
    return;
  }
  size_t i = 0;
  for (; i + 16 <= n / 2; i += 16) {
    const OF(line) left = *(const OF(line) *)(a + i), right = *(const OF(line) *)(b + i);
    *(OF(line) *)(row + 2 * i) = ZIP_LOW(left, right);
    *(OF(line) *)(row + 2 * i + 16) = ZIP_HIGH(left, right);
  }
  ASSAY_ELEMENTWISE for (; i < n / 2; i++) {
    row[2 * i] = a[i];
    row[2 * i + 1] = b[i];
  }
  if (n % 2) row[n - 1] = a[n / 2];
}

// A part of a block within one sample.
typedef struct {
  size_t sample, first, rows, at;  // first: row of tiles of the sample, at: tile of the block
} OF(winograd_part);

// The part of the block of `rows` rows from row `row` on that begins at row `done` of it.
ASSAY_INLINE OF(winograd_part) OF(part_of_block)(
    const OF(winograd_plan) *p, size_t row, size_t rows, size_t done) {
  OF(winograd_part) part = {
      (row + done) / p->tiles[0], (row + done) % p->tiles[0], 0, done * p->tiles[1]};
  part.rows = p->tiles[0] - part.first;
  part.rows = part.rows < rows - done ? part.rows : rows - done;
  return part;
}

ASSAY_INLINE void OF(lay_block)(
    const assay_convolution *c, const OF(winograd_plan) *p, size_t group, size_t row, size_t rows,
    const T *x) {
  const size_t column = OF(column_of)(p), step = p->inputs * p->pitch;
  OF(winograd_part) part;
  for (size_t done = 0; done < rows; done += part.rows) {
    part = OF(part_of_block)(p, row, rows, done);
    for (size_t i = 0; i < p->inputs; i++) {
      const size_t plane = part.sample * c->input_channels + group * p->inputs + i;
      OF(lay_columns)(c, p, part.first, part.rows, x + plane * count_of(c->input));
      OF(transform_input)(
          part.rows * p->tiles[1], p->tiles[1], p->columns, column, p->v + i * p->pitch + part.at,
          step);
    }
  }
}

ASSAY_INLINE void OF(store_block)(
    const assay_convolution *c, const OF(winograd_plan) *p, size_t group, size_t row, size_t rows,
    const T *bias, int accumulate, T *y) {
  const size_t n = p->tiles[1], column = OF(column_of)(p);
  const size_t step = p->outputs * p->pitch, height = p->output[0], width = p->output[1];
  OF(winograd_part) part;
  for (size_t done = 0; done < rows; done += part.rows) {
    part = OF(part_of_block)(p, row, rows, done);
    for (size_t o = 0; o < p->outputs; o++) {
      const size_t channel = group * p->outputs + o;
      T *plane = y + (part.sample * c->output_channels + channel) * height * width;
      OF(transform_output)(
          part.rows * n, p->m + o * p->pitch + part.at, step, bias ? bias[channel] : (T)0, p->quads,
          column);
      for (size_t r = 2 * part.first; r < 2 * (part.first + part.rows) && r < height; r++) {
        const T *from = p->quads + (r % 2) * 2 * column + (r / 2 - part.first) * n;
        OF(join_columns)(width, from, from + column, accumulate, plane + r * width);
      }
    }
  }
}

// y = (accumulate: +=) the convolution of x, or with `turned` of an output's gradient.
ASSAY_INLINE void OF(convolve_by_winograd)(
    const assay_convolution *c, int turned, const T *x, const T *w, const T *bias, int accumulate,
    T *y, T *scratch) {
  const OF(winograd_plan) p = OF(plan_winograd)(c, scratch);
  const OF(assay_tiles) tiles = OF(assay_selected_tiles)();
  const size_t all = c->batch * p.tiles[0];
  for (size_t i = 0; i < p.inputs; i++) p.off[i] = (ptrdiff_t)(i * p.pitch);
  memset(p.row, 0, whole_lines(2 * p.tiles[1] + 2 + 2 * SLACK) * sizeof(T));
  for (size_t g = 0; g < c->groups; g++) {
    OF(winograd_weights)(&p, tiles.rows, turned, w + g * p.inputs * p.outputs * 9);
    for (size_t row = 0; row < all; row += p.rows) {
      const size_t rows = row + p.rows < all ? p.rows : all - row, count = rows * p.tiles[1];
      OF(lay_block)(c, &p, g, row, rows, x);
      for (size_t place = 0; place < 16; place++)
        for (size_t o = 0; o < p.outputs;) {
          const size_t block = tile_rows(tiles.rows, p.outputs - o);
          tiles.run(
              block, p.inputs, p.u + (place * p.outputs + o) * p.inputs, p.off,
              p.v + place * p.inputs * p.pitch, count,
              p.m + (place * p.outputs + o) * p.pitch, p.pitch);
          o += block;
        }
      OF(store_block)(c, &p, g, row, rows, bias, accumulate, y);
    }
  }
}

// The convolution of an image that is padded already.
ASSAY_INLINE assay_convolution OF(of_padded)(const assay_convolution *c) {
  assay_convolution inner = *c;
  inner.batch = 1;
  inner.padding_mode = assay_padding_zero;
  for (int d = 0; d < 3; d++) {
    inner.input[d] += 2 * c->padding[d];
    inner.padding[d] = 0;
  }
  return inner;
}

// The convolution that gives the gradient by the input of `c` from that by its output.
ASSAY_INLINE assay_convolution OF(turned)(const assay_convolution *c) {
  assay_convolution back = *c;
  assay_convolution_output(c, back.input);
  back.input_channels = c->output_channels;
  back.output_channels = c->input_channels;
  back.padding_mode = assay_padding_zero;
  for (int d = 1; d < 3; d++) back.padding[d] = 2 - c->padding[d];
  return back;
}

// Numbers that the convolution and the gradient by its input need.
ASSAY_INLINE size_t OF(winograd_scratch)(const assay_convolution *c) {
  const assay_convolution inner = OF(of_padded)(c), padded = OF(turned)(&inner);
  const assay_convolution back = OF(turned)(c);
  const size_t most =
      larger(OF(plan_winograd)(c, NULL).scratch, OF(plan_winograd)(&back, NULL).scratch);
  return larger(most, OF(plan_winograd)(&padded, NULL).scratch);
}
