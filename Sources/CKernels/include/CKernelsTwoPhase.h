/// Kernels of the flow of two immiscible fluids on the grid of CKernelsFlow.h.
///
/// Cells have the layout of the velocities, with a ring of ghosts: cell (i, j), i = 1...nx and
/// j = 1...ny, lies at k = j * stride + i; u[k] is the velocity on the face between cells k and k + 1,
/// v[k] on the face between k and k + stride. A `direction` is 0 for x and 1 for y. Volumes are per
/// metre of depth, fluxes are volumes that cross a face in a step.
#ifndef ASSAY_CKERNELS_TWO_PHASE_H
#define ASSAY_CKERNELS_TWO_PHASE_H

#include "CKernelsFlow.h"

typedef struct {
  double water_density, air_density, water_viscosity, air_viscosity;
} flow_fluids;

/// indicator = 1 where f > 1/2, else 0, ghosts included.
void flow_vof_indicator(const flow_grid *grid, const double *f, double *indicator);

/// The volume of water that crosses each face of one direction in `step`: the part of the donating
/// cell's water, behind a straight interface, that the velocity sweeps over the face.
void flow_vof_fluxes(const flow_grid *grid, int direction, const double *f, const double *velocity,
                     double step, double *flux);

/// f += (inflow - outflow) / volume + indicator * (d velocity / d direction) * step.
void flow_vof_advance(const flow_grid *grid, int direction, const double *indicator,
                      const double *velocity, const double *flux, double step, double *f);

/// mass = volume * density of the mixture, ghosts included.
void flow_twophase_masses(const flow_grid *grid, const flow_fluids *fluids, const double *f,
                          double *mass);

/// One sweep of the momentum along with the mass that flow_vof_advance moved. `along` is the component
/// in the sweep's direction, `across` the other; both are replaced on the inner faces. `mass_flux`
/// and `carried` are scratch of the size of a component.
void flow_twophase_transport(const flow_grid *grid, int direction, const flow_fluids *fluids,
                             const double *velocity, double step, const double *flux,
                             const double *indicator, const double *mass_before,
                             const double *mass_after, double *mass_flux, double *carried,
                             double *along, double *across);

/// east, north = open * face length / (distance of the centres * density on the face).
void flow_twophase_conductances(const flow_grid *grid, const double *mass, const double *open_u,
                                const double *open_v, double *east, double *north);

/// The acceleration grad(p) / density on all faces, from those conductances.
void flow_twophase_gradient(const flow_grid *grid, const double *east, const double *north,
                            const double *p, double *gradient_u, double *gradient_v);

/// source = -(outflow of each cell) * scale, ghosts untouched.
void flow_twophase_source(const flow_grid *grid, const double *u, const double *v, double scale,
                          double *source);

/// v += step * gravity * (1 - air density / density) on the inner horizontal faces.
void flow_twophase_buoyancy(const flow_grid *grid, const flow_fluids *fluids, const double *mass,
                            double impulse, double *v);

/// Viscosities: in cells the arithmetic mean of the fluids', at corners (upper right of a cell) the
/// harmonic mean of the four cells'.
void flow_twophase_viscosities(const flow_grid *grid, const flow_fluids *fluids, const double *f,
                               double *cell, double *corner);

/// The stencil of -div(2 mu grad) of one component, integrated over its control volumes: links to
/// the next unknown in x and y; `weight` = mass / step. `direction` tells the component.
void flow_twophase_viscous_links(const flow_grid *grid, int direction, const double *cell,
                                 const double *corner, const double *mass, double per_step,
                                 double *weight, double *east, double *north);

/// right = weight * component + the part of the viscous force that couples the components.
void flow_twophase_viscous_right(const flow_grid *grid, int direction, const double *corner,
                                 const double *weight, const double *component,
                                 const double *other, double *right);

/// A symmetric five-point operator on unknowns (1...columns, 1...rows):
/// (A x)[k] = weight[k] x[k] + sum over the four links of link * (x[k] - neighbour).
typedef struct {
  long columns, rows, stride;
  const double *weight, *east, *north;
} flow_stencil;

/// y = A x on the unknowns; other entries of y are untouched. A null weight is 0.
void flow_stencil_apply(const flow_stencil *stencil, const double *x, double *y);
/// inverse = 1 / diagonal on the unknowns, 0 where the diagonal is 0.
void flow_stencil_inverse_diagonal(const flow_stencil *stencil, double *inverse);
/// The largest of sum of links / weight: twice it bounds the spectrum of an explicit step.
double flow_stencil_largest_ratio(const flow_stencil *stencil);
/// x[k] += (right - A x)[k] / weight[k] with the links' part of A x from `x` before.
void flow_stencil_explicit(const flow_stencil *stencil, const double *right, double *scratch,
                           double *x);

/// One grid of a hierarchy; level k + 1 joins cells of level k in pairs along x, y or both.
typedef struct {
  long columns, rows, stride;
  int pairs_x, pairs_y;
  double *east, *north, *inverse, *x, *b, *r;
} flow_level;

/// Fills the links of the coarser levels and all inverse diagonals from the links of level 0.
void flow_levels_prepare(const flow_level *levels, long count);
/// z = M r: one symmetric V-cycle; ghosts of z are 0.
void flow_levels_cycle(const flow_level *levels, long count, const double *r, double *z);

#endif
