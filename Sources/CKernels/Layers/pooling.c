#include <string.h>

#include "../clones.h"
#include "CKernelsLayers.h"

// The part of window q along dimension d that lies in the image.
ASSAY_INLINE void window(const assay_pooling *p, int d, size_t q, size_t *first, size_t *end) {
  const size_t start = q * p->stride[d], stop = start + p->kernel[d];
  *first = start > p->padding[d] ? start - p->padding[d] : 0;
  *end = stop > p->padding[d] ? stop - p->padding[d] : 0;
  *end = *end < p->input[d] ? *end : p->input[d];
}

// The commonest case: windows of 2 x 2 side by side that fill the plane.
ASSAY_INLINE int is_halving(const assay_pooling *p) {
  int same = p->kernel[0] == 1 && p->input[0] == 1 && p->padding[0] + p->padding[1] + p->padding[2] == 0;
  for (int d = 1; d < 3; d++)
    same = same && p->kernel[d] == 2 && p->stride[d] == 2 && p->input[d] % 2 == 0;
  return same;
}

#define FOR_EACH_WINDOW(p)                                   \
  size_t lo[3], hi[3];                                       \
  for (size_t qz = 0; qz < (p)->output[0]; qz++)             \
    for (size_t qy = 0; qy < (p)->output[1]; qy++)           \
      for (size_t qx = 0; qx < (p)->output[2]; qx++)         \
        if (window(p, 0, qz, lo, hi), window(p, 1, qy, lo + 1, hi + 1), \
            window(p, 2, qx, lo + 2, hi + 2), 1)

#define ASSAY_TEMPLATE "Layers/pooling.inc"
#include "../both_precisions.h"
