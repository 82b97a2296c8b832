#ifndef HEAP_H
#define HEAP_H

#include <stddef.h>

/// How the C library keeps memory, where it is GNU's; without effect elsewhere.

/// Has blocks of 128 KiB and more go back to the system as soon as they are free. The library would take the size of the first
/// one that is freed, a large spec's text, for its measure, and keep what is freed up to that: 60 bytes for each method of a
/// spec of 10,000.
void heap_return_large_blocks(void);

/// Makes room for so many bytes of blocks, 128 MiB at most, once: a second call does nothing. They are in large pages where the
/// system has them, as each ordinary page is a fault of its own: an eighth of the time of building a spec of 1,000 methods. From 8 MiB
/// on a thread has the system clear them meanwhile: together a seventh of the time for 10,000. All of them count as used from then
/// on, and at least one large page.
void heap_expect(size_t size);

#endif
