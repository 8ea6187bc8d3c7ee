#include "CKernels.h"
#include "../clones.h"

#define ASSAY_TEMPLATE "templates/optimiser.inc"
#include "../both_precisions.h"
