#define _GNU_SOURCE

#include "Files.h"

#include <fcntl.h>

void file_start_synchronizing(int file, int64_t start, int64_t size) {
#ifdef SYNC_FILE_RANGE_WRITE
  sync_file_range(file, start, size, SYNC_FILE_RANGE_WRITE);
#else
  (void)file, (void)start, (void)size;
#endif
}
