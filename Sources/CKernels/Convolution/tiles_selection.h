// The inner loops of this CPU, or the portable ones.
#ifndef ASSAY_TILES_SELECTION_H
#define ASSAY_TILES_SELECTION_H
#include <stddef.h>

#include "../clones.h"

// `rows` channels a tile and `lanes` numbers a vector; see tiles.h for the two loops.
#define ASSAY_MOST_ROWS 8
#define ASSAY_MOST_LANES 16
#define ASSAY_TILES(T, p)                                                                      \
  typedef struct {                                                                             \
    size_t rows, lanes;                                                                        \
    void (*run)(size_t rows, size_t terms, const T *w, const ptrdiff_t *off, const T *x,       \
                size_t positions, T *out, size_t pitch);                                       \
    void (*correlate)(size_t rows, size_t terms, const T *g, size_t pitch,                     \
                      const ptrdiff_t *off, const T *x, size_t positions, T *lanes);           \
  } assay_tiles_##p;                                                                           \
  assay_tiles_##p assay_selected_tiles_##p(void);
#define ASSAY_TILE_FUNCTIONS(T, name)                                                          \
  void assay_run_##name(size_t rows, size_t terms, const T *w, const ptrdiff_t *off,           \
                        const T *x, size_t positions, T *out, size_t pitch);                   \
  void assay_correlate_##name(size_t rows, size_t terms, const T *g, size_t pitch,             \
                              const ptrdiff_t *off, const T *x, size_t positions, T *lanes);

ASSAY_TILES(float, f32)
ASSAY_TILES(double, f64)
ASSAY_TILE_FUNCTIONS(float, avx512_f32)
ASSAY_TILE_FUNCTIONS(double, avx512_f64)
ASSAY_TILE_FUNCTIONS(float, avx2_f32)
ASSAY_TILE_FUNCTIONS(double, avx2_f64)
ASSAY_TILE_FUNCTIONS(float, portable_f32)
ASSAY_TILE_FUNCTIONS(double, portable_f64)
#endif
