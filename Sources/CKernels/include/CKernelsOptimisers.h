// Steps of optimisers and what goes with them: averages, clipping, scalar products.
#ifndef ASSAY_CKERNELS_OPTIMISERS_H
#define ASSAY_CKERNELS_OPTIMISERS_H

#include <stddef.h>

// The numbers of one step; each is rounded once to the precision of the parameters. `rate` includes
// the correction of the mean's bias, `root` is the square root of the squares' correction. The
// complements 1 - b are given, since 1 - 0.999f is 5e-5 off. A rule reads those that its formula
// names.
typedef struct {
  double rate, beta1, complement1, beta2, complement2, epsilon, root;
} assay_update_rule;

#define T float
#define NAME(name) assay_##name##_f32
#include "CKernelsOptimisers.inc"
#undef T
#undef NAME

#define T double
#define NAME(name) assay_##name##_f64
#include "CKernelsOptimisers.inc"
#undef T
#undef NAME

#endif
