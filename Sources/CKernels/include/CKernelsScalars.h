// Functions of single numbers: the C library's, whose last bit depends on the CPU, or in the portable
// mode (CKernelsMode.h) those of CKernelsMath.h, which are a little less exact and the same everywhere.
#ifndef ASSAY_CKERNELS_SCALARS_H
#define ASSAY_CKERNELS_SCALARS_H

double assay_scalar_log(double x);
double assay_scalar_sin(double x);
double assay_scalar_cos(double x);
// x^y for x > 0; in the portable mode e^(y log x), off by about 1 + |y log x| ulp
double assay_scalar_power(double x, double y);

#endif
