// A model in C without any library: the next velocity is a linear function of the present one at a point
// and its four neighbours, with five weights for each component, fitted by least squares.
//
//   cc -O2 -Wall -Wextra -Werror -o linear_stencil linear_stencil.c
//
// It has no capabilities, so that all bodies come behind their headers.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WEIGHTS = 5, LARGEST_COMPONENTS = 8 };

static double weights[LARGEST_COMPONENTS][WEIGHTS];

// A tensor [samples, components, rows, columns] in a body.
typedef struct {
  const float *values;
  long shape[4];
} Field;

// Frames ------------------------------------------------------------------------------------------

static uint64_t little_endian(const unsigned char *bytes, int count) {
  uint64_t number = 0;
  while (count-- > 0) number = number << 8 | bytes[count];
  return number;
}

static void put_little_endian(uint64_t number, int count) {
  for (; count > 0; count--, number >>= 8) putchar((int)(number & 255));
}

// `count` bytes of standard input and a zero; ends the program where Assay is gone.
static char *take(uint64_t count) {
  char *bytes = malloc(count + 1);
  if (bytes == NULL) exit(1);
  if (fread(bytes, 1, count, stdin) != count) exit(0);
  bytes[count] = 0;
  return bytes;
}

static void answer(const char *header, uint64_t body_size) {
  fputs("ASY1", stdout);
  put_little_endian(strlen(header), 4);
  put_little_endian(body_size, 8);
  fputs(header, stdout);
  if (body_size == 0) fflush(stdout);
}

static void fail(const char *kind, const char *message) {
  char header[256];
  snprintf(header, sizeof header, "{\"type\":\"error\",\"kind\":\"%s\",\"message\":\"%s\"}", kind, message);
  answer(header, 0);
}

// Tensors -----------------------------------------------------------------------------------------

// Finds tensor `name` with four axes in a safetensors file; 0 when there is none.
static int find(const char *body, const char *name, Field *field) {
  uint64_t header_size = little_endian((const unsigned char *)body, 8);
  char quoted[64];
  snprintf(quoted, sizeof quoted, "\"%s\":{", name);
  const char *entry = strstr(body + 8, quoted);
  if (entry == NULL || entry >= body + 8 + header_size) return 0;
  const char *offsets = strstr(entry, "\"data_offsets\":[");
  const char *shape = strstr(entry, "\"shape\":[");
  long *s = field->shape;
  if (offsets == NULL || shape == NULL) return 0;
  if (sscanf(shape, "\"shape\":[%ld,%ld,%ld,%ld]", &s[0], &s[1], &s[2], &s[3]) != 4) return 0;
  long begin = strtol(offsets + strlen("\"data_offsets\":["), NULL, 10);
  field->values = (const float *)(const void *)(body + 8 + header_size + begin);
  return s[1] <= LARGEST_COMPONENTS;
}

// The stencil ---------------------------------------------------------------------------------------

// The values of a plane at a point and its neighbours; the nearest one beyond the border.
static void stencil(const float *plane, long rows, long columns, long row, long column, double *x) {
  long up = row > 0 ? row - 1 : row, down = row < rows - 1 ? row + 1 : row;
  long left = column > 0 ? column - 1 : column, right = column < columns - 1 ? column + 1 : column;
  x[0] = plane[row * columns + column];
  x[1] = plane[up * columns + column];
  x[2] = plane[down * columns + column];
  x[3] = plane[row * columns + left];
  x[4] = plane[row * columns + right];
}

