// The first bytes of each block, by zlib, which promises what it has put out when the room is full;
// libdeflate inflates whole blocks only.

#include "CScan.h"
#include "block.h"

#include <errno.h>
#include <stdlib.h>
#include <zlib.h>

// With room to spare behind the largest block, zlib tells its end in the same call.
enum { PEEK_BYTES = 1024, PEEK_RAW = 4096, PEEK_GROWTH = 8, WHOLE_ROOM = CSCAN_BLOCK_LIMIT + 64 };

struct cscan_peeker {
  int descriptor;
  bool has_inflater;
  z_stream inflater;
  uint64_t next;  // offset of the next block
  struct cscan_peek current;
  size_t room;  // bytes that were asked for of the current block
  size_t raw_count;
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

// Inflates up to `room` bytes of the block whose first bytes are in `raw`.
static struct cscan_peek inflate_to(struct cscan_peeker *peeker, size_t header_size, size_t room) {
  peeker->room = room;
  z_stream *inflater = &peeker->inflater;
  inflateReset(inflater);
  inflater->next_in = peeker->raw + header_size;
  inflater->avail_in = (unsigned)(peeker->raw_count - header_size);
  inflater->next_out = peeker->inflated;
  inflater->avail_out = (unsigned)room;
  const int result = inflate(inflater, Z_SYNC_FLUSH);
  if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
    return failure(peeker, CSCAN_BAD_DEFLATE);
  }
  peeker->current.bytes = peeker->inflated;
  peeker->current.count = room - inflater->avail_out;
  peeker->current.is_whole = result == Z_STREAM_END;
  return peeker->current;
}

struct cscan_peek cscan_peek_next(struct cscan_peeker *peeker) {
  if (peeker->current.status != CSCAN_OK) return peeker->current;
  peeker->current.file_offset = peeker->next;
  const ssize_t got =
    cscan_read_whole(peeker->descriptor, peeker->raw, PEEK_RAW, peeker->next);
  if (got < 0) {
    peeker->current.error_number = errno;
    return failure(peeker, CSCAN_READ_FAILED);
  }
  if (got == 0) return failure(peeker, CSCAN_END);
  size_t header_size = 0;
  const int64_t size = cscan_block_size(peeker->raw, (size_t)got, &header_size);
  if (size <= 0) return failure(peeker, size < 0 ? CSCAN_NOT_BGZF : CSCAN_TRUNCATED);
  peeker->raw_count = (size_t)got < (size_t)size ? (size_t)got : (size_t)size;
  peeker->next += (uint64_t)size;
  return inflate_to(peeker, header_size, PEEK_BYTES);
}

struct cscan_peek cscan_peek_more(struct cscan_peeker *peeker) {
  if (peeker->current.status != CSCAN_OK) return peeker->current;
  const uint64_t start = peeker->current.file_offset;
  const size_t size = (size_t)(peeker->next - start);
  const ssize_t got = cscan_read_whole(peeker->descriptor, peeker->raw, size, start);
  if (got < 0) {
    peeker->current.error_number = errno;
    return failure(peeker, CSCAN_READ_FAILED);
  }
  size_t header_size = 0;
  if ((size_t)got < size || cscan_block_size(peeker->raw, size, &header_size) != (int64_t)size) {
    return failure(peeker, CSCAN_TRUNCATED);
  }
  peeker->raw_count = size;
  const size_t more = peeker->room * PEEK_GROWTH;
  inflate_to(peeker, header_size, more < WHOLE_ROOM ? more : WHOLE_ROOM);
  const bool is_all = peeker->room == WHOLE_ROOM;
  if (peeker->current.status == CSCAN_OK && is_all && !peeker->current.is_whole) {
    return failure(peeker, CSCAN_BAD_DEFLATE);
  }
  return peeker->current;
}

void cscan_peek_close(struct cscan_peeker *peeker) {
  if (!peeker) return;
  if (peeker->has_inflater) inflateEnd(&peeker->inflater);
  free(peeker);
}
