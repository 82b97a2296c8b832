#include "Heap.h"

#ifdef __linux__
#include <malloc.h>
#endif

void heap_return_large_blocks(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
#endif
}
