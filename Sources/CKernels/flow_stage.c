#include "CKernelsFlow.h"
#include "flow_kernel.h"

// The number of terms is a constant in each copy, so the inner loop has no branch.
static inline __attribute__((always_inline)) double sum_of(int count, const double *const *row,
                                                           const double *w, long i) {
  double sum = w[0] * row[0][i] + w[1] * row[1][i];
  if (count > 2) sum += w[2] * row[2][i];
  if (count > 3) sum += w[3] * row[3][i];
  if (count > 4) sum += w[4] * row[4][i];
  return sum;
}

static inline __attribute__((always_inline)) void combine(
    const flow_grid *g, double *out, int count, const double *const *terms, const double *weights,
    double slope, const double *p, int vertical) {
  const long nx = g->columns, s = g->stride;
  const long last_row = vertical ? g->rows - 1 : g->rows, last = vertical ? nx : nx - 1;
  const double w[5] = {weights[0], weights[1], count > 2 ? weights[2] : 0,
                       count > 3 ? weights[3] : 0, count > 4 ? weights[4] : 0};
  const double *restrict gap = g->column_gap;
  for (long j = 1; j <= last_row; j++) {
    const double *row[5];
    for (int k = 0; k < count; k++) row[k] = terms[k] + j * s;
    double *target = out + j * s;
    if (vertical) {
      const double *restrict lower = p + (j - 1) * nx - 1, *restrict upper = lower + nx;
      const double scale = slope * g->row_gap[j];
#pragma clang loop vectorize(assume_safety)
      for (long i = 1; i <= last; i++)
        target[i] = sum_of(count, row, w, i) - scale * (upper[i] - lower[i]);
    } else {
      const double *restrict cell = p + (j - 1) * nx;
#pragma clang loop vectorize(assume_safety)
      for (long i = 1; i <= last; i++)
        target[i] = sum_of(count, row, w, i) - slope * gap[i] * (cell[i] - cell[i - 1]);
    }
  }
}

FLOW_KERNEL
void flow_combine_u(const flow_grid *g, double *out, int count, const double *const *terms,
                    const double *weights, double slope, const double *p) {
  switch (count) {
    case 2: combine(g, out, 2, terms, weights, slope, p, 0); break;
    case 3: combine(g, out, 3, terms, weights, slope, p, 0); break;
    case 4: combine(g, out, 4, terms, weights, slope, p, 0); break;
    default: combine(g, out, 5, terms, weights, slope, p, 0); break;
  }
}

FLOW_KERNEL
void flow_combine_v(const flow_grid *g, double *out, int count, const double *const *terms,
                    const double *weights, double slope, const double *p) {
  switch (count) {
    case 2: combine(g, out, 2, terms, weights, slope, p, 1); break;
    case 3: combine(g, out, 3, terms, weights, slope, p, 1); break;
    case 4: combine(g, out, 4, terms, weights, slope, p, 1); break;
    default: combine(g, out, 5, terms, weights, slope, p, 1); break;
  }
}

// Lanes kept apart so that the maximum vectorises without reassociation.
enum { LANES = 16 };

static inline double largest_of(const double *lane) {
  double largest = 0;
  for (int k = 0; k < LANES; k++) largest = lane[k] > largest ? lane[k] : largest;
  return largest;
}

FLOW_KERNEL
double flow_convective_rate(const flow_grid *g, const double *restrict u_all,
                            const double *restrict v_all) {
  const long nx = g->columns, s = g->stride;
  const double *restrict inverse = g->inverse_column_width;
  double lane[LANES] = {0};
  for (long j = 0; j < g->rows; j++) {
    const double *restrict u = u_all + (j + 1) * s, *restrict v = v_all + j * s + 1;
    const double *restrict above = v + s;
    const double vertical = g->inverse_row_height[j];
    for (long start = 0; start < nx; start += LANES) {
      const long count = nx - start < LANES ? nx - start : LANES;
      for (long k = 0; k < count; k++) {
        const long i = start + k;
        const double uw = __builtin_fabs(u[i]), ue = __builtin_fabs(u[i + 1]);
        const double vs = __builtin_fabs(v[i]), vn = __builtin_fabs(above[i]);
        const double rate = (uw > ue ? uw : ue) * inverse[i] + (vs > vn ? vs : vn) * vertical;
        lane[k] = lane[k] > rate ? lane[k] : rate;
      }
    }
  }
  return largest_of(lane);
}

FLOW_KERNEL
double flow_largest_change(long count, const double *restrict a, const double *restrict b) {
  double lane[LANES] = {0};
  for (long start = 0; start < count; start += LANES) {
    const long width = count - start < LANES ? count - start : LANES;
    for (long k = 0; k < width; k++) {
      const double change = __builtin_fabs(a[start + k] - b[start + k]);
      lane[k] = lane[k] > change ? lane[k] : change;
    }
  }
  return largest_of(lane);
}
