// The scanning algorithms, once. kernels.c includes this file for each instruction set with:
//   NAME(x)          the function's name in this set
//   TARGET           the attribute that lets the compiler use the set
//   VECTOR, MASK     WIDTH bytes, and one bit for each of them
//   LOAD, SPLAT      unaligned load; one byte repeated
//   EQUAL, AT_MOST   masks of the bytes that are equal to, or (unsigned) at most, the other's
//   FIRST, COUNT     place of a mask's lowest bit; number of its bits
//   THROUGH(mask, n) the bits of a mask at places 0 to n
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

// Two bytes tell nearly every line apart: the newline before it and the last letter of the name.
// The first place where both fit, or where the line's first byte is at most '#', is a candidate.
TARGET static size_t NAME(find_candidate)(const uint8_t *bytes, size_t count,
                                          const struct cscan_probe *probe, uint64_t *lines) {
  const VECTOR newline = SPLAT('\n');
  const VECTOR last_odd = SPLAT('#');
  VECTOR letters[CSCAN_NAMES];
  for (int i = 0; i < probe->pattern_count; i++) letters[i] = SPLAT(probe->letters[i]);
  size_t at = 0;
  for (; count - at >= WIDTH; at += WIDTH) {
    const MASK newlines = EQUAL(LOAD(bytes + at), newline);
    MASK candidates = AT_MOST(LOAD(bytes + at + 1), last_odd);
    for (int i = 0; i < probe->pattern_count; i++) {
      candidates |= EQUAL(LOAD(bytes + at + probe->offsets[i]), letters[i]);
    }
    candidates &= newlines;
    if (candidates) {
      const int first = FIRST(candidates);
      *lines += COUNT(THROUGH(newlines, first));
      return at + first;
    }
    *lines += COUNT(newlines);
  }
#if WIDTH > 1
  at += scalar_find_candidate(bytes + at, count - at, probe, lines);
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
#undef AT_MOST
#undef FIRST
#undef COUNT
#undef THROUGH
#undef ALL
#undef SHIFTED
