// What one step of a stochastic solver does with flat states, for float (_f32) and double (_f64),
// and the Brownian increments that drive it, in double. T is the precision of the state; step sizes
// and coefficients are double and rounded to T once they are multiplied.
#ifndef ASSAY_CKERNELS_STOCHASTIC_H
#define ASSAY_CKERNELS_STOCHASTIC_H
#include <stddef.h>
#include <stdint.h>

// The most stages of a stochastic Runge-Kutta method.
#define ASSAY_MOST_STOCHASTIC_STAGES 4

#define ASSAY_STOCHASTIC_KERNELS(T, P)                                                             \
  /* Both arguments of a stage from the `earlier` rates k and diffusions g before it (at most 3):  \
     drift = y + h sum a0_j k_j + chi sum b0_j g_j, diffusion = y + h sum a1_j k_j +               \
     sqrt(h) sum b1_j g_j; rows holds a0, b0, a1, b1, `earlier` numbers each */                    \
  void assay_stochastic_stage_##P(size_t n, size_t earlier, double h, const double *rows,          \
                                  const T *y, const T *chi, const T *const *k, const T *const *g,  \
                                  T *drift, T *diffusion);                                         \
  /* result = y + h sum alpha_j k_j + sum_m factor_m sum_j beta_m,j g_j of four factors, and       \
     error = h sum k_j + the same sum over the last two factors; weights holds alpha, then beta_1  \
     to beta_4, `stages` numbers each, 1 to 4 */                                                   \
  void assay_stochastic_result_##P(size_t n, size_t stages, double h, const double *weights,       \
                                   const T *y, const T *const *k, const T *const *g,               \
                                   const T *const *factors, T *result, T *error);                  \
  /* The cotangents of a stage's k and g from v of the result, e of the error (null: zero), and    \
     those of the arguments of the `later` stages (at most 3):                                     \
     kbar = h (alpha v + e + sum a0_l drift_l + sum a1_l diffusion_l),                             \
     gbar = (sum_m beta_m factor_m) v + (beta_3 factor_3 + beta_4 factor_4) e                      \
     + factor_3 sum b0_l drift_l + sqrt(h) sum b1_l diffusion_l;                                   \
     weights holds alpha, beta_1 to beta_4, then a0, b0, a1, b1, `later` numbers each */           \
  void assay_stochastic_cotangents_##P(size_t n, size_t later, double h, const double *weights,    \
                                       const T *v, const T *e, const T *const *factors,            \
                                       const T *const *drift, const T *const *diffusion, T *kbar,  \
                                       T *gbar);                                                   \
  /* out = |f1 - f0| + 3 (|g0| + |g1|) */                                                          \
  void assay_stochastic_change_##P(size_t n, const T *f0, const T *f1, const T *g0, const T *g1,   \
                                   T *out);

ASSAY_STOCHASTIC_KERNELS(float, f32)
ASSAY_STOCHASTIC_KERNELS(double, f64)

// w = I(1) and a = I(1,0) of n independent motions over h: w ~ N(0, h), a = h (w/2 + H) with
// H ~ N(0, h/12). Two normal numbers of 52 bits for each motion by Box & Muller's formula from the
// SplitMix64 sequence of `seed` (Steele, Lea & Flood 2014): numbers 2 i + 1 and 2 i + 2 for motion i.
void assay_brownian_increments_f64(size_t n, double h, uint64_t seed, double *w, double *a);
// The parts of w and a over h before and after theta h, 0 < theta < 1, from their law given both.
void assay_brownian_split_f64(size_t n, double h, double theta, uint64_t seed, const double *w,
                              const double *a, double *w1, double *a1, double *w2, double *a2);
#endif
