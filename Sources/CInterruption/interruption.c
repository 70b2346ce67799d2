// Paths that a signal takes away. In C, since a signal's handler may call hardly anything: no
// memory is had or given back there, no lock taken, and no Swift is run.

#include "CInterruption.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 512, MOST_CHUNKS = 4096 };

struct entry {
  char *path;
  bool is_directory;
  atomic_bool is_live;
};

// Chunks are never moved or freed, so that the handler may read them at any time.
static struct entry *_Atomic chunks[MOST_CHUNKS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long count, first_free;
static atomic_int held, pending;
static atomic_bool is_ending;

static struct entry *entry_at(long number) {
  struct entry *chunk = atomic_load(&chunks[number / CHUNK]);
  return chunk ? chunk + number % CHUNK : NULL;
}

static struct entry *new_entry(long *number) {
  for (*number = first_free; *number < count; (*number)++) {
    struct entry *entry = entry_at(*number);
    if (!atomic_load(&entry->is_live)) return entry;
  }
  if (count == (long)CHUNK * MOST_CHUNKS) return NULL;
  if (count % CHUNK == 0) {
    struct entry *chunk = calloc(CHUNK, sizeof *chunk);
    if (!chunk) return NULL;
    atomic_store(&chunks[count / CHUNK], chunk);
  }
  return entry_at(count++);
}

long cinterruption_add(const char *path, bool is_directory) {
  char *copy = strdup(path);
  if (!copy) return -1;
  cinterruption_hold();
  pthread_mutex_lock(&lock);
  long number = -1;
  struct entry *entry = new_entry(&number);
  if (entry) {
    free(entry->path);
    entry->path = copy;
    entry->is_directory = is_directory;
    atomic_store(&entry->is_live, true);
    first_free = number + 1;
  } else {
    free(copy);
    number = -1;
  }
  pthread_mutex_unlock(&lock);
  cinterruption_release();
  return number;
}

void cinterruption_drop(long number) {
  if (number < 0) return;
  pthread_mutex_lock(&lock);
  atomic_store(&entry_at(number)->is_live, false);
  if (number < first_free) first_free = number;
  pthread_mutex_unlock(&lock);
}

void cinterruption_hold(void) {
  for (;;) {
    atomic_fetch_add(&held, 1);
    if (!atomic_load(&is_ending)) return;
    // Another thread's handler is at work: the program ends here, or the handler waits for us.
    atomic_fetch_sub(&held, 1);
    usleep(1000);
  }
}

void cinterruption_release(void) {
  if (atomic_fetch_sub(&held, 1) != 1) return;
  const int number = atomic_exchange(&pending, 0);
  if (number) raise(number);
}

static bool remove_kind(bool directories) {
  bool is_any = false;
  for (long number = 0; number < (long)CHUNK * MOST_CHUNKS; number++) {
    const struct entry *entry = entry_at(number);
    if (!entry) break;
    if (!atomic_load(&entry->is_live) || entry->is_directory != directories) continue;
    if ((directories ? rmdir(entry->path) : unlink(entry->path)) == 0) is_any = true;
  }
  return is_any;
}

// Directories may stand within each other in any order, so they are gone through until none goes.
static void remove_all(void) {
  remove_kind(false);
  while (remove_kind(true)) {}
}

// Whether somebody holds signals back, who then raises this one again.
static bool is_put_off(int number) {
  if (atomic_load(&held) == 0) return false;
  atomic_store(&pending, number);
  return atomic_load(&held) > 0 || atomic_exchange(&pending, 0) == 0;
}

static void end(int number) {
  const int cause = errno;
  atomic_store(&is_ending, true);
  if (is_put_off(number)) {
    atomic_store(&is_ending, false);
  } else {
    remove_all();
    // Delivered as soon as this handler, which keeps it waiting, is left.
    signal(number, SIG_DFL);
    raise(number);
  }
  errno = cause;
}

void cinterruption_install(void) {
  // Past a limit on the size of files a write then fails, and is told as an error.
  signal(SIGXFSZ, SIG_IGN);
  const int numbers[] = {SIGHUP, SIGINT, SIGTERM};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    struct sigaction before;
    if (sigaction(numbers[i], NULL, &before) || before.sa_handler == SIG_IGN) continue;
    struct sigaction action = {.sa_handler = end};
    sigfillset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(numbers[i], &action, NULL);
    // A parent's thread that held it back handed that on.
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, numbers[i]);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
  }
}
