package columna.fixedpoint.benchmark;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.RandomWords;
import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints nanoseconds per element of the hot kernels, plain and vector, and their ratio: the median of interleaved rounds in
 * the thread's own processor time, as the machine may be shared.
 * The twin in C is {@code kernels.c} in this folder: {@code gcc -O3 -march=native kernels.c && ./a.out}.
 */
public final class KernelBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(KernelBenchmark.class);
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;
    private static final long ROUND_NANOSECONDS = 20_000_000;
    private static final int N = 64;
    private static final int H = 128;

    private final SplittableRandom random = new SplittableRandom(20261123);
    private final int[][] re = rows(N, 4000);
    private final int[][] im = rows(N, 4000);
    private final int[][] gradientRe = rows(N, 4000);
    private final int[][] gradientIm = rows(N, 4000);
    private final int[][] weights = rows(H, 4000);
    private final int[] input = row(H, 4000);
    private final int[] q = row(H, 4000);
    private final int[] acc = new int[H];
    private final int[] out = new int[H];
    private final int[] noise = row(H, 256);
    private final long[] longAcc = new long[H];

    private KernelBenchmark() {
    }

    public static void main(String[] arguments) {
        new KernelBenchmark().run();
    }

    private void run() {
        Format format = new Format(16, 4, true, Quantization.RND, Overflow.SAT, 0);
        Narrowing nearest = Narrowing.of(24, format, 0);
        Narrowing gradient = Narrowing.of(24, new Format(32, 20, true, Quantization.RND, Overflow.SAT, 0), 0);
        compare("trace update + gradient accumulate 64x128", N * H, kernels -> learn(kernels, nearest, gradient));
        Narrowing stochastic = Narrowing.of(24, format.withQuantization(Quantization.STOCHASTIC), 8);
        Narrowing stochasticGradient = Narrowing.of(24, gradient.destination().withQuantization(Quantization.STOCHASTIC), 8);
        compare("stochastic trace + gradient 64x128", N * H, kernels -> learn(kernels, stochastic, stochasticGradient, noise));
        for (String name : new String[] {"LFSR16", "LFSR31", "LFSR32", "LFSR64"}) {
            words(RandomWords.of(Lfsr.named(name, 1), 8), name);
        }
        compare("addMatrixVector 128x128", H * H, kernels -> kernels.addMatrixVector(acc, weights, H, input, H));
        compare("addVectorMatrix 128x128", H * H, kernels -> kernels.addVectorMatrix(acc, q, weights, H, H));
        compare("addMatrixVector 128x128 long", H * H, kernels -> kernels.addMatrixVector(longAcc, weights, H, input, 3, H));
        compare("addVectorMatrix 128x128 long", H * H, kernels -> kernels.addVectorMatrix(longAcc, q, weights, H, 3, H));
        compare("addScaled 128", H, kernels -> kernels.addScaled(acc, 3, input, H));
        compare("addScaled 128 long", H, kernels -> kernels.addScaled(longAcc, 3, input, H));
        compare("addProduct 128 long", H, kernels -> kernels.addProduct(longAcc, 1, input, q, 3, H));
        for (Quantization mode : new Quantization[] {Quantization.TRN, Quantization.RND, Quantization.RND_CONV, Quantization.STOCHASTIC}) {
            Narrowing narrowing = Narrowing.of(24, format.withQuantization(mode), 8);
            compare("narrow 128 " + mode, H, kernels -> kernels.narrow(acc, narrowing, noise, out, H));
            compare("narrow 128 long " + mode, H, kernels -> kernels.narrow(longAcc, narrowing, noise, out, H));
            if (mode.commutesWithAddition()) {
                compare("narrowAdd 128 " + mode, H, kernels -> kernels.narrowAdd(acc, narrowing, noise, out, H));
            }
        }
        compare("narrow 128 RND_INF (scalar loop)", H, kernels ->
                kernels.narrow(acc, Narrowing.of(24, format.withQuantization(Quantization.RND_INF), 0), noise, out, H));
    }

    private void learn(RowKernels kernels, Narrowing nearest, Narrowing gradient) {
        for (int r = 0; r < N; r++) {
            kernels.traceUpdate(3900, 700, 2000, re[r], im[r], input, 0, nearest, H);
        }
        for (int r = 0; r < N; r++) {
            kernels.gradientAccumulate(30, -20, re[r], im[r], gradientRe[r], gradientIm[r], gradient, H);
        }
    }

    private void learn(RowKernels kernels, Narrowing traces, Narrowing gradients, int[] words) {
        for (int r = 0; r < N; r++) {
            kernels.traceUpdate(3900, 700, 2000, re[r], im[r], input, 0, traces, words, words, H);
        }
        for (int r = 0; r < N; r++) {
            kernels.gradientAccumulate(30, -20, re[r], im[r], gradientRe[r], gradientIm[r], gradients, words, words, H);
        }
    }

    private void words(RandomWords words, String name) {
        long[] use = {0};
        double[] rounds = new double[ROUNDS];
        for (int round = -5; round < ROUNDS; round++) {
            rounds[Math.max(0, round)] = round(H, kernels -> words.fill(use[0] += H, 1, out, H), RowKernels.plain());
        }
        LOG.info(String.format(Locale.ROOT, "%-45s %7.3f ns/word", "random words of 8 bits, " + name, median(rounds)));
    }

    private interface Pass {
        void run(RowKernels kernels);
    }

    private void compare(String name, int elements, Pass pass) {
        RowKernels[] twins = {RowKernels.plain(), RowKernels.vector()};
        double[][] rounds = new double[2][ROUNDS];
        for (int round = -5; round < ROUNDS; round++) {
            for (int twin = 0; twin < 2; twin++) {
                double figure = round(elements, pass, twins[twin]);
                rounds[twin][Math.max(0, round)] = figure;
            }
        }
        double plain = median(rounds[0]);
        double vector = median(rounds[1]);
        LOG.info(String.format(Locale.ROOT, "%-45s plain %7.3f  vector %7.3f ns/element  plain/vector %.2f",
                name, plain, vector, plain / vector));
    }

    private static double round(int elements, Pass pass, RowKernels kernels) {
        long passes = 0;
        long start = THREAD.getCurrentThreadCpuTime();
        long elapsed = 0;
        while (elapsed < ROUND_NANOSECONDS) {
            for (int k = 0; k < 64; k++) {
                pass.run(kernels);
            }
            passes += 64;
            elapsed = THREAD.getCurrentThreadCpuTime() - start;
        }
        return (double) elapsed / ((double) passes * elements);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private int[][] rows(int count, int bound) {
        int[][] rows = new int[count][];
        Arrays.setAll(rows, r -> row(H, bound));
        return rows;
    }

    private int[] row(int length, int bound) {
        return random.ints(length, 0, bound).toArray();
    }
}
