// Matrix products with fused operations, see include/CKernelsProducts.h.
#include "CKernelsProducts.h"

#include "../clones.h"

#pragma clang fp contract(on)

#define DEPTH 320
#define PART(k) equal_part(k)

// As few parts of k as DEPTH allows, and none that is nearly empty.
static inline size_t equal_part(size_t k) {
  const size_t parts = k > DEPTH ? (k + DEPTH - 1) / DEPTH : 1;
  return (k + parts - 1) / parts;
}

#if defined(__x86_64__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
#define PRODUCT_F32 assay_multiply_fused_f32
#define PRODUCT_F64 assay_multiply_fused_f64
#include "both_products.inc"
