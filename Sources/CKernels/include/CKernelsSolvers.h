// What one step of a solver does with flat states, for float (_f32) and double (_f64). T is the
// precision of the state; times, step sizes, coefficients and sums are double.
#ifndef ASSAY_CKERNELS_SOLVERS_H
#define ASSAY_CKERNELS_SOLVERS_H
#include <stddef.h>

// The most terms that one combination takes.
#define ASSAY_MOST_TERMS 32

#define ASSAY_SOLVER_KERNELS(T, P)                                                                 \
  /* out_i = base_i + sum_j T(h w_j) term_j,i; base may be null (zero) or out; zero w_j are skipped \
   */                                                                                              \
  void assay_combine_##P(size_t n, size_t count, const T *base, double h, const double *weights,   \
                         const T *const *terms, T *out);                                           \
  /* sum_i (e_i / s_i)^2 with s_i = atol + rtol max(|u_i|, |v_i|) */                               \
  double assay_scaled_square_sum_##P(size_t n, const T *e, const T *u, const T *v, double atol,    \
                                     double rtol);                                                 \
  /* max_i |e_i / s_i|; NaN when one of them is */                                                 \
  double assay_scaled_maximum_##P(size_t n, const T *e, const T *u, const T *v, double atol,       \
                                  double rtol);                                                    \
  /* 1 when every x_i is finite, else 0 */                                                         \
  int assay_all_finite_##P(size_t n, const T *x);                                                  \
  /* The reverse of c sqrt(sum (e/s)^2)'s inside: g_i = c e_i / s_i^2; the part through s_i, which  \
     is -c rtol e_i^2 / s_i^3 sign, is added to du where |u_i| > |v_i|, to dv where |v_i| > |u_i|, \
     and halved to both where they are equal. */                                                   \
  void assay_error_cotangent_##P(size_t n, double c, const T *e, const T *u, const T *v,           \
                                 double atol, double rtol, T *g, T *du, T *dv);                    \
  /* The four random factors of a stochastic Runge-Kutta step from w = I(1) and a = I(1,0), both in \
     double: dw = w, double_integral = (w^2 - h) / (2 sqrt h), time_average = a / h,               \
     triple_integral = (w^3 - 3 w h) / (6 h) */                                                    \
  void assay_noise_factors_##P(size_t n, double h, const double *w, const double *a, T *dw,        \
                               T *double_integral, T *time_average, T *triple_integral);

ASSAY_SOLVER_KERNELS(float, f32)
ASSAY_SOLVER_KERNELS(double, f64)

// Vectors of n complex numbers as pairs. sum = sum_i x_i y_i, with x conjugated when sign is -1
void assay_pairs_dot_f64(size_t n, double sign, const double *x, const double *y, double *sum);
// y += (real + i imaginary) x
void assay_pairs_axpy_f64(size_t n, double real, double imaginary, const double *x, double *y);
// x *= real + i imaginary
void assay_pairs_scale_f64(size_t n, double real, double imaginary, double *x);
#endif
