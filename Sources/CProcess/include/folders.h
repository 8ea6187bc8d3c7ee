#pragma once
#include <dirent.h>
#include <stddef.h>

// The next name in a folder, NULL after the last. Swift sees a name as 256 bytes, and copying them reads
// beyond the end of a shorter entry.
static inline const char *assay_next_name(DIR *folder) {
  const struct dirent *entry = readdir(folder);
  return entry ? entry->d_name : NULL;
}
