#pragma once
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>

// prctl is variadic in C, and stdout a variable that Swift 6 calls unsafe to share.
static inline int assay_signal_on_parent_death(int signal) {
  return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0);
}

static inline int assay_buffer_output_by_line(void) { return setvbuf(stdout, NULL, _IOLBF, 0); }

// Bytes of the heap that are in use; malloc.h is no part of Swift's Glibc module.
static inline size_t assay_heap_bytes(void) {
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}
