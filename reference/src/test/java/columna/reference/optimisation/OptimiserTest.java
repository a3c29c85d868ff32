package columna.reference.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import org.junit.jupiter.api.Test;

/** Update rules and schedules against numbers worked out in the test. */
class OptimiserTest {

    private static final NetworkSpec SPEC = NetworkSpec.paper(1, 1, 1, 1, 1);
    private static final double ROUNDING = 1e-15;

    private final Parameters parameters = Parameters.zeros(SPEC);
    private final Parameters gradient = Parameters.zeros(SPEC);

    private double[] afterTwoUpdates(UpdateRule rule, String name) {
        parameters.vector(name)[0] = 1;
        gradient.vector(name)[0] = 2;
        Optimiser optimiser = new Optimiser(new OptimiserSpec(rule, new Schedule.Constant(0.25), 0.5), parameters);
        optimiser.update(gradient);
        double first = parameters.vector(name)[0];
        optimiser.update(gradient);
        return new double[] {first, parameters.vector(name)[0]};
    }

    @Test
    void gradientDescentAndTheRecurrentGroup() {
        assertThat(afterTwoUpdates(new UpdateRule.Sgd(), "dec.b")).containsExactly(0.5, 0.5 - 0.5);
        assertThat(afterTwoUpdates(new UpdateRule.Sgd(), "layers.0.nu_log")).containsExactly(0.75, 0.5);
    }

    /** m = 2 then 0.5 * 2 + 2 = 3; p = 1 - 0.5 - 0.75. */
    @Test
    void momentum() {
        assertThat(afterTwoUpdates(new UpdateRule.Momentum(0.5), "dec.b")).containsExactly(0.5, -0.25);
    }

    /** A constant gradient gives corrected moments 2 and 4 at every update, so Adam moves by the rate each time. */
    @Test
    void adamMovesByTheRate() {
        double[] moved = afterTwoUpdates(UpdateRule.Adam.plain(), "dec.b");
        assertThat(moved[0]).isCloseTo(1 - 0.25 / (1 + 0.5e-8), within(ROUNDING));
        assertThat(moved[1]).isCloseTo(1 - 0.5 / (1 + 0.5e-8), within(2 * ROUNDING));
    }

    @Test
    void decayActsOnAllButTheRecurrentGroup() {
        UpdateRule decaying = UpdateRule.Adam.withDecay(0.1);
        assertThat(afterTwoUpdates(decaying, "dec.b")[0]).isCloseTo(1 - 0.025 - 0.25 / (1 + 0.5e-8), within(ROUNDING));
        assertThat(afterTwoUpdates(decaying, "layers.0.gamma_log")[0]).isCloseTo(1 - 0.125 / (1 + 0.5e-8), within(ROUNDING));
    }

    @Test
    void groups() {
        for (var shape : parameters.shapes()) {
            boolean isB = shape.leaf().startsWith("B_");
            boolean isDynamics = shape.leaf().equals("nu_log") || shape.leaf().equals("theta_log") || shape.leaf().equals("gamma_log");
            assertThat(RecurrentGroup.STANDARD.contains(shape)).as(shape.name()).isEqualTo(isB || isDynamics);
            assertThat(RecurrentGroup.B_FAST_AND_DECAY.contains(shape)).as(shape.name()).isEqualTo(isDynamics);
        }
    }

    /** 4 updates of warm-up, then 8 of cosine: at a half, cos(pi/2) = 0. */
    @Test
    void warmupCosine() {
        Schedule schedule = new Schedule.WarmupCosine(1, 0.2, 4, 12);
        assertThat(schedule.rate(0)).isEqualTo(0.25);
        assertThat(schedule.rate(3)).isEqualTo(1);
        assertThat(schedule.rate(4)).isEqualTo(1);
        assertThat(schedule.rate(8)).isCloseTo(0.6, within(ROUNDING));
        assertThat(schedule.rate(12)).isCloseTo(0.2, within(ROUNDING));
    }

    /** 10 updates per epoch, 1 epoch of warm-up in 5: end = 40; s = k - 1; the cosine starts at s = 10 of 40 and the last epoch runs at 0. */
    @Test
    void authorsCosine() {
        Schedule schedule = new Schedule.AuthorsCosine(1, 10, 1, 5);
        assertThat(schedule.rate(0)).as("bare rate").isEqualTo(1);
        assertThat(schedule.rate(1)).isEqualTo(0.1);
        assertThat(schedule.rate(10)).isEqualTo(1);
        assertThat(schedule.rate(11)).isCloseTo(0.5 * (1 + Math.sqrt(0.5)), within(ROUNDING));
        assertThat(schedule.rate(21)).isCloseTo(0.5, within(ROUNDING));
        assertThat(schedule.rate(41)).isZero();
        assertThat(schedule.rate(49)).isZero();
    }
}
