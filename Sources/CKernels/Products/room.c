#include "room.h"

#include <stdio.h>
#include <stdlib.h>
#include <threads.h>

typedef struct {
  size_t bytes;
  void *start;
} room;

static once_flag once = ONCE_FLAG_INIT;
static tss_t key;

static void release(void *value) {
  free(((room *)value)->start);
  free(value);
}

static void make_key(void) { tss_create(&key, release); }

static void *required(void *memory, size_t bytes) {
  if (memory) return memory;
  fprintf(stderr, "no memory for %zu bytes of a matrix product\n", bytes);
  abort();
}

void *assay_product_room(size_t bytes) {
  call_once(&once, make_key);
  room *own = tss_get(key);
  if (!own) {
    own = required(calloc(1, sizeof(room)), sizeof(room));
    tss_set(key, own);
  }
  if (own->bytes < bytes) {
    free(own->start);
    own->start = required(aligned_alloc(64, (bytes + 63) / 64 * 64), bytes);
    own->bytes = bytes;
  }
  return own->start;
}
