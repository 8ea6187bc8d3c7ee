#pragma once
#include <sys/types.h>
#include <sys/uio.h>

// writev(2) to a pipe whose reader may be gone: EPIPE and no SIGPIPE, whatever this process does with
// that signal.
ssize_t assay_write_quietly(int descriptor, const struct iovec *pieces, int count);

// The same without a copy and without waiting: the pipe holds the very pages of `pieces`, which must not
// change before they have been read. EINVAL, ENOSYS or EPERM where the kernel does not do it.
ssize_t assay_lend_quietly(int descriptor, const struct iovec *pieces, int count);

// Bytes that a pipe holds at most, in pages of which each write begins a new one; -1 and errno.
int assay_pipe_capacity(int descriptor);

// A pipe whose ends no program that we start inherits, and that holds `bytes` where the kernel grants it
// (a user may have used up the pages for large pipes; a small one serves as well). 0, or -1 and errno.
int assay_make_pipe(int ends[2], int bytes);
