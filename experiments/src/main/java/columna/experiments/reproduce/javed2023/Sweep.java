package columna.experiments.reproduce.javed2023;

import java.util.ArrayList;
import java.util.List;

/** The settings that the published program was run with: its configuration files of trace patterning. */
final class Sweep {

    /** Length of a run. */
    static final long STEPS = 50_000_000;

    private static final double[] COLUMN_RATES = {.3, .1, .03, .01, .003, .001};
    private static final double[] FLOORS = {.1, .01};
    private static final double DECAY = 0.99999;
    private static final double[] TRUNCATED_RATES = {1e-3, 3e-4, 1e-4, 3e-5};

    /** Truncation and hidden units; for 2 the file has them the wrong way round. */
    private static final int[][] WINDOWS = {{2, 13}, {3, 10}, {5, 8}, {8, 5}, {10, 5}, {15, 4}, {20, 3}, {30, 2}};

    private Sweep() {}

    /** Family by family. */
    static List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        addColumns(contenders, 20, 4, 10_000_000);
        addColumns(contenders, 10, 1, 5_000_000);
        addColumns(contenders, 7, 7, STEPS);
        for (int[] window : WINDOWS) {
            for (double rate : TRUNCATED_RATES) {
                contenders.add(new Contender.Truncated(window[0], window[1], rate));
            }
        }
        return contenders;
    }

    /** Both floors with normalisation; without it there is no floor. */
    private static void addColumns(List<Contender> contenders, int total, int perStage, long stageSteps) {
        for (double rate : COLUMN_RATES) {
            for (double floor : FLOORS) {
                contenders.add(new Contender.Columns(total, perStage, stageSteps, rate, floor, DECAY));
            }
            contenders.add(new Contender.Columns(total, perStage, stageSteps, rate, 1, 1));
        }
    }

    static String configuration(Contender contender) {
        return contender.name() + ", " + Contender.Words.steps(STEPS) + " steps";
    }
}
