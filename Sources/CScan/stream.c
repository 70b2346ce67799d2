// A file's bytes in order and in pieces that fit the cache: as they are, or inflated from BGZF on
// several threads.
//
// A ring of slots is filled by whoever comes first: a slot is claimed and its compressed blocks
// are read under the lock (so the order is the file's), then inflated without it. The caller's
// thread takes the slots in order, and fills one itself where the next is not ready. Memory is
// bounded by the ring, whatever the file.

#include "CScan.h"
#include "block.h"

#include <errno.h>
#include <libdeflate.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  PLAIN_BYTES = 256 * 1024,
  RAW_BYTES = 128 * 1024,
  INFLATED_BYTES = 512 * 1024,
  PADDING = 64,  // no more than CSCAN_KEEP, which is left behind a piece
  MOST_THREADS = 64,
};

struct packed_block {
  uint32_t data, data_size;  // the deflate stream within `raw`
  uint32_t size, crc;
};

struct slot {
  uint8_t *memory;  // CSCAN_KEEP bytes of room, the piece's bytes, padding
  uint8_t *raw;
  size_t count;
  struct cscan_block blocks[CSCAN_PIECE_BLOCKS];
  struct packed_block packed[CSCAN_PIECE_BLOCKS];
  size_t block_count;
  enum cscan_status status;
  uint64_t file_offset;
  int error_number;
  bool is_ready;
};

struct cscan_stream {
  int descriptor;
  bool is_bgzf;
  int slot_count;
  struct slot *slots;
  struct libdeflate_decompressor *inflater;  // the caller's own

  pthread_mutex_t lock;
  pthread_cond_t changed;
  uint64_t offset;     // in the file, of what is read next
  uint64_t claimed;    // slots claimed for filling so far
  uint64_t taken;      // slots the caller is done with
  bool has_ended;      // nothing is left to claim: the end or an error was met
  bool ends_in_empty;  // the last block read was an empty one
  bool is_closing;

  bool holds_slot;  // the caller has slot `taken`
  size_t kept;      // bytes before that slot's own that were kept
  int worker_count;
  pthread_t workers[MOST_THREADS];
};

static void fail(struct slot *slot, enum cscan_status status, uint64_t file_offset) {
  slot->status = status;
  slot->file_offset = file_offset;
}

// Finds the blocks in what was read; gives the bytes they take up.
static size_t split_blocks(struct cscan_stream *stream, struct slot *slot, size_t available) {
  size_t at = 0;
  size_t inflated = 0;
  while (at < available && slot->block_count < CSCAN_PIECE_BLOCKS) {
    size_t header_size = 0;
    const int64_t size = cscan_block_size(slot->raw + at, available - at, &header_size);
    if (size < 0) {
      fail(slot, CSCAN_NOT_BGZF, stream->offset + at);
      return at;
    }
    if (size == 0 || at + (size_t)size > available) break;
    const uint8_t *end = slot->raw + at + size;
    const uint32_t bytes = cscan_little_endian(end - 4, 4);
    if (bytes > CSCAN_BLOCK_LIMIT) {
      fail(slot, CSCAN_BAD_DEFLATE, stream->offset + at);
      return at;
    }
    if (inflated + bytes > INFLATED_BYTES) break;
    slot->packed[slot->block_count] = (struct packed_block){
      .data = (uint32_t)(at + header_size), .data_size = (uint32_t)(size - header_size - 8),
      .size = bytes, .crc = cscan_little_endian(end - 8, 4)};
    slot->blocks[slot->block_count++] =
      (struct cscan_block){.file_offset = stream->offset + at, .start = (uint32_t)inflated};
    stream->ends_in_empty = bytes == 0;
    inflated += bytes;
    at += (size_t)size;
  }
  return at;
}

