// The loops of include/CKernelsStochastic.h, once for each precision.
#include "CKernelsStochastic.h"

#include <math.h>

#include "../clones.h"

#define REAL float
#define NAMED(name) name##_f32
#include "stochastic.inc"
#undef REAL
#undef NAMED

#define REAL double
#define NAMED(name) name##_f64
#include "stochastic.inc"
