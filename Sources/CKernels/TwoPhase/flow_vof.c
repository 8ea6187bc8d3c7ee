#include "CKernelsTwoPhase.h"
#include "../flow_kernel.h"

// Volume of fluid with straight interfaces (PLIC). Sources: normals by the mixed Youngs-centred
// scheme of Aulisa, Manservisi, Scardovelli & Zaleski 2007, J. Comput. Phys. 225, 2301; areas in closed
// form, Scardovelli & Zaleski 2000, J. Comput. Phys. 164, 228; sweeps that conserve volume exactly,
// Weymouth & Yue 2010, J. Comput. Phys. 229, 2853.

// A fraction closer to 0 or 1 than this is 0 or 1: rounding, not water.
static const double NEGLIGIBLE = 1e-14;

void flow_vof_indicator(const flow_grid *g, const double *restrict f, double *restrict indicator) {
  const long count = (g->rows + 2) * g->stride;
  for (long k = 0; k < count; k++) indicator[k] = f[k] > 0.5 ? 1.0 : 0.0;
}

// The area below m1 x + m2 y = alpha in the unit square, m1 + m2 = 1, both positive.
static inline double area_below(double m1, double m2, double alpha) {
  if (alpha <= 0) return 0;
  if (alpha >= 1) return 1;
  const double least = m1 < m2 ? m1 : m2, most = m1 < m2 ? m2 : m1;
  const double a = alpha < 0.5 ? alpha : 1 - alpha;
  const double area = a < least ? a * a / (2 * least * most) : (a - 0.5 * least) / most;
  return alpha < 0.5 ? area : 1 - area;
}

// The inverse of area_below in alpha.
static inline double level_of(double m1, double m2, double area) {
  const double least = m1 < m2 ? m1 : m2, most = m1 < m2 ? m2 : m1;
  const double a = area < 0.5 ? area : 1 - area;
  const double alpha = 2 * most * a < least ? __builtin_sqrt(2 * least * most * a)
                                            : a * most + 0.5 * least;
  return area < 0.5 ? alpha : 1 - alpha;
}

// The normal out of the water in units of cells; `a` and `b` are the steps in memory along and across.
static inline void normal_of(const double *f, long a, long b, double *along, double *across) {
  const double left = f[-a - b] + f[-a] + f[b - a], right = f[a - b] + f[a] + f[a + b];
  const double down = f[-a - b] + f[-b] + f[a - b], up = f[b - a] + f[b] + f[a + b];
  const double ca = 0.5 * (left - right), cb = 0.5 * (down - up);
  const double ya = left + f[-a] - right - f[a], yb = down + f[-b] - up - f[b];
  const double aa = __builtin_fabs(ya), ab = __builtin_fabs(yb);
  double na = ya, nb = yb;
  if (__builtin_fabs(ca) <= __builtin_fabs(cb)) {
    if (aa <= __builtin_fabs(ca) * ab) na = ca, nb = cb > 0 ? 1 : -1;
  } else {
    if (ab <= __builtin_fabs(cb) * aa) na = ca > 0 ? 1 : -1, nb = cb;
  }
  const double sum = __builtin_fabs(na) + __builtin_fabs(nb);
  *along = sum > 0 ? na / sum : 1;
  *across = sum > 0 ? nb / sum : 0;
}

// The share of a strip of width `courant` at the far (forward) or near end of a cell that is water.
static inline double strip_share(const double *f, long a, long b, double courant, int forward) {
  double na, nb;
  normal_of(f, a, b, &na, &nb);
  const double m = __builtin_fabs(na), n = __builtin_fabs(nb);
  const double alpha = level_of(m, n, *f);
  const double start = (forward != 0) == (na >= 0) ? 1 - courant : 0;
  const double total = m * courant + n;
  if (total <= 0) return *f;
  return area_below(m * courant / total, n / total, (alpha - m * start) / total);
}

static inline __attribute__((always_inline)) double face_flux(
    const double *f, long a, long b, double swept, double inverse_volume, int is_ghost,
    int forward) {
  if (*f <= NEGLIGIBLE || swept == 0) return 0;
  if (*f >= 1 - NEGLIGIBLE || is_ghost) return *f * swept;
  const double courant = __builtin_fabs(swept) * inverse_volume;
  return swept * strip_share(f, a, b, courant, forward);
}

void flow_vof_fluxes(const flow_grid *g, int direction, const double *f, const double *velocity,
                     double step, double *flux) {
  const long nx = g->columns, ny = g->rows, s = g->stride;
  const long a = direction ? s : 1, b = direction ? 1 : s;
  for (long j = direction ? 0 : 1; j <= ny; j++) {
    for (long i = direction ? 1 : 0; i <= nx; i++) {
      const long k = j * s + i;
      const int forward = velocity[k] > 0;
      const long cell = forward ? k : k + a;
      const long ci = direction || forward ? i : i + 1, cj = direction && !forward ? j + 1 : j;
      const int is_ghost = ci < 1 || ci > nx || cj < 1 || cj > ny;
      const double length = direction ? g->column_width[i - 1] : g->row_height[j - 1];
      const double inverse =
          is_ghost ? 0 : g->inverse_column_width[ci - 1] * g->inverse_row_height[cj - 1];
      flux[k] = face_flux(f + cell, a, b, velocity[k] * step * length, inverse, is_ghost, forward);
    }
  }
}

void flow_vof_advance(const flow_grid *g, int direction, const double *restrict indicator,
                      const double *restrict velocity, const double *restrict flux, double step,
                      double *restrict f) {
  const long nx = g->columns, s = g->stride, a = direction ? s : 1;
  for (long j = 1; j <= g->rows; j++) {
    for (long i = 1; i <= nx; i++) {
      const long k = j * s + i;
      const double per_volume = g->inverse_column_width[i - 1] * g->inverse_row_height[j - 1];
      const double per_width = direction ? g->inverse_row_height[j - 1] : g->inverse_column_width[i - 1];
      const double stretch = step * (velocity[k] - velocity[k - a]) * per_width;
      const double value = f[k] - (flux[k] - flux[k - a]) * per_volume + indicator[k] * stretch;
      f[k] = value < NEGLIGIBLE ? 0 : value > 1 - NEGLIGIBLE ? 1 : value;
    }
  }
}
