package columna.reference.task;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Copy after a delay (Zucchet et al. 2023): a pattern of random bits is shown, then nothing, then a recall token in the last input channel;
 * from the next time step on the pattern is to be repeated.
 *
 * <pre>
 *   t = 0 .. P-1            channels 0..bits-1 carry the pattern
 *   t = P .. P+padding-1    silence
 *   t = P+padding           channel "bits" is 1: recall
 *   t = P+padding+1 ..      mask 1; target at T-P+j is pattern step j;   T = 2 P + padding + 1
 * </pre>
 *
 * @param patternSteps P, the length of the pattern in time steps
 * @param bits the bits per pattern step
 * @param padding the silent time steps between pattern and recall token
 */
public record CopyTask(int patternSteps, int bits, int padding) {

    /** The paper's task: 20 steps of 7 bits, 7 steps of silence, 48 time steps in all. */
    public static final CopyTask PAPER = new CopyTask(20, 7, 7);

    public CopyTask {
        if (patternSteps < 1 || bits < 1 || padding < 0) {
            throw new IllegalArgumentException("copy task: " + patternSteps + " pattern steps, " + bits + " bits and padding " + padding
                    + "; allowed are at least 1, at least 1 and at least 0");
        }
    }

    /** T, the time steps of a sequence. */
    public int steps() {
        return 2 * patternSteps + padding + 1;
    }

    /** The input channels: the bits and the recall token. */
    public int inputs() {
        return bits + 1;
    }

    /** The sequence of a pattern given as [patternSteps][bits] of 0 and 1. */
    public Sequence sequence(double[][] pattern) {
        int steps = steps();
        double[][] inputs = new double[steps][inputs()];
        double[][] targets = new double[steps][bits];
        double[] mask = new double[steps];
        inputs[steps - patternSteps - 1][bits] = 1;
        for (int j = 0; j < patternSteps; j++) {
            System.arraycopy(pattern[j], 0, inputs[j], 0, bits);
            System.arraycopy(pattern[j], 0, targets[steps - patternSteps + j], 0, bits);
            mask[steps - patternSteps + j] = 1;
        }
        return new Sequence(inputs, targets, mask);
    }

    /** The next sequence of a stream: its bits are independent and fair. */
    public Sequence draw(UniformRandomProvider random) {
        double[][] pattern = new double[patternSteps][bits];
        for (double[] step : pattern) {
            for (int b = 0; b < bits; b++) {
                step[b] = random.nextBoolean() ? 1 : 0;
            }
        }
        return sequence(pattern);
    }
}
