#ifndef YAML_MEMORY_H
#define YAML_MEMORY_H

#include <stddef.h>

/// What libyaml has in place of `malloc` and its like in the static binary (`scripts/link-flags` renames them there). What one
/// of these functions gave, none but these may take back, on any thread.
void *yaml_memory_allocate(size_t size);
void *yaml_memory_reallocate(void *block, size_t size);
void yaml_memory_free(void *block);
char *yaml_memory_copy_text(const char *text);

#endif
