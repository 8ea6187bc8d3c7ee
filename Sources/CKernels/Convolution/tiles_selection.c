#include "tiles_selection.h"

#include "CKernelsMode.h"

#if defined(__x86_64__)
static int level(void) {
  if (assay_kernels_are_portable()) return 0;
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")) return 2;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}
#else
static int level(void) { return 0; }
#endif

#define SELECTION(p, single)                                                                  \
  assay_tiles_##p assay_selected_tiles_##p(void) {                                            \
    const int chosen = level();                                                               \
    if (chosen == 2)                                                                          \
      return (assay_tiles_##p){8, 8 * single, assay_run_avx512_##p, assay_correlate_avx512_##p}; \
    if (chosen == 1)                                                                          \
      return (assay_tiles_##p){4, 4 * single, assay_run_avx2_##p, assay_correlate_avx2_##p};  \
    return (assay_tiles_##p){4, 4 * single, assay_run_portable_##p,                           \
                             assay_correlate_portable_##p};                                   \
  }

SELECTION(f32, 2)
SELECTION(f64, 1)
