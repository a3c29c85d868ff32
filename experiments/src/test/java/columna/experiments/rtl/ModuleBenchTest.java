package columna.experiments.rtl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every small module of the RTL against vectors of the Java model. */
class ModuleBenchTest {

    @TempDir
    static Path verilated;

    static Stream<Bench> benches() {
        return Stream.of(RoundingVectors.benches(), RandomWordsVectors.benches(), LookUpVectors.benches(), SlotVectors.benches(), LaneVectors.benches(), ReadPortVectors.benches(),
                        TreeVectors.benches(), AccumulatorVectors.benches(), OutputWordVectors.benches(), DelayVectors.benches(),
                        BankVectors.benches(), SequencerVectors.benches()).flatMap(benches -> benches);
    }

    /** Icarus takes every bench. */
    @ParameterizedTest
    @MethodSource("benches")
    void agreesWithTheModelInIcarus(Bench bench, @TempDir Path folder) throws IOException, InterruptedException {
        BenchSimulator.ICARUS.check(bench, folder, folder);
    }

    /** Verilator has no unknown values, but is another reader of the same text. */
    @ParameterizedTest
    @MethodSource("benches")
    void agreesWithTheModelInVerilator(Bench bench, @TempDir Path folder) throws IOException, InterruptedException {
        BenchSimulator.VERILATOR.check(bench, folder, verilated);
    }
}
