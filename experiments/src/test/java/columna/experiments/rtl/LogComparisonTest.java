package columna.experiments.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.block.Ports;
import columna.sim.chip.Chip;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.program.StepKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is as it should be, and the same with one thing wrong. */
class LogComparisonTest {

    private static final Chip CHIP = SmallCores.chip(
            new CoreHardware(4, Ports.ONE_READ_ONE_WRITE), new PipelineHardware(1, 1, 1), "fixed<16,4,RND,SAT>",
            "vh[h] := s*wh[h]", "cn[n] := dn[n] + vn[n]*cn[n]");

    @TempDir
    private static Path folder;

    private static Stimulus stimulus;
    private static List<String> log;

    @BeforeAll
    static void simulate() {
        StepKind step = new StepKind(false, true, false, false);
        stimulus = RandomStimulus.of(CHIP, RowKernels.fastest(), List.of(step, step), 3);
        new RtlFolder(CHIP, stimulus).write(folder);
        RtlSimulator.ICARUS.require();
        RtlSimulator.ICARUS.compile(folder);
        log = new ArrayList<>();
        RtlSimulator.ICARUS.run(folder, List.of(), line -> log.add(line));
    }

    private static Optional<Difference> first(List<String> lines) {
        LogComparison comparison = new LogComparison(CHIP, stimulus);
        for (String line : lines) {
            Optional<Difference> difference = comparison.accept(line);
            if (difference.isPresent()) {
                return difference;
            }
        }
        assertThat(comparison.ended()).isTrue();
        return Optional.empty();
    }

    private static List<String> with(int line, String replacement) {
        List<String> changed = new ArrayList<>(log);
        changed.set(line, replacement);
        return changed;
    }

    /** The line with a field of its own put in place of number {@code field}. */
    private static String field(int line, int field, String value) {
        String[] fields = log.get(line).split(" ");
        fields[field] = value;
        return String.join(" ", fields);
    }

    @Test
    void theSoundLogHasNoDifference() {
        assertThat(log).hasSize(2 * (2 + 2 + 1) + 1);
        assertThat(first(log)).isEmpty();
    }

    @Test
    void aWrongBitIsNamedWithItsElement() {
        String data = log.get(0).split(" ")[6];
        char last = data.charAt(data.length() - 1);
        String flipped = data.substring(0, data.length() - 1) + Integer.toHexString(Character.digit(last, 16) ^ 1);
        assertThat(first(with(0, field(0, 6, flipped)))).get().satisfies(difference -> {
            assertThat(difference.where()).isEqualTo("core vh[0,0]");
            assertThat(difference.timeStep()).isZero();
            assertThat(difference.expected()).endsWith(" from 'vh[h] := s*wh[h]'");
        });
    }

    @Test
    void anUndefinedBitIsADifference() {
        String data = log.get(0).split(" ")[6];
        assertThat(first(with(0, field(0, 6, data.substring(0, data.length() - 1) + "x")))).get()
                .extracting(Difference::found).isEqualTo("undefined bits");
    }

    @Test
    void aLateWriteIsNamedWithBothCycles() {
        long cycle = Long.parseLong(log.get(1).split(" ")[2]);
        assertThat(first(with(1, field(1, 2, Long.toString(cycle + 1))))).get().satisfies(difference -> {
            assertThat(difference.cycle()).isEqualTo(cycle);
            assertThat(difference.found()).endsWith("in cycle " + (cycle + 1));
        });
    }

    @Test
    void aMissingWriteAFurtherOneAndAMissingEnableAreDifferences() {
        List<String> missing = new ArrayList<>(log);
        missing.remove(3);
        assertThat(first(missing)).get().extracting(Difference::expected).asString().startsWith("a write of word 1");
        List<String> further = new ArrayList<>(log);
        further.add(4, log.get(3));
        assertThat(first(further)).get().extracting(Difference::expected).isEqualTo("no further write");
        assertThat(first(with(0, field(0, 5, "15")))).get().extracting(Difference::expected).asString()
                .isEqualTo("7 words written by 'vh[h] := s*wh[h]'");
    }

    @Test
    void anotherNumberOfCyclesIsADifferenceOfTheChip() {
        long cycles = Long.parseLong(log.get(4).split(" ")[1]);
        assertThat(first(with(4, "s " + (cycles + 1)))).get().satisfies(difference -> {
            assertThat(difference.where()).isEqualTo("the chip");
            assertThat(difference.expected()).isEqualTo("a step of " + cycles + " cycles");
        });
    }
}
