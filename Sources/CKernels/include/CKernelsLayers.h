// Pooling, resampling and normalisation of batches of images, in float (_f32) and double (_f64).
//
// A plane is one channel of one sample, [depth][height][width]; an absent dimension has the extent,
// kernel and stride 1 and the padding 0. Every sum is in a fixed order.
#ifndef ASSAY_CKERNELS_LAYERS_H
#define ASSAY_CKERNELS_LAYERS_H

#include <stddef.h>

typedef struct {
  size_t planes, input[3], kernel[3], stride[3], padding[3], output[3];
} assay_pooling;

// Tables of a resampling hold the three dimensions one after another: output q of dimension d is
// (1 - weight) x[low] + weight x[high].
typedef struct {
  size_t planes, input[3], output[3];
  const ptrdiff_t *low, *high;
} assay_resampling;

// Images of `channels` whose pixels each become a tile of the kernel's extents.
typedef struct {
  size_t channels, input[3], kernel[3];
} assay_tiling;

// x is [samples][channels][points]. groups = 0: one mean and variance per channel, over samples and
// points (batch normalisation); else one per sample and group of channels (groups = channels:
// instance normalisation).
typedef struct {
  size_t samples, channels, points, groups;
} assay_normalisation;

#define T float
#define NAME(name) assay_##name##_f32
#include "CKernelsLayers.inc"
#undef T
#undef NAME

#define T double
#define NAME(name) assay_##name##_f64
#include "CKernelsLayers.inc"
#undef T
#undef NAME

#endif
