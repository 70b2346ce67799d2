#ifndef FOXP3_CHTSLIB_SHIM_H
#define FOXP3_CHTSLIB_SHIM_H

#include <htslib/bgzf.h>
#include <htslib/hfile.h>
#include <htslib/hts.h>
#include <htslib/kstring.h>
#include <htslib/sam.h>
#include <htslib/tbx.h>
#include <htslib/vcf.h>

#include <string.h>

#ifdef __linux__
#include <linux/memfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/// A file without a name in memory, closed on exec (memfd_create(2)); -1 with errno where there is
/// none.
static inline int chts_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "foxp3", MFD_CLOEXEC);
}
#endif

#if HTS_VERSION < 101600
#error "foxp3 needs htslib 1.16 or later: install a newer libhts-dev"
#endif

/// An open BCF file with its header, handed through an index query to the reader below.
struct chts_binary_source {
  htsFile *file;
  bcf_hdr_t *header;
};

/// Reads a BCF record within an index query. htslib's own `bcf_readrec` takes the bytes as they
/// are; `bcf_read` also checks that they fit the header, without which a damaged record is used.
static inline int chts_read_checked_record(BGZF *stream, void *source, void *record, int *contig,
                                           hts_pos_t *start, hts_pos_t *end) {
  (void)stream;
  struct chts_binary_source *from = (struct chts_binary_source *)source;
  bcf1_t *into = (bcf1_t *)record;
  int status = bcf_read(from->file, from->header, into);
  if (status >= 0) {
    *contig = into->rid;
    *start = into->pos;
    *end = into->pos + into->rlen;
  }
  return status;
}

/// What the line readers below give for a line, or a header, that is longer than the limit.
enum { CHTS_TOO_LONG = -9 };

/// Goes over the bytes of a BGZF or gzip stream up to the next newline, and appends them to `line`
/// where there is one. As `bgzf_getline`: the length, -1 at the end, less on an error.
static inline int64_t chts_pass_line(BGZF *stream, kstring_t *line, size_t limit) {
  char skipped[4096];
  size_t length = 0;
  for (;;) {
    const int next = bgzf_peek(stream);
    if (next < -1) return -2;
    if (next == -1) return length > 0 ? (int64_t)length : -1;
    const char *start = (const char *)stream->uncompressed_block + stream->block_offset;
    const size_t available = (size_t)(stream->block_length - stream->block_offset);
    const char *end = (const char *)memchr(start, '\n', available);
    size_t more = end ? (size_t)(end - start) : available;
    if (length + more > limit) return CHTS_TOO_LONG;
    if (!line && more > sizeof skipped) more = sizeof skipped;
    if (line && ks_resize(line, line->l + more + 1) < 0) return -3;
    if (bgzf_read(stream, line ? line->s + line->l : skipped, more) != (ssize_t)more) return -2;
    if (line) line->l += more;
    length += more;
    if (end && start + more == end) {
      char newline;
      return bgzf_read(stream, &newline, 1) == 1 ? (int64_t)length : -2;
    }
  }
}

/// As `hts_getline` for lines of text, but never takes more memory than a line of `limit` bytes does.
static inline int64_t chts_get_line(htsFile *file, kstring_t *line, size_t limit) {
  line->l = 0;
  if (file->is_bgzf) {
    const int64_t status = chts_pass_line(file->fp.bgzf, line, limit);
    if (status < 0) return status;
    if (line->l > 0 && line->s[line->l - 1] == '\r') line->l--;
  } else {
    do {
      if (line->l > limit) return CHTS_TOO_LONG;
      if (line->m - line->l < 4096 && ks_resize(line, line->l + 8192) < 0) return -3;
      const ssize_t got =
        hgetdelim(line->s + line->l, line->m - line->l, '\n', file->fp.hfile);
      if (got < 0) return -2;
      if (got == 0 && line->l == 0) return -1;
      if (got == 0) break;
      line->l += (size_t)got;
    } while (line->s[line->l - 1] != '\n');
    if (line->s[line->l - 1] == '\n') {
      line->l--;
      if (line->l > 0 && line->s[line->l - 1] == '\r') line->l--;
    }
  }
  if (ks_resize(line, line->l + 1) < 0) return -3;
  line->s[line->l] = 0;
  return (int64_t)line->l;
}

/// Reads a line within an index query as `tbx_readrec` does, once it is known to be of bearable
/// length: 64 MiB, as everywhere.
static inline int chts_read_bounded_line(BGZF *stream, void *index, void *line, int *contig,
                                         hts_pos_t *start, hts_pos_t *end) {
  const char *block = (const char *)stream->uncompressed_block + stream->block_offset;
  const int available = stream->block_length - stream->block_offset;
  if (available <= 0 || !memchr(block, '\n', (size_t)available)) {
    const int64_t here = bgzf_tell(stream);
    if (chts_pass_line(stream, NULL, (size_t)64 << 20) == CHTS_TOO_LONG) return CHTS_TOO_LONG;
    if (bgzf_seek(stream, here, SEEK_SET) < 0) return -2;
  }
  return tbx_readrec(stream, index, line, contig, start, end);
}

/// Bytes of the header's text that a BCF or BAM file says it has, before any of it is read; 0 where
/// its first block does not hold that. `offset`: where it stands, by the format.
static inline size_t chts_stated_header_size(BGZF *stream, int offset) {
  if (bgzf_peek(stream) < 0 || stream->block_length - stream->block_offset < offset + 4) return 0;
  const uint8_t *bytes = (const uint8_t *)stream->uncompressed_block + stream->block_offset + offset;
  return (size_t)bytes[0] | (size_t)bytes[1] << 8 | (size_t)bytes[2] << 16 | (size_t)bytes[3] << 24;
}

/// The tabix settings for VCF; a plain global of htslib that Swift takes for mutable state.
static inline const tbx_conf_t *chts_variant_columns(void) { return &tbx_conf_vcf; }

#endif
