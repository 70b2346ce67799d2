// Hopping over the records of BCF (VCF specification, section 6.3) and BAM (SAM specification,
// section 4.2) by the lengths they state, without decoding them.

#include "CScan.h"
#include "block.h"

enum {
  BCF_HEAD = 16,  // lengths of the two parts, CHROM, POS
  BAM_HEAD = 36,  // all fields of fixed size
  UNMAPPED = 4,   // of FLAG
  CONSUMES_REFERENCE = 1 << 0 | 1 << 2 | 1 << 3 | 1 << 7 | 1 << 8,  // M, D, N, =, X
};

static int32_t number_at(const uint8_t *bytes) { return (int32_t)cscan_little_endian(bytes, 4); }

struct head {
  uint64_t size;  // of the whole record; 0 for none that is possible
  int32_t contig, position;
  bool is_counted;
};

static struct head head_at(enum cscan_layout layout, const uint8_t *bytes) {
  if (layout == CSCAN_BCF) {
    // The shared part holds at least CHROM, POS, rlen, QUAL and two counts.
    const uint64_t shared = cscan_little_endian(bytes, 4);
    const uint64_t individual = cscan_little_endian(bytes + 4, 4);
    return (struct head){.size = shared < 24 ? 0 : 8 + shared + individual,
                         .contig = number_at(bytes + 8), .position = number_at(bytes + 12),
                         .is_counted = true};
  }
  const uint64_t size = cscan_little_endian(bytes, 4);
  return (struct head){.size = size < 32 ? 0 : 4 + size,
                       .contig = number_at(bytes + 4), .position = number_at(bytes + 8),
                       .is_counted = !(bytes[18] & UNMAPPED)};
}

// Whether a read may reach `first`; yes where its CIGAR goes on beyond the bytes at hand.
static bool reaches(const uint8_t *record, size_t available, int64_t first) {
  int64_t end = number_at(record + 8);
  if (end >= first) return true;
  const size_t operations = cscan_little_endian(record + 16, 2);
  const size_t start = BAM_HEAD + record[12];
  if (available < start + 4 * operations) return true;
  for (size_t i = 0; i < operations; i++) {
    const uint32_t operation = cscan_little_endian(record + start + 4 * i, 4);
    if (1u << (operation & 15) & CONSUMES_REFERENCE) end += operation >> 4;
  }
  return end > first;
}

static bool is_wanted(const struct cscan_wanted *wanted, struct head head, const uint8_t *record,
                      size_t available) {
  if (!wanted->contigs[head.contig + 1] || head.position > wanted->last) return false;
  return wanted->layout == CSCAN_BCF || reaches(record, available, wanted->first);
}

static void count(struct cscan_tally *tally, struct head head) {
  tally->counts[head.is_counted ? head.contig + 1 : 0]++;
  if (head.contig != tally->contig) {
    if (tally->met[head.contig + 1]) tally->is_unordered = true;
    tally->met[head.contig + 1] = 1;
    tally->contig = head.contig;
  } else if (head.position < tally->position) {
    tally->is_unordered = true;
  }
  tally->position = head.position;
}

struct cscan_hop cscan_hop_records(const struct cscan_wanted *wanted, bool stops_at_wanted,
                                   const uint8_t *bytes, size_t count_of_bytes, uint64_t at,
                                   struct cscan_tally *tally) {
  const size_t needed = wanted->layout == CSCAN_BCF ? BCF_HEAD : BAM_HEAD;
  const int32_t lowest = wanted->layout == CSCAN_BCF ? 0 : -1;
  struct cscan_hop hop = {.at = at, .records = 0, .outcome = 0};
  while (hop.at <= count_of_bytes && count_of_bytes - hop.at >= needed) {
    const uint8_t *record = bytes + hop.at;
    const struct head head = head_at(wanted->layout, record);
    if (head.size == 0 || head.size > CSCAN_RECORD_LIMIT || head.contig < lowest ||
        (head.contig >= 0 && (size_t)head.contig >= wanted->contig_count)) {
      hop.outcome = 2;
      break;
    }
    if (is_wanted(wanted, head, record, count_of_bytes - hop.at) == stops_at_wanted) {
      hop.outcome = 1;
      break;
    }
    count(tally, head);
    hop.at += head.size;
    hop.records++;
  }
  return hop;
}
