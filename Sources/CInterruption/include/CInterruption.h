#ifndef FOXP3_CINTERRUPTION_H
#define FOXP3_CINTERRUPTION_H

#include <stdbool.h>
#include <stddef.h>

/// What is to be taken away should a signal end the program. Everything here may be called by
/// several threads.

/// Remembers a path, and gives its number; -1 where there is no memory to.
long cinterruption_add(const char *path, bool is_directory);

/// Forgets a path, which is where it belongs, or gone.
void cinterruption_drop(long number);

/// From here to `cinterruption_release` a signal waits. Calls may be nested.
void cinterruption_hold(void);
void cinterruption_release(void);

/// From here on SIGHUP, SIGINT and SIGTERM take the paths away and then end the program as they do
/// on their own. One that is ignored stays so (as nohup asks); one that is held back no longer is.
/// SIGXFSZ is ignored.
void cinterruption_install(void);

#endif
