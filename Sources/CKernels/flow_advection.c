#include "CKernelsFlow.h"
#include "flow_kernel.h"

// Divergence form with half-half averages and mass fluxes that are the mean of the two
// neighbouring cells' fluxes: skew-symmetric when the velocity is free of divergence, hence it
// neither makes nor destroys kinetic energy (Verstappen & Veldman 2003, J. Comput. Phys. 187).

FLOW_KERNEL
static void advect_u(const flow_grid *g, const double *restrict u_all, const double *restrict v_all,
                     double *restrict rate) {
  const long nx = g->columns, s = g->stride;
  const double *restrict width = g->column_width, *restrict gap = g->column_gap;
  for (long j = 1; j <= g->rows; j++) {
    const double *restrict u = u_all + j * s, *restrict below = u - s, *restrict above = u + s;
    const double *restrict vs = v_all + (j - 1) * s, *restrict vn = vs + s;
    const double sb = g->row_before[j - 1], sa = g->row_after[j - 1];
    const double nb = g->row_before[j], na = g->row_after[j];
    const double half = 0.5 * g->inverse_row_height[j - 1];
    double *restrict r = rate + j * s;
    for (long i = 1; i < nx; i++) {
      const double east = u[i] + u[i + 1], west = u[i - 1] + u[i];
      const double north = vn[i] * width[i - 1] + vn[i + 1] * width[i];
      const double south = vs[i] * width[i - 1] + vs[i + 1] * width[i];
      const double top = nb * u[i] + na * above[i], bottom = sb * below[i] + sa * u[i];
      r[i] = -gap[i] * (0.25 * (east * east - west * west) + half * (north * top - south * bottom));
    }
  }
}

FLOW_KERNEL
static void advect_v(const flow_grid *g, const double *restrict u_all, const double *restrict v_all,
                     double *restrict rate) {
  const long nx = g->columns, s = g->stride;
  const double *restrict inverse = g->inverse_column_width;
  const double *restrict before = g->column_before, *restrict after = g->column_after;
  for (long j = 1; j < g->rows; j++) {
    const double *restrict v = v_all + j * s, *restrict below = v - s, *restrict above = v + s;
    const double *restrict lower = u_all + j * s, *restrict upper = lower + s;
    const double hl = g->row_height[j - 1], hu = g->row_height[j], gap = -g->row_gap[j];
    double *restrict r = rate + j * s;
    for (long i = 1; i <= nx; i++) {
      const double north = v[i] + above[i], south = below[i] + v[i];
      const double east = lower[i] * hl + upper[i] * hu;
      const double west = lower[i - 1] * hl + upper[i - 1] * hu;
      const double right = before[i] * v[i] + after[i] * v[i + 1];
      const double left = before[i - 1] * v[i - 1] + after[i - 1] * v[i];
      r[i] = gap * (0.25 * (north * north - south * south) +
                    0.5 * inverse[i - 1] * (east * right - west * left));
    }
  }
}

void flow_advection(const flow_grid *grid, const double *u, const double *v, double *rate_u,
                    double *rate_v) {
  advect_u(grid, u, v, rate_u);
  advect_v(grid, u, v, rate_v);
}
