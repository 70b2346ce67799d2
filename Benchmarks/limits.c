// What bounds and what competes with a scan, each as a whole process:
//   limits read FILE                        read(2) in pieces of 256 KiB, nothing else
//   limits inflate FILE                     every BGZF block inflated by libdeflate, checksum checked
//   limits isal FILE                        the same, inflated by ISA-L; built with -DWITH_ISAL -lisal
//   limits start                            nothing: what it costs to start a C program
//   limits getline FILE CONTIG START END    htslib's hts_getline with 2 threads, POS compared
// build: cc -O2 -o limits limits.c -lhts -ldeflate
#include <fcntl.h>
#include <htslib/hts.h>
#include <htslib/kstring.h>
#include <libdeflate.h>
#ifdef WITH_ISAL
#include <isa-l/igzip_lib.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int read_all(const char *path) {
  static char buffer[256 * 1024];
  const int descriptor = open(path, O_RDONLY);
  ssize_t got;
  while ((got = read(descriptor, buffer, sizeof buffer)) > 0) {}
  return got < 0 || descriptor < 0;
}

static unsigned number(const unsigned char *bytes, int count) {
  unsigned value = 0;
  for (int i = 0; i < count; i++) value |= (unsigned)bytes[i] << (8 * i);
  return value;
}

static struct libdeflate_decompressor *inflater;

static int by_libdeflate(const unsigned char *data, size_t size, unsigned char *out, unsigned length) {
  return libdeflate_deflate_decompress(inflater, data, size, out, length, NULL) != LIBDEFLATE_SUCCESS;
}

#ifdef WITH_ISAL
static int by_isal(const unsigned char *data, size_t size, unsigned char *out, unsigned length) {
  static struct inflate_state state;
  isal_inflate_init(&state);
  state.next_in = (unsigned char *)data;
  state.avail_in = (unsigned)size;
  state.next_out = out;
  state.avail_out = length;
  return isal_inflate_stateless(&state) != ISAL_DECOMP_OK || state.total_out != length;
}
#endif

typedef int (*inflate_function)(const unsigned char *, size_t, unsigned char *, unsigned);

static int inflate_all(const char *path, inflate_function inflate_block) {
  static unsigned char raw[1 << 18], out[1 << 16];
  inflater = libdeflate_alloc_decompressor();
  const int descriptor = open(path, O_RDONLY);
  size_t have = 0;
  ssize_t got;
  while ((got = read(descriptor, raw + have, sizeof raw - have)) > 0) {
    have += (size_t)got;
    size_t at = 0;
    while (have - at >= 18) {
      const size_t size = number(raw + at + 16, 2) + 1u;
      if (have - at < size) break;
      const unsigned length = number(raw + at + size - 4, 4);
      if (inflate_block(raw + at + 18, size - 26, out, length)) return 1;
      if (libdeflate_crc32(0, out, length) != number(raw + at + size - 8, 4)) return 1;
      at += size;
    }
    memmove(raw, raw + at, have -= at);
  }
  return got < 0 || have > 0;
}

static int get_lines(const char *path, const char *contig, long start, long end) {
  htsFile *file = hts_open(path, "r");
  kstring_t line = {0, 0, NULL};
  const size_t length = strlen(contig);
  if (!file) return 1;
  hts_set_threads(file, 2);
  while (hts_getline(file, '\n', &line) >= 0) {
    if (strncmp(line.s, contig, length) || line.s[length] != '\t') continue;
    const long position = atol(line.s + length + 1);
    if (position >= start && position <= end) puts(line.s);
  }
  return hts_close(file) != 0;
}

int main(int count, char **words) {
  if (count == 3 && !strcmp(words[1], "read")) return read_all(words[2]);
  if (count == 3 && !strcmp(words[1], "inflate")) return inflate_all(words[2], by_libdeflate);
#ifdef WITH_ISAL
  if (count == 3 && !strcmp(words[1], "isal")) return inflate_all(words[2], by_isal);
#endif
  if (count == 2 && !strcmp(words[1], "start")) return 0;
  if (count == 6 && !strcmp(words[1], "getline")) {
    return get_lines(words[2], words[3], atol(words[4]), atol(words[5]));
  }
  fprintf(stderr, "usage: limits start, read|inflate|isal FILE, or getline FILE CONTIG START END\n");
  return 2;
}
