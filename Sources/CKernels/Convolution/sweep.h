// The runs of all channels over some samples, for one precision: what forward and backward_data do
// once their images, weights and offsets lie ready.

// Images of a group of samples fit in this many bytes (half of a second-level cache), and the rows
// that a chunk reads in a quarter of that.
#define SAMPLES_BYTES (256 * 1024)
#define CHUNK_BYTES (64 * 1024)

typedef struct {
  OF(assay_tiles) tiles;
  size_t terms, channels;
  const T *packed;      // per block of channels [term][channel of the block]
  const ptrdiff_t *off;
  size_t sample;        // numbers from one sample's images to the next
  size_t sample_bytes;  // that a chunk of all rows reads
  T *staging;
} OF(sweep);

ASSAY_INLINE size_t OF(rows_of_run)(const OF(destination) *to) {
  return (to->count[0] - 1) * to->rows_in_layout + to->count[1];
}

ASSAY_INLINE size_t OF(rows_of_chunk)(const OF(sweep) *s, const OF(destination) *to) {
  const size_t rows = OF(rows_of_run)(to);
  const size_t chunks = (s->sample_bytes + CHUNK_BYTES - 1) / CHUNK_BYTES;
  return chunks <= 1 ? rows : larger(1, (rows + chunks - 1) / chunks);
}

ASSAY_INLINE size_t OF(staging_count)(size_t rows_of_tile, size_t rows, size_t pitch) {
  return rows_of_tile * (rows * pitch + SLACK);
}

ASSAY_INLINE void OF(sweep_block)(
    const OF(sweep) *s, const OF(destination) *to, const T *images, size_t channel, size_t rows,
    size_t first, size_t last) {
  const size_t positions = (last - first - 1) * to->pitch + to->count[2];
  const size_t pitch = (last - first) * to->pitch + SLACK;
  s->tiles.run(
      rows, s->terms, s->packed + channel * s->terms, s->off, images + first * to->pitch, positions,
      s->staging, pitch);
  OF(store_rows)(to, channel, rows, first, last, s->staging, pitch);
}

// Weights stay in cache over small images, the images of a chunk over the weights of large ones.
ASSAY_INLINE void OF(sweep_samples)(
    const OF(sweep) *s, const OF(destination) *to, const T *images, size_t samples,
    size_t output_sample) {
  const size_t all = OF(rows_of_run)(to), chunk = OF(rows_of_chunk)(s, to);
  if (to->count[2] == 0) return;
  if (chunk >= all) {
    for (size_t channel = 0; channel < s->channels;) {
      const size_t rows = tile_rows(s->tiles.rows, s->channels - channel);
      for (size_t n = 0; n < samples; n++) {
        OF(destination) here = *to;
        here.base += n * output_sample;
        OF(sweep_block)(s, &here, images + n * s->sample, channel, rows, 0, all);
      }
      channel += rows;
    }
    return;
  }
  for (size_t n = 0; n < samples; n++) {
    OF(destination) here = *to;
    here.base += n * output_sample;
    for (size_t first = 0; first < all; first += chunk)
      for (size_t channel = 0; channel < s->channels;) {
        const size_t rows = tile_rows(s->tiles.rows, s->channels - channel);
        const size_t last = first + chunk < all ? first + chunk : all;
        OF(sweep_block)(s, &here, images + n * s->sample, channel, rows, first, last);
        channel += rows;
      }
  }
}
