#pragma once
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

// prlimit(2) and sched_setaffinity(2) are declared for GNU sources only, so they are called by number.
static inline int assay_limit(pid_t process, int resource, unsigned long long soft) {
  struct { unsigned long long soft, hard; } held, wanted;
  if (syscall(SYS_prlimit64, process, resource, NULL, &held) != 0) return -1;
  wanted.soft = soft < held.hard ? soft : held.hard;
  wanted.hard = held.hard;
  return (int)syscall(SYS_prlimit64, process, resource, &wanted, NULL);
}

static inline int assay_limit_file_size(pid_t process, unsigned long long bytes) {
  return assay_limit(process, RLIMIT_FSIZE, bytes);
}

static inline int assay_limit_core_dump(pid_t process, unsigned long long bytes) {
  return assay_limit(process, RLIMIT_CORE, bytes);
}

static inline int assay_limit_descriptors(pid_t process, unsigned long long count) {
  return assay_limit(process, RLIMIT_NOFILE, count);
}

// Masks of cores, one bit each; the answer of the first is the bytes that the kernel filled.
static inline long assay_allowed_cores(unsigned long *mask, size_t bytes) {
  return syscall(SYS_sched_getaffinity, 0, bytes, mask);
}

static inline long assay_pin(pid_t process, const unsigned long *mask, size_t bytes) {
  return syscall(SYS_sched_setaffinity, process, bytes, mask);
}

// Processes whose parents end become children of this one instead of the machine's first.
static inline int assay_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }
