// libyaml asks for memory five times a scalar and gives back four of them at once, always a few bytes. The C library, which
// must suit every program, takes 90 instructions for each way; lists of free blocks of a size take 20. At 1,000 methods that
// is 5 of the 86 million instructions of a build.

#include "YamlMemory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { step = 16, sizes = 17, slab = 1 << 16 };

/// Stands before each block, as long as the strictest alignment is.
typedef union header {
  /// The size in steps; 0 for a block of the C library's.
  size_t steps;
  union header *next;
  char alignment[step];
} header;

/// A thread's own: free blocks by their size in steps, and what is left of the last slab. It grows to what libyaml has needed at
/// one time in small blocks, which do not grow with its input, and stays.
static _Thread_local struct {
  header *free[sizes];
  char *next, *end;
} memory;

static void *new_block(size_t steps) {
  size_t size = (steps + 1) * step;
  if ((size_t)(memory.end - memory.next) < size) {
    char *start = malloc(slab);
    if (!start) return NULL;
    memory.next = start;
    memory.end = start + slab;
  }
  header *block = (header *)memory.next;
  memory.next += size;
  block->steps = steps;
  return block + 1;
}

static void *large_block(header *old, size_t size) {
  if (size > PTRDIFF_MAX - step) return NULL;
  header *block = realloc(old, size + step);
  if (!block) return NULL;
  block->steps = 0;
  return block + 1;
}

void *yaml_memory_allocate(size_t size) {
  size_t steps = size ? (size - 1) / step + 1 : 1;
  if (steps >= sizes) return large_block(NULL, size);
  header *block = memory.free[steps];
  if (!block) return new_block(steps);
  memory.free[steps] = block->next;
  block->steps = steps;
  return block + 1;
}

void yaml_memory_free(void *block) {
  if (!block) return;
  header *own = (header *)block - 1;
  size_t steps = own->steps;
  if (!steps) {
    free(own);
    return;
  }
  own->next = memory.free[steps];
  memory.free[steps] = own;
}

void *yaml_memory_reallocate(void *block, size_t size) {
  if (!block) return yaml_memory_allocate(size);
  header *own = (header *)block - 1;
  size_t room = own->steps * step;
  if (!room) return large_block(own, size);
  if (size <= room) return block;
  void *larger = yaml_memory_allocate(size);
  if (!larger) return NULL;
  memcpy(larger, block, room);
  yaml_memory_free(block);
  return larger;
}

char *yaml_memory_copy_text(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = yaml_memory_allocate(size);
  return copy ? memcpy(copy, text, size) : NULL;
}
