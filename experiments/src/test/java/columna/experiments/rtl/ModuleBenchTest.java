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
        return Stream.of(
                        RoundingVectors.benches(), RandomWordsVectors.benches(), RoundUnitVectors.benches(), LookUpVectors.benches(),
                        SlotVectors.benches(), ReadPortVectors.benches(), HoldingRegisterVectors.benches(), LaneVectors.benches(),
                        TreeVectors.benches(), AccumulatorVectors.benches(), OutputWordVectors.benches(), DelayVectors.benches(),
                        BankVectors.benches(), SequencerVectors.benches(), InstructionVectors.benches(), BeatQueueVectors.benches(),
                        ReceiveVectors.benches(), SendVectors.benches(), BusVectors.benches(), HostPortVectors.benches())
                .flatMap(benches -> benches);
    }

    /** Icarus takes every bench. */
    @ParameterizedTest
    @MethodSource("benches")
    void agreesWithTheModelInIcarus(Bench bench, @TempDir Path folder) throws IOException, InterruptedException {
        BenchSimulator.ICARUS.check(bench, folder, folder);
    }

    /**
     * Verilator is another reader of the same text. A compilation takes seconds, so it takes one bench of each module whose
     * arithmetic the two could read differently: widths, signs, shifts.
     */
    @ParameterizedTest
    @MethodSource("arithmetic")
    void agreesWithTheModelInVerilator(Bench bench, @TempDir Path folder) throws IOException, InterruptedException {
        BenchSimulator.VERILATOR.check(bench, folder, verilated);
    }

    static Stream<Bench> arithmetic() {
        return Stream.of(RoundingVectors.benches(), LookUpVectors.benches(), LaneVectors.benches(), SlotVectors.benches())
                .map(benches -> benches.findFirst().orElseThrow());
    }
}
