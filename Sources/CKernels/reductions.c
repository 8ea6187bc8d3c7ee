#include "CKernels.h"
#include "clones.h"

// Sixteen partial sums: enough to fill the vector units, and one order on every CPU.
#define LANES 16

ASSAY_INLINE double folded(const double *partial) {
  double sum = 0.0;
  for (size_t j = 0; j < LANES; j++) sum += partial[j];
  return sum;
}

#define ASSAY_TEMPLATE "templates/reductions.inc"
#include "both_precisions.h"
