#include <math.h>

#include "CKernels.h"
#include "clones.h"

ASSAY_CLONES void assay_adam(
    size_t n, assay_adam_constants k, const float *g, float *m, float *v, float *w) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) {
    m[i] = k.beta1 * m[i] + k.complement1 * g[i];
    v[i] = k.beta2 * v[i] + k.complement2 * g[i] * g[i];
    w[i] -= k.step * m[i] / (sqrtf(v[i]) / k.root + k.epsilon);
  }
}
