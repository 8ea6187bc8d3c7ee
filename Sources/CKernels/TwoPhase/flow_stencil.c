#include "CKernelsTwoPhase.h"
#include "../flow_kernel.h"

#define INLINE static inline __attribute__((always_inline))

INLINE double links_of(const double *x, const double *east, const double *north, long k, long s) {
  return east[k - 1] * (x[k] - x[k - 1]) + east[k] * (x[k] - x[k + 1]) +
         (north[k - s] * (x[k] - x[k - s]) + north[k] * (x[k] - x[k + s]));
}

FLOW_KERNEL
void flow_stencil_apply(const flow_stencil *t, const double *restrict x, double *restrict y) {
  const double *restrict east = t->east, *restrict north = t->north, *restrict w = t->weight;
  for (long j = 1; j <= t->rows; j++) {
    const long row = j * t->stride;
    if (w)
      for (long k = row + 1; k <= row + t->columns; k++)
        y[k] = w[k] * x[k] + links_of(x, east, north, k, t->stride);
    else
      for (long k = row + 1; k <= row + t->columns; k++)
        y[k] = links_of(x, east, north, k, t->stride);
  }
}

FLOW_KERNEL
void flow_stencil_inverse_diagonal(const flow_stencil *t, double *restrict inverse) {
  const double *restrict east = t->east, *restrict north = t->north, *restrict w = t->weight;
  for (long j = 1; j <= t->rows; j++) {
    for (long i = 1; i <= t->columns; i++) {
      const long k = j * t->stride + i;
      const double links = east[k - 1] + east[k] + north[k - t->stride] + north[k];
      const double diagonal = links + (w ? w[k] : 0);
      inverse[k] = diagonal > 0 ? 1 / diagonal : 0;
    }
  }
}

FLOW_KERNEL
double flow_stencil_largest_ratio(const flow_stencil *t) {
  const double *restrict east = t->east, *restrict north = t->north, *restrict w = t->weight;
  double largest = 0;
  for (long j = 1; j <= t->rows; j++) {
    for (long i = 1; i <= t->columns; i++) {
      const long k = j * t->stride + i;
      const double ratio = (east[k - 1] + east[k] + north[k - t->stride] + north[k]) / w[k];
      largest = ratio > largest ? ratio : largest;
    }
  }
  return largest;
}

FLOW_KERNEL
void flow_stencil_explicit(const flow_stencil *t, const double *restrict right,
                           double *restrict scratch, double *restrict x) {
  flow_stencil_apply(t, x, scratch);
  for (long j = 1; j <= t->rows; j++) {
    const long row = j * t->stride;
    for (long k = row + 1; k <= row + t->columns; k++)
      x[k] += (right[k] - scratch[k]) / t->weight[k];
  }
}

// Two sweeps of Jacobi's method whose weights are Chebyshev's for the upper three quarters of the
// spectrum, [1/2, 2] after division by the diagonal; the sweeps after the coarser grid run in the
// reverse order, which makes the cycle symmetric.
static const double FIRST = 0.5618, SECOND = 1.3887;

FLOW_KERNEL
static void residual(const flow_level *v) {
  const double *restrict x = v->x, *restrict b = v->b, *restrict east = v->east;
  const double *restrict north = v->north;
  double *restrict r = v->r;
  for (long j = 1; j <= v->rows; j++) {
    const long row = j * v->stride;
    for (long k = row + 1; k <= row + v->columns; k++)
      r[k] = b[k] - links_of(x, east, north, k, v->stride);
  }
}

FLOW_KERNEL
static void relax(const flow_level *v, double weight) {
  const double *restrict r = v->r, *restrict inverse = v->inverse;
  double *restrict x = v->x;
  for (long j = 1; j <= v->rows; j++) {
    const long row = j * v->stride;
    for (long k = row + 1; k <= row + v->columns; k++) x[k] += weight * inverse[k] * r[k];
  }
}

FLOW_KERNEL
static void start(const flow_level *v, double weight) {
  const double *restrict b = v->b, *restrict inverse = v->inverse;
  double *restrict x = v->x;
  for (long j = 1; j <= v->rows; j++) {
    const long row = j * v->stride;
    for (long k = row + 1; k <= row + v->columns; k++) x[k] = weight * inverse[k] * b[k];
  }
}

