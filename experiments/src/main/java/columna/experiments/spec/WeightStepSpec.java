package columna.experiments.spec;

/**
 * How weights learn at every time step.
 *
 * @param rate learning rate
 * @param outputRateFactor factor on the rate of the weights that read the network out
 * @param traceDecay lambda of TD(lambda)
 * @param optimiser what a weight makes of the error
 */
public record WeightStepSpec(double rate, double outputRateFactor, double traceDecay, Optimiser optimiser) {

    /** What a weight makes of the error. */
    public sealed interface Optimiser {
        /** The product of error and eligibility. */
        record Sgd() implements Optimiser {}

        /** The same over its running root mean square, which decays by 1 - 2<sup>-shift</sup>. */
        record RmsProp(int shift) implements Optimiser {}
    }

    enum OptimiserName implements Word {
        SGD("sgd"),
        RMS_PROP("rms-prop");

        private final String word;

        OptimiserName(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
