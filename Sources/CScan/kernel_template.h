// The scanning algorithms, once. kernels.c includes this file for each instruction set with:
//   NAME(x)          the function's name in this set
//   TARGET           the attribute that lets the compiler use the set
//   VECTOR, MASK     WIDTH bytes, and one bit for each of them
//   LOAD, SPLAT      unaligned load; one byte repeated
//   EQUAL            mask of the bytes that are equal to the other's
//   FIRST, COUNT     place of a mask's lowest bit; number of its bits
//   ALL              the mask of all bytes
//   SHIFTED(p)       the WIDTH bytes that start half a byte behind p; reads one byte more
// What is left at the end, shorter than a vector, is the scalar set's.

TARGET static size_t NAME(find_newline)(const uint8_t *bytes, size_t count) {
  const VECTOR newline = SPLAT('\n');
  size_t at = 0;
  for (; count - at >= WIDTH; at += WIDTH) {
    const MASK found = EQUAL(LOAD(bytes + at), newline);
    if (found) return at + FIRST(found);
  }
#if WIDTH > 1
  at += scalar_find_newline(bytes + at, count - at);
#endif
  return at;
}

// At each newline, eight bytes are compared at once: they hold most names with their tab.
TARGET static size_t NAME(find_other_line)(const uint8_t *bytes, size_t count,
                                           const struct cscan_contig *contig, uint64_t *lines) {
  const VECTOR newline = SPLAT('\n');
  const uint64_t wanted = first_eight(contig->name);
  const uint64_t unused = contig->length < 8 ? ignored_of_eight(contig->length) : 0;
  size_t at = 0;
  for (; count - at >= WIDTH; at += WIDTH) {
    const MASK newlines = EQUAL(LOAD(bytes + at), newline);
    for (MASK mask = newlines; mask; mask &= mask - 1) {
      const uint8_t *line = bytes + at + FIRST(mask) + 1;
      if (((first_eight(line) ^ wanted) & ~unused) == 0 &&
          (contig->length <= 8 || memcmp(line + 8, contig->name + 8, contig->length - 8u) == 0)) {
        continue;
      }
      *lines += COUNT(newlines & (mask ^ (mask - 1)));
      return at + FIRST(mask);
    }
    *lines += COUNT(newlines);
  }
#if WIDTH > 1
  at += scalar_find_other_line(bytes + at, count - at, contig, lines);
#endif
  return at;
}

// Bases stand two to a byte. Vectors that are equal are passed at once; of a byte that differs,
// each half is looked at.
TARGET static size_t NAME(find_mismatches)(const uint8_t *even, const uint8_t *other,
                                           bool is_shifted, size_t count, uint32_t first,
                                           uint32_t *places) {
  size_t found = 0;
  size_t at = 0;
  for (; count - at >= WIDTH; at += WIDTH) {
    const VECTOR others = is_shifted ? SHIFTED(other + at) : LOAD(other + at);
    for (MASK mask = EQUAL(LOAD(even + at), others) ^ ALL; mask; mask &= mask - 1) {
      const size_t byte = at + (size_t)FIRST(mask);
      const uint8_t beside =
        is_shifted ? (uint8_t)(other[byte] << 4 | other[byte + 1] >> 4) : other[byte];
      const unsigned difference = even[byte] ^ beside;
      if (difference >> 4) places[found++] = first + (uint32_t)(2 * byte);
      if (difference & 15) places[found++] = first + (uint32_t)(2 * byte + 1);
    }
  }
#if WIDTH > 1
  found += scalar_find_mismatches(even + at, other + at, is_shifted, count - at,
                                  first + (uint32_t)(2 * at), places + found);
#endif
  return found;
}

#undef NAME
#undef TARGET
#undef WIDTH
#undef VECTOR
#undef MASK
#undef LOAD
#undef SPLAT
#undef EQUAL
#undef FIRST
#undef COUNT
#undef ALL
#undef SHIFTED
