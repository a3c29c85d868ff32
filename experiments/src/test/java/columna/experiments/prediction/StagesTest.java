package columna.experiments.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.cost.Component;
import columna.experiments.spec.PredictionSpec;
import columna.hardware.technology.Technology;
import columna.sim.accounting.Inventory;
import columna.sim.program.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stages: what is gated off, what is released, what leaks. */
class StagesTest {

    private static PredictionResult run(String... settings) {
        return new PredictionRun(SmallPredictions.small("ccn", settings)).simulate((steps, chip, reference) -> {}, () -> false);
    }

    private static double leakage(PredictionResult run) {
        return run.energy().items().stream()
                .filter(item -> item.component() == Component.LEAKAGE)
                .mapToDouble(item -> item.picojoules().nominal())
                .sum();
    }

    /**
     * With a share of 1 at least all that is built leaks all the time. A frozen core's lanes may be narrower than those it was built with, which
     * then counts beside them; lanes are the lesser part.
     */
    @Test
    void gatedCoresLeakTheirShare() {
        double none = leakage(run());
        PredictionResult all = run("chip.gated_leakage=1");
        double half = leakage(run("chip.gated_leakage=0.5"));
        assertThat(half - none).isPositive().isCloseTo((leakage(all) - none) / 2, within(1e-9 * none));
        PredictionSpec spec = SmallPredictions.small("ccn");
        Technology technology = Technology.named(spec.technology());
        double built = Inventory.of(Systems.of(spec).built()).items().stream()
                .mapToDouble(item -> item.count() * technology.leakage(item.block()).nominal().value())
                .sum();
        double picojoules = built * all.cycles() / spec.chip().clockMhz();
        assertThat(leakage(all)).isBetween(picojoules, 1.2 * picojoules);
        assertThat(none).isLessThan(picojoules);
    }

    /** Only the last stage of a chip has traces of columns; four of them, each with two for every parameter that it has by then. */
    @Test
    void frozenStagesReleaseTheirTraces() {
        PredictionSpec spec = SmallPredictions.small("ccn");
        List<OnlineSystem.Configuration> chips = Systems.of(spec).configurations();
        assertThat(chips).hasSize(3);
        for (int stage = 0; stage < 3; stage++) {
            long parameters = 4 * 4 * (12 + 4L * stage + 2);
            long traceBits = spec.formats().formatOf("lstm.trace.c.w.i.x").width();
            Inventory inventory = Inventory.of(chips.get(stage).chip());
            assertThat(inventory.bits(item -> item.name().startsWith("lstm.trace."))).isEqualTo(2 * parameters * traceBits);
            assertThat(inventory.bits(item -> item.name().startsWith("lstm.moment2.")))
                    .isEqualTo(parameters * spec.formats().formatOf("lstm.moment2.w.i.x").width());
            String active = "stage[" + stage + "]";
            assertThat(inventory.items().stream().filter(item -> item.name().startsWith("lstm.trace.")).map(Inventory.Item::place).distinct())
                    .containsExactly(active);
            assertThat(inventory.bitsByPurpose()).containsKey(Purpose.PARAMETER);
        }
        Inventory built = Inventory.of(Systems.of(spec).built());
        assertThat(built.bits(item -> item.name().startsWith("lstm.moment2."))).as("every stage was built to learn")
                .isEqualTo((4L * 4 * (14 + 18 + 22)) * spec.formats().formatOf("lstm.moment2.w.i.x").width());
    }
}
