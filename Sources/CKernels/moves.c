#include <string.h>

#include "CKernels.h"
#include "clones.h"

#define ASSAY_TEMPLATE "templates/moves.inc"
#include "both_precisions.h"
#undef ASSAY_TEMPLATE
#define ASSAY_TEMPLATE "templates/axes.inc"
#include "both_precisions.h"
