// Sums of losses over pairs of numbers, and their slopes by the first; after cores.h and softmax.h.

#define LOSS_SUM(name, parameters, expression)                                              \
  ASSAY_CLONES double NAME(name##_sum)(size_t n, parameters const T *p, const T *y) {       \
    double partial[LANES] = {0.0}, sum = 0.0;                                               \
    size_t i = 0;                                                                           \
    T block[LANES];                                                                         \
    for (; i + LANES <= n; i += LANES) {                                                    \
      for (size_t j = 0; j < LANES; j++) {                                                  \
        const T a = p[i + j], b = y[i + j];                                                 \
        block[j] = (expression);                                                            \
      }                                                                                     \
      for (size_t j = 0; j < LANES; j++) partial[j] += (double)block[j];                    \
    }                                                                                       \
    for (size_t j = 0; i + j < n; j++) {                                                    \
      const T a = p[i + j], b = y[i + j];                                                   \
      partial[j] += (double)(expression);                                                   \
    }                                                                                       \
    for (size_t j = 0; j < LANES; j++) sum += partial[j];                                   \
    return sum;                                                                             \
  }

#define LOSS_SLOPE(name, parameters, expression)                                            \
  ASSAY_CLONES void NAME(name##_slope)(                                                     \
      size_t n, parameters T factor, const T *p, const T *y, T *slope) {                    \
    INTERLEAVED for (size_t i = 0; i < n; i++) {                                            \
      const T a = p[i], b = y[i];                                                           \
      slope[i] = factor * (expression);                                                     \
    }                                                                                       \
  }

ASSAY_INLINE T OF(huber)(T d, T delta) {
  const T size = MAGNITUDE(d);
  return size <= delta ? (T)0.5 * d * d : delta * (size - (T)0.5 * delta);
}

ASSAY_INLINE T OF(huber_slope)(T d, T delta) {
  const T low = d < -delta ? -delta : d;
  return low > delta ? delta : low;
}

// max(x, 0) - x t + log(1 + e^-|x|): -t log s - (1 - t) log(1 - s) with the sigmoid s of x
ASSAY_INLINE T OF(logistic)(T x, T t) {
  return (x < (T)0 ? -x * t : x * ((T)1 - t)) + OF(log1p_of_unit)(OF(exp)(-MAGNITUDE(x)));
}

// Parameters of a loss, before the arrays.
#define NOTHING
#define DELTA T delta,
LOSS_SUM(absolute_error, NOTHING, MAGNITUDE(a - b))
LOSS_SUM(huber, DELTA, OF(huber)(a - b, delta))
LOSS_SUM(logistic, NOTHING, OF(logistic)(a, b))
LOSS_SLOPE(absolute_error, NOTHING, a > b ? (T)1 : a < b ? (T)-1 : a - b)
LOSS_SLOPE(huber, DELTA, OF(huber_slope)(a - b, delta))
LOSS_SLOPE(logistic, NOTHING, OF(sigmoid)(a) - b)
