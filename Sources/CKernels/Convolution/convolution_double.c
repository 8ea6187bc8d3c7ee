#include <string.h>

#include "shape.h"
#include "tiles_selection.h"

#define T double
#define NAME(name) assay_##name##_f64
#define OF(name) name##_f64
#include "images.h"
#include "sweep.h"
#include "Winograd/winograd.h"
#include "Winograd/winograd_gradient.h"
#include "forward.h"
#include "backward_data.h"
#include "backward_weights.h"
