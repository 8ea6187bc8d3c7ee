#include "CKernelsFlow.h"
#include "flow_kernel.h"

FLOW_KERNEL
void flow_divergence(const flow_grid *g, const double *restrict u_all,
                     const double *restrict v_all, double *restrict out) {
  const long nx = g->columns, s = g->stride;
  const double *restrict inverse = g->inverse_column_width;
  for (long j = 0; j < g->rows; j++) {
    const double *restrict u = u_all + (j + 1) * s, *restrict v = v_all + j * s + 1;
    const double *restrict above = v + s;
    const double vertical = g->inverse_row_height[j];
    double *restrict row = out + j * nx;
    for (long i = 0; i < nx; i++)
      row[i] = (u[i + 1] - u[i]) * inverse[i] + (above[i] - v[i]) * vertical;
  }
}

FLOW_KERNEL
void flow_correct(const flow_grid *g, double *restrict u_all, double *restrict v_all,
                  const double *restrict potential, double *restrict p, double step) {
  const long nx = g->columns, s = g->stride;
  const double *restrict gap = g->column_gap;
  const double per_step = 1.0 / step;
  for (long j = 0; j < g->rows; j++) {
    const double *restrict q = potential + j * nx;
    double *restrict u = u_all + (j + 1) * s, *restrict pressure = p + j * nx;
    for (long i = 1; i < nx; i++) u[i] += gap[i] * (q[i] - q[i - 1]);
    for (long i = 0; i < nx; i++) pressure[i] -= per_step * q[i];
    if (j == 0) continue;
    const double *restrict under = q - nx;
    double *restrict v = v_all + j * s + 1;
    const double scale = g->row_gap[j];
    for (long i = 0; i < nx; i++) v[i] += scale * (q[i] - under[i]);
  }
}