// Reads a slot's part of the file. The lock is held.
static void read_slot(struct cscan_stream *stream, struct slot *slot) {
  slot->block_count = slot->count = 0;
  slot->status = CSCAN_OK;
  slot->error_number = 0;
  slot->file_offset = stream->offset;
  uint8_t *into = stream->is_bgzf ? slot->raw : slot->memory + CSCAN_KEEP;
  const ssize_t got = cscan_read_whole(stream->descriptor, into,
                                 stream->is_bgzf ? RAW_BYTES : PLAIN_BYTES, stream->offset);
  if (got < 0) {
    slot->error_number = errno;
    fail(slot, CSCAN_READ_FAILED, stream->offset);
  } else if (got == 0) {
    const bool is_whole = !stream->is_bgzf || stream->ends_in_empty;
    fail(slot, is_whole ? CSCAN_END : CSCAN_NO_END_BLOCK, stream->offset);
  } else if (!stream->is_bgzf) {
    slot->count = (size_t)got;
    stream->offset += (uint64_t)got;
  } else {
    const size_t used = split_blocks(stream, slot, (size_t)got);
    if (used == 0 && slot->status == CSCAN_OK) fail(slot, CSCAN_TRUNCATED, stream->offset);
    // Blocks before a bad one are given first; the bad one is met again at the next read.
    if (used > 0) slot->status = CSCAN_OK;
    if (used > 0) slot->file_offset = stream->offset;
    stream->offset += used;
  }
  stream->has_ended = slot->status != CSCAN_OK;
}

// Inflates a slot's blocks. Nobody else touches a claimed slot, so no lock is held.
static void inflate_slot(struct slot *slot, struct libdeflate_decompressor *inflater) {
  uint8_t *into = slot->memory + CSCAN_KEEP;
  for (size_t i = 0; i < slot->block_count; i++) {
    const struct packed_block *block = &slot->packed[i];
    size_t used = 0, made = 0;
    const enum libdeflate_result result = libdeflate_deflate_decompress_ex(
      inflater, slot->raw + block->data, block->data_size, into + slot->count, block->size, &used,
      &made);
    enum cscan_status status = CSCAN_OK;
    // What is left over may be blocks that a wrong size took in.
    if (result != LIBDEFLATE_SUCCESS || used != block->data_size || made != block->size) {
      status = CSCAN_BAD_DEFLATE;
    } else if (libdeflate_crc32(0, into + slot->count, block->size) != block->crc) {
      status = CSCAN_BAD_CRC;
    }
    if (status != CSCAN_OK) {
      fail(slot, status, slot->blocks[i].file_offset);
      slot->count = slot->block_count = 0;
      return;
    }
    slot->count += block->size;
  }
}

// Claims the next slot and fills it; false where there is none to claim. The lock is held before
// and after, not between.
static bool fill_next(struct cscan_stream *stream, struct libdeflate_decompressor *inflater) {
  if (stream->has_ended || stream->claimed >= stream->taken + (uint64_t)stream->slot_count) {
    return false;
  }
  struct slot *slot = &stream->slots[stream->claimed++ % (uint64_t)stream->slot_count];
  slot->is_ready = false;
  read_slot(stream, slot);
  pthread_mutex_unlock(&stream->lock);
  inflate_slot(slot, inflater);
  pthread_mutex_lock(&stream->lock);
  slot->is_ready = true;
  if (slot->status != CSCAN_OK) stream->has_ended = true;
  pthread_cond_broadcast(&stream->changed);
  return true;
}

static void *work(void *argument) {
  struct cscan_stream *stream = argument;
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
  pthread_mutex_lock(&stream->lock);
  // Without memory for an inflater the others do the work.
  while (inflater && !stream->is_closing) {
    if (!fill_next(stream, inflater)) pthread_cond_wait(&stream->changed, &stream->lock);
  }
  pthread_mutex_unlock(&stream->lock);
  libdeflate_free_decompressor(inflater);
  return NULL;
}

// Beyond four, reading and looking through the bytes is what takes the time.
static int processors(void) {
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > 4 ? 4 : (int)count;
}

static bool prepare_slots(struct cscan_stream *stream) {
  stream->slots = calloc((size_t)stream->slot_count, sizeof(struct slot));
  if (!stream->slots) return false;
  const size_t bytes = stream->is_bgzf ? INFLATED_BYTES : PLAIN_BYTES;
  for (int i = 0; i < stream->slot_count; i++) {
    struct slot *slot = &stream->slots[i];
    // Whole pages: read(2) copies a fifth faster into them.
    slot->memory = aligned_alloc(CSCAN_KEEP, CSCAN_KEEP + bytes + CSCAN_KEEP);
    if (!slot->memory) return false;
    if (stream->is_bgzf && !(slot->raw = malloc(RAW_BYTES))) return false;
  }
  return true;
}

