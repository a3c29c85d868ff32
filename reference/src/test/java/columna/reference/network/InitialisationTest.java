package columna.reference.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * The drawn parameters follow their laws. Tolerances are five standard errors of the mean or the variance for the number of values drawn, so
 * a right law fails with a probability below one in a million, and the seed is fixed.
 */
class InitialisationTest {

    private static final long SEED = 7;
    private static final NetworkSpec SPEC = NetworkSpec.paper(1, 4000, 60, 8, 7);

    private static double[] draw(Initialisation law, String name) {
        return Arrays.stream(law.draw(SPEC, SEED).matrix(name)).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        return DoubleStream.of(values).map(v -> v * v).average().orElseThrow();
    }

    private static void normal(String name, double variance) {
        double[] values = draw(Initialisation.PAPER, name);
        double error = Math.sqrt(variance / values.length);
        assertThat(mean(values)).as("mean of %s, seed %d", name, SEED).isCloseTo(0, within(5 * error));
        // A normal variable's variance has relative error sqrt(2 / count); a truncated one's is smaller.
        assertThat(variance(values)).as("variance of %s, seed %d", name, SEED)
                .isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / values.length)));
    }

    @Test
    void normalLaws() {
        normal("layers.0.B_re", 1 / 120.0);
        normal("layers.0.B_im", 1 / 120.0);
        normal("layers.0.C_re", 1 / 4000.0);
        normal("layers.0.C_im", 1 / 4000.0);
        normal("layers.0.D", 1);
        normal("layers.0.glu.W1", 1 / 60.0);
        normal("enc.W", 1 / 8.0);
    }

    @Test
    void weightsAreTruncatedAtTwoDeviations() {
        double bound = 2 / 0.8796256610342398 / Math.sqrt(60);
        double largest = DoubleStream.of(draw(Initialisation.PAPER, "layers.0.glu.W2")).map(Math::abs).max().orElseThrow();
        assertThat(largest).isLessThanOrEqualTo(bound).isGreaterThan(0.95 * bound);
    }

    @Test
    void everyCellCanBeDrawn() {
        Parameters rnn = Initialisation.PAPER.draw(NetworkSpec.paper(NetworkSpec.Cell.RNN, 1, 100, 60, 8, 7), SEED);
        // A normal variable truncated at two has variance 0.7737.
        double[] a = Arrays.stream(rnn.matrix("layers.0.A")).flatMapToDouble(Arrays::stream).toArray();
        assertThat(variance(a) * 100).as("seed %d", SEED).isCloseTo(0.7737, within(5 * Math.sqrt(2.0 / a.length)));
        Parameters gru = Initialisation.PAPER.draw(NetworkSpec.paper(NetworkSpec.Cell.GRU, 1, 100, 100, 8, 7), SEED);
        double[] u = Arrays.stream(gru.matrix("layers.0.U_n")).flatMapToDouble(Arrays::stream).toArray();
        assertThat(variance(u) * 100).as("seed %d", SEED).isCloseTo(1, within(5 * Math.sqrt(2.0 / u.length)));
        assertThat(gru.vector("layers.0.b_hn")).containsOnly(0);
    }

    @Test
    void constants() {
        assertThat(draw(Initialisation.PAPER, "layers.0.ln.scale")).containsOnly(1);
        for (String name : new String[] {"layers.0.ln.bias", "enc.b", "dec.b", "layers.0.glu.b1", "layers.0.glu.b2"}) {
            assertThat(draw(Initialisation.PAPER, name)).as(name).containsOnly(0);
        }
    }

    /** |lambda|^2 is uniform on [0.25, 0.81]: mean 0.53, variance 0.56^2/12; the phase is uniform on [0, 3]. */
    @Test
    void eigenvaluesFillTheRing() {
        Initialisation ring = new Initialisation(0.5, 0.9, 3);
        double[] squares = DoubleStream.of(draw(ring, "layers.0.nu_log")).map(v -> Math.exp(-2 * Math.exp(v))).toArray();
        double[] phases = DoubleStream.of(draw(ring, "layers.0.theta_log")).map(Math::exp).toArray();
        assertThat(DoubleStream.of(squares).allMatch(square -> square >= 0.25 - 1e-12 && square <= 0.81 + 1e-12)).isTrue();
        assertThat(mean(squares)).as("seed %d", SEED).isCloseTo(0.53, within(5 * 0.56 / Math.sqrt(12.0 * 4000)));
        assertThat(DoubleStream.of(phases).allMatch(phase -> phase >= 0 && phase <= 3)).isTrue();
        assertThat(mean(phases)).as("seed %d", SEED).isCloseTo(1.5, within(5 * 3 / Math.sqrt(12.0 * 4000)));
    }

    @Test
    void gammaKeepsTheStateAtUnitVariance() {
        double[] nuLog = draw(Initialisation.PAPER, "layers.0.nu_log");
        double[] gammaLog = draw(Initialisation.PAPER, "layers.0.gamma_log");
        for (int n = 0; n < nuLog.length; n++) {
            double square = Math.exp(-2 * Math.exp(nuLog[n]));
            assertThat(Math.exp(2 * gammaLog[n]) + square).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void sameSeedSameBitsAndOptionsDoNotMoveOtherArrays() {
        NetworkSpec bare = new NetworkSpec(NetworkSpec.Cell.LRU, 1, 4000, 60, 8, 7, 2, true, true, NetworkSpec.Norm.NONE,
                NetworkSpec.Activation.NONE, false, NetworkSpec.Feedthrough.DIAGONAL, NetworkSpec.Loss.CROSS_ENTROPY_MASK_MEAN, 1e-6);
        Parameters one = Initialisation.PAPER.draw(SPEC, SEED);
        assertThat(one.matrix("layers.0.B_re")).isDeepEqualTo(Initialisation.PAPER.draw(SPEC, SEED).matrix("layers.0.B_re"));
        assertThat(one.matrix("layers.0.B_re")).isDeepEqualTo(Initialisation.PAPER.draw(bare, SEED).matrix("layers.0.B_re"));
        assertThat(one.vector("layers.0.D")).isNotEqualTo(Initialisation.PAPER.draw(SPEC, SEED + 1).vector("layers.0.D"));
    }
}
