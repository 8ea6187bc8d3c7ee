// Runs each instruction set's copy of kernels by the name that the compiler gives it.
#ifndef ASSAY_KERNEL_CLONES_H
#define ASSAY_KERNEL_CLONES_H

// How many kernels were compared.
int assay_compared_kernels(void);
// The name of a kernel whose copies for this CPU differ in a bit on the same numbers; null for none.
const char *assay_disagreeing_kernel(void);

#endif
