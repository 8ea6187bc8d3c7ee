#define _GNU_SOURCE
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  sigset_t broken, before;
  int was_pending;
} broken_pipe_hold;

static broken_pipe_hold hold_broken_pipe(void) {
  broken_pipe_hold hold;
  sigset_t pending;
  sigemptyset(&hold.broken);
  sigaddset(&hold.broken, SIGPIPE);
  sigpending(&pending);
  hold.was_pending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &hold.broken, &hold.before);
  return hold;
}

static void end_hold(const broken_pipe_hold *hold, ssize_t written) {
  const int error = errno;
  // The signal of this very write is taken back; one that waited before is somebody else's.
  if (written < 0 && error == EPIPE && !hold->was_pending) {
    const struct timespec none = {0, 0};
    while (sigtimedwait(&hold->broken, NULL, &none) < 0 && errno == EINTR) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &hold->before, NULL);
  errno = error;
}

ssize_t assay_write_quietly(int descriptor, const struct iovec *pieces, int count) {
  const broken_pipe_hold hold = hold_broken_pipe();
  const ssize_t written = writev(descriptor, pieces, count);
  end_hold(&hold, written);
  return written;
}

ssize_t assay_lend_quietly(int descriptor, const struct iovec *pieces, int count) {
  const broken_pipe_hold hold = hold_broken_pipe();
  const ssize_t lent = vmsplice(descriptor, pieces, count, SPLICE_F_NONBLOCK);
  end_hold(&hold, lent);
  return lent;
}

int assay_pipe_capacity(int descriptor) { return fcntl(descriptor, F_GETPIPE_SZ); }

int assay_make_pipe(int ends[2], int bytes) {
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  fcntl(ends[0], F_SETPIPE_SZ, bytes);
  return 0;
}
