#include <htslib/hts.h>
