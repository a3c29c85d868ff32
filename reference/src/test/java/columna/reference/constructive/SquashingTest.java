package columna.reference.constructive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** Against Hipparchus, whose errors are below one unit in the last place. */
class SquashingTest {

    @Test
    void withinTheirTolerance() {
        double worst = 0;
        for (int n = -400_000; n <= 400_000; n++) {
            double x = n * 1e-4 + n % 7 * 1e-6;
            worst = Math.max(worst, Math.abs(Squashing.logistic(x) - 1 / (1 + FastMath.exp(-x))));
            worst = Math.max(worst, Math.abs(Squashing.tanh(x) - FastMath.tanh(x)));
        }
        assertThat(worst).isLessThan(1e-15);
    }

    @Test
    void limitsAndNoNumbers() {
        assertThat(Squashing.tanh(0)).isZero();
        assertThat(Squashing.logistic(0)).isEqualTo(0.5);
        for (double far : new double[] {50, 1e3, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertThat(Squashing.tanh(far)).isEqualTo(1);
            assertThat(Squashing.tanh(-far)).isEqualTo(-1);
            assertThat(Squashing.logistic(far)).isEqualTo(1);
            assertThat(Squashing.logistic(-far)).isCloseTo(0, within(1e-20));
        }
        assertThat(Squashing.tanh(Double.NaN)).isNaN();
        assertThat(Squashing.logistic(Double.NaN)).isNaN();
    }
}
