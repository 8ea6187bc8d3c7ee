#include "CKernels.h"
#include "clones.h"

#define ASSAY_TEMPLATE "templates/spectral.inc"
#include "both_precisions.h"
