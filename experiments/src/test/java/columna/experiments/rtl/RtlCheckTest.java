package columna.experiments.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.chip.ChipDesign;
import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.block.Ports;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.Topology;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The RTL in Icarus Verilog and in Verilator: bits and cycles of every micro-operation, of transfers, and of faults put into it. */
class RtlCheckTest {

    private static final StepKind STEP = new StepKind(false, true, false, false);
    private static final long SEED = 7;

    /** Every form of sum, on real and complex memories of many formats; and maxima. */
    private static final List<String> SUMS = List.of(
            "vh[h] := s*wh[h]",
            "vn[n] := mnh[n,h]*vh[h]",
            "vh[h] := 0",
            "s := 0",
            "vh[h] := vh[h] - s*wh[h]",
            "mnh[n,h] := mnh[n,h] + vn[n]*vh[h]",
            "s := vh[h]*vh[h]",
            "s := mnh[n,h]*wnh[n,h]",
            "vh[h] := mnh[n,h]*vn[n]",
            "cn[n] := cnh[n,h]*vh[h]",
            "cn[n] := dn[n]*cn[n] + vn[n]*dn[n]",
            "dnh[n,h] := cn[n]*dnh[n,h] + conj(cn[n])*vh[h]",
            "vh[h] := re(conj(cnh[n,h])*cn[n])",
            "vh[h] := re(cnh[n,h]*cn[n]) + 2^-3*vh[h] - wh[h]",
            "re(cn[n]) := vn[n]*wn[n]",
            "im(cn[n]) := vn[n] - im(dn[n])*re(dn[n])",
            "xh[h] := xh[h] - s*wh[h]",
            "xcn[n] := xcn[n]*dn[n]",
            "ph[h] := ph[h] + vh[h]*wh[h]",
            "qh[h] := qh[h]*ph[h] - rh[h]",
            "rh[h] := rh[h] + 2^-2*qh[h]",
            "mbc[b,c] := vk[b,c] - vb[b]",
            "vb[b] := mbc[b,c]*wk[b,c]",
            "vg[g] := wg[g] + vg[g]*s",
            "s := mbc[b,c]",
            "vm[m] := mmh[m,m]",
            "vm[m] := vm[m] - s*mmh[m,m]",
            "vn[n] := max(mnh[n,h])",
            "vb[b] := max(vk[b,c])");

    private static final List<String> LOOK_UPS = List.of(
            "vh[h] := e(wh[h])", "wnh[n,h] := f(mnh[n,h])", "vh[h] := r(wh[h])", "vg[g] := i(wg[g])", "im(cn[n]) := f(re(dn[n]))");

    @TempDir
    private Path folder;

    record Machine(int lanes, Ports ports, int tableUnits, PipelineHardware pipeline, String format) {}

