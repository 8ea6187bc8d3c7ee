#include <string.h>

#include "CKernels.h"
#include "clones.h"

#define ASSAY_TEMPLATE "templates/rectifier.inc"
#include "both_precisions.h"

// e^v for v <= 0: v = n ln 2 + r with |r| <= ln 2 / 2, e^r by its Taylor polynomial of degree 7
// (remainder below 6e-9), ln 2 split in two so that n ln 2 is exact. Relative error < 2e-7.
ASSAY_INLINE float exp_nonpositive(float v) {
  const float smallest = -87.0f;         // below it the result would be subnormal
  const float rounder = 12582912.0f;     // 1.5 * 2^23: adding it rounds to an integer
  const float log2e = 1.44269504f, ln2_high = 0.693359375f, ln2_low = -2.12194440e-4f;
  v = v < smallest ? smallest : v;
  float n = (v * log2e + rounder) - rounder;
  float r = (v - n * ln2_high) - n * ln2_low;
  float p = 1.0f / 5040.0f;
  p = p * r + 1.0f / 720.0f;
  p = p * r + 1.0f / 120.0f;
  p = p * r + 1.0f / 24.0f;
  p = p * r + 1.0f / 6.0f;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  uint32_t bits = (uint32_t)((int32_t)n + 127) << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return p * power;
}

// Phi(x) from e = exp(-x^2 / 2), by Abramowitz & Stegun 7.1.26 (|error of erf| <= 1.5e-7): with
// s = |x| / sqrt 2 and t = 1 / (1 + p s), erfc(s) = (a1 t + ... + a5 t^5) exp(-s^2).
ASSAY_INLINE float normal_cdf(float x, float e) {
  const float p = 0.3275911f * 0.70710678f;
  const float a1 = 0.254829592f, a2 = -0.284496736f, a3 = 1.421413741f, a4 = -1.453152027f,
              a5 = 1.061405429f;
  float t = 1.0f / (1.0f + p * (x < 0.0f ? -x : x));
  float tail = 0.5f * ((((a5 * t + a4) * t + a3) * t + a2) * t + a1) * t * e;
  return x < 0.0f ? tail : 1.0f - tail;
}

ASSAY_CLONES void assay_gelu_f32(size_t n, const float *x, float *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) {
    float z = x[i];
    y[i] = z * normal_cdf(z, exp_nonpositive(-0.5f * z * z));
  }
}

ASSAY_CLONES void assay_gelu_with_derivative_f32(size_t n, float *x, float *y) {
  const float inverse_root_two_pi = 0.39894228f;
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) {
    float z = x[i];
    float e = exp_nonpositive(-0.5f * z * z);
    float cdf = normal_cdf(z, e);
    y[i] = z * cdf;
    x[i] = cdf + z * e * inverse_root_two_pi;
  }
}
