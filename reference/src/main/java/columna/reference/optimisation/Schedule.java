package columna.reference.optimisation;

/** The base learning rate of each update, counted from 0. */
public sealed interface Schedule {

    /** The base learning rate of an update. */
    double rate(long update);

    /** Always the same. */
    record Constant(double rate) implements Schedule {

        @Override
        public double rate(long update) {
            return rate;
        }
    }

    /**
     * Linear warm-up, then half a cosine down to a minimum:
     * {@code rate (k+1)/warmup} for k below warmup, then {@code (rate - minimum)/2 (1 + cos(pi (k - warmup)/(updates - warmup))) + minimum}.
     */
    record WarmupCosine(double rate, double minimum, long warmup, long updates) implements Schedule {

        public WarmupCosine {
            if (warmup < 0 || updates <= warmup) {
                throw new IllegalArgumentException("schedule: warm-up of " + warmup + " in " + updates + " updates; it must be shorter");
            }
        }

        @Override
        public double rate(long update) {
            if (update < warmup) {
                return rate * (update + 1) / warmup;
            }
            return cosine(rate, minimum, Math.min(update, updates) - warmup, updates - warmup);
        }
    }

    /**
     * The schedule as the code of Zucchet et al. 2023 runs it (minimum 0): the rate is recomputed after each update, so the first update uses
     * the bare rate and update k the rate of s = k - 1; s is not reset after the warm-up, so the cosine starts already advanced and ends
     * early, at rate 0.
     */
    record AuthorsCosine(double rate, long updatesPerEpoch, long warmupEpochs, long epochs) implements Schedule {

        public AuthorsCosine {
            if (updatesPerEpoch < 1 || warmupEpochs < 0 || epochs <= warmupEpochs) {
                throw new IllegalArgumentException("schedule: " + updatesPerEpoch + " updates per epoch, warm-up of " + warmupEpochs + " in "
                        + epochs + " epochs; allowed are at least 1 update and a shorter warm-up");
            }
        }

        @Override
        public double rate(long update) {
            if (update == 0) {
                return rate;
            }
            long s = update - 1;
            long warmup = updatesPerEpoch * warmupEpochs;
            long end = updatesPerEpoch * (epochs - warmupEpochs);
            return s < warmup ? rate * (s + 1) / warmup : cosine(rate, 0, Math.min(s, end), end);
        }
    }

    private static double cosine(double rate, double minimum, long position, long length) {
        return (rate - minimum) * 0.5 * (1 + StrictMath.cos(Math.PI * position / length)) + minimum;
    }
}
