#include "shape.h"

void assay_convolution_output(const assay_convolution *c, size_t output[3]) {
  for (int d = 0; d < 3; d++)
    output[d] = (c->input[d] + 2 * c->padding[d] - c->dilation[d] * (c->kernel[d] - 1) - 1) /
                    c->stride[d] + 1;
}
