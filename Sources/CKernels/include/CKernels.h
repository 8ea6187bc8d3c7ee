#ifndef ASSAY_CKERNELS_H
#define ASSAY_CKERNELS_H
#endif
