#ifndef FILES_H
#define FILES_H

#include <stdint.h>

/// Has the disk begin with a part of a file's content, where the system can do that; `fsync` finds less to wait for then. Swift
/// does not see the system's own name for it.
///
/// `start` and `size` are bytes. Nothing is told of errors: `fsync` tells them.
void file_start_synchronizing(int file, int64_t start, int64_t size);

#endif
