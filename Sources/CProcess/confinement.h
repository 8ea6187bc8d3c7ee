#pragma once

// From now on this process and its descendants make, change and remove files in `folders` and in the
// folders of devices and shared memory alone (Landlock, Linux 5.13). 1 when the kernel granted it, else 0
// and nothing has changed. A folder that is not there is left out. Calls system calls alone.
int assay_confine_writes(const char *const *folders);
