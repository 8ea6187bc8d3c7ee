// Memory for packed blocks, one piece for each thread, freed when the thread ends.
#ifndef ASSAY_PRODUCT_ROOM_H
#define ASSAY_PRODUCT_ROOM_H
#include <stddef.h>

// `bytes` aligned to a cache line, the same at every call of a thread for the same number or less;
// the process ends when there is no memory.
void *assay_product_room(size_t bytes);
#endif