static inline long joined(long index, int pairs) { return pairs ? (index + 1) / 2 : index; }

static void restrict_to(const flow_level *fine, const flow_level *coarse) {
  for (long k = 0; k < (coarse->rows + 2) * coarse->stride; k++) coarse->b[k] = 0;
  for (long j = 1; j <= fine->rows; j++) {
    double *b = coarse->b + joined(j, fine->pairs_y) * coarse->stride;
    const double *r = fine->r + j * fine->stride;
    for (long i = 1; i <= fine->columns; i++) b[joined(i, fine->pairs_x)] += r[i];
  }
}

static void correct_from(const flow_level *fine, const flow_level *coarse) {
  for (long j = 1; j <= fine->rows; j++) {
    const double *c = coarse->x + joined(j, fine->pairs_y) * coarse->stride;
    double *x = fine->x + j * fine->stride;
    for (long i = 1; i <= fine->columns; i++) x[i] += c[joined(i, fine->pairs_x)];
  }
}

static void visit(const flow_level *v, long k) {
  v->x[k] = v->inverse[k] * (v->b[k] + v->east[k - 1] * v->x[k - 1] + v->east[k] * v->x[k + 1] +
                             v->north[k - v->stride] * v->x[k - v->stride] +
                             v->north[k] * v->x[k + v->stride]);
}

// Symmetric Gauss-Seidel sweeps; a handful of cells.
static void solve_coarsest(const flow_level *v) {
  for (long k = 0; k < (v->rows + 2) * v->stride; k++) v->x[k] = 0;
  for (int sweep = 0; sweep < 8; sweep++) {
    for (long j = 1; j <= v->rows; j++)
      for (long i = 1; i <= v->columns; i++) visit(v, j * v->stride + i);
    for (long j = v->rows; j >= 1; j--)
      for (long i = v->columns; i >= 1; i--) visit(v, j * v->stride + i);
  }
}

static void cycle(const flow_level *v, long count) {
  if (count == 1) {
    solve_coarsest(v);
    return;
  }
  start(v, FIRST);
  residual(v);
  relax(v, SECOND);
  residual(v);
  restrict_to(v, v + 1);
  cycle(v + 1, count - 1);
  correct_from(v, v + 1);
  residual(v);
  relax(v, SECOND);
  residual(v);
  relax(v, FIRST);
}

void flow_levels_cycle(const flow_level *levels, long count, const double *r, double *z) {
  const long size = (levels->rows + 2) * levels->stride;
  for (long k = 0; k < size; k++) levels->b[k] = r[k];
  cycle(levels, count);
  for (long k = 0; k < size; k++) z[k] = levels->x[k];
}

// Links of joined cells: the sum over the common face, halved along x when the distance doubled.
static void join_links(const flow_level *fine, const flow_level *coarse) {
  const long size = (coarse->rows + 2) * coarse->stride;
  for (long k = 0; k < size; k++) coarse->east[k] = coarse->north[k] = 0;
  const double along = fine->pairs_x ? 0.5 : 1, across = fine->pairs_y ? 0.5 : 1;
  for (long j = 1; j <= fine->rows; j++) {
    for (long i = 0; i <= fine->columns; i++) {
      if (fine->pairs_x && i % 2 == 1 && i < fine->columns) continue;
      const long to = joined(j, fine->pairs_y) * coarse->stride + joined(i, fine->pairs_x);
      coarse->east[to] += along * fine->east[j * fine->stride + i];
    }
  }
  for (long j = 0; j <= fine->rows; j++) {
    if (fine->pairs_y && j % 2 == 1 && j < fine->rows) continue;
    for (long i = 1; i <= fine->columns; i++) {
      const long to = joined(j, fine->pairs_y) * coarse->stride + joined(i, fine->pairs_x);
      coarse->north[to] += across * fine->north[j * fine->stride + i];
    }
  }
}

void flow_levels_prepare(const flow_level *levels, long count) {
  for (long n = 0; n < count; n++) {
    const flow_level *v = levels + n;
    const flow_stencil stencil = {v->columns, v->rows, v->stride, 0, v->east, v->north};
    flow_stencil_inverse_diagonal(&stencil, v->inverse);
    if (n + 1 < count) join_links(v, v + 1);
  }
}
