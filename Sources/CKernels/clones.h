// How every kernel is compiled: once per instruction set, chosen when the program is loaded.
#ifndef ASSAY_CLONES_H
#define ASSAY_CLONES_H
#if defined(__x86_64__)
#define ASSAY_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ASSAY_CLONES
#endif
#define ASSAY_INLINE static inline __attribute__((always_inline))
#endif
