#define _GNU_SOURCE
#include "confinement.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

// Of linux/landlock.h and the table of system calls, which older systems lack; both never change.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

struct ruleset {
  uint64_t handled_access;
};

struct path_rule {
  uint64_t allowed_access;
  int32_t parent;
} __attribute__((packed));

enum { VERSION_QUERY = 1, RULE_OF_PATH = 1, SECOND_VERSION = 2, THIRD_VERSION = 3 };

// Rights by their bit: write, remove folder and file, make device, folder, file, socket, pipe, block
// device and link of the first version; moving between folders of the second; truncation of the third.
static const uint64_t WRITE = 1 << 1;
static const uint64_t FIRST_RIGHTS =
    1 << 1 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12;
static const uint64_t MOVE = 1 << 13;
static const uint64_t TRUNCATE = 1 << 14;

static void allow(int rules, const char *folder, uint64_t access) {
  const int parent = open(folder, O_PATH | O_CLOEXEC);
  if (parent < 0) return;
  const struct path_rule rule = {access, parent};
  syscall(SYS_landlock_add_rule, rules, RULE_OF_PATH, &rule, 0);
  close(parent);
}

int assay_confine_writes(const char *const *folders) {
  const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, VERSION_QUERY);
  if (version < 1) return 0;
  struct ruleset rights = {FIRST_RIGHTS};
  if (version >= SECOND_VERSION) rights.handled_access |= MOVE;
  if (version >= THIRD_VERSION) rights.handled_access |= TRUNCATE;
  const int rules = (int)syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
  if (rules < 0) return 0;
  for (; *folders != NULL; folders++) allow(rules, *folders, rights.handled_access);
  allow(rules, "/dev/shm", rights.handled_access);
  allow(rules, "/dev", WRITE | (rights.handled_access & TRUNCATE));
  const long granted = syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
  return granted == 0;
}
