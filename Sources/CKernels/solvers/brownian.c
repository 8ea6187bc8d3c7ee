// Brownian increments and bridges, see include/CKernelsStochastic.h.
#include "CKernelsStochastic.h"

#include "../Functions/double.h"
#include "../Functions/cores.h"

ASSAY_INLINE uint64_t mixed(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

// A number of [1, 2) from 52 random bits.
ASSAY_INLINE double from_one_to_two(uint64_t bits) {
  return from_bits_double((bits >> 12) | 0x3ff0000000000000u);
}

// Two normal numbers. The angle is reduced in quarter turns, which is exact.
ASSAY_INLINE void normal_pair(uint64_t seed, uint64_t index, double *first, double *second) {
  const uint64_t golden = 0x9e3779b97f4a7c15u;
  const double one = from_one_to_two(mixed(seed + (2 * index + 1) * golden));
  const double two = from_one_to_two(mixed(seed + (2 * index + 2) * golden));
  const double radius = __builtin_sqrt(-2.0 * log_double(2.0 - one));
  const double quarters = 4.0 * (two - 1.0);
  const double shifted = quarters + ROUNDER;
  const double rest = (quarters - (shifted - ROUNDER)) * 1.5707963267948966;
  const uint64_t turn = bits_double(shifted);
  *first = radius * sine_of_turn_double(turn + 1, rest);
  *second = radius * sine_of_turn_double(turn, rest);
}

ASSAY_CLONES void assay_brownian_increments_f64(size_t n, double h, uint64_t seed, double *w,
                                                double *a) {
  const double scale = __builtin_sqrt(h), spread = __builtin_sqrt(h / 12.0);
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) {
    double first, second;
    normal_pair(seed, i, &first, &second);
    const double increment = scale * first;
    w[i] = increment;
    a[i] = h * (0.5 * increment + spread * second);
  }
}

// At theta h, given w and H = a / h - w / 2: W has the mean theta w + 6 theta(1-theta) H and the
// variance h theta(1-theta)(1 - 3 theta(1-theta)), its integral the mean
// theta h (theta/2 w + theta(3-2theta) H) and the variance h^3 theta^3(1-theta)^3/3; their covariance
// is h^2 theta^2(1-theta)^2(1-2theta)/2.
ASSAY_CLONES void assay_brownian_split_f64(size_t n, double h, double theta, uint64_t seed,
                                           const double *w, const double *a, double *w1, double *a1,
                                           double *w2, double *a2) {
  const double both = theta * (1.0 - theta), inverse = 1.0 / h;
  const double deviation = __builtin_sqrt(h * both * (1.0 - 3.0 * both));
  const double slope = 0.5 * h * h * both * both * (1.0 - 2.0 * theta) / deviation;
  const double square = h * h * h * both * both * both / 3.0 - slope * slope;
  const double rest = __builtin_sqrt(square > 0.0 ? square : 0.0);
  const double elapsed = theta * h, remaining = h - elapsed;
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) {
    double first, second;
    normal_pair(seed, i, &first, &second);
    const double area = a[i] * inverse - 0.5 * w[i];
    const double moved = theta * w[i] + 6.0 * both * area + deviation * first;
    const double gathered = elapsed * (0.5 * theta * w[i] + theta * (3.0 - 2.0 * theta) * area) +
                            (slope * first + rest * second);
    w1[i] = moved;
    a1[i] = gathered;
    w2[i] = w[i] - moved;
    a2[i] = a[i] - gathered - moved * remaining;
  }
}
