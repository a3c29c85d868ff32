package columna.cli;

import columna.experiments.chip.ChipDesign;
import columna.experiments.rtl.ExperimentStimulus;
import columna.experiments.rtl.RtlFolder;
import columna.experiments.rtl.Stimulus;
import columna.experiments.spec.ExperimentSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code columna rtl export}: a chip as a folder that RTL simulators and synthesis take. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes a chip's SystemVerilog, microcode, tables and memories, and what its host sends while it learns its first sequences.")
final class RtlExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ExperimentArguments arguments;

    @Option(names = "--sequences", paramLabel = "N", defaultValue = "2", description = "Training sequences that the chip is put through; ${DEFAULT-VALUE} by default.")
    private int sequences;

    RtlExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ExperimentSpec spec = arguments.spec();
        int count = RtlCommand.checked(sequences);
        return LongWork.in(arguments.folder(spec, "-rtl"), terminal, (folder, interrupted) -> {
            ChipDesign design = ChipDesign.of(spec);
            Stimulus stimulus = ExperimentStimulus.of(spec, design, count);
            RtlFolder rtl = new RtlFolder(design.chip(), stimulus);
            rtl.write(folder);
            if (!arguments.quiet()) {
                terminal.out().printf("%d cores and %d time steps in %s: chip.sv, rtl/, and for each core its images; names.txt says what they are.%n",
                        rtl.cores().size(), stimulus.steps().size(), folder);
                terminal.out().flush();
            }
            return true;
        });
    }
}
