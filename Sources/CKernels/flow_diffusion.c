#include "CKernelsFlow.h"
#include "flow_kernel.h"

FLOW_KERNEL
static void diffuse_u(const flow_grid *g, double viscosity, const double *restrict u_all,
                      double *restrict rate) {
  const long nx = g->columns, s = g->stride;
  const double *restrict inverse = g->inverse_column_width, *restrict gap = g->column_gap;
  for (long j = 1; j <= g->rows; j++) {
    const double *restrict u = u_all + j * s, *restrict below = u - s, *restrict above = u + s;
    const double south = g->inverse_row_height[j - 1] * g->row_gap[j - 1];
    const double north = g->inverse_row_height[j - 1] * g->row_gap[j];
    double *restrict r = rate + j * s;
    for (long i = 1; i < nx; i++) {
      const double along = (u[i + 1] - u[i]) * inverse[i] - (u[i] - u[i - 1]) * inverse[i - 1];
      const double across = (above[i] - u[i]) * north - (u[i] - below[i]) * south;
      r[i] += viscosity * (gap[i] * along + across);
    }
  }
}

FLOW_KERNEL
static void diffuse_v(const flow_grid *g, double viscosity, const double *restrict v_all,
                      double *restrict rate) {
  const long nx = g->columns, s = g->stride;
  const double *restrict inverse = g->inverse_column_width, *restrict gap = g->column_gap;
  for (long j = 1; j < g->rows; j++) {
    const double *restrict v = v_all + j * s, *restrict below = v - s, *restrict above = v + s;
    const double south = g->row_gap[j] * g->inverse_row_height[j - 1];
    const double north = g->row_gap[j] * g->inverse_row_height[j];
    double *restrict r = rate + j * s;
    for (long i = 1; i <= nx; i++) {
      const double across = (v[i + 1] - v[i]) * gap[i] - (v[i] - v[i - 1]) * gap[i - 1];
      const double along = (above[i] - v[i]) * north - (v[i] - below[i]) * south;
      r[i] += viscosity * (inverse[i - 1] * across + along);
    }
  }
}

void flow_diffusion(const flow_grid *grid, double viscosity, const double *u, const double *v,
                    double *rate_u, double *rate_v) {
  diffuse_u(grid, viscosity, u, rate_u);
  diffuse_v(grid, viscosity, v, rate_v);
}
