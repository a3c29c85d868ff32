package columna.reference.constructive;

/** What one weight makes of the TD error {@code delta} and its eligibility {@code z}. */
public sealed interface WeightUpdate {

    /** Updates the first {@code count} weights in place; the second moments start at 1 and are touched by RMSprop only. */
    void apply(double[] weights, double[] eligibility, double[] secondMoment, int count, double rate, double error);

    /** {@code theta += alpha delta z}. */
    record Gradient() implements WeightUpdate {

        @Override
        public void apply(double[] weights, double[] eligibility, double[] secondMoment, int count, double rate, double error) {
            double step = rate * error;
            for (int j = 0; j < count; j++) {
                weights[j] += step * eligibility[j];
            }
        }
    }

    /**
     * RMSprop per weight: {@code q = delta z; v = beta v + (1-beta) q^2; theta += alpha q / (sqrt(v) + eps)}.
     *
     * @param decay beta, from 0 to 1
     * @param epsilon eps, above 0
     */
    record RmsProp(double decay, double epsilon) implements WeightUpdate {

        /** The published program's constants. */
        public static final RmsProp PAPER = new RmsProp(0.9999, 1e-8);

        public RmsProp {
            if (!(decay >= 0 && decay <= 1 && epsilon > 0)) {
                throw new IllegalArgumentException("RMSprop: decay " + decay + " and epsilon " + epsilon
                        + "; allowed are a decay from 0 to 1 and an epsilon above 0");
            }
        }

        @Override
        public void apply(double[] weights, double[] eligibility, double[] secondMoment, int count, double rate, double error) {
            for (int j = 0; j < count; j++) {
                double q = error * eligibility[j];
                double v = decay * secondMoment[j] + (1 - decay) * (q * q);
                secondMoment[j] = v;
                weights[j] += rate * q / (Math.sqrt(v) + epsilon);
            }
        }
    }
}
