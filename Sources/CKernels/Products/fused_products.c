// Matrix products with fused operations, see include/CKernelsProducts.h.
#include "CKernelsProducts.h"

#include "../clones.h"

#pragma clang fp contract(on)

#if defined(__x86_64__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
#define PRODUCT_F32 assay_multiply_fused_f32
#define PRODUCT_F64 assay_multiply_fused_f64
#include "both_products.inc"
