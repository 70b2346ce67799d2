// The kernels for each instruction set, and the choice among them. No build flag is needed: the
// functions carry the attribute of their set, and are called only where the processor has it.

#include "CScan.h"

#include <string.h>

static uint64_t first_eight(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

// The bits of eight bytes from `length` on, in whatever order the bytes of a word stand.
static uint64_t ignored_of_eight(size_t length) {
  uint8_t bytes[8] = {0};
  memset(bytes + length, 0xFF, sizeof bytes - length);
  return first_eight(bytes);
}

#define NAME(x) scalar_##x
#define TARGET
#define WIDTH 1
#define VECTOR uint8_t
#define MASK unsigned
#define LOAD(p) (*(p))
#define SPLAT(b) ((uint8_t)(b))
#define EQUAL(a, b) ((unsigned)((a) == (b)))
#define FIRST(m) 0
#define COUNT(m) (m)
#define ALL 1u
#define SHIFTED(p) ((uint8_t)((p)[0] << 4 | (p)[1] >> 4))
#include "kernel_template.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define NAME(x) sse2_##x
#define TARGET
#define WIDTH 16
#define VECTOR __m128i
#define MASK uint32_t
#define LOAD(p) _mm_loadu_si128((const __m128i *)(p))
#define SPLAT(b) _mm_set1_epi8((char)(b))
#define EQUAL(a, b) ((uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, b)))
#define FIRST(m) __builtin_ctz(m)
#define COUNT(m) (unsigned)__builtin_popcount(m)
#define ALL 0xFFFFu
#define SHIFTED(p)                                                                       \
  _mm_or_si128(_mm_slli_epi16(_mm_and_si128(LOAD(p), SPLAT(0x0F)), 4),                   \
               _mm_and_si128(_mm_srli_epi16(LOAD((p) + 1), 4), SPLAT(0x0F)))
#include "kernel_template.h"

#define NAME(x) avx2_##x
#define TARGET __attribute__((target("avx2,bmi,popcnt")))
#define WIDTH 32
#define VECTOR __m256i
#define MASK uint32_t
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(p))
#define SPLAT(b) _mm256_set1_epi8((char)(b))
#define EQUAL(a, b) ((uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, b)))
#define FIRST(m) __builtin_ctz(m)
#define COUNT(m) (unsigned)__builtin_popcount(m)
#define ALL 0xFFFFFFFFu
#define SHIFTED(p)                                                                       \
  _mm256_or_si256(_mm256_slli_epi16(_mm256_and_si256(LOAD(p), SPLAT(0x0F)), 4),          \
                  _mm256_and_si256(_mm256_srli_epi16(LOAD((p) + 1), 4), SPLAT(0x0F)))
#include "kernel_template.h"

#define NAME(x) avx512_##x
#define TARGET __attribute__((target("avx512f,avx512bw,bmi,popcnt")))
#define WIDTH 64
#define VECTOR __m512i
#define MASK uint64_t
#define LOAD(p) _mm512_loadu_si512((const void *)(p))
#define SPLAT(b) _mm512_set1_epi8((char)(b))
#define EQUAL(a, b) ((uint64_t)_mm512_cmpeq_epi8_mask(a, b))
#define FIRST(m) __builtin_ctzll(m)
#define COUNT(m) (unsigned)__builtin_popcountll(m)
#define ALL (~0ull)
#define SHIFTED(p)                                                                       \
  _mm512_or_si512(_mm512_slli_epi16(_mm512_and_si512(LOAD(p), SPLAT(0x0F)), 4),          \
                  _mm512_and_si512(_mm512_srli_epi16(LOAD((p) + 1), 4), SPLAT(0x0F)))
#include "kernel_template.h"
#endif

#if defined(__aarch64__)
#include <arm_neon.h>

// NEON has no movemask: narrowing by four bits leaves four bits for each byte, of which one is
// kept, so that places and counts are those of the bits divided by four.
static inline uint64_t neon_mask(uint8x16_t equal) {
  const uint8x8_t narrow = vshrn_n_u16(vreinterpretq_u16_u8(equal), 4);
  return vget_lane_u64(vreinterpret_u64_u8(narrow), 0) & 0x1111111111111111ull;
}

