package columna.experiments.chip;

import columna.experiments.spec.TaskSpec;
import columna.fixedpoint.Format;
import columna.reference.learning.Score;
import columna.sim.function.Cells;

/** Cross-entropy and accuracy of a sequence's logits, computed by the host in double. */
final class ScoreSum {

    private final int classes;
    private final double[] logProbabilities;
    private double loss;
    private long correct;
    private long scored;

    ScoreSum(TaskSpec task) {
        this.classes = task.classes();
        this.logProbabilities = new double[task.outputs() * classes];
    }

    /**
     * Adds a time step.
     *
     * @param logits [outputs * classes]
     * @param targets [outputs], a class each
     */
    void add(Cells logits, double[] targets) {
        Format format = logits.memory().format();
        double[] row = new double[logProbabilities.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = format.toDouble(logits.word(0, i, false));
        }
        for (int o = 0; o < targets.length; o++) {
            int first = o * classes;
            int largest = largest(row, first);
            double others = 0;
            for (int c = first; c < first + classes; c++) {
                others += c == largest ? 0 : StrictMath.exp(row[c] - row[largest]);
            }
            double logOfSum = row[largest] + StrictMath.log1p(others);
            for (int c = first; c < first + classes; c++) {
                logProbabilities[c] += row[c] - logOfSum;
            }
            int target = first + (int) targets[o];
            loss += row[largest] - row[target] + StrictMath.log1p(others);
            correct += largest == target ? 1 : 0;
            scored++;
        }
    }

    /** A tie is decided for the first class, as by the reference. */
    private int largest(double[] values, int first) {
        int largest = first;
        for (int c = first + 1; c < first + classes; c++) {
            largest = values[c] > values[largest] ? c : largest;
        }
        return largest;
    }

    /** The mean loss of the answers, and how many of them are right. */
    Score ofTimeSteps() {
        return new Score(mean(), correct, scored);
    }

    /**
     * The mean loss of all time steps, and how many labels the mean of their log-probabilities tells (SEEDS A.3.3).
     *
     * @param labels [outputs], a class each
     */
    Score ofLabels(double[] labels) {
        long right = 0;
        for (int o = 0; o < labels.length; o++) {
            right += largest(logProbabilities, o * classes) == o * classes + (int) labels[o] ? 1 : 0;
        }
        return new Score(mean(), right, labels.length);
    }

    private double mean() {
        return scored == 0 ? 0 : loss / scored;
    }
}
