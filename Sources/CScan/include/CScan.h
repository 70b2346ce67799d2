#ifndef FOXP3_CSCAN_H
#define FOXP3_CSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- Kernels: one algorithm each, compiled for several vector widths (kernel_template.h) ----

/// An instruction set. Each gives the same answers; they differ in speed alone.
enum cscan_kernel {
  CSCAN_SCALAR = 0,
  CSCAN_SSE2 = 1,
  CSCAN_AVX2 = 2,
  CSCAN_AVX512 = 3,
  CSCAN_NEON = 4,
};

enum { CSCAN_KERNELS = 5 };

/// Whether this processor and this build have the kernel; false for a number that is none.
bool cscan_kernel_available(enum cscan_kernel kernel);

/// The fastest kernel available.
enum cscan_kernel cscan_kernel_best(void);

/// The contig whose lines are passed over.
struct cscan_contig {
  /// Of the name and the tab that ends it; from 2 on.
  uint8_t length;
  uint8_t name[63];
};

/// A line that `cscan_find_other_line` stopped at.
struct cscan_line {
  size_t newline;  ///< Place of the newline before it; `count` where no such line was found.
  uint64_t lines;  ///< Newlines passed, that one included.
};

/// Finds the first newline of `bytes[0..<count]` after which a line of another contig starts.
/// `bytes` must be readable up to `count + sizeof(struct cscan_contig)`.
struct cscan_line cscan_find_other_line(enum cscan_kernel kernel, const uint8_t *bytes,
                                        size_t count, const struct cscan_contig *contig);

/// Place of the first newline of `bytes[0..<count]`, or `count`.
size_t cscan_find_newline(enum cscan_kernel kernel, const uint8_t *bytes, size_t count);

/// Whether `key` stands somewhere in `bytes`.
bool cscan_contains(const uint8_t *bytes, size_t count, const uint8_t *key, size_t key_count);

/// Bases packed two to a byte, the first in the high half (SAM specification, section 4.2.3).
struct cscan_bases {
  const uint8_t *bytes;
  size_t first;  ///< Number of the base it begins with, from 0, counted from `bytes`.
};

/// Compares `count` bases by their 4-bit codes and writes the places that differ, from 0, ascending,
/// to `places`, which has room for `count` (less than 2^32). Gives how many. Only the bytes that
/// hold the bases are read. A read's `=` (code 0) differs from every base, and `N` from all but `N`.
size_t cscan_find_mismatches(enum cscan_kernel kernel, struct cscan_bases read,
                             struct cscan_bases reference, size_t count, uint32_t *places);

// ---- A file's bytes in order, plain or BGZF (SAM/BAM specification, section 4.1) ----

enum cscan_status {
  CSCAN_OK = 0,
  CSCAN_END,            ///< No bytes are left; for BGZF, after the end-of-file block.
  CSCAN_READ_FAILED,    ///< `error_number` says why.
  CSCAN_NOT_BGZF,       ///< No BGZF block header where one has to be.
  CSCAN_TRUNCATED,      ///< The file ends within a block.
  CSCAN_NO_END_BLOCK,   ///< The file ends without the end-of-file block.
  CSCAN_BAD_DEFLATE,    ///< A block's data can't be inflated to the size it states.
  CSCAN_BAD_CRC,        ///< A block's bytes are not those that were compressed.
  CSCAN_NO_MEMORY,      ///< Nor, for the first call, threads.
};

enum {
  CSCAN_KEEP = 4096,       ///< Most bytes of a piece that can be kept for the next.
  CSCAN_PIECE_BLOCKS = 64, ///< Most BGZF blocks of a piece.
};

/// Where a BGZF block of a piece stands.
struct cscan_block {
  uint64_t file_offset;  ///< In the file.
  uint32_t start;        ///< Of its bytes within the piece's new bytes.
};

/// A piece of the bytes. Behind `bytes[count]` there are 64 further readable bytes, zeros at the
/// end of the file.
struct cscan_piece {
  const uint8_t *bytes;
  size_t count;
  /// How many of them, at the front, were kept of the piece before.
  size_t kept;
  const struct cscan_block *blocks;  ///< BGZF only.
  size_t block_count;
  enum cscan_status status;
  /// In the file: of the piece's new bytes, or of the block or read that failed.
  uint64_t file_offset;
  int error_number;
};

