// Convolution of batches in 1, 2 or 3 dimensions, in float (_f32) and double (_f64).
//
// Images are [batch][channels][depth][height][width], weights [output][input / groups][kd][kh][kw], as
// in PyTorch; an absent dimension has the extent, kernel, stride and dilation 1 and the padding 0. What
// is computed is the cross-correlation
//   y[n][o][q] = bias[o] + sum over i, k of w[o][i][k] x[n][i][stride q + dilation k - padding].
// The transposed convolution is backward_data with the roles of x and y exchanged (weights
// [input][output / groups]...), its gradients are forward and backward_weights.
//
// 3 x 3 kernels in steps of one pixel between 8 channels and more go by Winograd's transforms: errors
// of y and gx are no larger than those of sums, errors of gw up to five times as large (in float, some
// 1e-5 for sums of 16,384 products of numbers below 1/2). Elsewhere sums run over i and k in the order
// of the weights. Fused operations are used where the CPU has them, so bits depend on the instruction
// set, unless assay_use_portable_kernels was called. Accumulation in the precision at hand;
// backward_weights folds its partial sums in double.
#ifndef ASSAY_CKERNELS_CONVOLUTION_H
#define ASSAY_CKERNELS_CONVOLUTION_H

#include <stddef.h>

// What lies outside of the image: zeros, the nearest pixel, or the image again (padding < extent).
enum { assay_padding_zero = 0, assay_padding_replicate = 1, assay_padding_periodic = 2 };

typedef struct {
  size_t batch, groups, input_channels, output_channels;
  size_t input[3], kernel[3], stride[3], dilation[3], padding[3];
  int padding_mode;
} assay_convolution;

// output[d] = (input + 2 padding - dilation (kernel - 1) - 1) / stride + 1
void assay_convolution_output(const assay_convolution *c, size_t output[3]);

// Numbers of scratch that any of the three functions needs for `c`.
size_t assay_convolution_scratch_f32(const assay_convolution *c);
size_t assay_convolution_scratch_f64(const assay_convolution *c);

// y = the convolution of x; bias has output_channels numbers or is NULL
void assay_convolution_forward_f32(
    const assay_convolution *c, const float *x, const float *w, const float *bias, float *y,
    float *scratch);
void assay_convolution_forward_f64(
    const assay_convolution *c, const double *x, const double *w, const double *bias, double *y,
    double *scratch);

// gx = (accumulate: +=) the gradient by x of a loss whose gradient by y is gy
void assay_convolution_backward_data_f32(
    const assay_convolution *c, const float *gy, const float *w, int accumulate, float *gx,
    float *scratch);
void assay_convolution_backward_data_f64(
    const assay_convolution *c, const double *gy, const double *w, int accumulate, double *gx,
    double *scratch);

// gw += the gradient by w
void assay_convolution_backward_weights_f32(
    const assay_convolution *c, const float *x, const float *gy, float *gw, float *scratch);
void assay_convolution_backward_weights_f64(
    const assay_convolution *c, const double *x, const double *gy, double *gw, double *scratch);

#endif
