#include "CKernelsScalars.h"

#include <math.h>

#include "CKernelsMath.h"
#include "CKernelsMode.h"

#define SCALAR(name)                                     \
  double assay_scalar_##name(double x) {                 \
    if (!assay_kernels_are_portable()) return name(x);   \
    double y;                                            \
    assay_##name##_f64(1, &x, &y);                       \
    return y;                                            \
  }

SCALAR(log)
SCALAR(sin)
SCALAR(cos)

double assay_scalar_power(double x, double y) {
  if (!assay_kernels_are_portable()) return pow(x, y);
  double exponent = y * assay_scalar_log(x), power;
  assay_exp_f64(1, &exponent, &power);
  return power;
}
