// Reading by place, and the headers of BGZF blocks.

#include "block.h"

#include <errno.h>
#include <unistd.h>

uint32_t cscan_little_endian(const uint8_t *bytes, int count) {
  uint32_t value = 0;
  for (int i = 0; i < count; i++) value |= (uint32_t)bytes[i] << (8 * i);
  return value;
}

// Reads as much as there is, up to `size`; -1 for an error.
ssize_t cscan_read_whole(int descriptor, uint8_t *bytes, size_t size, uint64_t offset) {
  size_t count = 0;
  while (count < size) {
    const ssize_t got = pread(descriptor, bytes + count, size - count, (off_t)(offset + count));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    count += (size_t)got;
  }
  return (ssize_t)count;
}

// Size of the whole block at `bytes`; 0 where more bytes are needed, -1 where it is no BGZF block.
int64_t cscan_block_size(const uint8_t *bytes, size_t count, size_t *header_size) {
  if (count < 18) return 0;
  if (bytes[0] != 31 || bytes[1] != 139 || bytes[2] != 8 || bytes[3] != 4) return -1;
  const size_t extra = cscan_little_endian(bytes + 10, 2);
  *header_size = 12 + extra;
  if (count < *header_size) return 0;
  for (size_t at = 12; at + 4 <= *header_size;) {
    const size_t size = cscan_little_endian(bytes + at + 2, 2);
    if (bytes[at] == 'B' && bytes[at + 1] == 'C' && size == 2 && at + 6 <= *header_size) {
      const int64_t whole = (int64_t)cscan_little_endian(bytes + at + 4, 2) + 1;
      return whole >= (int64_t)*header_size + 8 ? whole : -1;
    }
    at += 4 + size;
  }
  return -1;
}
