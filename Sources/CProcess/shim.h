#pragma once
#include <signal.h>
#include <sys/prctl.h>

// prctl is variadic in C, which Swift cannot call.
static inline int assay_signal_on_parent_death(int signal) {
  return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0);
}
