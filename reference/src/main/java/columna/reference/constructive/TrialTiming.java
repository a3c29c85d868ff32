package columna.reference.constructive;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * When things happen in a trial of classical conditioning; all numbers are time steps, uniform and inclusive. The conditioned stimulus (CS)
 * is shown at t0, the unconditioned stimulus (US) at {@code t0 + ISI}, the next CS at {@code t0 + ISI + ITI + 1}.
 *
 * @param shortestInterval of the ISI, between the stimuli of a trial, at least 1
 * @param longestInterval of the ISI
 * @param shortestPause of the ITI, between trials, at least 0
 * @param longestPause of the ITI
 */
public record TrialTiming(int shortestInterval, int longestInterval, int shortestPause, int longestPause) {

    /** ISI 24 to 36, ITI 80 to 120: 131 time steps on average. */
    public static final TrialTiming PAPER = new TrialTiming(24, 36, 80, 120);

    public TrialTiming {
        if (shortestInterval < 1 || longestInterval < shortestInterval || shortestPause < 0 || longestPause < shortestPause) {
            throw new IllegalArgumentException("trial timing: ISI " + shortestInterval + " to " + longestInterval + " and ITI " + shortestPause
                    + " to " + longestPause + "; allowed are an ISI of at least 1, an ITI of at least 0, and the shortest first");
        }
    }

    int drawInterval(UniformRandomProvider random) {
        return random.nextInt(shortestInterval, longestInterval + 1);
    }

    int drawPause(UniformRandomProvider random) {
        return random.nextInt(shortestPause, longestPause + 1);
    }
}
