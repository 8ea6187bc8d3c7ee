#ifndef ASSAY_FLOW_KERNEL_H
#define ASSAY_FLOW_KERNEL_H

// One body, compiled for several vector widths and chosen when the program is loaded. Contraction
// to fused multiply-add is off for the whole target, so every width gives the same bits.
#if defined(__x86_64__)
#define FLOW_KERNEL __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FLOW_KERNEL
#endif

#endif
