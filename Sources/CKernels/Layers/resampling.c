#include <string.h>

#include "../clones.h"
#include "CKernelsLayers.h"

#define ASSAY_TEMPLATE "Layers/resampling.inc"
#include "../both_precisions.h"
