// The functions of one number, without branches, in terms of single.h or double.h, one of which is
// included before. Own polynomials; the reductions are the classical ones (Cody & Waite 1980).
#ifndef ASSAY_FUNCTIONS_CORES_H
#define ASSAY_FUNCTIONS_CORES_H

#define INFINITE ((T)__builtin_inff())
#define UNDEFINED ((T)__builtin_nanf(""))

ASSAY_INLINE BITS OF(bits)(T x) {
  BITS bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

ASSAY_INLINE T OF(from_bits)(BITS bits) {
  T x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

// 2^n of an integer n >= 1 - BIAS, given ROUNDER + n.
ASSAY_INLINE T OF(power_of_two)(T shifted) {
  return OF(from_bits)((OF(bits)(shifted) + BIAS) << MANTISSA);
}

// e^(v + rest) = result * last for a small rest. 2^n comes in two factors, since n may be
// outside the exponents of normal numbers; who multiplies the result by something else multiplies
// by `last` at the end, so that a subnormal product is rounded once.
ASSAY_INLINE T OF(exp_in_parts)(T v, T rest, T *last) {
  rest = v < EXP_LOWEST ? (T)0 : rest;
  v = v < EXP_LOWEST ? EXP_LOWEST : v;
  v = v > EXP_HIGHEST ? EXP_HIGHEST : v;
  T shifted = v * LOG2E + ROUNDER;
  T n = shifted - ROUNDER;
  T upper = v - n * LN2_HIGH, lower = n * LN2_LOW - rest;
  T r = upper - lower;
  T lost = (upper - r) - lower;
  T power = (T)1 + (r + (r * r * OF(exp_rest)(r) + lost));
  T half_shifted = n * (T)0.5 + ROUNDER;
  T half = half_shifted - ROUNDER;
  *last = OF(power_of_two)((n - half) + ROUNDER);
  return power * OF(power_of_two)(half_shifted);
}

ASSAY_INLINE T OF(exp_of_pair)(T v, T rest) {
  T last, first = OF(exp_in_parts)(v, rest, &last);
  return first * last;
}

ASSAY_INLINE T OF(exp)(T v) { return OF(exp_of_pair)(v, (T)0); }

// e^v - 1. 2^(n-1) is used, since 2^n may overflow before the result does.
ASSAY_INLINE T OF(expm1)(T v) {
  T x = v < EXPM1_LOWEST ? EXPM1_LOWEST : v;
  x = x > EXP_HIGHEST ? EXP_HIGHEST : x;
  T shifted = x * LOG2E + ROUNDER;
  T n = shifted - ROUNDER;
  T upper = x - n * LN2_HIGH, lower = n * LN2_LOW;
  T r = upper - lower;
  T lost = (upper - r) - lower;
  T t = r + (r * r * OF(exp_rest)(r) + lost);
  T half_power = OF(power_of_two)((n - (T)1) + ROUNDER);
  T scaled = (half_power * t + (half_power - (T)0.5)) * (T)2;
  T result = n == (T)0 ? t : scaled;
  return v == (T)0 ? v : result;
}

// log(2^k (1 + f)) + rest. With s = f / (2 + f): log(1 + f) = f - f^2/2 + s (f^2/2 + z R(z)), z = s^2.
ASSAY_INLINE T OF(log_of_parts)(T k, T f, T rest) {
  T s = f / ((T)2 + f);
  T z = s * s;
  T half_square = (T)0.5 * f * f;
  T inner = s * (half_square + z * OF(log_rest)(z)) + (k * LN2_LOW + rest);
  return k * LN2_HIGH - ((half_square - inner) - f);
}

// x = 2^k (1 + f), sqrt(1/2) <= 1 + f < sqrt 2, of a normal positive x.
ASSAY_INLINE T OF(split)(T x, T *f) {
  BITS bits = OF(bits)(x);
  BITS biased = (bits - SQRT_HALF_BITS + ((BITS)BIAS << MANTISSA)) >> MANTISSA;
  *f = OF(from_bits)(bits - ((biased - BIAS) << MANTISSA)) - (T)1;
  return (OF(from_bits)(biased | BIASED_INTEGER) - OF(from_bits)(BIASED_INTEGER)) - (T)BIAS;
}

ASSAY_INLINE T OF(log)(T x) {
  const T lift = (T)((BITS)1 << (MANTISSA + 2));
  int subnormal = x < SMALLEST_NORMAL;
  T f, k = OF(split)(subnormal ? x * lift : x, &f);
  T result = OF(log_of_parts)(subnormal ? k - (T)(MANTISSA + 2) : k, f, (T)0);
  result = x < INFINITE ? result : x;
  T special = x == (T)0 ? -INFINITE : UNDEFINED;
  return x > (T)0 ? result : special;
}

// log(1 + x): what u = 1 + x rounds away is added as its quotient by u.
ASSAY_INLINE T OF(log1p)(T x) {
  T u = (T)1 + x;
  T f, k = OF(split)(u, &f);
  T lost = u - (T)1 < (T)1 ? x - (u - (T)1) : (T)1 - (u - x);
  T result = k == (T)0 ? OF(log_of_parts)(k, x, (T)0) : OF(log_of_parts)(k, f, lost / u);
  result = x < INFINITE ? result : x;
  T special = x == (T)-1 ? -INFINITE : UNDEFINED;
  result = x > (T)-1 ? result : special;
  return x == (T)0 ? x : result;
}

// log(1 + e) for 0 <= e <= 1: at most one halving, and e - 1 is as good as exact.
ASSAY_INLINE T OF(log1p_of_unit)(T e) {
  int halved = e > (T)0.41421356237309503;
  return OF(log_of_parts)(halved ? (T)1 : (T)0, halved ? (e - (T)1) * (T)0.5 : e, (T)0);
}

// a / (b + c), b >= c >= 0, with what the sum rounds away; `share` is about 1 / (b + c), or 0.
ASSAY_INLINE T OF(over_sum)(T a, T b, T c, T share) {
  T sum = b + c;
  T lost = c - (sum - b);
  T quotient = a / sum;
  return quotient - quotient * (lost * share);
}

ASSAY_INLINE T OF(tanh)(T x) {
  T a = MAGNITUDE(x);
  a = a > -EXPM1_LOWEST * (T)0.5 ? -EXPM1_LOWEST * (T)0.5 : a;
  T t = OF(expm1)((T)2 * a);
  return WITH_SIGN_OF(OF(over_sum)(t, (T)2, t, t < (T)2 ? (T)0.4 : (T)0), x);
}

// 1 / (1 + e^-x) by e^-|x|, which cannot overflow.
ASSAY_INLINE T OF(sigmoid)(T x) {
  T e = OF(exp)(-MAGNITUDE(x));
  return OF(over_sum)(x < (T)0 ? e : (T)1, (T)1, e, (T)0.75);
}

ASSAY_INLINE T OF(softplus)(T x) {
  T upper = x < (T)0 ? (T)0 : x;
  return upper + OF(log1p_of_unit)(OF(exp)(-MAGNITUDE(x)));
}

ASSAY_INLINE T OF(silu)(T x) {
  T bounded = x < EXP_LOWEST ? EXP_LOWEST : x;
  T last, first = OF(exp_in_parts)(-MAGNITUDE(x), (T)0, &last);
  T scaled = OF(over_sum)(bounded * (x < (T)0 ? first : (T)1), (T)1, first * last, (T)0.75);
  scaled = x < (T)0 ? scaled * last : scaled;
  return x == (T)0 || x > -EXP_LOWEST ? x : scaled;
}

ASSAY_INLINE T OF(silu_slope)(T x) {
  T bounded = x < EXP_LOWEST ? EXP_LOWEST : x > -EXP_LOWEST ? -EXP_LOWEST : x;
  T e = OF(exp)(-MAGNITUDE(x)), whole = (T)1 + e;
  T s = (x < (T)0 ? e : (T)1) / whole, complement = (x < (T)0 ? (T)1 : e) / whole;
  return s + bounded * s * complement;
}

// e^(-scale a^2) for a >= 0 and a power of two as scale, in parts: the square as an exact one of the
// upper half of a, and a rest.
ASSAY_INLINE T OF(gauss_in_parts)(T scale, T a, T *last) {
  T upper = OF(from_bits)(OF(bits)(a) & UPPER_HALF);
  T rest = (a - upper) * (a + upper);
  return OF(exp_in_parts)(-scale * upper * upper, -scale * rest, last);
}

ASSAY_INLINE T OF(gauss)(T scale, T a) {
  T last, first = OF(gauss_in_parts)(scale, a, &last);
  return first * last;
}

// Phi(-a) / e^(-a^2 / 2), Mills' ratio: a polynomial in t = (a - c) / (a + c) over a + c, the
// substitution of Shepherd & Laframboise (1981).
ASSAY_INLINE T OF(mills_ratio)(T a) {
  T sum = a + MILLS_CENTRE;
  return OF(mills)((a - MILLS_CENTRE) / sum) / sum;
}

ASSAY_INLINE T OF(bounded_normal)(T x) {
  return x < -NORMAL_LIMIT ? -NORMAL_LIMIT : x > NORMAL_LIMIT ? NORMAL_LIMIT : x;
}

// Phi(z), the distribution function of the normal law, is result * last; |z| <= NORMAL_LIMIT.
// `first` and `last` are e^(-z^2 / 2) in parts on entry.
ASSAY_INLINE T OF(normal_cdf_in_parts)(T z, T first, T *last) {
  T near = (T)0.5 + z * OF(cdf_rest)(z * z);
  T tail = first * OF(mills_ratio)(MAGNITUDE(z));
  T cdf = MAGNITUDE(z) < (T)1 ? near : z < (T)0 ? tail : (T)1 - tail * *last;
  *last = z <= (T)-1 ? *last : (T)1;
  return cdf;
}

ASSAY_INLINE T OF(exact_gelu)(T x) {
  T z = OF(bounded_normal)(x);
  T last, first = OF(gauss_in_parts)((T)0.5, MAGNITUDE(z), &last);
  T cdf = OF(normal_cdf_in_parts)(z, first, &last);
  return (x > NORMAL_LIMIT ? x : z) * cdf * last;
}

ASSAY_INLINE T OF(exact_gelu_slope)(T x) {
  T z = OF(bounded_normal)(x);
  T last, first = OF(gauss_in_parts)((T)0.5, MAGNITUDE(z), &last);
  T density = first * last * (T)0.3989422804014327;
  T cdf = OF(normal_cdf_in_parts)(z, first, &last);
  return cdf * last + z * density;
}

// erf(x) = x + x P(x^2) to |x| = 3/4, then 1 - 2 Phi(-sqrt 2 |x|).
ASSAY_INLINE T OF(erf)(T x) {
  T a = MAGNITUDE(x);
  a = a > NORMAL_LIMIT ? NORMAL_LIMIT : a;
  T near = a + a * OF(erf_rest)(a * a);
  T tail = OF(exp)(-(a * a)) * OF(mills_ratio)(a * (T)1.4142135623730951);
  return WITH_SIGN_OF(a < (T)0.75 ? near : (T)1 - (T)2 * tail, x);
}

ASSAY_INLINE T OF(erf_slope)(T x) {
  T a = MAGNITUDE(x);
  T slope = (T)1.1283791670955126 * OF(gauss)((T)1, a > NORMAL_LIMIT ? NORMAL_LIMIT : a);
  return x == x ? slope : x;  // the mask of gauss_in_parts may turn NaN into infinity
}

// The sine of r + n pi/2, |r| <= pi/4.
ASSAY_INLINE T OF(sine_of_turn)(BITS n, T r) {
  T z = r * r;
  T sine = r + r * (z * OF(sin_rest)(z));
  T cosine = ((T)1 - (T)0.5 * z) + z * z * OF(cos_rest)(z);
  T value = (n & 1) != 0 ? cosine : sine;
  return OF(from_bits)(OF(bits)(value) ^ ((n & 2) << (sizeof(T) * 8 - 2)));
}

ASSAY_INLINE T OF(sin)(T x) {
  T r, a = MAGNITUDE(x);
  BITS n = OF(quarter_turns)(a, &r);
  T value = OF(sine_of_turn)(n, r);
  value = OF(from_bits)(OF(bits)(value) ^ (OF(bits)(x) & SIGN_BIT));
  return a <= TRIGONOMETRIC_LIMIT ? value : UNDEFINED;
}

ASSAY_INLINE T OF(cos)(T x) {
  T r, a = MAGNITUDE(x);
  BITS n = OF(quarter_turns)(a, &r);
  T value = OF(sine_of_turn)(n + 1, r);
  return a <= TRIGONOMETRIC_LIMIT ? value : UNDEFINED;
}
#endif
