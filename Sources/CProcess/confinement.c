#define _GNU_SOURCE
#include "confinement.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Of linux/landlock.h and the table of system calls, which older systems lack; both never change.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

struct ruleset {
  uint64_t handled_access, handled_network, scoped;
};

struct path_rule {
  uint64_t allowed_access;
  int32_t parent;
} __attribute__((packed));

enum { VERSION_QUERY = 1, RULE_OF_PATH = 1, SECOND_VERSION = 2, THIRD_VERSION = 3, SIXTH_VERSION = 6 };

// Rights by their bit: write, remove folder and file, make device, folder, file, socket, pipe, block
// device and link of the first version; moving between folders of the second; truncation of the third.
static const uint64_t WRITE = 1 << 1;
static const uint64_t FIRST_RIGHTS =
    1 << 1 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12;
static const uint64_t MOVE = 1 << 13;
static const uint64_t TRUNCATE = 1 << 14;
// of the sixth
static const uint64_t SIGNALS = 1 << 1;

static const char MEMORY[] = "/dev/shm";
enum { MOST_KEPT = 8, LONGEST_PATH = 4096 };

static void allow(int rules, const char *folder, uint64_t access) {
  const int parent = open(folder, O_PATH | O_CLOEXEC);
  if (parent < 0) return;
  const struct path_rule rule = {access, parent};
  syscall(SYS_landlock_add_rule, rules, RULE_OF_PATH, &rule, 0);
  close(parent);
}

int assay_confine_writes(const char *const *folders, int *signals) {
  const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, VERSION_QUERY);
  if (version < 1) return 0;
  struct ruleset rights = {FIRST_RIGHTS, 0, 0};
  if (version >= SECOND_VERSION) rights.handled_access |= MOVE;
  if (version >= THIRD_VERSION) rights.handled_access |= TRUNCATE;
  if (version >= SIXTH_VERSION) rights.scoped |= SIGNALS;
  // an older kernel takes a longer structure whose rest is zero
  const int rules = (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
  if (rules < 0) return 0;
  for (; *folders != NULL; folders++) allow(rules, *folders, rights.handled_access);
  allow(rules, MEMORY, rights.handled_access);
  allow(rules, "/dev", WRITE | (rights.handled_access & TRUNCATE));
  const long granted = syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
  *signals = granted == 0 && version >= SIXTH_VERSION;
  return granted == 0;
}

static int lies_in_memory(const char *path) {
  const size_t length = sizeof MEMORY - 1;
  return strncmp(path, MEMORY, length) == 0 && path[length] == '/';
}

// Makes the folders of `path` below the file system in memory.
static int make_folders(const char *path) {
  char prefix[LONGEST_PATH];
  const size_t length = strlen(path);
  if (length >= sizeof prefix) return -1;
  for (size_t i = sizeof MEMORY; i <= length; i++) {
    if (path[i] != '/' && path[i] != 0) continue;
    memcpy(prefix, path, i);
    prefix[i] = 0;
    // one that is there already, as for two slashes, is as good
    (void)mkdir(prefix, 0700);
  }
  return 0;
}

// "/proc/self/fd/" and the number, without the formatted output of the C library.
static void name_descriptor(char *text, int descriptor) {
  static const char folder[] = "/proc/self/fd/";
  char digits[12];
  int count = 0;
  do {
    digits[count++] = (char)('0' + descriptor % 10);
    descriptor /= 10;
  } while (descriptor > 0);
  memcpy(text, folder, sizeof folder - 1);
  text += sizeof folder - 1;
  while (count > 0) *text++ = digits[--count];
  *text = 0;
}

static int keep(const char *path, int folder) {
  char name[32];
  name_descriptor(name, folder);
  return make_folders(path) != 0 || mount(name, path, NULL, MS_BIND, NULL) != 0;
}

int assay_own_shared_memory(const char *const *folders) {
  const char *paths[MOST_KEPT];
  int kept[MOST_KEPT], count = 0, failed = 0;
  for (; *folders != NULL; folders++) {
    if (!lies_in_memory(*folders)) continue;
    if (count == MOST_KEPT) failed = 1;
    else {
      paths[count] = *folders;
      kept[count++] = open(*folders, O_PATH | O_DIRECTORY | O_CLOEXEC);
    }
  }
  for (int i = 0; i < count; i++) failed |= kept[i] < 0;
  // what is mounted here must not be mounted elsewhere
  failed = failed || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
           mount("assay", MEMORY, "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777") != 0;
  if (!failed) {
    for (int i = 0; i < count; i++) failed |= keep(paths[i], kept[i]);
    if (failed) umount2(MEMORY, MNT_DETACH);
  }
  for (int i = 0; i < count; i++)
    if (kept[i] >= 0) close(kept[i]);
  return !failed;
}
