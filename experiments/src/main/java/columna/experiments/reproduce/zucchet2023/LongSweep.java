package columna.experiments.reproduce.zucchet2023;

import java.util.ArrayList;
import java.util.List;

/**
 * One setting of the sweep over long sequences.
 *
 * @param rate the base learning rate
 * @param weightDecay of the parameters that are not recurrent
 * @param minimumRadius the smallest |lambda| at the beginning
 * @param maximumRadius the largest
 */
record LongSweep(double rate, double weightDecay, double minimumRadius, double maximumRadius) {

    /** The authors' sweep file for LRU layers on a task. */
    static List<LongSweep> table2(LongTask task) {
        return switch (task) {
            case SCIFAR -> all(new double[] {0.001, 0.004}, new double[] {0.1, 0.5}, new double[] {0.9}, 0.999);
            case IMDB, LISTOPS -> all(new double[] {0.001, 0.003}, new double[] {0.05}, new double[] {0, 0.9}, 1);
        };
    }

    /** The authors' sweep file for linear RNN layers; the radii are not used. */
    static List<LongSweep> table3(LongTask task) {
        return all(new double[] {0.001, 0.004}, new double[] {0.1, 0.2}, new double[] {0}, 1);
    }

    private static List<LongSweep> all(double[] rates, double[] decays, double[] radii, double maximumRadius) {
        List<LongSweep> sweep = new ArrayList<>();
        for (double rate : rates) {
            for (double decay : decays) {
                for (double radius : radii) {
                    sweep.add(new LongSweep(rate, decay, radius, maximumRadius));
                }
            }
        }
        return sweep;
    }

    LongSweep withRate(double other) {
        return new LongSweep(other, weightDecay, minimumRadius, maximumRadius);
    }

    @Override
    public String toString() {
        return "learning rate " + rate + ", decay " + weightDecay + ", radius from " + minimumRadius;
    }
}
