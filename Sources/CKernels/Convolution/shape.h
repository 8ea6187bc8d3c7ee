// How images lie in scratch so that a convolution of any stride, dilation and number of dimensions is
// a sum of shifted flat runs.
//
// The padded image is split into its stride^d phases; a tap then reads one phase at a constant
// distance, and the outputs of a plane are one run of positions, of which those at the end of a row
// are junk that is dropped. With zero padding and stride 1 the zeros at the end of a row are those at
// the start of the next.
#ifndef ASSAY_CONVOLUTION_SHAPE_H
#define ASSAY_CONVOLUTION_SHAPE_H
#include <stddef.h>

#include "../clones.h"
#include "CKernelsConvolution.h"

// Every run may read and write up to three vectors beyond its end.
#define SLACK 64

typedef struct {
  size_t extent[3];  // of a phase
  size_t phases, plane;
} assay_layout;

ASSAY_INLINE size_t count_of(const size_t n[3]) { return n[0] * n[1] * n[2]; }

ASSAY_INLINE size_t larger(size_t a, size_t b) { return a > b ? a : b; }

// Arrays in scratch start at a line of the cache.
ASSAY_INLINE size_t whole_lines(size_t n) { return (n + 15) / 16 * 16; }

// Planes a power of two apart would share cache sets.
ASSAY_INLINE size_t spread(size_t n) { return n % 512 == 0 ? n + 16 : n; }

// Cells after the last plane that a tap may read as zeros, with `margin` shared in each dimension.
ASSAY_INLINE size_t past_end(const size_t extent[3], const size_t margin[3]) {
  return (margin[0] * extent[1] + (extent[1] > 1 ? margin[1] : 0)) * extent[2] + margin[2];
}

// The layout of an input; planes hold `samples` images, one after another, if `joined`.
ASSAY_INLINE assay_layout layout_of_input(const assay_convolution *c, size_t joined) {
  assay_layout l = {{0}, count_of(c->stride), 0};
  size_t output[3];
  assay_convolution_output(c, output);
  size_t outer = joined > 1;  // something follows in this dimension, so that zeros can be shared
  for (int d = 0; d < 3; d++) {
    size_t padded = c->input[d] + 2 * c->padding[d];
    int shared = outer && c->padding_mode == assay_padding_zero && c->stride[d] == 1;
    l.extent[d] = shared ? larger(padded - c->padding[d], output[d])
                         : (padded + c->stride[d] - 1) / c->stride[d];
    outer = outer || l.extent[d] > 1;
  }
  l.plane = spread(joined * count_of(l.extent) + past_end(l.extent, c->padding));
  return l;
}

// The distance, from the plane of the first phase, at which an output reads tap k.
ASSAY_INLINE ptrdiff_t tap_offset(
    const assay_convolution *c, const assay_layout *l, const size_t k[3]) {
  size_t phase = 0, cell = 0;
  for (int d = 0; d < 3; d++) {
    size_t q = k[d] * c->dilation[d];
    phase = phase * c->stride[d] + q % c->stride[d];
    cell = cell * l->extent[d] + q / c->stride[d];
  }
  return (ptrdiff_t)(phase * l->plane + cell);
}

// The source of padded coordinate q, or -1 for a zero.
ASSAY_INLINE ptrdiff_t source_of(const assay_convolution *c, int d, size_t q) {
  ptrdiff_t i = (ptrdiff_t)q - (ptrdiff_t)c->padding[d], n = (ptrdiff_t)c->input[d];
  if (i >= 0 && i < n) return i;
  if (c->padding_mode == assay_padding_zero) return -1;
  if (c->padding_mode == assay_padding_replicate) return i < 0 ? 0 : n - 1;
  return i < 0 ? i + n : i - n;
}

// Rows of a tile for what is left of a group's channels: the tile's own number or a power of two.
ASSAY_INLINE size_t tile_rows(size_t rows, size_t left) {
  while (rows > left) rows /= 2;
  return rows;
}
#endif
