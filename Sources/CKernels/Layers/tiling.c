#include "../clones.h"
#include "CKernelsLayers.h"

// Calls its body for every row of an image of tiles: `row` is its first pixel, `tap` the first tap of
// its row of the kernel, `from` the first pixel of its row of the input.
#define FOR_EACH_ROW(t)                                                                     \
  const size_t *in = (t)->input, *k = (t)->kernel;                                          \
  const size_t pixels = in[0] * in[1] * in[2], taps = k[0] * k[1] * k[2];                   \
  for (size_t c = 0; c < (t)->channels; c++)                                                \
    for (size_t z_ = 0; z_ < in[0] * k[0]; z_++)                                            \
      for (size_t y_ = 0, row, tap, from; y_ < in[1] * k[1]; y_++)                          \
        if (row = ((c * in[0] * k[0] + z_) * in[1] * k[1] + y_) * in[2] * k[2],             \
            tap = (c * taps + (z_ % k[0] * k[1] + y_ % k[1]) * k[2]) * pixels,              \
            from = (z_ / k[0] * in[1] + y_ / k[1]) * in[2], 1)

#define ASSAY_TEMPLATE "Layers/tiling.inc"
#include "../both_precisions.h"
