// The loops of include/CKernelsSolvers.h, once for each precision.
#include "CKernelsSolvers.h"

#include <math.h>

#include "../clones.h"

#define REAL float
#define NAMED(name) name##_f32
#include "combination.inc"
#undef REAL
#undef NAMED

#define REAL double
#define NAMED(name) name##_f64
#include "combination.inc"