#define NAME(x) neon_##x
#define TARGET
#define WIDTH 16
#define VECTOR uint8x16_t
#define MASK uint64_t
#define LOAD(p) vld1q_u8(p)
#define SPLAT(b) vdupq_n_u8(b)
#define EQUAL(a, b) neon_mask(vceqq_u8(a, b))
#define FIRST(m) (__builtin_ctzll(m) >> 2)
#define COUNT(m) (unsigned)__builtin_popcountll(m)
#define ALL 0x1111111111111111ull
#define SHIFTED(p) vorrq_u8(vshlq_n_u8(LOAD(p), 4), vshrq_n_u8(LOAD((p) + 1), 4))
#include "kernel_template.h"
#endif

typedef size_t (*newline_function)(const uint8_t *, size_t);
typedef size_t (*other_line_function)(const uint8_t *, size_t, const struct cscan_contig *,
                                      uint64_t *);

typedef size_t (*mismatch_function)(const uint8_t *, const uint8_t *, bool, size_t, uint32_t,
                                    uint32_t *);

struct kernel {
  newline_function find_newline;
  other_line_function find_other_line;
  mismatch_function find_mismatches;
};

#define KERNEL(set) {set##_find_newline, set##_find_other_line, set##_find_mismatches}

static const struct kernel kernels[CSCAN_KERNELS] = {
  [CSCAN_SCALAR] = KERNEL(scalar),
#if defined(__x86_64__)
  [CSCAN_SSE2] = KERNEL(sse2),
  [CSCAN_AVX2] = KERNEL(avx2),
  [CSCAN_AVX512] = KERNEL(avx512),
#endif
#if defined(__aarch64__)
  [CSCAN_NEON] = KERNEL(neon),
#endif
};

bool cscan_kernel_available(enum cscan_kernel kernel) {
  if ((unsigned)kernel >= CSCAN_KERNELS || !kernels[kernel].find_newline) return false;
#if defined(__x86_64__)
  if (kernel == CSCAN_AVX2) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
  }
  if (kernel == CSCAN_AVX512) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
  }
#endif
  return true;
}

enum cscan_kernel cscan_kernel_best(void) {
  static const enum cscan_kernel order[] = {CSCAN_AVX512, CSCAN_AVX2, CSCAN_SSE2, CSCAN_NEON};
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    if (cscan_kernel_available(order[i])) return order[i];
  }
  return CSCAN_SCALAR;
}

static const struct kernel *usable(enum cscan_kernel kernel) {
  return &kernels[cscan_kernel_available(kernel) ? kernel : CSCAN_SCALAR];
}

size_t cscan_find_newline(enum cscan_kernel kernel, const uint8_t *bytes, size_t count) {
  return usable(kernel)->find_newline(bytes, count);
}

struct cscan_line cscan_find_other_line(enum cscan_kernel kernel, const uint8_t *bytes,
                                        size_t count, const struct cscan_contig *contig) {
  struct cscan_line line = {.newline = 0, .lines = 0};
  line.newline = usable(kernel)->find_other_line(bytes, count, contig, &line.lines);
  return line;
}

static unsigned base_at(const uint8_t *bases, size_t place) {
  return place % 2 ? bases[place / 2] & 15u : bases[place / 2] >> 4;
}

size_t cscan_find_mismatches(enum cscan_kernel kernel, struct cscan_bases read,
                             struct cscan_bases reference, size_t count, uint32_t *places) {
  size_t found = 0;
  size_t done = 0;
  if (count > 0 && read.first % 2 && reference.first % 2) {
    if (base_at(read.bytes, read.first) != base_at(reference.bytes, reference.first)) {
      places[found++] = 0;
    }
    done = 1;
  }
  // Whole bytes of the one that now starts with a byte; the other may be half a byte off.
  const bool is_shifted = (read.first + done) % 2 != (reference.first + done) % 2;
  const bool is_read_even = (read.first + done) % 2 == 0;
  const struct cscan_bases even = is_read_even ? read : reference;
  const struct cscan_bases other = is_read_even ? reference : read;
  const size_t pairs = (count - done) / 2;
  if (pairs > 0) {
    found += usable(kernel)->find_mismatches(even.bytes + (even.first + done) / 2,
                                             other.bytes + (other.first + done) / 2, is_shifted,
                                             pairs, (uint32_t)done, places + found);
  }
  done += 2 * pairs;
  if (done < count &&
      base_at(read.bytes, read.first + done) != base_at(reference.bytes, reference.first + done)) {
    places[found++] = (uint32_t)done;
  }
  return found;
}