struct cscan_stream *cscan_stream_open(int descriptor, uint64_t offset, bool is_bgzf,
                                       int threads) {
  struct cscan_stream *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  if (threads > MOST_THREADS) threads = MOST_THREADS;
  if (threads < 1) threads = processors();
  const int workers = is_bgzf && threads > 1 ? threads - 1 : 0;
  stream->descriptor = descriptor;
  stream->offset = offset;
  stream->is_bgzf = is_bgzf;
  stream->slot_count = workers == 0 ? 1 : workers + 2;
  pthread_mutex_init(&stream->lock, NULL);
  pthread_cond_init(&stream->changed, NULL);
  stream->inflater = libdeflate_alloc_decompressor();
  if (!stream->inflater || !prepare_slots(stream)) {
    cscan_stream_close(stream);
    return NULL;
  }
  for (int i = 0; i < workers; i++) {
    // Fewer threads are slower, not wrong.
    if (pthread_create(&stream->workers[stream->worker_count], NULL, work, stream)) break;
    stream->worker_count++;
  }
  return stream;
}

// Waits for the slot to take; the lock is held.
static struct slot *await_slot(struct cscan_stream *stream) {
  struct slot *slot = &stream->slots[stream->taken % (uint64_t)stream->slot_count];
  while (stream->claimed <= stream->taken || !slot->is_ready) {
    if (!fill_next(stream, stream->inflater)) {
      pthread_cond_wait(&stream->changed, &stream->lock);
    }
  }
  return slot;
}

static struct cscan_piece piece_of(const struct cscan_stream *stream, const struct slot *slot,
                                   size_t kept) {
  return (struct cscan_piece){
    .bytes = slot->memory + CSCAN_KEEP - kept, .count = kept + slot->count, .kept = kept,
    .blocks = stream->is_bgzf ? slot->blocks : NULL, .block_count = slot->block_count,
    .status = slot->status, .file_offset = slot->file_offset, .error_number = slot->error_number};
}

struct cscan_piece cscan_stream_next(struct cscan_stream *stream, size_t keep) {
  uint8_t kept[CSCAN_KEEP];
  pthread_mutex_lock(&stream->lock);
  if (keep > CSCAN_KEEP) keep = CSCAN_KEEP;
  if (!stream->holds_slot) keep = 0;
  if (stream->holds_slot) {
    const struct slot *last = &stream->slots[stream->taken % (uint64_t)stream->slot_count];
    if (last->status != CSCAN_OK) {
      const struct cscan_piece same = piece_of(stream, last, 0);
      pthread_mutex_unlock(&stream->lock);
      return same;
    }
    // What stands before the slot's own bytes was kept of pieces before.
    if (keep > stream->kept + last->count) keep = stream->kept + last->count;
    memcpy(kept, last->memory + CSCAN_KEEP + last->count - keep, keep);
    stream->taken++;
    pthread_cond_broadcast(&stream->changed);
  }
  struct slot *slot = await_slot(stream);
  stream->holds_slot = true;
  stream->kept = keep;
  pthread_mutex_unlock(&stream->lock);
  memcpy(slot->memory + CSCAN_KEEP - keep, kept, keep);
  memset(slot->memory + CSCAN_KEEP + slot->count, 0, PADDING);
  return piece_of(stream, slot, keep);
}

void cscan_stream_close(struct cscan_stream *stream) {
  if (!stream) return;
  pthread_mutex_lock(&stream->lock);
  stream->is_closing = true;
  pthread_cond_broadcast(&stream->changed);
  pthread_mutex_unlock(&stream->lock);
  for (int i = 0; i < stream->worker_count; i++) pthread_join(stream->workers[i], NULL);
  for (int i = 0; stream->slots && i < stream->slot_count; i++) {
    free(stream->slots[i].memory);
    free(stream->slots[i].raw);
  }
  free(stream->slots);
  libdeflate_free_decompressor(stream->inflater);
  pthread_cond_destroy(&stream->changed);
  pthread_mutex_destroy(&stream->lock);
  free(stream);
}
