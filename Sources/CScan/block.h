#ifndef FOXP3_CSCAN_BLOCK_H
#define FOXP3_CSCAN_BLOCK_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Bytes of the largest BGZF block, compressed and inflated (SAM specification, section 4.1).
enum { CSCAN_BLOCK_LIMIT = 64 * 1024 };

/// An unsigned number of `count` bytes, up to 4.
uint32_t cscan_little_endian(const uint8_t *bytes, int count);

/// Reads as much as there is, up to `size`; -1 for an error, which errno tells.
ssize_t cscan_read_whole(int descriptor, uint8_t *bytes, size_t size, uint64_t offset);

/// Size of the whole block at `bytes`; 0 where more bytes are needed to tell, -1 where it is no
/// BGZF block. `header_size` is set where the size is told.
int64_t cscan_block_size(const uint8_t *bytes, size_t count, size_t *header_size);

#endif
