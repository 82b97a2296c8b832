#ifndef HEAP_H
#define HEAP_H

/// Has blocks of 128 KiB and more go back to the system as soon as they are free, where the C library is GNU's. That would take
/// the size of the first one that is freed, a large spec's text, for its measure, and keep what is freed up to that: 60 bytes
/// for each method of a spec of 10,000.
void heap_return_large_blocks(void);

#endif
