/// Kernels of the incompressible flow solver on a staggered tensor-product grid.
///
/// Layout, with nx columns and ny rows of cells and one `stride` for both velocity components:
///   u[j * stride + i]  horizontal velocity on vertical face i = 0...nx, in row j = 1...ny;
///                      rows 0 and ny + 1 hold the values on the bottom and top walls
///   v[j * stride + i]  vertical velocity on horizontal face j = 0...ny, in column i = 1...nx;
///                      columns 0 and nx + 1 hold the values on the left and right walls
///   p[j * nx + i]      pressure divided by density in cell (i, j), dense
/// The kernels write interior faces only; walls belong to the caller.
#ifndef ASSAY_CKERNELS_FLOW_H
#define ASSAY_CKERNELS_FLOW_H

/// Metrics of the grid. `*_gap` is the inverse distance between neighbouring cell centres across a
/// face (at a wall: between the wall and the nearest centre); `*_before` and `*_after` are the
/// weights of the two values that a face averages (one half each; on a wall only the wall value).
typedef struct {
  long columns, rows, stride;
  const double *column_width, *row_height;
  const double *inverse_column_width, *inverse_row_height;
  const double *column_gap, *row_gap;
  const double *column_before, *column_after, *row_before, *row_after;
} flow_grid;

/// rate_u, rate_v = -div(velocity velocity), second-order central, energy conserving.
void flow_advection(const flow_grid *grid, const double *u, const double *v, double *rate_u,
                    double *rate_v);

/// rate_u, rate_v += viscosity * laplacian(velocity).
void flow_diffusion(const flow_grid *grid, double viscosity, const double *u, const double *v,
                    double *rate_u, double *rate_v);

/// out = sum over k < count of weights[k] * terms[k], minus slope * grad(p); count = 2...5.
void flow_combine_u(const flow_grid *grid, double *out, int count, const double *const *terms,
                    const double *weights, double slope, const double *p);
void flow_combine_v(const flow_grid *grid, double *out, int count, const double *const *terms,
                    const double *weights, double slope, const double *p);

/// out[j * nx + i] = divergence of the velocity in cell (i, j).
void flow_divergence(const flow_grid *grid, const double *u, const double *v, double *out);

/// velocity += grad(potential); p -= potential / step: the potential solves -laplacian = divergence.
void flow_correct(const flow_grid *grid, double *u, double *v, const double *potential, double *p,
                  double step);

/// Beside a body: rate[point] += viscosity times the sum of five coefficients times the point and its
/// right, left, upper and lower neighbours.
void flow_wall_viscosity(long count, const long *points, const double *coefficients, long stride,
                         double viscosity, const double *field, double *rate);
/// field[point] /= 1 + step * friction: the friction of a near wall, taken at the end of the step.
void flow_wall_friction(long count, const long *points, const double *friction, double step,
                        double *field);
/// Overwrites the divergence of the listed cells, whose right, left, upper and lower faces are open to
/// the given parts.
void flow_cut_divergence(const flow_grid *grid, long count, const long *cells,
                         const double *openings, const double *u, const double *v, double *out);

/// The largest |u| / width + |v| / height over the cells: the convective rate per unit time.
double flow_convective_rate(const flow_grid *grid, const double *u, const double *v);

/// The largest absolute difference of two arrays.
double flow_largest_change(long count, const double *a, const double *b);

/// even[k] = f[k] + f[n-1-k], odd[k] = f[k] - f[n-1-k] in each row; the middle of an odd n is copied.
void flow_fold(long rows, long n, const double *f, long stride, double *even, double *odd);
/// f[k] = even[k] + odd[k], f[n-1-k] = even[k] - odd[k]; the inverse of fold up to a factor 2.
void flow_unfold(long rows, long n, const double *even, const double *odd, double *f, long stride);
/// The same across rows: even[k * count + i] = f[k * stride + i] + f[(n-1-k) * stride + i], and so on.
void flow_fold_rows(long n, long count, const double *f, long stride, double *even, double *odd);
void flow_unfold_rows(long n, long count, const double *even, const double *odd, double *f,
                      long stride);

/// Inverse pivots of `modes` tridiagonal systems of `rows` unknowns that share their off-diagonals:
/// row j is lower[j] x[j-1] + (diagonal[j] + shift[m]) x[j] + upper[j] x[j+1].
void flow_tridiagonal_factor(long rows, long modes, const double *lower, const double *diagonal,
                             const double *upper, const double *shift, double *inverse_pivot);
/// Solves those systems in place; x[j * modes + m], systems side by side.
void flow_tridiagonal_solve(long rows, long modes, const double *lower, const double *upper,
                            const double *inverse_pivot, double *x);

#endif
