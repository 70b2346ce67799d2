#ifndef FOXP3_BUILD_H
#define FOXP3_BUILD_H

#include <stdint.h>

/// Of what sources the program was built, as `git describe --always --dirty` names them: the byte at a 0-based
/// place, 0 behind the last. Nothing where the build was not told (FOXP3_BUILD, Makefile).
uint8_t foxp3_build_byte(uint32_t place);

#endif
