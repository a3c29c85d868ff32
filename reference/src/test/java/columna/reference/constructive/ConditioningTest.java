package columna.reference.constructive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The conditioning streams, seen from outside only: what is observed, when, how often, and the return that follows from it. */
class ConditioningTest {

    private static final double DISCOUNT = 0.9;
    private static final int TRIALS = 10_000;

    /** One trial as observed: its pattern, the steps to the US (0: none), the steps to the next CS, and the sum of G^2. */
    private record Trial(int pattern, int interval, int length, double squares) {}

    private static final class Seen {
        final List<double[]> observations = new ArrayList<>();
        final List<Double> returns = new ArrayList<>();
        final int cues;

        Seen(PredictionStream stream, int cues, int steps) {
            this.cues = cues;
            for (int t = 0; t < steps; t++) {
                stream.advance();
                observations.add(stream.observation().clone());
                returns.add(stream.trueReturn());
                assertThat(stream.cumulant()).isEqualTo(stream.observation()[cues]);
            }
        }

        boolean cue(int t) {
            return Arrays.stream(observations.get(t), 0, cues).anyMatch(bit -> bit == 1);
        }

        List<Trial> trials() {
            int[] starts = IntStream.range(0, observations.size()).filter(this::cue).toArray();
            List<Trial> trials = new ArrayList<>();
            for (int n = 0; n + 1 < starts.length; n++) {
                trials.add(trial(starts[n], starts[n + 1]));
            }
            return trials;
        }

        private Trial trial(int start, int end) {
            int pattern = 0;
            for (int b = 0; b < cues; b++) {
                pattern |= (int) observations.get(start)[b] << b;
            }
            int[] due = IntStream.range(start, end).filter(t -> observations.get(t)[cues] == 1).toArray();
            assertThat(due.length).isLessThanOrEqualTo(1);
            double squares = IntStream.range(start, end).mapToDouble(t -> returns.get(t) * returns.get(t)).sum();
            return new Trial(pattern, due.length == 0 ? 0 : due[0] - start, end - start, squares);
        }
    }

    private static Seen patterning(long seed) {
        return new Seen(new TracePatterning(TrialTiming.PAPER, DISCOUNT, seed), 6, TRIALS * 131);
    }

    @Test
    void aTrialLastsIntervalPauseAndOneStep() {
        List<Trial> trials = new Seen(new TraceConditioning(TrialTiming.PAPER, DISCOUNT, 5), 1, TRIALS * 131).trials();
        assertThat(trials).hasSizeGreaterThan(TRIALS - 100).allSatisfy(trial -> assertThat(trial.interval()).isBetween(24, 36));
        int[] pauses = trials.stream().mapToInt(trial -> trial.length() - trial.interval() - 1).toArray();
        assertThat(Arrays.stream(pauses).distinct().sorted()).containsExactlyElementsOf(IntStream.rangeClosed(80, 120).boxed().toList());
        assertThat(trials.stream().mapToInt(Trial::interval).distinct().sorted()).hasSize(13);
        double interval = trials.stream().mapToInt(Trial::interval).average().orElseThrow();
        assertThat(interval).as("uniform 24..36: sd 3.74, five standard errors of the mean").isCloseTo(30, within(5 * 3.75 / 99));
    }

    /** The return by its definition, from the observed US of the same trial alone. */
    @Test
    void theTrueReturnIsTheDiscountedCumulantOfTheTrial() {
        for (Seen seen : List.of(patterning(3), new Seen(new TraceConditioning(TrialTiming.PAPER, DISCOUNT, 3), 1, 50_000))) {
            double expected = 0;
            int last = seen.observations.size() - 1;
            while (!seen.cue(last)) {
                last--;
            }
            for (int t = last - 1; t >= 0; t--) {
                boolean trialEnds = seen.cue(t + 1);
                expected = trialEnds ? 0 : seen.observations.get(t + 1)[seen.cues] + DISCOUNT * expected;
                assertThat(seen.returns.get(t)).as("G at %d", t).isCloseTo(expected, within(1e-14));
            }
        }
    }

    /** Binomial: a share of 1/2 over n trials has a standard error of 1/2 n^-1/2. */
    @Test
    void halfOfTheTwentyPatternsAreValid() {
        for (long seed = 1; seed <= 3; seed++) {
            List<Trial> trials = patterning(seed).trials();
            Map<Integer, Boolean> validity = new HashMap<>();
            for (Trial trial : trials) {
                assertThat(Integer.bitCount(trial.pattern())).isEqualTo(3);
                boolean valid = trial.interval() > 0;
                assertThat(validity.computeIfAbsent(trial.pattern(), pattern -> valid)).as("seed %d", seed).isEqualTo(valid);
            }
            assertThat(validity).hasSize(20);
            assertThat(validity.values().stream().filter(valid -> valid)).hasSize(10);
            double share = trials.stream().filter(trial -> trial.interval() > 0).count() / (double) trials.size();
            assertThat(share).as("seed %d", seed).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(trials.size())));
        }
    }

    @Test
    void seedsDifferInTheirValidPatternsAndRepeat() {
        List<Trial> one = patterning(1).trials();
        assertThat(patterning(1).trials()).isEqualTo(one);
        assertThat(validPatterns(patterning(2).trials())).isNotEqualTo(validPatterns(one));
    }

    private static List<Integer> validPatterns(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.interval() > 0).map(Trial::pattern).distinct().sorted().toList();
    }

    /**
     * Renewal reward: the mean of G^2 tends to E[R] / E[L] with R = sum_{j < ISI} gamma^(2j) in half the trials, L = ISI + ITI + 1, E[L] = 131.
     * R is at most 1/(1-.81) = 5.27, so sd(R) is at most 2.64 and, with sd(L) = 12.4 and E[R]/E[L] = .02, the standard error over n trials is
     * at most (2.64 + .25) / 131 n^-1/2. Replacing the random ISI by its mean 30 changes E[R] by less than .81^24 / .19 / 2.
     */
    @Test
    void predictingNothingCostsWhatTheRenewalTheoremSays() {
        double expected = IntStream.range(0, 30).mapToDouble(j -> Math.pow(0.81, j)).sum() / 2 / 131;
        double meanInterval = Math.pow(0.81, 24) / 0.19 / 2 / 131;
        for (long seed = 1; seed <= 3; seed++) {
            List<Trial> trials = patterning(seed).trials();
            double steps = trials.stream().mapToInt(Trial::length).sum();
            double error = trials.stream().mapToDouble(Trial::squares).sum() / steps;
            assertThat(error).as("seed %d", seed).isCloseTo(expected, within(5 * 2.89 / 131 / Math.sqrt(trials.size()) + meanInterval));
        }
    }

    @Test
    void distractorsAreOnAsOftenAsTheyShould() {
        Seen seen = patterning(4);
        int n = seen.observations.size();
        for (int k = 1; k <= 5; k++) {
            int signal = 6 + k;
            double share = seen.observations.stream().mapToDouble(observation -> observation[signal]).sum() / n;
            double p = 0.1 / k;
            assertThat(share).as("distractor %d", k).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / n)));
        }
    }

    @Test
    void impossibleTimingsAreRefused() {
        assertThatThrownBy(() -> new TrialTiming(0, 4, 1, 1)).hasMessageContaining("ISI 0 to 4");
        assertThatThrownBy(() -> new TrialTiming(5, 4, 1, 1)).hasMessageContaining("ISI 5 to 4");
        assertThatThrownBy(() -> new TraceConditioning(TrialTiming.PAPER, 1.5, 1)).hasMessageContaining("discount 1.5");
    }
}
