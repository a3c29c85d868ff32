package columna.reference.benchmark;

import columna.reference.constructive.ConstructiveNetwork;
import columna.reference.constructive.ConstructiveSpec;
import columna.reference.constructive.PredictionNetwork;
import columna.reference.constructive.PredictionRun;
import columna.reference.constructive.TracePatterning;
import columna.reference.constructive.TrialTiming;
import columna.reference.constructive.TruncatedNetwork;
import columna.reference.constructive.TruncatedSpec;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Nanoseconds per time step on trace patterning, in processor time of the thread, and the squared return error of the last 100,000 time steps:
 * columnar 7 columns, constructive 10 stages of 1, CCN 4 stages of 4, T-BPTT through 15 steps with 4 units. Argument: the time steps of a run (1,000,000 unless given).
 */
public final class ConstructiveRate {

    private static final long WINDOW = 100_000;

    private ConstructiveRate() {}

    public static void main(String[] arguments) {
        long steps = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        print("columnar 7", ConstructiveSpec.paper(TracePatterning.INPUTS, 1, 7, steps, 3e-4, 1e-3), steps);
        print("constructive 10 x 1", ConstructiveSpec.paper(TracePatterning.INPUTS, 10, 1, Math.max(1, steps / 10), 3e-4, 1e-3), steps);
        print("CCN 4 x 4", ConstructiveSpec.paper(TracePatterning.INPUTS, 4, 4, Math.max(1, steps / 4), 3e-4, 1e-3), steps);
        print("T-BPTT 15:4", TruncatedNetwork.draw(TruncatedSpec.paper(TracePatterning.INPUTS, 15, 4, 3e-4), 1), steps);
    }

    private static void print(String name, ConstructiveSpec spec, long steps) {
        print(name, ConstructiveNetwork.draw(spec, 1), steps);
    }

    private static void print(String name, PredictionNetwork network, long steps) {
        PredictionRun run = new PredictionRun(network, new TracePatterning(TrialTiming.PAPER, 0.9, 1));
        double error = 0;
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        while (run.steps() < steps) {
            error = run.learn(Math.min(WINDOW, steps - run.steps()));
        }
        long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        IO.println(String.format(Locale.ROOT, "%-20s %8.0f ns per time step, squared return error %.5f over the last window", name,
                (double) nanoseconds / steps, error));
    }
}
