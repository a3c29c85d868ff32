package columna.experiments.reproduce.javed2021;

import java.util.Locale;

/**
 * A network at one sparsity.
 *
 * @param network the network
 * @param percent s in per cent, expected lateral weights of a head over weights to own features
 */
record Setting(Network network, double percent) {

    /** The name of the configuration. */
    String configuration() {
        return network.words() + ", " + sparsity();
    }

    String sparsity() {
        return sparsity(percent);
    }

    static String sparsity(double percent) {
        return String.format(Locale.ROOT, "s = %.0f %%", percent);
    }
}
