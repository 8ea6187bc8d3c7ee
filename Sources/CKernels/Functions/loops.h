// Loops over the functions of cores.h, which is included before.

// As ASSAY_ELEMENTWISE, two vectors at a time: the polynomials are chains of dependent steps, and a
// second chain beside the first gains 10 to 30 %.
#define INTERLEAVED _Pragma("clang loop vectorize(assume_safety) interleave_count(2)")

#define MAPPING(name, expression)                             \
  ASSAY_CLONES void NAME(name)(size_t n, const T *x, T *y) {  \
    INTERLEAVED for (size_t i = 0; i < n; i++) {        \
      T v = x[i];                                             \
      y[i] = (expression);                                    \
    }                                                         \
  }

// y = f(x), x <- f'(x)
#define WITH_DERIVATIVE(name, value, slope)                           \
  ASSAY_CLONES void NAME(name##_with_derivative)(size_t n, T *x, T *y) { \
    INTERLEAVED for (size_t i = 0; i < n; i++) {                \
      T v = x[i];                                                     \
      T w = (value);                                                  \
      x[i] = (slope);                                                 \
      y[i] = w;                                                       \
    }                                                                 \
  }

// g *= f', in terms of v
#define BACKWARD(name, slope)                                                 \
  ASSAY_CLONES void NAME(name##_backward)(size_t n, const T *x, T *gradient) { \
    INTERLEAVED for (size_t i = 0; i < n; i++) {                        \
      T v = x[i];                                                             \
      gradient[i] = gradient[i] * (slope);                                    \
    }                                                                         \
  }

MAPPING(exp, OF(exp)(v))
MAPPING(expm1, OF(expm1)(v))
MAPPING(log, OF(log)(v))
MAPPING(log1p, OF(log1p)(v))
MAPPING(tanh, OF(tanh)(v))
MAPPING(sigmoid, OF(sigmoid)(v))
MAPPING(softplus, OF(softplus)(v))
MAPPING(silu, OF(silu)(v))
MAPPING(erf, OF(erf)(v))
MAPPING(exact_gelu, OF(exact_gelu)(v))
MAPPING(sin, OF(sin)(v))
MAPPING(cos, OF(cos)(v))
MAPPING(sqrt, REAL_ROOT(v))
MAPPING(reciprocal, (T)1 / v)

WITH_DERIVATIVE(tanh, OF(tanh)(v), ((T)1 - w) * ((T)1 + w))
WITH_DERIVATIVE(sigmoid, OF(sigmoid)(v), w *OF(sigmoid)(-v))
WITH_DERIVATIVE(softplus, OF(softplus)(v), OF(sigmoid)(v))
WITH_DERIVATIVE(silu, OF(silu)(v), OF(silu_slope)(v))
WITH_DERIVATIVE(erf, OF(erf)(v), OF(erf_slope)(v))
WITH_DERIVATIVE(exact_gelu, OF(exact_gelu)(v), OF(exact_gelu_slope)(v))
WITH_DERIVATIVE(sin, OF(sin)(v), OF(cos)(v))

BACKWARD(exp, v)
BACKWARD(log, (T)1 / v)
BACKWARD(tanh, ((T)1 - v) * ((T)1 + v))
BACKWARD(sigmoid, v *((T)1 - v))
BACKWARD(softplus, -OF(expm1)(-v))
BACKWARD(silu, OF(silu_slope)(v))
BACKWARD(erf, OF(erf_slope)(v))
BACKWARD(exact_gelu, OF(exact_gelu_slope)(v))
BACKWARD(sin, OF(cos)(v))
BACKWARD(cos, -OF(sin)(v))
BACKWARD(sqrt, (T)0.5 / v)
BACKWARD(reciprocal, -(v * v))
