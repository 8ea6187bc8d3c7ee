#include "CKernels.h"
#include "clones.h"

ASSAY_CLONES void assay_spectrum_pack(
    assay_spectrum s, const float *transform, float *real, float *imaginary) {
  const size_t row = 2 * s.modes * s.channels, half = s.modes * s.channels;
  for (size_t k1 = 0; k1 < s.rows; k1++) {
    const float *cosine = transform + k1 * row, *sine = transform + (s.rows + k1) * row;
    for (size_t k2 = 0; k2 < s.modes; k2++) {
      const size_t at = k2 * s.channels, block = (k1 * s.modes + k2) * s.block;
      float *restrict re = real + block, *restrict im = imaginary + block;
      for (size_t c = 0; c < s.channels; c++) {
        re[c] = cosine[at + c] + sine[half + at + c];
        im[c] = cosine[half + at + c] - sine[at + c];
      }
    }
  }
}

ASSAY_CLONES void assay_spectrum_pack_doubled(
    assay_spectrum s, const float *transform, float *real, float *imaginary) {
  const size_t row = 2 * s.modes * s.channels, half = s.modes * s.channels;
  for (size_t k1 = 0; k1 < s.rows; k1++) {
    const float *cosine = transform + k1 * row, *sine = transform + (s.rows + k1) * row;
    for (size_t k2 = 0; k2 < s.modes; k2++) {
      const size_t at = k2 * s.channels, block = (k1 * s.modes + k2) * s.block;
      float *restrict first = real + block, *restrict second = imaginary + block;
      for (size_t c = 0; c < s.channels; c++) {
        const float re = cosine[at + c] + sine[half + at + c];
        const float im = cosine[half + at + c] - sine[at + c];
        first[c] = re;
        first[s.channels + c] = im;
        second[c] = im;
        second[s.channels + c] = -re;
      }
    }
  }
}

ASSAY_CLONES void assay_spectrum_unpack(
    assay_spectrum s, const float *real, const float *imaginary, float *transform) {
  const size_t row = 2 * s.modes * s.channels, half = s.modes * s.channels;
  for (size_t k1 = 0; k1 < s.rows; k1++) {
    float *restrict cosine = transform + k1 * row;
    float *restrict sine = transform + (s.rows + k1) * row;
    for (size_t k2 = 0; k2 < s.modes; k2++) {
      const size_t at = k2 * s.channels, block = (k1 * s.modes + k2) * s.block;
      const float *re = real + block, *im = imaginary + block;
      for (size_t c = 0; c < s.channels; c++) {
        cosine[at + c] = re[c];
        cosine[half + at + c] = im[c];
        sine[at + c] = -im[c];
        sine[half + at + c] = re[c];
      }
    }
  }
}

ASSAY_CLONES void assay_spectrum_unpack_products(
    assay_spectrum s, const float *real, const float *imaginary, float *transform) {
  const size_t row = 2 * s.modes * s.channels, half = s.modes * s.channels;
  for (size_t k1 = 0; k1 < s.rows; k1++) {
    float *restrict cosine = transform + k1 * row;
    float *restrict sine = transform + (s.rows + k1) * row;
    for (size_t k2 = 0; k2 < s.modes; k2++) {
      const size_t at = k2 * s.channels, block = (k1 * s.modes + k2) * s.block;
      const float *first = real + block, *second = imaginary + block;
      for (size_t c = 0; c < s.channels; c++) {
        const float re = first[c] - second[s.channels + c];
        const float im = first[s.channels + c] + second[c];
        cosine[at + c] = re;
        cosine[half + at + c] = im;
        sine[at + c] = -im;
        sine[half + at + c] = re;
      }
    }
  }
}
