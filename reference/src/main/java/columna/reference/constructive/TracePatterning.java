package columna.reference.constructive;

import columna.reference.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Trace patterning: observation of 12 signals, 0-5 the conditioned stimulus (CS), 6 the unconditioned one (US), 7-11 distractors. A seed
 * declares 10 of the 20 patterns of three bits among six as valid. A trial shows one of the 20, uniform, for one time step; if it is valid,
 * the US follows. All else is 0, but distractor k = 1..5 is 1 with probability {@code 1 / (10 k)} in each time step. The cumulant is the US.
 *
 * <pre>
 *   G_t = gamma^(steps to the US - 1) between a valid CS and its US, else 0
 * </pre>
 */
public final class TracePatterning implements PredictionStream {

    /** The signals of an observation. */
    public static final int INPUTS = 12;

    private static final int PATTERN_BITS = 6;
    private static final int BITS_SET = 3;
    private static final int UNCONDITIONED = PATTERN_BITS;
    private static final int DISTRACTORS = 5;

    private final Trials trials;
    private final List<Integer> patterns;
    private final RestorableUniformRandomProvider patternChoice;
    private final RestorableUniformRandomProvider distraction;
    private final double[] observation = new double[INPUTS];
    private boolean valid;

    /** The stream of a seed. */
    public TracePatterning(TrialTiming timing, double discount, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        trials = new Trials(timing, discount, streams);
        patternChoice = streams.stream("trace patterning/pattern");
        distraction = streams.stream("trace patterning/distractors");
        patterns = patterns();
        ListSampler.shuffle(streams.stream("trace patterning/valid"), patterns);
    }

    private static List<Integer> patterns() {
        List<Integer> patterns = new ArrayList<>();
        for (int bits = 0; bits < 1 << PATTERN_BITS; bits++) {
            if (Integer.bitCount(bits) == BITS_SET) {
                patterns.add(bits);
            }
        }
        return patterns;
    }

    @Override
    public int inputs() {
        return INPUTS;
    }

    @Override
    public void advance() {
        trials.advance();
        Arrays.fill(observation, 0);
        if (trials.starts()) {
            showPattern();
        }
        observation[UNCONDITIONED] = valid && trials.isDue() ? 1 : 0;
        for (int k = 1; k <= DISTRACTORS; k++) {
            observation[UNCONDITIONED + k] = distraction.nextDouble() < 1.0 / (10 * k) ? 1 : 0;
        }
    }

    /** The first half of the shuffled patterns is the valid one. */
    private void showPattern() {
        int choice = patternChoice.nextInt(patterns.size());
        valid = choice < patterns.size() / 2;
        for (int b = 0; b < PATTERN_BITS; b++) {
            observation[b] = (patterns.get(choice) >> b) & 1;
        }
    }

    @Override
    public double[] observation() {
        return observation;
    }

    @Override
    public double cumulant() {
        return observation[UNCONDITIONED];
    }

    @Override
    public double trueReturn() {
        return valid ? trials.discountedDue() : 0;
    }

    @Override
    public double discount() {
        return trials.discount();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        trials.save(out);
        Checkpoint.save(out, patternChoice);
        Checkpoint.save(out, distraction);
        Checkpoint.save(out, observation);
        out.writeBoolean(valid);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        trials.restore(in);
        Checkpoint.restore(in, patternChoice);
        Checkpoint.restore(in, distraction);
        Checkpoint.restore(in, observation);
        valid = in.readBoolean();
    }
}
