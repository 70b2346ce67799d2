// Preloaded into the program under test: reading the file FAULT_FILE goes wrong once FAULT_AT bytes
// of it were read. FAULT_KIND: `error` (EIO from then on), `cut` (the file is truncated there),
// `zero` (what follows is overwritten), `grow` (bytes are added behind its end).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_llong seen;
static atomic_int is_done;

static int is_wanted(int descriptor) {
  const char *wanted = getenv("FAULT_FILE");
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = readlink(link, path, sizeof path - 1);
  if (!wanted || size < 0) return 0;
  path[size] = 0;
  return strcmp(path, wanted) == 0;
}

static void change(const char *kind) {
  const char *path = getenv("FAULT_FILE");
  const long long at = atoll(getenv("FAULT_AT"));
  if (strcmp(kind, "cut") == 0) {
    if (truncate(path, at) != 0) abort();
    return;
  }
  const int descriptor = open(path, O_WRONLY);
  const off_t end = lseek(descriptor, 0, SEEK_END);
  char zeros[4096] = {0};
  if (strcmp(kind, "zero") == 0) {
    for (off_t place = at; place < end; place += sizeof zeros) {
      const size_t count = end - place < (off_t)sizeof zeros ? end - place : sizeof zeros;
      if (pwrite(descriptor, zeros, count, place) < 0) abort();
    }
  } else if (pwrite(descriptor, "chrX\t1\n", 7, end) < 0) {
    abort();
  }
  close(descriptor);
}

// Whether this read has to fail.
static int fails(int descriptor) {
  const char *kind = getenv("FAULT_KIND");
  if (!kind || !is_wanted(descriptor)) return 0;
  if (atomic_load(&seen) < atoll(getenv("FAULT_AT"))) return 0;
  if (strcmp(kind, "error") == 0) {
    errno = EIO;
    return 1;
  }
  if (!atomic_exchange(&is_done, 1)) change(kind);
  return 0;
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  static ssize_t (*next)(int, void *, size_t);
  if (!next) next = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
  if (fails(descriptor)) return -1;
  const ssize_t got = next(descriptor, bytes, count);
  if (got > 0 && is_wanted(descriptor)) atomic_fetch_add(&seen, got);
  return got;
}

ssize_t pread64(int descriptor, void *bytes, size_t count, off_t offset) {
  static ssize_t (*next)(int, void *, size_t, off_t);
  if (!next) next = (ssize_t(*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, "pread64");
  if (fails(descriptor)) return -1;
  const ssize_t got = next(descriptor, bytes, count, offset);
  if (got > 0 && is_wanted(descriptor)) atomic_fetch_add(&seen, got);
  return got;
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
  return pread64(descriptor, bytes, count, offset);
}
