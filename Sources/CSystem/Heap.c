#define _DEFAULT_SOURCE

#include "Heap.h"

#ifdef __linux__
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

enum { most = 256 << 20 };

void heap_return_large_blocks(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
#endif
}

void heap_expect(size_t size) {
#if defined(M_TOP_PAD) && defined(MADV_HUGEPAGE)
  const uintptr_t page = 2 << 20;
  mallopt(M_TOP_PAD, size < most ? (int)size : most);
  // Large blocks stand there too, and what is freed of them is used again.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  // Two blocks that the heap has no room for have it grow, by so much more than they need. A compiler that sees what becomes of
  // them would leave them out.
  char *start = sbrk(0);
  void *volatile first = malloc(100 << 10);
  void *volatile second = malloc(100 << 10);
  char *end = sbrk(0);
  uintptr_t next = ((uintptr_t)start + page - 1) & ~(page - 1);
  if (next < (uintptr_t)end) madvise((void *)next, (uintptr_t)end - next, MADV_HUGEPAGE);
  free(second);
  free(first);
#else
  (void)size;
#endif
}
