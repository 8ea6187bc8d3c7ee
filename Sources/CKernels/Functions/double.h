// Double: its constants and polynomials (coefficients.py in Tests/References/functions made them).
#ifndef ASSAY_FUNCTIONS_DOUBLE_H
#define ASSAY_FUNCTIONS_DOUBLE_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../clones.h"
#define T double
#define BITS uint64_t
#define NAME(name) assay_##name##_f64
#define OF(name) name##_double
#define MANTISSA 52
#define BIAS 1023
#define ROUNDER 6755399441055744.0           // 1.5 * 2^52: adding it rounds to an integer
#define BIASED_INTEGER 0x4330000000000000u   // the bits of 2^52, whose last bits hold an integer
#define SQRT_HALF_BITS 0x3FE6A09E667F3BCDu
#define SIGN_BIT 0x8000000000000000u
#define SMALLEST_NORMAL 0x1p-1022
#define EXP_LOWEST -765.0    // below it |x| e^x is less than half of the smallest subnormal
#define EXP_HIGHEST 710.0    // above it e^x overflows
#define EXPM1_LOWEST -40.0   // below it e^x - 1 is -1
#define LOG2E 0x1.71547652b82fep+0
#define LN2_HIGH 0x1.62e42fefa38p-1   // 42 bits: n LN2_HIGH is exact
#define LN2_LOW 0x1.ef35793c7673p-45
#define NORMAL_LIMIT 39.0             // Phi(-39) underflows
#define UPPER_HALF 0xFFFFFFFFF8000000u  // keeps 26 bits of the mantissa, whose square is exact
#define MILLS_CENTRE 4.0
#define TRIGONOMETRIC_LIMIT 67108864.0  // 2^26

#define REAL_ROOT __builtin_sqrt
#define MAGNITUDE __builtin_fabs
#define WITH_SIGN_OF(magnitude, sign) __builtin_copysign(magnitude, sign)

ASSAY_INLINE double exp_rest_double(double r) {
  double p = (2.5100472505694996e-08 * r + 2.7620201591031547e-07) * r + 2.7557268276905696e-06;
  p = ((p * r + 2.4801521057868204e-05) * r + 0.00019841269863171557) * r + 0.0013888888917367081;
  p = ((p * r + 0.008333333333330039) * r + 0.041666666666623824) * r + 0.16666666666666669;
  return p * r + 0.5;
}

ASSAY_INLINE double log_rest_double(double z) {
  double p = (0.14617807153417325 * z + 0.15331611722055008) * z + 0.1818289243253687;
  p = ((p * z + 0.22222211089379496) * z + 0.28571428626253836) * z + 0.3999999999989889;
  return p * z + 0.666666666666667;
}

ASSAY_INLINE double sin_rest_double(double z) {
  double p = (1.5917988979397435e-10 * z - 2.5051129896450185e-08) * z + 2.7557316093198404e-06;
  return ((p * z - 0.00019841269836740532) * z + 0.008333333333330936) * z - 0.16666666666666666;
}

ASSAY_INLINE double cos_rest_double(double z) {
  double p = (-1.138254464534925e-11 * z + 2.087614504941318e-09) * z - 2.755731726587808e-07;
  return ((p * z + 2.48015872987544e-05) * z - 0.0013888888888887389) * z + 0.041666666666666664;
}

ASSAY_INLINE double erf_rest_double(double z) {
  double p = (-9.502840894774706e-10 * z + 1.4413879289095029e-08) * z - 1.63332293434337e-07;
  p = ((p * z + 1.646038320985815e-06) * z - 1.4925589383821143e-05) * z + 0.00012055331545294116;
  p = ((p * z - 0.0008548327001135946) * z + 0.005223977625222192) * z - 0.026866170645118446;
  return ((p * z + 0.11283791670955087) * z - 0.37612638903183754) * z + 0.1283791670955126;
}

ASSAY_INLINE double cdf_rest_double(double z) {
  double p = (-1.6878231631896875e-13 * z + 5.003033458919368e-12) * z - 1.1285002144059668e-10;
  p = ((p * z + 2.2733770173468317e-09) * z - 4.122657837266453e-08) * z + 6.659693114915888e-07;
  p = ((p * z - 9.444656248413156e-06) * z + 0.00011543468761421087) * z - 0.001187328215480253;
  return ((p * z + 0.009973557010035806) * z - 0.06649038006690544) * z + 0.3989422804014327;
}

ASSAY_INLINE double mills_double(double t) {
  double p = (-9.653425420228504e-10 * t + 7.26954547902669e-11) * t + 1.392402399350171e-08;
  p = ((p * t + 1.457859334703646e-08) * t - 7.63808205349045e-08) * t - 1.5426320536771075e-07;
  p = ((p * t + 2.6368248576407624e-07) * t + 1.0198048518135172e-06) * t - 6.25132104047868e-07;
  p = ((p * t - 5.918892731763236e-06) * t + 7.150055959216099e-07) * t + 3.5144181157760973e-05;
  p = ((p * t - 1.9078665316613576e-06) * t - 0.0002310948183193762) * t + 0.00013334425401904912;
  p = ((p * t + 0.0016308184418903596) * t - 0.0034796923622425332) * t - 0.007540188965593059;
  p = ((p * t + 0.06039657489069947) * t - 0.18652185795969417) * t + 0.38713740074221886;
  return (p * t - 0.6078966419718917) * t + 0.7552851304157515;
}

// a = n pi/2 + r with |r| <= pi/4, for 0 <= a <= 2^26; returns n, whose last two bits count.
// Cody & Waite: n times each of three parts of 27 bits is exact, and what the second and the third
// difference round away is added to the fourth.
ASSAY_INLINE uint64_t quarter_turns_double(double a, double *r) {
  double shifted = a * 0x1.45f306dc9c883p-1 + ROUNDER;
  double n = shifted - ROUNDER;
  double first = a - n * 0x1.921fb54p+0;
  double p2 = n * 0x1.10b461p-30, p3 = n * 0x1.a62633p-58;
  double second = first - p2;
  double third = second - p3;
  double lost = ((first - second) - p2) + ((second - third) - p3);
  *r = third + (lost - n * 0x1.45c06e0e68948p-86);
  uint64_t bits;
  memcpy(&bits, &shifted, sizeof bits);
  return bits;
}
#endif
