// Float: its constants and polynomials (coefficients.py in Tests/References/functions made them).
#ifndef ASSAY_FUNCTIONS_SINGLE_H
#define ASSAY_FUNCTIONS_SINGLE_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../clones.h"
#define T float
#define BITS uint32_t
#define NAME(name) assay_##name##_f32
#define OF(name) name##_single
#define MANTISSA 23
#define BIAS 127
#define ROUNDER 12582912.0f          // 1.5 * 2^23: adding it rounds to an integer
#define BIASED_INTEGER 0x4B000000u   // the bits of 2^23, whose last bits hold an integer
#define SQRT_HALF_BITS 0x3F3504F3u
#define SIGN_BIT 0x80000000u
#define SMALLEST_NORMAL 0x1p-126f
#define EXP_LOWEST -115.0f    // below it |x| e^x is less than half of the smallest subnormal
#define EXP_HIGHEST 89.0f     // above it e^x overflows
#define EXPM1_LOWEST -20.0f   // below it e^x - 1 is -1
#define LOG2E 1.44269504f
#define LN2_HIGH 0x1.62e4p-1f   // 15 bits: n LN2_HIGH is exact
#define LN2_LOW 0x1.7f7d1cp-20f
#define NORMAL_LIMIT 15.0f      // Phi(-15) underflows
#define UPPER_HALF 0xFFFFF000u  // keeps 12 bits of the mantissa, whose square is exact
#define MILLS_CENTRE 2.5f
#define TRIGONOMETRIC_LIMIT 268435456.0f  // 2^28

#define REAL_ROOT __builtin_sqrtf
#define MAGNITUDE __builtin_fabsf
#define WITH_SIGN_OF(magnitude, sign) __builtin_copysignf(magnitude, sign)

ASSAY_INLINE float exp_rest_single(float r) {
  return (((0.00139262504f * r + 0.00836323295f) * r + 0.0416665524f) * r + 0.166665763f) * r + 0.5f;
}

ASSAY_INLINE float log_rest_single(float z) {
  return (0.295809865f * z + 0.399887592f) * z + 0.666666865f;
}

ASSAY_INLINE float sin_rest_single(float z) {
  return (-0.00019587639f * z + 0.00833274703f) * z - 0.166666642f;
}

ASSAY_INLINE float cos_rest_single(float z) {
  return (2.45476895e-05f * z - 0.00138883013f) * z + 0.0416666642f;
}

ASSAY_INLINE float erf_rest_single(float z) {
  float p = -0.000675647985f * z + 0.00511533208f;
  return (((p * z - 0.0268351138f) * z + 0.112833865f) * z - 0.3761262f) * z + 0.128379166f;
}

ASSAY_INLINE float cdf_rest_single(float z) {
  float p = -7.66053836e-06f * z + 0.000113502298f;
  return (((p * z - 0.00118634396f) * z + 0.00997332856f) * z - 0.0664903596f) * z + 0.398942292f;
}

ASSAY_INLINE float mills_single(float t) {
  float p = (-0.000159000279f * t - 0.000314589182f) * t + 0.000684056489f;
  p = ((p * t + 0.00252684625f) * t - 0.00159969798f) * t - 0.0163870901f;
  p = ((p * t + 0.00923550781f) * t + 0.131987065f) * t - 0.433691978f;
  return p * t + 0.706656635f;
}

// a = n pi/2 + r with |r| <= pi/4, for 0 <= a <= 2^28; returns n, whose last two bits count.
// In double: n times either of the two parts of 25 bits is exact.
ASSAY_INLINE uint32_t quarter_turns_single(float a, float *r) {
  const double rounder = 6755399441055744.0;
  double x = (double)a;
  double shifted = x * 0x1.45f306dc9c883p-1 + rounder;
  double n = shifted - rounder;
  *r = (float)(((x - n * 0x1.921fb5p+0) - n * 0x1.110b46p-26) - n * 0x1.1a62633145c07p-54);
  uint64_t bits;
  memcpy(&bits, &shifted, sizeof bits);
  return (uint32_t)bits;
}
#endif
