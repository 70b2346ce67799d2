// A few bytes among many, by the C library's own search.

#define _GNU_SOURCE
#include "CScan.h"

#include <string.h>

bool cscan_contains(const uint8_t *bytes, size_t count, const uint8_t *key, size_t key_count) {
  return memmem(bytes, count, key, key_count) != NULL;
}
