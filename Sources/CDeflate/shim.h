#ifndef FOXP3_CDEFLATE_SHIM_H
#define FOXP3_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
