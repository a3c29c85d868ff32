package columna.reference.online;

/** How one value p moves along its gradient g, once in every time step; k counts updates from 1. */
public sealed interface OnlineUpdate {

    /** {@code p -= rate g}. */
    record Sgd(double rate) implements OnlineUpdate {}

    /**
     * Adam (Kingma and Ba 2015): {@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2;
     * p -= rate (m / (1 - beta1^k)) / (sqrt(v / (1 - beta2^k)) + epsilon)}.
     */
    record Adam(double rate, double beta1, double beta2, double epsilon) implements OnlineUpdate {

        /** With the usual constants 0.9, 0.999, 1e-8. */
        public static Adam usual(double rate) {
            return new Adam(rate, 0.9, 0.999, 1e-8);
        }
    }
}
