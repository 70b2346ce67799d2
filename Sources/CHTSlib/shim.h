#ifndef FOXP3_CHTSLIB_SHIM_H
#define FOXP3_CHTSLIB_SHIM_H

#include <htslib/bgzf.h>
#include <htslib/hfile.h>
#include <htslib/hts.h>
#include <htslib/kstring.h>
#include <htslib/sam.h>
#include <htslib/tbx.h>
#include <htslib/vcf.h>

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

/// The tabix settings for VCF; a plain global of htslib that Swift takes for mutable state.
static inline const tbx_conf_t *chts_variant_columns(void) { return &tbx_conf_vcf; }

#endif
