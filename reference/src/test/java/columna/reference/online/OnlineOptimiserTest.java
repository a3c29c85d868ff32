package columna.reference.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Moves worked out by hand from the formulas. */
class OnlineOptimiserTest {

    private static final double RATE = 0.01;

    /** The norm of (3, 4) is 5, so the step is along (0.6, 0.8); over two rows as over one. */
    @Test
    void descentAlongAGradientThatIsTooLong() {
        double[][] weights = {{1}, {2}};
        new OnlineOptimiser(new OnlineUpdate.Sgd(RATE), weights).update(new double[][] {{3}, {4}}, 1);
        assertThat(weights[0][0]).isCloseTo(1 - RATE * 0.6, within(1e-15));
        assertThat(weights[1][0]).isCloseTo(2 - RATE * 0.8, within(1e-15));
    }

    /** The factor counts before the bound: 2 (0.3, 0.4) has norm 1 and stays, 4 (0.3, 0.4) becomes (0.6, 0.8). */
    @Test
    void descentAlongMultiples() {
        for (double factor : new double[] {2, 4}) {
            double[][] weights = {{0, 0}};
            new OnlineOptimiser(new OnlineUpdate.Sgd(RATE), weights).update(new double[][] {{0.3, 0.4}}, factor);
            assertThat(weights[0]).containsExactly(new double[] {-RATE * 0.6, -RATE * 0.8}, within(1e-15));
        }
    }

    /**
     * First {@code m = 0.1 g, v = 0.001 g^2}, corrected to g and g^2: a step of rate g / (|g| + 1e-8). Then with -g:
     * {@code m = 0.09 g - 0.1 g = -0.01 g} over 1 - 0.81, {@code v} over 1 - 0.999^2 is g^2 again: a step of -(0.01 / 0.19) rate.
     */
    @Test
    void twoStepsOfAdam() {
        double[][] weights = {{0}};
        OnlineOptimiser optimiser = new OnlineOptimiser(OnlineUpdate.Adam.usual(RATE), weights);
        double g = 0.25;
        optimiser.update(new double[][] {{g}}, 1);
        double first = -RATE * g / (g + 1e-8);
        assertThat(weights[0][0]).isCloseTo(first, within(1e-15));
        optimiser.update(new double[][] {{-g}}, 1);
        assertThat(weights[0][0]).isCloseTo(first + RATE * (0.01 / 0.19) * g / (g + 1e-8), within(1e-14));
    }

    @Test
    void goesOnWithTheSameBits() throws IOException {
        double[][] weights = {{1, 2}};
        OnlineOptimiser optimiser = new OnlineOptimiser(OnlineUpdate.Adam.usual(RATE), weights);
        optimiser.update(new double[][] {{0.1, -0.2}}, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        optimiser.save(new DataOutputStream(bytes));
        double[][] others = {weights[0].clone()};
        OnlineOptimiser other = new OnlineOptimiser(OnlineUpdate.Adam.usual(RATE), others);
        other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        optimiser.update(new double[][] {{-0.3, 0.1}}, 1);
        other.update(new double[][] {{-0.3, 0.1}}, 1);
        assertThat(others).isDeepEqualTo(weights);
    }
}
