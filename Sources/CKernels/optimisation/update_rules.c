#include "CKernelsOptimisers.h"
#include "../clones.h"

// Sixteen partial sums, as in reductions.c: one order on every CPU.
#define LANES 16

#define ASSAY_TEMPLATE "templates/update_rules.inc"
#include "../both_precisions.h"