    static List<Machine> machines() {
        return List.of(
                new Machine(1, Ports.ONE_READ_WRITE, 1, new PipelineHardware(1, 1, 1), "fixed<16,4,RND,SAT>"),
                new Machine(3, Ports.ONE_READ_ONE_WRITE, 2, new PipelineHardware(2, 3, 4), "fixed<13,4,TRN_ZERO,WRAP_SM>"),
                new Machine(4, Ports.ONE_READ_WRITE, 4, new PipelineHardware(1, 2, 1), "fixed<18,6,RND_CONV,SAT_SYM>"),
                new Machine(8, Ports.TWO_READ_ONE_WRITE, 3, new PipelineHardware(3, 1, 2), "fixed<16,4,RND_MIN_INF,SAT>"),
                new Machine(5, Ports.TWO_READ_ONE_WRITE, 1, new PipelineHardware(1, 1, 1), "fixed<9,4,STOCHASTIC,SAT>"));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyMicroOperationWritesTheSameWordsInTheSameCycles(Machine machine) {
        boolean tables = !machine.format().contains("STOCHASTIC");
        String[] equations = (tables ? Stream.concat(SUMS.stream(), LOOK_UPS.stream()) : SUMS.stream()).toArray(String[]::new);
        Chip chip = SmallCores.chip(
                new CoreHardware(machine.lanes(), machine.ports(), machine.tableUnits()), machine.pipeline(), machine.format(), equations);
        RtlCheck.Result result = check(chip, RtlSimulator.ICARUS, 2);
        assertThat(result.difference()).isEmpty();
        assertThat(result.cycles()).isGreaterThan(500);
    }

    /** Queues are short, elements wider than the bus or many to a beat, senders several; the arbiter is one for all topologies. */
    static List<BusHardware> buses() {
        return List.of(new BusHardware(64, 1, 4), new BusHardware(7, 2, 1), new BusHardware(50, 3, 2),
                new BusHardware(Topology.RING, 20, 2, 2), new BusHardware(Topology.MESH, 20, 1, 3), new BusHardware(Topology.BROADCAST, 20, 2, 2));
    }

    @ParameterizedTest
    @MethodSource("buses")
    void transfersWaitForEachOtherInTheSameCycles(BusHardware bus) {
        Chip chip = Chip.of(
                List.of(
                        core("left", 0, 3, "send vg[g] -> long", "send cn[n] -> pairs", "receive wh[h] <- sum", "vh[h] := s*wh[h]"),
                        core("right", 1, 4, "receive vg[g] <- long", "send vh[h] -> sum", "receive vn[n] <- outside"),
                        core("top", 2, 1, "receive wg[g] <- long", "receive dn[n] <- pairs", "send wh[h] -> sum", "receive xh[h] <- noise",
                                "send s -> away"),
                        core("far", 2, 8, "receive vg[g] <- long", "send qh[h] -> noise")),
                new PipelineHardware(2, 1, 2), bus, SmallCores.RANDOM);
        RtlCheck.Result result = check(chip, RtlSimulator.ICARUS, 3);
        assertThat(result.difference()).isEmpty();
        assertThat(result.cycles()).isGreaterThan(100);
    }

    private static Core core(String name, int level, int lanes, String... equations) {
        CoreProgram program = SmallCores.declarations("fixed<16,4,RND,SAT>").infer(Phase.FORWARD, equations).build();
        return new Core(name, level, program, new CoreHardware(lanes, Ports.values()[level]));
    }

    /** The chip of the first paper, small, learning: both simulators have one opinion. */
    @ParameterizedTest
    @EnumSource(RtlSimulator.class)
    void aCoreThatLearnsAgrees(RtlSimulator simulator) {
        CoreStimulus cut = new RtlCase(
                        "small", Optional.of("layer[0].recurrent[0]"),
                        List.of("network.layers=1", "network.units=6", "network.width=5", "chip.recurrent_core.lanes=4"), 2)
                .build();
        RtlCheck.Result result = check(cut.chip(), cut.stimulus(), simulator, "", "", "");
        assertThat(result.difference()).isEmpty();
        assertThat(result.words()).isGreaterThan(1000);
    }

    /** Programs of other cells are other microcode for the same RTL; that of a dense layer reads a diagonal after each update. */
    @ParameterizedTest
    @ValueSource(strings = {"real-lru", "linear-rnn"})
    void coresOfOtherCellsAgree(String experiment) {
        agrees(experiment, "layer[0].recurrent[0]", "network.layers=1", "network.units=6", "network.width=5", "chip.recurrent_core.lanes=4");
    }

    /** The mean over a sequence: a count, and the reciprocal of a whole number. */
    @Test
    void theDecoderOfLabelsAgrees() {
        agrees("listops", "decoder", "network.layers=1", "network.units=4", "network.width=5", "chip.mixing_core.lanes=4", "task.longest=9");
    }

    /** A core of an experiment, cut out while it learns from two sequences. */
    private void agrees(String experiment, String core, String... settings) {
        ExperimentSpec spec = ExperimentSpec.read(experiment, Signals.names(), List.of(settings));
        ChipDesign design = ChipDesign.of(spec);
        CoreStimulus cut = CoreStimulus.of(spec, design, design.chip().index(core), 2);
        RtlCheck.Result result = check(cut.chip(), cut.stimulus(), RtlSimulator.ICARUS, "", "", "");
        assertThat(result.difference()).isEmpty();
        assertThat(result.words()).isGreaterThan(1000);
    }

    @Test
    void aTieRoundedTheOtherWayIsCaught() {
        Chip chip = SmallCores.chip(
                new CoreHardware(4, Ports.ONE_READ_ONE_WRITE), new PipelineHardware(1, 1, 1), "fixed<16,4,RND,SAT>", "vh[h] := 2^-1*wh[h]");
        RtlCheck.Result result = check(chip, stimulus(chip, 2), RtlSimulator.ICARUS,
                "rounding.sv", "RND: up = half;", "RND: up = half && sticky;");
        assertThat(result.difference()).get().extracting(Difference::where).asString().startsWith("core vh[");
    }

    /** The read that should have waited is served, so a word comes a cycle too early. */
    @Test
    void aPortConflictIgnoredIsCaught() {
        Chip chip = SmallCores.chip(
                new CoreHardware(2, Ports.ONE_READ_WRITE), new PipelineHardware(1, 2, 1), "fixed<16,4,RND,SAT>", "vh[h] := vh[h] - s*wh[h]");
        RtlCheck.Result result = check(chip, stimulus(chip, 1), RtlSimulator.ICARUS,
                "read_ports.sv", "left_free = PORTS != 0 ||", "left_free = 1'b1 || PORTS != 0 ||");
        assertThat(result.difference()).get().satisfies(difference -> {
            assertThat(difference.where()).isEqualTo("core vh");
            assertThat(difference.expected()).contains("in cycle 14");
            assertThat(difference.found()).contains("in cycle 13");
        });
    }

    @Test
    void aShiftRegisterClockedOnceTooOftenIsCaught() {
        Chip chip = SmallCores.chip(
                new CoreHardware(4, Ports.ONE_READ_ONE_WRITE), new PipelineHardware(1, 1, 1), "fixed<16,4,RND,SAT>", "xh[h] := s*wh[h]");
        RtlCheck.Result result = check(chip, stimulus(chip, 2), RtlSimulator.ICARUS,
                "random_words.sv", "state <= reset ? SEED[BITS-1:0] : next;", "state <= reset ? SEED[BITS-1:0] : |draw ? clocked(next) : next;");
        assertThat(result.difference()).get().extracting(Difference::where).asString().startsWith("core xh[");
    }

    private RtlCheck.Result check(Chip chip, RtlSimulator simulator, int steps) {
        return check(chip, stimulus(chip, steps), simulator, "", "", "");
    }

    private static Stimulus stimulus(Chip chip, int steps) {
        return RandomStimulus.of(chip, RowKernels.fastest(), Collections.nCopies(steps, STEP), SEED);
    }

    /** Checks a chip in whose module {@code file} the text {@code sound} is replaced. */
    private RtlCheck.Result check(Chip chip, Stimulus stimulus, RtlSimulator simulator, String file, String sound, String faulty) {
        simulator.require();
        new RtlFolder(chip, stimulus).write(folder);
        if (!file.isEmpty()) {
            replace(folder.resolve("rtl").resolve(file), sound, faulty);
        }
        simulator.compile(folder);
        return RtlCheck.run(chip, stimulus, folder, simulator);
    }

    private static void replace(Path file, String sound, String faulty) {
        try {
            String text = Files.readString(file);
            assertThat(text).as("the place of the fault").contains(sound);
            Files.writeString(file, text.replace(sound, faulty));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The list of modules that a jar cannot be asked for. */
    @Test
    void theListOfModulesIsTheFolders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("columna.root"), "src/rtl"))) {
            String[] modules = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sv")).sorted().toArray(String[]::new);
            assertThat(RtlFolder.moduleFiles()).isEqualTo(Arrays.asList(modules));
        }
    }
}
