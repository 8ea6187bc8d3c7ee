#include "CKernels.h"
#include "clones.h"

#define ASSAY_TEMPLATE "templates/moves.inc"
#include "both_precisions.h"
