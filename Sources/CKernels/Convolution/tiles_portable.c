// Without fused operations and with lanes of one number for all CPUs, so that the bits are the same
// everywhere; also what runs on a CPU without AVX2.
#include "tiles_selection.h"
#define TARGET
#if defined(__x86_64__)
#define DISPATCHED __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define DISPATCHED
#endif
#define MULTIPLY_ADD(a, b, c) ((a) * (b) + (c))
#define IN_ORDER(vector) (void)0
#define ROWS 4

#define T float
#define LANES 8
#define OF(name) name##_portable_f32
#include "tiles.h"
#undef T
#undef LANES
#undef OF

#define T double
#define LANES 4
#define OF(name) name##_portable_f64
#include "tiles.h"
