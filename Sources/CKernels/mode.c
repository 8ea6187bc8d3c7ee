#include "CKernelsMode.h"

static int portable = 0;

void assay_use_portable_kernels(void) { __atomic_store_n(&portable, 1, __ATOMIC_RELEASE); }

int assay_kernels_are_portable(void) { return __atomic_load_n(&portable, __ATOMIC_ACQUIRE); }

#ifdef __OPTIMIZE__
#define OPTIMISED ""
#else
#define OPTIMISED ", not optimised"
#endif
#ifdef __AVX__
#define TARGET ", for AVX and later"
#else
#define TARGET ""
#endif

const char *assay_kernels_compiler(void) { return __VERSION__ OPTIMISED TARGET; }
