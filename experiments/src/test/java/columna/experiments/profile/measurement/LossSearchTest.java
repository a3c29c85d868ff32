package columna.experiments.profile.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.SmallExperiments;
import columna.experiments.chip.ChipDesign;
import columna.experiments.profile.Silent;
import columna.experiments.profile.formats.ChipConstraints;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.spec.ExperimentSpec;
import columna.fixedpoint.Format;
import columna.hardware.technology.Technology;
import columna.sim.accounting.RunActivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search on chips whose losses are given, not simulated. */
class LossSearchTest {

    private static final ExperimentSpec SPEC = SmallExperiments.small("copy-task");
    private static final int DESIGNS = 12;

    /** Design d has d fraction bits of lru.h fewer. */
    private static List<ChipFormats> line() {
        ChipFormats widest = ChipFormats.of(ChipDesign.of(SPEC));
        Format format = widest.of("lru.h");
        List<ChipFormats> line = new ArrayList<>();
        for (int design = 0; design < DESIGNS; design++) {
            line.add(widest.with("lru.h", ChipFormats.resized(format, format.integerBits(), format.fractionBits() - design)));
        }
        return line;
    }

    private static LossSearch.Found search(double[] losses, double limit) {
        int widest = line().getFirst().of("lru.h").width();
        Evaluator given = (spec, progress, stop) -> measurement(losses[widest - spec.formats().formatOf("lru.h").width()]);
        try (Measurements measurements = new Measurements(given, 1, 1, Silent.PROGRESS, () -> false)) {
            return new LossSearch(SPEC, ChipConstraints.of(ChipDesign.of(SPEC)), line(), measurements, limit).search();
        }
    }

    static Measurement measurement(double loss) {
        return new Measurement(loss, 1, 0.1, 1000, 1, new RunActivity(), Technology.named("cmos-28nm"), Map.of(), true);
    }

    private static OptionalInt best(double[] losses, double limit) {
        return search(losses, limit).best().map(step -> OptionalInt.of(step.design())).orElseGet(OptionalInt::empty);
    }

    @Test
    void risingLossesAreCutAtTheLimit() {
        double[] losses = new double[DESIGNS];
        for (int design = 0; design < DESIGNS; design++) {
            losses[design] = design + 1;
        }
        for (int limit = 1; limit <= DESIGNS + 3; limit++) {
            assertThat(best(losses, limit)).hasValue(Math.min(limit, DESIGNS) - 1);
        }
        assertThat(best(losses, 0.5)).as("not even the widest").isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aLargerBudgetNeverGivesAWiderDesignThoughLossesScatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] losses = random.doubles(DESIGNS).toArray();
        losses[0] = 0;
        int before = -1;
        for (double limit = 0; limit <= 1; limit += 0.1) {
            LossSearch.Found found = search(losses, limit);
            int now = found.best().orElseThrow().design();
            assertThat(now).as("limit %s", limit).isGreaterThanOrEqualTo(before);
            assertThat(found.best().orElseThrow().result().loss()).isLessThanOrEqualTo(limit);
            before = now;
        }
    }

    @Test
    void aLossThatIsNoNumberIsNotWithin() {
        double[] losses = new double[DESIGNS];
        Arrays.fill(losses, 1, DESIGNS, Double.NaN);
        assertThat(best(losses, 1)).hasValue(0);
    }
}
