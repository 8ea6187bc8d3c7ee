// Squares of numbers turned, eight vectors of floats or four of doubles, in registers.
#ifndef ASSAY_PRODUCT_TURNS_H
#define ASSAY_PRODUCT_TURNS_H
#include <stddef.h>

#include "../clones.h"

typedef float turned_f32 __attribute__((vector_size(32), aligned(4)));
typedef double turned_f64 __attribute__((vector_size(32), aligned(8)));

// to[i pitch + j] = from[j step + i] for i, j < 8.
ASSAY_INLINE void assay_turn_f32(const float *from, size_t step, float *to, size_t pitch) {
  turned_f32 a[8], b[8];
#pragma clang loop unroll(full)
  for (int j = 0; j < 8; j++) a[j] = *(const turned_f32 *)(from + j * step);
#pragma clang loop unroll(full)
  for (int j = 0; j < 8; j += 2) {
    b[j] = __builtin_shufflevector(a[j], a[j + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    b[j + 1] = __builtin_shufflevector(a[j], a[j + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
#pragma clang loop unroll(full)
  for (int j = 0; j < 8; j++) {
    const int low = j / 4 * 4 + j % 2;
    a[j] = j % 4 < 2
      ? __builtin_shufflevector(b[low], b[low + 2], 0, 1, 8, 9, 4, 5, 12, 13)
      : __builtin_shufflevector(b[low], b[low + 2], 2, 3, 10, 11, 6, 7, 14, 15);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    *(turned_f32 *)(to + i * pitch) =
      __builtin_shufflevector(a[i], a[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    *(turned_f32 *)(to + (i + 4) * pitch) =
      __builtin_shufflevector(a[i], a[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

// to[i pitch + j] = from[j step + i] for i, j < 4.
ASSAY_INLINE void assay_turn_f64(const double *from, size_t step, double *to, size_t pitch) {
  turned_f64 a[4], b[4];
#pragma clang loop unroll(full)
  for (int j = 0; j < 4; j++) a[j] = *(const turned_f64 *)(from + j * step);
#pragma clang loop unroll(full)
  for (int j = 0; j < 4; j += 2) {
    b[j] = __builtin_shufflevector(a[j], a[j + 1], 0, 4, 2, 6);
    b[j + 1] = __builtin_shufflevector(a[j], a[j + 1], 1, 5, 3, 7);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 2; i++) {
    *(turned_f64 *)(to + i * pitch) = __builtin_shufflevector(b[i], b[i + 2], 0, 1, 4, 5);
    *(turned_f64 *)(to + (i + 2) * pitch) = __builtin_shufflevector(b[i], b[i + 2], 2, 3, 6, 7);
  }
}
#endif
