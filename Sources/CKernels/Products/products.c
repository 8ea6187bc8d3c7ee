// Matrix products with the same bits on every CPU, see include/CKernelsProducts.h.
#include "CKernelsProducts.h"

#include "../clones.h"

#define CLONES ASSAY_CLONES
// The order of the sums is part of the bits.
#define DEPTH 256
#define PART(k) DEPTH
#define PRODUCT_F32 assay_multiply_matrices_f32
#define PRODUCT_F64 assay_multiply_matrices_f64
#include "both_products.inc"
