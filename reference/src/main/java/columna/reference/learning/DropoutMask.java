package columna.reference.learning;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The factors by which dropout multiplies one signal at every time step of a sequence: 0 with the dropout's rate p, else {@code 1 / (1 - p)};
 * all 1 when there is none.
 */
final class DropoutMask {

    final double[] factors;

    DropoutMask(int size) {
        factors = new double[size];
        none();
    }

    void none() {
        Arrays.fill(factors, 1);
    }

    void draw(double rate, UniformRandomProvider random) {
        double kept = 1 / (1 - rate);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = random.nextDouble() < rate ? 0 : kept;
        }
    }
}
