#include "tiles_selection.h"
#if defined(__x86_64__)
#define TARGET __attribute__((target("avx512f,avx512vl,fma")))
#define DISPATCHED TARGET
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#define IN_ORDER(vector) __asm__ volatile("" : "+v"(vector) : : "memory")
#define ROWS 8

#define T float
#define LANES 16
#define OF(name) name##_avx512_f32
#include "tiles.h"
#undef T
#undef LANES
#undef OF

#define T double
#define LANES 8
#define OF(name) name##_avx512_f64
#include "tiles.h"
#endif
