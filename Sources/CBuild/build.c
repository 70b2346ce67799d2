#include "CBuild.h"

#ifndef FOXP3_BUILD
#define FOXP3_BUILD ""
#endif

uint8_t foxp3_build_byte(uint32_t place) {
  static const char build[] = FOXP3_BUILD;
  return place < sizeof build ? (uint8_t)build[place] : 0;
}
