#include <cblas.h>
#include "lapack_lu.h"
