#include "CKernelsTwoPhase.h"
#include "../flow_kernel.h"

void flow_twophase_viscosities(const flow_grid *g, const flow_fluids *fluids,
                               const double *restrict f, double *restrict cell,
                               double *restrict corner) {
  const long nx = g->columns, ny = g->rows, s = g->stride;
  const double air = fluids->air_viscosity, excess = fluids->water_viscosity - air;
  for (long k = 0; k < (ny + 2) * s; k++) cell[k] = air + excess * f[k];
  for (long j = 0; j <= ny; j++) {
    for (long i = 0; i <= nx; i++) {
      const long k = j * s + i;
      const double lower = (cell[k] + cell[k + 1]) / (cell[k] * cell[k + 1]);
      const double upper = (cell[k + s] + cell[k + s + 1]) / (cell[k + s] * cell[k + s + 1]);
      corner[k] = 4 / (lower + upper);
    }
  }
}

FLOW_KERNEL
void flow_twophase_viscous_links(const flow_grid *g, int direction, const double *restrict cell,
                                 const double *restrict corner, const double *restrict mass,
                                 double per_step, double *restrict weight, double *restrict east,
                                 double *restrict north) {
  const long nx = g->columns, ny = g->rows, s = g->stride;
  const long a = direction ? s : 1;
  for (long j = 0; j <= ny; j++) {
    for (long i = 0; i <= nx; i++) {
      const long k = j * s + i;
      weight[k] = 0.5 * per_step * (mass[k] + mass[k + a]);
      if (direction) {
        const double up = j < ny ? 2 * cell[k + s] * g->inverse_row_height[j] : 0;
        north[k] = i > 0 ? up * g->column_width[i - 1] : 0;
        east[k] = corner[k] * g->column_gap[i] / g->row_gap[j];
      } else {
        const double right = i < nx ? 2 * cell[k + 1] * g->inverse_column_width[i] : 0;
        east[k] = j > 0 ? right * g->row_height[j - 1] : 0;
        north[k] = corner[k] * g->row_gap[j] / g->column_gap[i];
      }
    }
  }
}

FLOW_KERNEL
void flow_twophase_viscous_right(const flow_grid *g, int direction, const double *restrict corner,
                                 const double *restrict weight, const double *restrict component,
                                 const double *restrict other, double *restrict right) {
  const long s = g->stride, a = direction ? s : 1, b = direction ? 1 : s;
  const long last_row = direction ? g->rows - 1 : g->rows;
  const long last_column = direction ? g->columns : g->columns - 1;
  for (long j = 1; j <= last_row; j++) {
    for (long i = 1; i <= last_column; i++) {
      const long k = j * s + i;
      const double next = corner[k] * (other[k + a] - other[k]);
      const double before = corner[k - b] * (other[k - b + a] - other[k - b]);
      right[k] = weight[k] * component[k] + next - before;
    }
  }
}
