#include "CKernelsTwoPhase.h"
#include "../flow_kernel.h"

#define INLINE static inline __attribute__((always_inline))

INLINE double width_at(const double *width, long index, long count) {
  return width[index < 1 ? 0 : index > count ? count - 1 : index - 1];
}

void flow_twophase_masses(const flow_grid *g, const flow_fluids *fluids, const double *restrict f,
                          double *restrict mass) {
  const double air = fluids->air_density, excess = fluids->water_density - air;
  for (long j = 0; j <= g->rows + 1; j++) {
    const double height = width_at(g->row_height, j, g->rows);
    for (long i = 0; i <= g->columns + 1; i++) {
      const long k = j * g->stride + i;
      mass[k] = height * width_at(g->column_width, i, g->columns) * (air + excess * f[k]);
    }
  }
}

// Monotonised central slope (van Leer 1977, J. Comput. Phys. 23, 276).
INLINE double limited(double before, double after) {
  const double mean = 0.5 * __builtin_fabs(before + after);
  const double b = 2 * __builtin_fabs(before), a = 2 * __builtin_fabs(after);
  double least = b < a ? b : a;
  least = least < mean ? least : mean;
  const double slope = before + after < 0 ? -least : least;
  return before * after > 0 ? slope : 0;
}

// The value of z at a face between w[0] and w[a], from upstream, at the middle of the step.
// `back` and `ahead` are the steps to the values before and after; where the upstream value lies on the
// boundary they are such that the slope there is 0.
INLINE double upwinded(const double *w, long a, double flow, double courant, long back,
                       long ahead) {
  const double here = w[0], next = w[a];
  const double from_low = here + 0.5 * (1 - courant) * limited(here - w[-back], next - here);
  const double from_high = next - 0.5 * (1 - courant) * limited(next - here, w[ahead] - next);
  return flow >= 0 ? from_low : from_high;
}

// Everything a sweep reads; `vertical` is a constant in each copy.
typedef struct {
  const flow_grid *g;
  double air, excess, step;
  const double *velocity, *flux, *indicator, *before, *after;
} sweep;

INLINE void mass_fluxes(const sweep *w, int vertical, double *restrict mass_flux) {
  const flow_grid *g = w->g;
  for (long j = vertical ? 0 : 1; j <= g->rows; j++) {
    for (long i = vertical ? 1 : 0; i <= g->columns; i++) {
      const long k = j * g->stride + i;
      const double length = vertical ? g->column_width[i - 1] : g->row_height[j - 1];
      mass_flux[k] = w->air * w->velocity[k] * w->step * length + w->excess * w->flux[k];
    }
  }
}

// The mass that the scheme's stretching term adds to cell k in this sweep.
INLINE double stretched(const sweep *w, long k, long a, double length) {
  const double density = w->air + w->excess * w->indicator[k];
  return density * w->step * length * (w->velocity[k] - w->velocity[k - a]);
}

INLINE void along_fluxes(const sweep *w, int vertical, const double *mass_flux, const double *z,
                         double *restrict carried) {
  const flow_grid *g = w->g;
  const long s = g->stride, a = vertical ? s : 1;
  for (long j = 1; j <= g->rows; j++) {
#pragma clang loop vectorize(assume_safety)
    for (long i = 1; i <= g->columns; i++) {
      const long k = j * s + i, place = vertical ? j : i;
      const double q = 0.5 * (mass_flux[k - a] + mass_flux[k]);
      const double per_width = vertical ? g->inverse_row_height[j - 1] : g->inverse_column_width[i - 1];
      const double speed = __builtin_fabs(0.5 * (w->velocity[k - a] + w->velocity[k]));
      const long back = place > 1 ? a : 0;
      const long ahead = place < (vertical ? g->rows : g->columns) ? 2 * a : a;
      carried[k] = q * upwinded(z + k - a, a, q, speed * w->step * per_width, back, ahead);
    }
  }
}

INLINE void along_update(const sweep *w, int vertical, const double *carried, double *z) {
  const flow_grid *g = w->g;
  const long s = g->stride, a = vertical ? s : 1;
  const long last_row = vertical ? g->rows - 1 : g->rows;
  const long last_column = vertical ? g->columns : g->columns - 1;
  for (long j = 1; j <= last_row; j++) {
#pragma clang loop vectorize(assume_safety)
    for (long i = 1; i <= last_column; i++) {
      const long k = j * s + i;
      const double length = vertical ? g->column_width[i - 1] : g->row_height[j - 1];
      const double stretch = stretched(w, k, a, length) + stretched(w, k + a, a, length);
      const double old = w->before[k] + w->before[k + a] + stretch;
      const double now = w->after[k] + w->after[k + a];
      z[k] = (old * z[k] - 2 * (carried[k + a] - carried[k])) / now;
    }
  }
}

INLINE void across_fluxes(const sweep *w, int vertical, const double *mass_flux, const double *z,
                          double *restrict carried) {
  const flow_grid *g = w->g;
  const long s = g->stride, a = vertical ? s : 1, b = vertical ? 1 : s;
  const long last_row = vertical ? g->rows : g->rows - 1;
  const long last_column = vertical ? g->columns - 1 : g->columns;
  for (long j = vertical ? 0 : 1; j <= last_row; j++) {
#pragma clang loop vectorize(assume_safety)
    for (long i = vertical ? 1 : 0; i <= last_column; i++) {
      const long k = j * s + i, place = vertical ? j : i;
      const double q = 0.5 * (mass_flux[k] + mass_flux[k + b]);
      const double per_gap = vertical ? g->row_gap[j] : g->column_gap[i];
      const double speed = __builtin_fabs(0.5 * (w->velocity[k] + w->velocity[k + b]));
      const long back = place > 0 ? a : 0;
      const long ahead = place < (vertical ? g->rows : g->columns) ? 2 * a : a;
      carried[k] = q * upwinded(z + k, a, q, speed * w->step * per_gap, back, ahead);
    }
  }
}

