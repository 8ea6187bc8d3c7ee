#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// No limit of its own: what this process has.
#define ASSAY_UNLIMITED UINT64_MAX

// What to start, and within which bounds. Lists of strings end with NULL.
struct assay_launch {
  const char *executable;
  char *const *arguments;
  char *const *environment;
  // The working folder; NULL for that of this process.
  const char *folder;
  int input, output, errors;
  uint64_t processor_seconds, address_space_bytes, file_bytes, open_files;
  // A cpu_set_t; NULL for the cores of this process.
  const void *cores;
  size_t cores_bytes;
  // The only folders in which it may make, change or remove files, besides devices and shared memory; NULL:
  // anywhere. Shared memory is then its own, but for those of the folders that lie there, unless the program
  // or its working folder does.
  const char *const *writable;
  int deny_network;
};

enum assay_launch_stage {
  ASSAY_LAUNCH_DONE,
  ASSAY_LAUNCH_CLONE,
  ASSAY_LAUNCH_SESSION,
  ASSAY_LAUNCH_DESCRIPTORS,
  ASSAY_LAUNCH_FOLDER,
  ASSAY_LAUNCH_LIMITS,
  ASSAY_LAUNCH_PROGRAM,
};

struct assay_launched {
  pid_t process;
  // The step that failed and its errno; ASSAY_LAUNCH_DONE when the program runs.
  int stage, error;
  // Whether the kernel granted what was asked.
  int network_denied, writes_confined, signals_confined, memory_owned;
};

// Starts a program in a session of its own, with default signals, only the three descriptors, no way to
// more privileges, and a kill by the kernel when the calling thread dies. 0, or -1 with `stage` and
// `error`; a child that failed has been reaped.
int assay_start_program(const struct assay_launch *launch, struct assay_launched *launched);
