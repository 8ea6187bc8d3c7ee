#define _GNU_SOURCE
#include "launch.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confinement.h"

// The child runs on a stack of its own in the memory of this process, which stands still until the
// program has begun (clone with CLONE_VM and CLONE_VFORK, as posix_spawn does): nothing is copied,
// however large this process is, and what went wrong is written straight to `launched`. Everything in
// `child` is a plain system call; nothing there allocates or locks.
enum { STACK_BYTES = 256 * 1024, FIRST_FREE_DESCRIPTOR = 3, MOVED_DESCRIPTOR = 10 };

struct childhood {
  const struct assay_launch *launch;
  struct assay_launched *launched;
  pid_t parent;
  uid_t user;
  gid_t group;
  int own_users, own_mounts;
};

static void give_up(struct assay_launched *launched, int stage) {
  launched->stage = stage;
  launched->error = errno;
  _exit(127);
}

static void reset_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

// Moves all three out of the way first, since one may stand in another's place.
static int place_descriptors(const struct assay_launch *launch) {
  const int given[3] = {launch->input, launch->output, launch->errors};
  int moved[3];
  for (int i = 0; i < 3; i++) {
    moved[i] = fcntl(given[i], F_DUPFD_CLOEXEC, MOVED_DESCRIPTOR);
    if (moved[i] < 0) return -1;
  }
  for (int i = 0; i < 3; i++)
    if (dup2(moved[i], i) < 0) return -1;
  return 0;
}

static void close_others(void) {
  if (syscall(SYS_close_range, FIRST_FREE_DESCRIPTOR, ~0U, 0) == 0) return;
  struct rlimit limit;
  const int end =
      getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 65536 ? (int)limit.rlim_cur : 65536;
  for (int descriptor = FIRST_FREE_DESCRIPTOR; descriptor < end; descriptor++) close(descriptor);
}

// Lowers a limit, never beyond what this process may itself.
static int limit(int resource, uint64_t value) {
  if (value == ASSAY_UNLIMITED) return 0;
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return -1;
  const rlim_t bound = now.rlim_max < value ? now.rlim_max : value;
  const struct rlimit lower = {bound, bound};
  return setrlimit(resource, &lower);
}

static int set_limits(const struct assay_launch *launch) {
  if (limit(RLIMIT_CORE, 0) != 0) return -1;
  if (limit(RLIMIT_CPU, launch->processor_seconds) != 0) return -1;
  if (limit(RLIMIT_FSIZE, launch->file_bytes) != 0) return -1;
  if (limit(RLIMIT_NOFILE, launch->open_files) != 0) return -1;
  return limit(RLIMIT_AS, launch->address_space_bytes);
}

static void write_file(const char *path, const char *text) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  (void)!write(file, text, strlen(text));
  close(file);
}

// "id id 1" without the formatted output of the C library.
static void write_map(const char *path, unsigned id) {
  char digits[12], text[32];
  int count = 0, length = 0;
  do {
    digits[count++] = (char)('0' + id % 10);
    id /= 10;
  } while (id > 0);
  for (int copy = 0; copy < 2; copy++) {
    for (int i = count - 1; i >= 0; i--) text[length++] = digits[i];
    text[length++] = ' ';
  }
  text[length++] = '1';
  text[length] = 0;
  write_file(path, text);
}

static int child(void *given) {
  const struct childhood *self = given;
  const struct assay_launch *launch = self->launch;
  struct assay_launched *launched = self->launched;
  if (self->own_users) {
    // The user keeps its number; without a map it would be nobody.
    write_file("/proc/self/setgroups", "deny");
    write_map("/proc/self/uid_map", self->user);
    write_map("/proc/self/gid_map", self->group);
  }
  if (setsid() < 0) give_up(launched, ASSAY_LAUNCH_SESSION);
  reset_signals();
  if (place_descriptors(launch) != 0) give_up(launched, ASSAY_LAUNCH_DESCRIPTORS);
  close_others();
  if (launch->folder != NULL && chdir(launch->folder) != 0)
    give_up(launched, ASSAY_LAUNCH_FOLDER);
  if (launch->cores != NULL) syscall(SYS_sched_setaffinity, 0, launch->cores_bytes, launch->cores);
  if (set_limits(launch) != 0) give_up(launched, ASSAY_LAUNCH_LIMITS);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) give_up(launched, ASSAY_LAUNCH_SESSION);
  if (self->own_mounts) launched->memory_owned = assay_own_shared_memory(launch->writable);
  if (launch->writable != NULL)
    launched->writes_confined = assay_confine_writes(launch->writable, &launched->signals_confined);
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) give_up(launched, ASSAY_LAUNCH_SESSION);
  if (getppid() != self->parent) _exit(127);
  execve(launch->executable, launch->arguments, launch->environment);
  give_up(launched, ASSAY_LAUNCH_PROGRAM);
  return 127;
}

// A path that would not be there any more.
static int is_in_memory(const char *path) {
  return path != NULL && strncmp(path, "/dev/shm", strlen("/dev/shm")) == 0;
}

// Tries the ways to a network and mounts of one's own in turn: as root or as an owner of a user namespace, both
// or the network alone, none.
static pid_t start(struct childhood *self, char *stack_top) {
  const struct assay_launch *launch = self->launch;
  const int plain = CLONE_VM | CLONE_VFORK | SIGCHLD;
  const int network = launch->deny_network ? CLONE_NEWNET : 0;
  const int separable = launch->writable != NULL && !is_in_memory(launch->executable) &&
                        !is_in_memory(launch->folder);
  const int mounts = separable ? CLONE_NEWNS : 0;
  const int wishes[] = {network | mounts, network};
  for (int i = 0; i < 2; i++) {
    if (wishes[i] == 0) continue;
    self->own_mounts = (wishes[i] & CLONE_NEWNS) != 0;
    for (self->own_users = 0; self->own_users < 2; self->own_users++) {
      const int users = self->own_users ? CLONE_NEWUSER : 0;
      const pid_t process = clone(child, stack_top, plain | users | wishes[i], self);
      if (process < 0) continue;
      self->launched->network_denied = network != 0;
      return process;
    }
  }
  self->own_users = self->own_mounts = 0;
  return clone(child, stack_top, plain, self);
}

int assay_start_program(const struct assay_launch *launch, struct assay_launched *launched) {
  memset(launched, 0, sizeof *launched);
  struct childhood self = {launch, launched, getpid(), geteuid(), getegid(), 0, 0};
  char *stack = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) {
    launched->stage = ASSAY_LAUNCH_CLONE;
    launched->error = errno;
    return -1;
  }
  // No handler of ours may run in the child, whose memory is ours.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  launched->process = start(&self, stack + STACK_BYTES);
  if (launched->process < 0) {
    launched->stage = ASSAY_LAUNCH_CLONE;
    launched->error = errno;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  munmap(stack, STACK_BYTES);
  if (launched->stage == ASSAY_LAUNCH_DONE) return 0;
  if (launched->process > 0)
    while (waitpid(launched->process, NULL, 0) < 0 && errno == EINTR) {
    }
  return -1;
}
