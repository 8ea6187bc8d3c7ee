// The choice between the fastest kernels of this CPU and kernels that give the same bits on every
// x86-64 CPU.
#ifndef ASSAY_CKERNELS_MODE_H
#define ASSAY_CKERNELS_MODE_H

// For the whole process: kernels whose results depend on the instruction set (convolution) take the
// path without fused operations from now on. To be called before the first kernel; a run that calls
// it between two kernels mixes both sorts of bits.
void assay_use_portable_kernels(void);
// 1 after assay_use_portable_kernels, else 0
int assay_kernels_are_portable(void);
// the compiler that made the kernels, as it calls itself, and whether not as a release does
const char *assay_kernels_compiler(void);

#endif
