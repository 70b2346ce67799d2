#ifndef CREFERENCE_H
#define CREFERENCE_H

#include <stddef.h>

/// One file built into the program. `name` is its path below `Reference/`, or
/// `profiles/NAME.yaml` for a profile. `bytes` holds the file unchanged and is not
/// terminated by a zero.
struct foxp3_reference_file {
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// Number of files built in.
size_t foxp3_reference_file_count(void);

/// The file at `index`, counted from 0; an empty one (null name) beyond the last.
struct foxp3_reference_file foxp3_reference_file_at(size_t index);

#endif
