// Hopping over the records of BCF (VCF specification, section 6.3) and BAM (SAM specification,
// section 4.2) by the lengths they state, without decoding them.

#include "CScan.h"

static uint32_t unsigned_at(const uint8_t *bytes) {
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
         (uint32_t)bytes[3] << 24;
}

struct head {
  uint64_t size;  // of the whole record; 0 for none that is possible
  int32_t contig;
};

static struct head head_at(enum cscan_layout layout, const uint8_t *bytes) {
  if (layout == CSCAN_BCF) {
    // The shared part holds at least CHROM, POS, rlen, QUAL and two counts.
    const uint64_t shared = unsigned_at(bytes);
    const uint64_t individual = unsigned_at(bytes + 4);
    return (struct head){.size = shared < 24 ? 0 : 8 + shared + individual,
                         .contig = (int32_t)unsigned_at(bytes + 8)};
  }
  const uint64_t size = unsigned_at(bytes);
  return (struct head){.size = size < 32 ? 0 : 4 + size,
                       .contig = (int32_t)unsigned_at(bytes + 4)};
}

struct cscan_hop cscan_hop_records(enum cscan_layout layout, const uint8_t *bytes, size_t count,
                                   uint64_t at, const uint8_t *wanted, size_t contigs) {
  const size_t needed = layout == CSCAN_BCF ? 12 : 8;
  const int32_t lowest = layout == CSCAN_BCF ? 0 : -1;
  struct cscan_hop hop = {.at = at, .records = 0, .contig = -1, .outcome = 0};
  while (hop.at <= count && count - hop.at >= needed) {
    const struct head head = head_at(layout, bytes + hop.at);
    if (head.size == 0 || head.size > CSCAN_RECORD_LIMIT || head.contig < lowest ||
        (head.contig >= 0 && (size_t)head.contig >= contigs)) {
      hop.outcome = 2;
      break;
    }
    if (wanted[head.contig + 1]) {
      hop.outcome = 1;
      hop.contig = head.contig;
      break;
    }
    hop.at += head.size;
    hop.records++;
  }
  return hop;
}
