// Vectorised loops of our own. Every function resolves at load time to the clone for the CPU at
// hand; since no clone contracts a*b+c and every sum has a fixed order, all clones give one result.
#ifndef ASSAY_CKERNELS_H
#define ASSAY_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

// Elementwise: y may be x.

// y += a x
void assay_axpy(size_t n, float a, const float *x, float *y);
// y = a x
void assay_scale(size_t n, float a, const float *x, float *y);
// y = a + b
void assay_sum(size_t n, const float *a, const float *b, float *y);
// y = a b
void assay_multiply(size_t n, const float *a, const float *b, float *y);
// y += a b
void assay_multiply_add(size_t n, const float *a, const float *b, float *y);
// z[r][c] += bias[r]
void assay_bias_rows(size_t rows, size_t columns, const float *bias, float *z);
// z[r][c] += bias[c]
void assay_bias_columns(size_t rows, size_t columns, const float *bias, float *z);
// z[c][r] = x[r][c]
void assay_transpose(size_t rows, size_t columns, const float *x, float *z);
// z[c][r] += x[r][c]
void assay_transpose_add(size_t rows, size_t columns, const float *x, float *z);

// Activations.

// y = max(x, 0); NaN stays NaN
void assay_relu(size_t n, const float *x, float *y);
// gradient = y > 0 ? gradient : 0, with y the output of assay_relu
void assay_relu_backward(size_t n, const float *y, float *gradient);
// y = x Phi(x), the exact GELU (Hendrycks & Gimpel 2016), absolute error of Phi < 2e-7
void assay_gelu(size_t n, const float *x, float *y);
// y = x Phi(x) and x <- Phi(x) + x phi(x), its derivative
void assay_gelu_with_derivative(size_t n, float *x, float *y);

// Reductions, in double with fixed partial sums.

// sum x^2
double assay_square_sum(size_t n, const float *x);
// sum (a - b)^2
double assay_square_difference_sum(size_t n, const float *a, const float *b);
// sums[r] += sum over c of x[r][c]
void assay_row_sums(size_t rows, size_t columns, const float *x, float *sums);
// sums[c] += sum over r of x[r][c]
void assay_column_sums(size_t rows, size_t columns, const float *x, float *sums);

// y = a (p - q)
void assay_scaled_difference(size_t n, float a, const float *p, const float *q, float *y);
// y += a (p - q)
void assay_scaled_difference_add(size_t n, float a, const float *p, const float *q, float *y);

// One step of Adam (Kingma & Ba 2015, algorithm 1, in the form of torch.optim.Adam):
// m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, w -= step m / (sqrt(v) / root + epsilon)
// with step = rate / (1 - b1^t) and root = sqrt(1 - b2^t). The complements 1 - b are given, since
// 1 - 0.999f is 5e-5 off.
typedef struct {
  float step, beta1, complement1, beta2, complement2, epsilon, root;
} assay_adam_constants;
void assay_adam(size_t n, assay_adam_constants k, const float *g, float *m, float *v, float *w);

// Spectral layer: moves between transforms of one sample and mode-major planes of a batch.
//
// `rows` = number of k1, `modes` = number of k2, `channels` contiguous. A transform has the shape
// [2 rows][2 modes][channels]: the first `rows` rows belong to cos(k1 h), the others to sin(k1 h);
// the first `modes` columns are real parts, the others imaginary parts. A plane has one block per
// mode (k1 k2), `block` floats apart; `real` and `imaginary` point at the sample's rows in block 0.
typedef struct {
  size_t rows, modes, channels, block;
} assay_spectrum;

// (cos - i sin) T: real rows to `real`, imaginary rows to `imaginary`
void assay_spectrum_pack(assay_spectrum s, const float *transform, float *real, float *imaginary);
// as above, doubled: [re | im] to `real`, [im | -re] to `imaginary`
void assay_spectrum_pack_doubled(
    assay_spectrum s, const float *transform, float *real, float *imaginary);
// the transform whose product with [cos; sin] is (cos + i sin) X, from real and imaginary rows
void assay_spectrum_unpack(
    assay_spectrum s, const float *real, const float *imaginary, float *transform);
// as above from the products [Xr Wr | Xr Wi] and [Xi Wr | Xi Wi]
void assay_spectrum_unpack_products(
    assay_spectrum s, const float *real, const float *imaginary, float *transform);

#endif
