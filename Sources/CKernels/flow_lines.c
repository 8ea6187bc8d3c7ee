#include "CKernelsFlow.h"
#include "flow_kernel.h"

FLOW_KERNEL
void flow_fold(long rows, long n, const double *restrict f, long stride, double *restrict even,
               double *restrict odd) {
  const long half = n / 2, evens = n - half;
  for (long j = 0; j < rows; j++) {
    const double *restrict row = f + j * stride, *restrict mirror = row + n - 1;
    double *restrict e = even + j * evens, *restrict o = odd + j * half;
    for (long k = 0; k < half; k++) {
      e[k] = row[k] + mirror[-k];
      o[k] = row[k] - mirror[-k];
    }
    if (evens > half) e[half] = row[half];
  }
}

FLOW_KERNEL
void flow_unfold(long rows, long n, const double *restrict even, const double *restrict odd,
                 double *restrict f, long stride) {
  const long half = n / 2, evens = n - half;
  for (long j = 0; j < rows; j++) {
    double *restrict row = f + j * stride;
    const double *restrict e = even + j * evens, *restrict o = odd + j * half;
    for (long k = 0; k < half; k++) row[k] = e[k] + o[k];
    for (long k = 0; k < half; k++) row[n - 1 - k] = e[k] - o[k];
    if (evens > half) row[half] = e[half];
  }
}

FLOW_KERNEL
void flow_fold_rows(long n, long count, const double *restrict f, long stride,
                    double *restrict even, double *restrict odd) {
  const long half = n / 2;
  for (long k = 0; k < half; k++) {
    const double *restrict row = f + k * stride, *restrict mirror = f + (n - 1 - k) * stride;
    double *restrict e = even + k * count, *restrict o = odd + k * count;
    for (long i = 0; i < count; i++) {
      e[i] = row[i] + mirror[i];
      o[i] = row[i] - mirror[i];
    }
  }
  if (n > 2 * half)
    for (long i = 0; i < count; i++) even[half * count + i] = f[half * stride + i];
}

FLOW_KERNEL
void flow_unfold_rows(long n, long count, const double *restrict even, const double *restrict odd,
                      double *restrict f, long stride) {
  const long half = n / 2;
  for (long k = 0; k < half; k++) {
    double *restrict row = f + k * stride, *restrict mirror = f + (n - 1 - k) * stride;
    const double *restrict e = even + k * count, *restrict o = odd + k * count;
    for (long i = 0; i < count; i++) {
      row[i] = e[i] + o[i];
      mirror[i] = e[i] - o[i];
    }
  }
  if (n > 2 * half)
    for (long i = 0; i < count; i++) f[half * stride + i] = even[half * count + i];
}

FLOW_KERNEL
void flow_tridiagonal_factor(long rows, long modes, const double *restrict lower,
                             const double *restrict diagonal, const double *restrict upper,
                             const double *restrict shift, double *restrict inverse_pivot) {
  for (long m = 0; m < modes; m++) inverse_pivot[m] = 1.0 / (diagonal[0] + shift[m]);
  for (long j = 1; j < rows; j++) {
    const double product = lower[j] * upper[j - 1];
    const double *restrict before = inverse_pivot + (j - 1) * modes;
    double *restrict pivot = inverse_pivot + j * modes;
    for (long m = 0; m < modes; m++)
      pivot[m] = 1.0 / (diagonal[j] + shift[m] - product * before[m]);
  }
}

FLOW_KERNEL
void flow_tridiagonal_solve(long rows, long modes, const double *restrict lower,
                            const double *restrict upper, const double *restrict inverse_pivot,
                            double *restrict x) {
  for (long m = 0; m < modes; m++) x[m] *= inverse_pivot[m];
  for (long j = 1; j < rows; j++) {
    const double *restrict before = x + (j - 1) * modes, *restrict pivot = inverse_pivot + j * modes;
    double *restrict row = x + j * modes;
    const double coupling = lower[j];
    for (long m = 0; m < modes; m++) row[m] = (row[m] - coupling * before[m]) * pivot[m];
  }
  for (long j = rows - 2; j >= 0; j--) {
    const double *restrict after = x + (j + 1) * modes, *restrict pivot = inverse_pivot + j * modes;
    double *restrict row = x + j * modes;
    const double coupling = upper[j];
    for (long m = 0; m < modes; m++) row[m] -= coupling * pivot[m] * after[m];
  }
}
