// Dropout by a counter-based generator (the mixing function of SplitMix64; Steele, Lea & Flood 2014),
// so that the mask of the backward pass needs no memory.

ASSAY_CLONES void NAME(dropout)(
    size_t n, uint64_t seed, uint32_t threshold, T scale, const T *x, T *y) {
  ASSAY_ELEMENTWISE for (size_t i = 0; i < n; i++) {
    uint64_t z = seed + ((uint64_t)i + 1) * 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z = z ^ (z >> 31);
    y[i] = (uint32_t)(z >> 32) < threshold ? (T)0 : scale * x[i];
  }
}
