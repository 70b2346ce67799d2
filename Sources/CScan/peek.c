// The first bytes of each block, by zlib, which promises what it has put out when the bytes are used up;
// libdeflate inflates whole blocks only.

#include "CScan.h"
#include "block.h"

#include <errno.h>
#include <stdlib.h>
#include <zlib.h>

// Compressed bytes of a block: inflated at first, with its codes some hundred bytes of text, and twice as
// many each time after; read at first, which hold any usual header of a block; and read where these are
// too few. The room for what is inflated exceeds the largest block, so that zlib tells its end in the same
// call.
enum {
  PEEK_FED = 256,
  PEEK_READ = 1024,
  PEEK_READ_ON = 4096,
  WHOLE_ROOM = CSCAN_BLOCK_LIMIT + 64,
};

struct cscan_peeker {
  int descriptor;
  bool has_inflater;
  z_stream inflater;
  uint64_t next;  // offset of the next block
  struct cscan_peek current;
  size_t size;       // bytes of the current block
  size_t fed;        // of them given to zlib, its header included
  size_t raw_count;  // of them in `raw`
  uint8_t raw[CSCAN_BLOCK_LIMIT];
  uint8_t inflated[WHOLE_ROOM];
};

struct cscan_peeker *cscan_peek_open(int descriptor) {
  struct cscan_peeker *peeker = calloc(1, sizeof *peeker);
  if (!peeker) return NULL;
  peeker->descriptor = descriptor;
  peeker->has_inflater = inflateInit2(&peeker->inflater, -15) == Z_OK;
  if (peeker->has_inflater) return peeker;
  cscan_peek_close(peeker);
  return NULL;
}

static struct cscan_peek failure(struct cscan_peeker *peeker, enum cscan_status status) {
  peeker->current.status = status;
  peeker->current.count = 0;
  return peeker->current;
}

// Reads on until `count` bytes of the file from the current block's start are in `raw`, or all there are.
static bool read_on(struct cscan_peeker *peeker, size_t count) {
  const ssize_t got = cscan_read_whole(peeker->descriptor, peeker->raw + peeker->raw_count,
                                       count - peeker->raw_count,
                                       peeker->current.file_offset + peeker->raw_count);
  if (got < 0) {
    peeker->current.error_number = errno;
    return false;
  }
  peeker->raw_count += (size_t)got;
  return true;
}

// Inflates on until the block's first `count` bytes, of those in `raw`, are used up.
static struct cscan_peek inflate_on(struct cscan_peeker *peeker, size_t count) {
  const size_t end = count < peeker->raw_count ? count : peeker->raw_count;
  z_stream *inflater = &peeker->inflater;
  inflater->next_in = peeker->raw + peeker->fed;
  inflater->avail_in = (unsigned)(end - peeker->fed);
  const int result = inflate(inflater, Z_SYNC_FLUSH);
  const bool is_sound = result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR;
  if (!is_sound || inflater->avail_out == 0) return failure(peeker, CSCAN_BAD_DEFLATE);
  peeker->fed = end;
  peeker->current.bytes = peeker->inflated;
  peeker->current.count = WHOLE_ROOM - inflater->avail_out;
  peeker->current.is_whole = result == Z_STREAM_END;
  return peeker->current;
}

struct cscan_peek cscan_peek_next(struct cscan_peeker *peeker) {
  if (peeker->current.status != CSCAN_OK) return peeker->current;
  peeker->current.file_offset = peeker->next;
  peeker->raw_count = 0;
  if (!read_on(peeker, PEEK_READ)) return failure(peeker, CSCAN_READ_FAILED);
  if (peeker->raw_count == 0) return failure(peeker, CSCAN_END);
  size_t header_size = 0;
  int64_t size = cscan_block_size(peeker->raw, peeker->raw_count, &header_size);
  if (size == 0 && peeker->raw_count == PEEK_READ) {
    if (!read_on(peeker, CSCAN_BLOCK_LIMIT)) return failure(peeker, CSCAN_READ_FAILED);
    size = cscan_block_size(peeker->raw, peeker->raw_count, &header_size);
  }
  if (size <= 0) return failure(peeker, size < 0 ? CSCAN_NOT_BGZF : CSCAN_TRUNCATED);
  peeker->size = (size_t)size;
  if (peeker->raw_count > peeker->size) peeker->raw_count = peeker->size;
  peeker->next += (uint64_t)size;
  // Of a block that is cut off within its header, nothing is there to be inflated.
  peeker->fed = header_size < peeker->raw_count ? header_size : peeker->raw_count;
  inflateReset(&peeker->inflater);
  peeker->inflater.next_out = peeker->inflated;
  peeker->inflater.avail_out = WHOLE_ROOM;
  return inflate_on(peeker, peeker->fed + PEEK_FED);
}

struct cscan_peek cscan_peek_more(struct cscan_peeker *peeker) {
  if (peeker->current.status != CSCAN_OK) return peeker->current;
  // All of it was given to zlib, which came to no end.
  if (peeker->fed == peeker->size) return failure(peeker, CSCAN_BAD_DEFLATE);
  const size_t more = 2 * peeker->fed < peeker->size ? 2 * peeker->fed : peeker->size;
  if (more > peeker->raw_count) {
    const size_t wanted = more < PEEK_READ_ON && PEEK_READ_ON < peeker->size ? PEEK_READ_ON
                                                                             : peeker->size;
    if (!read_on(peeker, wanted)) return failure(peeker, CSCAN_READ_FAILED);
    if (peeker->raw_count < wanted) return failure(peeker, CSCAN_TRUNCATED);
  }
  return inflate_on(peeker, more);
}

void cscan_peek_close(struct cscan_peeker *peeker) {
  if (!peeker) return;
  if (peeker->has_inflater) inflateEnd(&peeker->inflater);
  free(peeker);
}
