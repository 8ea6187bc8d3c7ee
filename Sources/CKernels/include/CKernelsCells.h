// Losses of pairs, recurrent cells and dropout, in float (_f32) and double (_f64).
#ifndef ASSAY_CKERNELS_CELLS_H
#define ASSAY_CKERNELS_CELLS_H

#include <stddef.h>
#include <stdint.h>

#define T float
#define NAME(name) assay_##name##_f32
#include "CKernelsCells.inc"
#undef T
#undef NAME

#define T double
#define NAME(name) assay_##name##_f64
#include "CKernelsCells.inc"
#undef T
#undef NAME

#endif
