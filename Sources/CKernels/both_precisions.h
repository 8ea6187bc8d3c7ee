// Includes ASSAY_TEMPLATE twice: with T = float for kernels called _f32, then with T = double for _f64.
// Included by the source file of the kernels.
#include <math.h>

#define T float
#define NAME(name) assay_##name##_f32
#define MATH(name) name##f
#include ASSAY_TEMPLATE
#undef T
#undef NAME
#undef MATH

#define T double
#define NAME(name) assay_##name##_f64
#define MATH(name) name
#include ASSAY_TEMPLATE
#undef T
#undef NAME
#undef MATH
