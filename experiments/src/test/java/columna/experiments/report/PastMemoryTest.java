package columna.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.SmallExperiments;
import columna.experiments.chip.ChipDesign;
import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.sim.accounting.Inventory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory for the past, against sums by hand and against every length one after the other. */
class PastMemoryTest {

    static List<String> names() {
        return SmallExperiments.names();
    }

    private static PastMemory of(String name) {
        ExperimentSpec spec = ExperimentSpec.read(name, Signals.names());
        ChipDesign design = ChipDesign.of(spec);
        return PastMemory.of(design.chip(), Inventory.of(design.chip()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCrossingIsTheFirstLengthAtWhichBpttNeedsMore(String name) {
        PastMemory past = of(name);
        for (long bits : new long[] {past.traces(), past.snap1(), past.rtrl()}) {
            int length = 1;
            while (past.bptt(length) <= bits) {
                length++;
            }
            assertThat(past.crossing(bits)).isEqualTo(length);
        }
        for (int window : PastMemory.WINDOWS) {
            assertThat(past.truncated(window - 1, window)).isEqualTo(past.bptt(window - 1));
            assertThat(past.truncated(16000, window)).isEqualTo(past.bptt(window));
        }
    }

    /** The paper's network by hand: 4 layers of 64 complex units in 4 cores, 128 features, traces of 16 bits; e^gamma is h/gamma and not kept. */
    @Test
    void thePapersNetwork() {
        PastMemory past = of("copy-task-full");
        long n = 64;
        long h = 128;
        long layers = 4;
        long complex = 2 * 16;
        assertThat(past.traces()).isEqualTo(layers * (n + n * h) * complex);
        assertThat(past.snap1()).isEqualTo(layers * (n + n + n * h) * complex);
        assertThat(past.rtrl()).as("of every unit of the layer, on whichever core").isEqualTo(past.snap1() * n);
    }
}
