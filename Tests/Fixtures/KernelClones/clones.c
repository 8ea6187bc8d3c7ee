#include "KernelClones.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "CKernels.h"
#include "CKernelsOptimisers.h"

// Long enough for vectors, blocks and a tail.
#define COUNT 1061
#define SIZE 31

static int compared;
static const char *disagreeing;

#if defined(__x86_64__)
static int level(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return 2;
  return __builtin_cpu_supports("x86-64-v3") ? 1 : 0;
}

static double number(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (double)(int64_t)(*state >> 11) * 0x1p-52 - 1.0;
}

#define T float
#define P f32
#include "clones.inc"
#undef T
#undef P
#define T double
#define P f64
#include "clones.inc"

const char *assay_disagreeing_kernel(void) {
  compared = 0;
  disagreeing = NULL;
  compare_f32();
  compare_f64();
  return disagreeing;
}
#else
const char *assay_disagreeing_kernel(void) { return NULL; }
#endif

int assay_compared_kernels(void) { return compared; }
