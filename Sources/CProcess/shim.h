#pragma once
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>

// prctl is variadic in C, and stdout a variable that Swift 6 calls unsafe to share.
static inline int assay_signal_on_parent_death(int signal) {
  return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0);
}

static inline int assay_buffer_output_by_line(void) { return setvbuf(stdout, NULL, _IOLBF, 0); }

// POSIX_SPAWN_SETSID of spawn.h, which is declared for GNU sources only.
static inline short assay_spawn_in_new_session(void) { return 0x80; }
