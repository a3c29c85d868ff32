package columna.sim.benchmark;

import columna.fixedpoint.Quantization;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.function.MicroOperationTimes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints how many sequences per second of the thread's own processor time the full-size chip simulates (function only), and
 * which micro-operations take the time.
 *
 * <p>Arguments: recurrent cores per layer (4 by default), rounding of weights (STOCHASTIC by default), updates to measure
 * (6 by default), {@code plain} or {@code vector} kernels (vector by default).
 */
public final class ChipBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ChipBenchmark.class);
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int LINES = 15;

    private ChipBenchmark() {}

    public static void main(String[] arguments) {
        int coresPerLayer = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4;
        Quantization weights = Quantization.valueOf(arguments.length > 1 ? arguments[1] : "STOCHASTIC");
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 6;
        boolean plain = arguments.length > 3 && arguments[3].equals("plain");
        FullSizeChip chip = new FullSizeChip(plain ? RowKernels.plain() : RowKernels.vector(), coresPerLayer, weights);
        rate(chip);
        rate(chip);
        long checksum = chip.checksum();
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            rates[round] = rate(chip);
        }
        Arrays.sort(rates);
        print("%d cores per layer, weights %s: %.1f sequences/s (median of %d updates, best %.1f); checksum %x",
                coresPerLayer, weights, rates[rounds / 2], rounds, rates[rounds - 1], checksum);
        breakdown(chip);
        long start = THREAD.getCurrentThreadCpuTime();
        chip.sequence(kind -> chip.chip().step(kind, (core, phase, cells) -> {}));
        print("observed: %.2f sequences/s", 1e9 / (THREAD.getCurrentThreadCpuTime() - start));
        rate(chip);
        print("after observing: %.1f sequences/s", rate(chip));
    }

    private static double rate(FullSizeChip chip) {
        long start = THREAD.getCurrentThreadCpuTime();
        for (int i = 0; i < FullSizeChip.SEQUENCES_PER_UPDATE; i++) {
            chip.sequence(chip.chip()::step);
        }
        return FullSizeChip.SEQUENCES_PER_UPDATE * 1e9 / (THREAD.getCurrentThreadCpuTime() - start);
    }

    private static void breakdown(FullSizeChip chip) {
        MicroOperationTimes times = new MicroOperationTimes(chip.chip());
        for (int i = 0; i < FullSizeChip.SEQUENCES_PER_UPDATE; i++) {
            chip.sequence(times::step);
        }
        print("%9s %7s %6s  %s", "ns/call", "calls", "share", "micro-operation (median time, all cores, per update)");
        times.shares().forEach((phase, share) -> print("%24.1f%%  phase %s", 100 * share, phase));
        times.slowest(LINES).forEach(line -> print("%9.0f %7d %5.1f%%  %s",
                line.medianNanoseconds(), line.calls(), 100 * line.share(), line.text()));
    }

    private static void print(String format, Object... values) {
        LOG.info(String.format(Locale.ROOT, format, values));
    }
}
