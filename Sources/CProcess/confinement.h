#pragma once

// Both make system calls alone, and leave everything as it was when the kernel does not grant them.

// From now on this process and its descendants make, change and remove files in `folders` and in the
// folders of devices and shared memory alone (Landlock, Linux 5.13), and where the kernel knows how (Linux
// 6.12) send signals to one another alone, which `*signals` tells. 1 when the kernel granted it, else 0. A
// folder that is not there is left out.
int assay_confine_writes(const char *const *folders, int *signals);

// The file system in memory becomes one of this process and its descendants, empty but for those of
// `folders` that lie there, and goes with the last of them. For a process with a mount namespace of its own.
// 1 when the kernel granted it, else 0.
int assay_own_shared_memory(const char *const *folders);