INLINE void across_update(const sweep *w, int vertical, const double *carried, double *z) {
  const flow_grid *g = w->g;
  const long s = g->stride, a = vertical ? s : 1, b = vertical ? 1 : s;
  const long last_row = vertical ? g->rows : g->rows - 1;
  const long last_column = vertical ? g->columns - 1 : g->columns;
  for (long j = 1; j <= last_row; j++) {
#pragma clang loop vectorize(assume_safety)
    for (long i = 1; i <= last_column; i++) {
      const long k = j * s + i;
      const double here = vertical ? g->column_width[i - 1] : g->row_height[j - 1];
      const double next = vertical ? g->column_width[i] : g->row_height[j];
      const double stretch = stretched(w, k, a, here) + stretched(w, k + b, a, next);
      const double old = w->before[k] + w->before[k + b] + stretch;
      const double now = w->after[k] + w->after[k + b];
      z[k] = (old * z[k] - 2 * (carried[k] - carried[k - a])) / now;
    }
  }
}

INLINE void transport(const sweep *w, int vertical, double *mass_flux, double *carried,
                      double *along, double *across) {
  mass_fluxes(w, vertical, mass_flux);
  along_fluxes(w, vertical, mass_flux, along, carried);
  along_update(w, vertical, carried, along);
  across_fluxes(w, vertical, mass_flux, across, carried);
  across_update(w, vertical, carried, across);
}

// Momentum moves with the very mass fluxes of the sweep, averaged to the control volumes of the
// components, so that a uniform velocity stays uniform whatever the densities (Rudman 1998, Int. J.
// Numer. Methods Fluids 28, 357; averaging instead of his twice finer grid).
FLOW_KERNEL
void flow_twophase_transport(const flow_grid *g, int direction, const flow_fluids *fluids,
                             const double *velocity, double step, const double *flux,
                             const double *indicator, const double *mass_before,
                             const double *mass_after, double *mass_flux, double *carried,
                             double *along, double *across) {
  const sweep w = {g,    fluids->air_density, fluids->water_density - fluids->air_density,
                   step, velocity,            flux,
                   indicator, mass_before, mass_after};
  if (direction)
    transport(&w, 1, mass_flux, carried, along, across);
  else
    transport(&w, 0, mass_flux, carried, along, across);
}

FLOW_KERNEL
void flow_twophase_conductances(const flow_grid *g, const double *restrict mass,
                                const double *restrict open_u, const double *restrict open_v,
                                double *restrict east, double *restrict north) {
  const long nx = g->columns, ny = g->rows, s = g->stride;
  for (long j = 1; j <= ny; j++) {
    const double height = g->row_height[j - 1];
    for (long i = 0; i <= nx; i++) {
      const long k = j * s + i, a = i < 1 ? 1 : 0, b = i < nx ? 1 : 0;
      const double width = width_at(g->column_width, i, nx) + width_at(g->column_width, i + 1, nx);
      const double density = (mass[k + a] + mass[k + b]) / (height * width);
      east[k] = open_u[k] * height * g->column_gap[i] / density;
    }
  }
  for (long j = 0; j <= ny; j++) {
    const double height = width_at(g->row_height, j, ny) + width_at(g->row_height, j + 1, ny);
    const long a = j < 1 ? s : 0, b = j < ny ? s : 0;
    for (long i = 1; i <= nx; i++) {
      const long k = j * s + i;
      const double width = g->column_width[i - 1];
      const double density = (mass[k + a] + mass[k + b]) / (height * width);
      north[k] = open_v[k] * width * g->row_gap[j] / density;
    }
  }
}

FLOW_KERNEL
void flow_twophase_gradient(const flow_grid *g, const double *restrict east,
                            const double *restrict north, const double *restrict p,
                            double *restrict gradient_u, double *restrict gradient_v) {
  const long nx = g->columns, ny = g->rows, s = g->stride;
  for (long j = 1; j <= ny; j++) {
    const double scale = g->inverse_row_height[j - 1];
    for (long i = 0; i <= nx; i++) {
      const long k = j * s + i;
      gradient_u[k] = scale * east[k] * (p[k + 1] - p[k]);
    }
  }
  for (long j = 0; j <= ny; j++) {
    for (long i = 1; i <= nx; i++) {
      const long k = j * s + i;
      gradient_v[k] = g->inverse_column_width[i - 1] * north[k] * (p[k + s] - p[k]);
    }
  }
}

FLOW_KERNEL
void flow_twophase_source(const flow_grid *g, const double *restrict u, const double *restrict v,
                          double scale, double *restrict source) {
  const long s = g->stride;
  for (long j = 1; j <= g->rows; j++) {
    const double height = g->row_height[j - 1];
    for (long i = 1; i <= g->columns; i++) {
      const long k = j * s + i;
      source[k] = -scale * ((u[k] - u[k - 1]) * height + (v[k] - v[k - s]) * g->column_width[i - 1]);
    }
  }
}

FLOW_KERNEL
void flow_twophase_buoyancy(const flow_grid *g, const flow_fluids *fluids,
                            const double *restrict mass, double impulse, double *restrict v) {
  const long s = g->stride;
  for (long j = 1; j < g->rows; j++) {
    const double height = g->row_height[j - 1] + g->row_height[j];
    for (long i = 1; i <= g->columns; i++) {
      const long k = j * s + i;
      const double air = fluids->air_density * height * g->column_width[i - 1];
      v[k] += impulse * (1 - air / (mass[k] + mass[k + s]));
    }
  }
}