struct cscan_stream;

/// Reads `descriptor`, a seekable file, from `offset` on by pread(2); `offset` is a block's for
/// BGZF. The descriptor stays the caller's. `threads` inflate, the caller's own among them; 0 lets
/// the number of processors decide.
/// Null where memory or threads are not to be had.
struct cscan_stream *cscan_stream_open(int descriptor, uint64_t offset, bool is_bgzf, int threads);

/// The next piece, with the last `keep` bytes of the piece before (no more than it had, and at
/// most `CSCAN_KEEP`) in front. It is valid until the next call. The piece of `CSCAN_END` holds the
/// kept bytes alone; after it, and after an error, the status is given again without bytes.
struct cscan_piece cscan_stream_next(struct cscan_stream *stream, size_t keep);

void cscan_stream_close(struct cscan_stream *stream);

// ---- The first bytes of each BGZF block ----

struct cscan_peeker;

/// The first bytes of a block.
struct cscan_peek {
  const uint8_t *bytes;
  size_t count;
  bool is_whole;         ///< They are all of the block's bytes.
  uint64_t file_offset;  ///< Of the block in the file.
  enum cscan_status status;
  int error_number;
};

/// Looks into the blocks of `descriptor`, a seekable file that stays the caller's, from the first
/// on. Null where memory is not to be had.
struct cscan_peeker *cscan_peek_open(int descriptor);

/// The first bytes of the next block, some hundred. Valid until the next call. Checksums are not
/// looked at: they are of whole blocks. After `CSCAN_END` and after an error: the same again.
struct cscan_peek cscan_peek_next(struct cscan_peeker *peeker);

/// More of the bytes of the block that `cscan_peek_next` gave last: about twice as many, or all; not
/// to be asked for where they are whole.
struct cscan_peek cscan_peek_more(struct cscan_peeker *peeker);

void cscan_peek_close(struct cscan_peeker *peeker);

// ---- Records of BCF and BAM, whose lengths are told ----

enum cscan_layout { CSCAN_BCF = 0, CSCAN_BAM = 1 };

/// Bytes of the longest record taken for possible.
enum { CSCAN_RECORD_LIMIT = 1 << 30 };

/// The records that are looked for.
struct cscan_wanted {
  enum cscan_layout layout;
  /// `contigs[0]` is not 0 for BAM reads without a contig, `contigs[n + 1]` for contig n.
  const uint8_t *contigs;
  size_t contig_count;
  /// Of the bases, from 0: records that start behind `last` are not wanted, nor BAM reads that end
  /// before `first` by their CIGAR. (A BCF record may reach further than it tells by itself.)
  int64_t first, last;
};

/// What was seen of the records passed. Before the first, `contig` is -2 and all else 0.
struct cscan_tally {
  /// Records of each contig n at n + 1; of BAM those that are mapped. The others are at 0.
  uint64_t *counts;
  uint8_t *met;  ///< 1 for each contig that was met, in the same places.
  int32_t contig, position;
  /// Whether a contig's records stand apart or positions descend.
  bool is_unordered;
};

/// What a hop over records came to.
struct cscan_hop {
  /// Start of the record it stopped at; past `count` where a record reaches beyond.
  uint64_t at;
  uint64_t records;  ///< Records hopped over.
  /// 0: too few bytes are left to judge, or none; 1: a record of the kind it stops at; 2: no
  /// possible record.
  uint8_t outcome;
};

/// Hops from record to record of `bytes[0..<count]`, beginning at `at`, to the first that is wanted,
/// or not wanted, and counts those it passes. `wanted` and `tally` have places for all contigs.
struct cscan_hop cscan_hop_records(const struct cscan_wanted *wanted, bool stops_at_wanted,
                                   const uint8_t *bytes, size_t count, uint64_t at,
                                   struct cscan_tally *tally);

#endif
