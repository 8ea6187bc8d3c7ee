// Plain factorisations whose inner loops go down columns, see include/CKernelsFactorisations.h.
#include "CKernelsFactorisations.h"

#include "../clones.h"

// Sixteen partial sums: enough to fill the vector units, and one order on every CPU.
#define LANES 16
#define ASSAY_TEMPLATE "Products/factorisations.inc"
#include "../both_precisions.h"
