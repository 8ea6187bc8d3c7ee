// Matrix products by blocks, see include/CKernelsProducts.h.
#include "CKernelsProducts.h"

#include "../clones.h"
#include "room.h"

// A block of A is DEPTH x MOST_ROWS (it stays in the second cache), a panel of B DEPTH x LANES (in the
// first). A tile of ROWS rows by one vector of 64 bytes is 12 of the 16 registers of AVX2, where a
// vector is two.
#define DEPTH ASSAY_PRODUCT_DEPTH
#define ROWS 6
#define MOST_ROWS 96

#define T float
#define LANES 16
#define NAME(name) assay_##name##_f32
#include "blocks.inc"
#undef T
#undef LANES
#undef NAME

#define T double
#define LANES 8
#define NAME(name) assay_##name##_f64
#include "blocks.inc"
