#include "CKernelsFlow.h"

// A few hundred points beside a body: plain loops, not worth a vector version.

void flow_wall_viscosity(long count, const long *points, const double *coefficients, long stride,
                         double viscosity, const double *field, double *rate) {
  for (long k = 0; k < count; k++) {
    const double *f = field + points[k], *c = coefficients + 5 * k;
    rate[points[k]] +=
        viscosity * (c[0] * f[0] + c[1] * f[1] + c[2] * f[-1] + c[3] * f[stride] + c[4] * f[-stride]);
  }
}

void flow_wall_friction(long count, const long *points, const double *friction, double step,
                        double *field) {
  for (long k = 0; k < count; k++) field[points[k]] /= 1.0 + step * friction[k];
}

void flow_cut_divergence(const flow_grid *g, long count, const long *cells, const double *openings,
                         const double *u, const double *v, double *out) {
  for (long k = 0; k < count; k++) {
    const long j = cells[k] / g->columns, i = cells[k] % g->columns;
    const double *open = openings + 4 * k;
    const double *horizontal = u + (j + 1) * g->stride + i, *vertical = v + j * g->stride + i + 1;
    out[cells[k]] =
        (open[0] * horizontal[1] - open[1] * horizontal[0]) * g->inverse_column_width[i] +
        (open[2] * vertical[g->stride] - open[3] * vertical[0]) * g->inverse_row_height[j];
  }
}