// Solves A w = b for a positive definite A by elimination, in place.
static void solve(double a[WEIGHTS][WEIGHTS], double *b, double *w) {
  for (int k = 0; k < WEIGHTS; k++)
    for (int i = k + 1; i < WEIGHTS; i++) {
      double factor = a[i][k] / a[k][k];
      for (int j = k; j < WEIGHTS; j++) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  for (int i = WEIGHTS - 1; i >= 0; i--) {
    w[i] = b[i];
    for (int j = i + 1; j < WEIGHTS; j++) w[i] -= a[i][j] * w[j];
    w[i] /= a[i][i];
  }
}

// Fits the weights of component `c` to the change of the field, with a little damping.
static void fit_component(const Field *x, const Field *y, long c) {
  long components = x->shape[1], rows = x->shape[2], columns = x->shape[3], points = rows * columns;
  double a[WEIGHTS][WEIGHTS] = {{0}}, b[WEIGHTS] = {0}, total = 0;
  for (long n = 0; n < x->shape[0]; n++) {
    const float *given = x->values + (n * components + c) * points;
    const float *asked = y->values + (n * components + c) * points;
    for (long row = 0; row < rows; row++)
      for (long column = 0; column < columns; column++) {
        double s[WEIGHTS];
        stencil(given, rows, columns, row, column, s);
        double change = asked[row * columns + column] - s[0];
        for (int i = 0; i < WEIGHTS; i++) {
          for (int j = 0; j < WEIGHTS; j++) a[i][j] += s[i] * s[j];
          b[i] += s[i] * change;
        }
      }
  }
  for (int i = 0; i < WEIGHTS; i++) total += a[i][i];
  for (int i = 0; i < WEIGHTS; i++) a[i][i] += 1e-6 * total + 1e-30;
  solve(a, b, weights[c]);
  weights[c][0] += 1;
}

static void fit(const char *body) {
  Field x, y;
  if (!find(body, "inputs/velocity", &x) || !find(body, "targets/velocity", &y)) {
    fail("raised", "no velocity to learn from");
    return;
  }
  for (long c = 0; c < x.shape[1]; c++) fit_component(&x, &y, c);
  answer("{\"type\":\"fitted\",\"steps\":0,\"stopped\":\"\"}", 0);
}

static void predict(const char *body) {
  Field x;
  if (!find(body, "velocity", &x)) {
    fail("raised", "no velocity to predict from");
    return;
  }
  long planes = x.shape[0] * x.shape[1], rows = x.shape[2], columns = x.shape[3];
  long count = planes * rows * columns;
  char entry[200];
  int size = snprintf(entry, sizeof entry,
                      "{\"velocity\":{\"data_offsets\":[0,%ld],\"dtype\":\"F32\","
                      "\"shape\":[%ld,%ld,%ld,%ld]}}",
                      4 * count, x.shape[0], x.shape[1], rows, columns);
  int padded = (size + 7) / 8 * 8;
  answer("{\"type\":\"predicted\"}", (uint64_t)(8 + padded + 4 * count));
  put_little_endian((uint64_t)padded, 8);
  printf("%-*s", padded, entry);
  for (long plane = 0; plane < planes; plane++) {
    const float *given = x.values + plane * rows * columns;
    const double *w = weights[plane % x.shape[1]];
    for (long row = 0; row < rows; row++)
      for (long column = 0; column < columns; column++) {
        double s[WEIGHTS], sum = 0;
        stencil(given, rows, columns, row, column, s);
        for (int i = 0; i < WEIGHTS; i++) sum += w[i] * s[i];
        float value = (float)sum;
        fwrite(&value, sizeof value, 1, stdout);
      }
  }
  fflush(stdout);
}

static void hello(const char *header) {
  const char *outputs = strstr(header, "\"outputs\"");
  const char *inputs = strstr(header, "\"inputs\"");
  if (inputs == NULL || outputs == NULL || strstr(inputs, "\"velocity\"") == NULL ||
      strstr(outputs, "\"velocity\"") == NULL)
    fail("unmet-requirement", "the role should give a velocity and ask for the next one");
  else
    answer("{\"type\":\"hello\",\"protocol\":1,\"name\":\"linear stencil\",\"parameterCount\":10}", 0);
}

int main(void) {
  for (;;) {
    char *prefix = take(16);
    if (memcmp(prefix, "ASY1", 4) != 0) return 1;
    char *header = take(little_endian((unsigned char *)prefix + 4, 4));
    char *body = take(little_endian((unsigned char *)prefix + 8, 8));
    if (strstr(header, "\"type\":\"hello\"")) hello(header);
    else if (strstr(header, "\"type\":\"fit\"")) fit(body);
    else if (strstr(header, "\"type\":\"predict\"")) predict(body);
    else if (strstr(header, "\"type\":\"bye\"")) return 0;
    else fail("raised", "an unknown question");
    free(prefix), free(header), free(body);
  }
}
