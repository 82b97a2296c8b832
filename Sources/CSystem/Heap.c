#define _GNU_SOURCE

#include "Heap.h"

#ifdef __linux__
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

enum { most = 128 << 20 };

void heap_return_large_blocks(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
#endif
}

#if defined(M_TOP_PAD) && defined(MADV_POPULATE_WRITE)

enum { page = 2 << 20 };

// Written once, before the thread starts.
static char *region, *region_end;

static void *fill(void *unused) {
  (void)unused;
  // Page by page, from the second on: who waits for one does not wait for all, and the first is in use by now.
  for (char *next = region + page; next < region_end; next += page) {
    size_t rest = (size_t)(region_end - next);
    if (madvise(next, rest < page ? rest : page, MADV_POPULATE_WRITE) != 0) break;
  }
  return NULL;
}

static void start_filling(void) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 64 << 10);
  // Signals are for those who know of them.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  // Without a thread each page is filled when it is used first.
  (void)pthread_create(&thread, &attributes, fill, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
}

// More than this is worth a thread. Of less, the program itself takes the last. A heap grows by so much more than it must as a rule.
enum { much = 8 << 20, own = 512 << 10, small_page = 4 << 10, usual_growth = 128 << 10 };

// A large page that a block's header was written to is an ordinary one for good: the heap goes on just before the first of them,
// once what it had left is taken.
static void expect_little(size_t size) {
  size_t left = mallinfo2().keepcost;
  void *volatile rest = left > small_page ? malloc(left - small_page / 2) : NULL;
  sbrk((intptr_t)(-((uintptr_t)sbrk(0) + small_page) & (page - 1)));
  region = (char *)sbrk(0) + small_page;
  // Blocks of their own would be in ordinary pages, and so would what comes again after it was given back.
  mallopt(M_MMAP_THRESHOLD, page);
  mallopt(M_TRIM_THRESHOLD, much);
  mallopt(M_TOP_PAD, (int)((size + own + page - 1) & ~((size_t)page - 1)));
  void *volatile first = malloc(small_page / 2);
  mallopt(M_TOP_PAD, usual_growth);
  region_end = sbrk(0);
  if (region_end > region) madvise(region, (size_t)(region_end - region), MADV_HUGEPAGE);
  free(first);
  free(rest);
}

static void expect_much(size_t size) {
  mallopt(M_TOP_PAD, size < most ? (int)size : most);
  // Two blocks that the heap has no room for have it grow, by so much more than they need. A compiler that sees what becomes of
  // them would leave them out.
  char *start = sbrk(0);
  void *volatile first = malloc(100 << 10);
  void *volatile second = malloc(100 << 10);
  region_end = sbrk(0);
  region = (char *)(((uintptr_t)start + page - 1) & ~((uintptr_t)page - 1));
  free(second);
  free(first);
  if (region >= region_end) return;
  madvise(region, (size_t)(region_end - region), MADV_HUGEPAGE);
  start_filling();
}

void heap_expect(size_t size) {
  // What was there for a first spec is there for the next.
  if (region_end) return;
  if (size < much) {
    expect_little(size);
  } else {
    expect_much(size);
  }
}

#else

void heap_expect(size_t size) { (void)size; }

#endif
