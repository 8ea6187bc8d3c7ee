// How every kernel is compiled: once per instruction set, chosen when the program is loaded.
#ifndef ASSAY_CLONES_H
#define ASSAY_CLONES_H
#if defined(__x86_64__)
#define ASSAY_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ASSAY_CLONES
#endif
// An elementwise loop whose output is one of its inputs or apart from them, never shifted: without
// this the in-place calls would take the scalar path of the overlap check (4x slower GELU).
#define ASSAY_ELEMENTWISE _Pragma("clang loop vectorize(assume_safety)")
#define ASSAY_INLINE static inline __attribute__((always_inline))
#endif
