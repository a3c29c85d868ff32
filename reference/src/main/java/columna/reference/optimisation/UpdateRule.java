package columna.reference.optimisation;

/** How one value p moves along its gradient g at a learning rate. k counts updates from 1. */
public sealed interface UpdateRule {

    /** {@code p -= rate g}. */
    record Sgd() implements UpdateRule {}

    /** {@code m = mu m + g;  p -= rate m}. */
    record Momentum(double mu) implements UpdateRule {}

    /**
     * Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019); decay 0 is plain Adam:
     *
     * <pre>
     *   m = beta1 m + (1 - beta1) g;   v = beta2 v + (1 - beta2) g^2
     *   p = p (1 - rate decay) - rate (m / (1 - beta1^k)) / (sqrt(v / (1 - beta2^k)) + epsilon)
     * </pre>
     *
     * The recurrent group does not decay.
     */
    record Adam(double beta1, double beta2, double epsilon, double weightDecay) implements UpdateRule {

        /** Adam with the usual constants. */
        public static Adam plain() {
            return withDecay(0);
        }

        /** AdamW with the usual constants. */
        public static Adam withDecay(double weightDecay) {
            return new Adam(0.9, 0.999, 1e-8, weightDecay);
        }
    }
}
