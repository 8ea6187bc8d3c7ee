#include "CKernels.h"
#include "clones.h"

#define ASSAY_TEMPLATE "templates/elementwise.inc"
#include "both_precisions.h"
