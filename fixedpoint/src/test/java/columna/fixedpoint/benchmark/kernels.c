/* The hot kernels in C, as a compiler sees them: gcc -O3 -march=native kernels.c && ./a.out
   Same shapes, word widths and rounding as columna.fixedpoint.kernel; prints ns per element of
   the thread's own processor time, the median of rounds. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { N = 64, H = 128, ROUNDS = 15 };
static int32_t re[N][H], im[N][H], gre[N][H], gim[N][H], weights[H][H], input[H], q[H], acc[H];
static int64_t long_acc[H];

static inline int32_t clamp(int32_t v, int32_t low, int32_t high) { v = v < high ? v : high; return v > low ? v : low; }

__attribute__((noinline)) static void trace(int32_t lr, int32_t li, int32_t g, int32_t *restrict er, int32_t *restrict ei,
        const int32_t *restrict x, int32_t half, int shift, int32_t low, int32_t high, int n) {
    for (int i = 0; i < n; i++) {
        int32_t a = er[i], b = ei[i];
        er[i] = clamp((lr * a - li * b + g * x[i] + half) >> shift, low, high);
        ei[i] = clamp((lr * b + li * a + half) >> shift, low, high);
    }
}

__attribute__((noinline)) static void gradient(int32_t dr, int32_t di, const int32_t *restrict er, const int32_t *restrict ei,
        int32_t *restrict gr, int32_t *restrict gi, int32_t half, int shift, int32_t low, int32_t high, int n) {
    for (int i = 0; i < n; i++) {
        int32_t a = er[i], b = ei[i];
        gr[i] = clamp(gr[i] + ((dr * a - di * b + half) >> shift), low, high);
        gi[i] = clamp(gi[i] + ((dr * b + di * a + half) >> shift), low, high);
    }
}

static volatile int shift_argument = 12, n_argument = H;

static void learn(void) {
    int shift = shift_argument, n = n_argument;
    for (int r = 0; r < N; r++) trace(3900, 700, 2000, re[r], im[r], input, 1 << (shift - 1), shift, -32768, 32767, n);
    for (int r = 0; r < N; r++)
        gradient(30, -20, re[r], im[r], gre[r], gim[r], 1 << (shift - 1), shift, INT32_MIN, INT32_MAX, n);
}

__attribute__((noinline)) static void stochastic_trace(int32_t lr, int32_t li, int32_t g, int32_t *restrict er, int32_t *restrict ei,
        const int32_t *restrict x, const int32_t *ur, const int32_t *ui, int right, int bits, int32_t low, int32_t high, int n) {
    for (int i = 0; i < n; i++) {
        int32_t a = er[i], b = ei[i];
        er[i] = clamp((((lr * a - li * b + g * x[i]) >> right) + ur[i]) >> bits, low, high);
        ei[i] = clamp((((lr * b + li * a) >> right) + ui[i]) >> bits, low, high);
    }
}

__attribute__((noinline)) static void stochastic_gradient(int32_t dr, int32_t di, const int32_t *restrict er, const int32_t *restrict ei,
        int32_t *restrict gr, int32_t *restrict gi, const int32_t *ur, const int32_t *ui, int right, int bits, int32_t low, int32_t high, int n) {
    for (int i = 0; i < n; i++) {
        int32_t a = er[i], b = ei[i];
        gr[i] = clamp(gr[i] + ((((dr * a - di * b) >> right) + ur[i]) >> bits), low, high);
        gi[i] = clamp(gi[i] + ((((dr * b + di * a) >> right) + ui[i]) >> bits), low, high);
    }
}

static int32_t noise[H];

static void learn_stochastic(void) {
    int shift = shift_argument, n = n_argument, bits = 8, right = shift - bits;
    for (int r = 0; r < N; r++) stochastic_trace(3900, 700, 2000, re[r], im[r], input, noise, noise, right, bits, -32768, 32767, n);
    for (int r = 0; r < N; r++)
        stochastic_gradient(30, -20, re[r], im[r], gre[r], gim[r], noise, noise, right, bits, INT32_MIN, INT32_MAX, n);
}

__attribute__((noinline)) static void matrix_vector(int32_t *restrict out, int32_t (*restrict w)[H], const int32_t *restrict x, int rows, int n) {
    for (int r = 0; r < rows; r++) {
        int32_t sum = 0;
        for (int i = 0; i < n; i++) sum += w[r][i] * x[i];
        out[r] += sum;
    }
}

__attribute__((noinline)) static void vector_matrix(int32_t *restrict out, const int32_t *restrict p, int32_t (*restrict w)[H], int rows, int n) {
    for (int r = 0; r < rows; r += 4)
        for (int i = 0; i < n; i++)
            out[i] += p[r] * w[r][i] + p[r + 1] * w[r + 1][i] + p[r + 2] * w[r + 2][i] + p[r + 3] * w[r + 3][i];
}

__attribute__((noinline)) static void matrix_vector_long(int64_t *restrict out, int32_t (*restrict w)[H], const int32_t *restrict x, int rows, int n) {
    for (int r = 0; r < rows; r++) {
        int64_t sum = 0;
        for (int i = 0; i < n; i++) sum += (int64_t) w[r][i] * x[i];
        out[r] += sum << 3;
    }
}

__attribute__((noinline)) static void vector_matrix_long(int64_t *restrict out, const int32_t *restrict p, int32_t (*restrict w)[H], int rows, int n) {
    for (int r = 0; r < rows; r += 4)
        for (int i = 0; i < n; i++)
            out[i] += ((int64_t) p[r] * w[r][i] + (int64_t) p[r + 1] * w[r + 1][i] + (int64_t) p[r + 2] * w[r + 2][i]
                + (int64_t) p[r + 3] * w[r + 3][i]) << 3;
}

static void run_matrix_vector(void) { matrix_vector(acc, weights, input, n_argument, n_argument); }
static void run_vector_matrix(void) { vector_matrix(acc, q, weights, n_argument, n_argument); }
static void run_matrix_vector_long(void) { matrix_vector_long(long_acc, weights, input, n_argument, n_argument); }
static void run_vector_matrix_long(void) { vector_matrix_long(long_acc, q, weights, n_argument, n_argument); }

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double) t.tv_sec + 1e-9 * (double) t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

static void measure(const char *name, int elements, void (*pass)(void)) {
    double rounds[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
        long passes = 0;
        double start = seconds(), elapsed = 0;
        while (elapsed < 0.02) {
            for (int k = 0; k < 64; k++) pass();
            passes += 64;
            elapsed = seconds() - start;
        }
        rounds[round < 0 ? 0 : round] = elapsed * 1e9 / ((double) passes * elements);
    }
    qsort(rounds, ROUNDS, sizeof(double), ascending);
    printf("%-45s C     %7.3f ns/element\n", name, rounds[ROUNDS / 2]);
}

static void fill(int32_t *words, int count) {
    for (int i = 0; i < count; i++) words[i] = rand() % 4000;
}

int main(void) {
    fill(&re[0][0], N * H);
    fill(&im[0][0], N * H);
    fill(&weights[0][0], H * H);
    fill(input, H);
    fill(q, H);
    for (int i = 0; i < H; i++) noise[i] = rand() & 255;
    measure("trace update + gradient accumulate 64x128", N * H, learn);
    measure("stochastic trace + gradient 64x128", N * H, learn_stochastic);
    measure("addMatrixVector 128x128", H * H, run_matrix_vector);
    measure("addVectorMatrix 128x128", H * H, run_vector_matrix);
    measure("addMatrixVector 128x128 long", H * H, run_matrix_vector_long);
    measure("addVectorMatrix 128x128 long", H * H, run_vector_matrix_long);
    return 0;
}
