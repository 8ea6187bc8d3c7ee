#include "../clones.h"
#include "CKernelsLayers.h"

// Sixteen partial sums, as in reductions.c: one order on every CPU.
#define LANES 16

ASSAY_INLINE double folded(const double *partial) {
  double sum = 0.0;
  for (int j = 0; j < LANES; j++) sum += partial[j];
  return sum;
}

// The statistic that a plane belongs to.
ASSAY_INLINE size_t statistic_of(const assay_normalisation *n, size_t plane) {
  const size_t channel = plane % n->channels;
  if (n->groups == 0) return channel;
  return plane / n->channels * n->groups + channel / (n->channels / n->groups);
}

ASSAY_INLINE size_t statistics_of(const assay_normalisation *n) {
  return n->groups == 0 ? n->channels : n->samples * n->groups;
}

// Numbers behind a statistic.
ASSAY_INLINE double size_of(const assay_normalisation *n) {
  const size_t planes = n->groups == 0 ? n->samples : n->channels / n->groups;
  return (double)(planes * n->points);
}

#define ASSAY_TEMPLATE "Layers/normalisation.inc"
#include "../both_precisions.h"
#undef ASSAY_TEMPLATE
#define ASSAY_TEMPLATE "Layers/row_normalisation.inc"
#include "../both_precisions.h"
