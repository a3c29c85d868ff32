package columna.cli;

import columna.experiments.chip.ChipDesign;
import columna.experiments.rtl.ExperimentStimulus;
import columna.experiments.rtl.RtlCheck;
import columna.experiments.rtl.RtlFolder;
import columna.experiments.rtl.RtlSimulator;
import columna.experiments.rtl.RtlSpeed;
import columna.experiments.rtl.Stimulus;
import columna.experiments.spec.ExperimentSpec;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code columna rtl check}: RTL against simulator, with an exit code for scripts. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates a chip's SystemVerilog and compares every written word and its cycle with the simulator. Exit code 0 if nothing differs, 1 if something does; the first difference is shown.")
final class RtlCheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ExperimentArguments arguments;

    @Option(names = "--sequences", paramLabel = "N", defaultValue = "2", description = "Training sequences that the chip learns from; ${DEFAULT-VALUE} by default.")
    private int sequences;

    @Option(names = "--simulator", paramLabel = "NAME", defaultValue = "verilator", description = "verilator, icarus or both; ${DEFAULT-VALUE} by default. Icarus is slow: some hundred cycles per second.")
    private Simulators simulators;

    @Option(names = "--speed", description = "Also measures how much faster the simulator is on the same work.")
    private boolean speed;

    /** What {@code --simulator} takes. */
    enum Simulators {
        verilator(EnumSet.of(RtlSimulator.VERILATOR)),
        icarus(EnumSet.of(RtlSimulator.ICARUS)),
        both(EnumSet.allOf(RtlSimulator.class));

        private final Set<RtlSimulator> chosen;

        Simulators(Set<RtlSimulator> chosen) {
            this.chosen = chosen;
        }
    }

    RtlCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ExperimentSpec spec = arguments.spec();
        int count = RtlCommand.checked(sequences);
        simulators.chosen.forEach(RtlSimulator::require);
        return LongWork.in(arguments.folder(spec, "-rtl"), terminal, (folder, interrupted) -> {
            ChipDesign design = ChipDesign.of(spec);
            Stimulus stimulus = ExperimentStimulus.of(spec, design, count);
            new RtlFolder(design.chip(), stimulus).write(folder);
            boolean equal = true;
            for (RtlSimulator simulator : simulators.chosen) {
                equal = equal && check(design, stimulus, folder, simulator);
            }
            return equal;
        });
    }

    private boolean check(ChipDesign design, Stimulus stimulus, Path folder, RtlSimulator simulator) {
        String name = simulator.name().toLowerCase(Locale.ROOT);
        tell(name + ": translating " + design.chip().cores().size() + " cores, which may take minutes");
        simulator.compile(folder);
        tell(name + ": " + stimulus.steps().size() + " time steps");
        RtlCheck.Result result = RtlCheck.run(design.chip(), stimulus, folder, simulator);
        result.difference().ifPresent(difference -> terminal.complain(name + ": first difference at " + difference.sentence()));
        if (result.difference().isEmpty()) {
            tell(String.format(Locale.ROOT, "%s: no difference in %,d cycles, %,d writes, %,d words", name, result.cycles(), result.writes(), result.words()));
            if (speed) {
                RtlSpeed measured = RtlSpeed.measure(design.chip(), stimulus, folder, simulator);
                tell(String.format(Locale.ROOT, "%s: %,.0f cycles per second; the simulator: %,.0f, %.0f times as many", name,
                        measured.cycles() / measured.rtlSeconds(), measured.cycles() / measured.simulatorSeconds(), measured.ratio()));
            }
        }
        return result.difference().isEmpty();
    }

    private void tell(String line) {
        if (!arguments.quiet()) {
            terminal.out().println(line);
            terminal.out().flush();
        }
    }
}
