package columna.cli;

import columna.experiments.yaml.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code columna rtl}: the chip in SystemVerilog. */
@Command(
        name = "rtl",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A chip as SystemVerilog: writes it, and holds an RTL simulation of it against the simulator, bit for bit and cycle for cycle.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna rtl export copy-task --output copy-task-rtl",
            "  columna rtl check copy-task --set network.units=4 --set chip.recurrent_core.lanes=4"
        })
final class RtlCommand implements Runnable {
    static final int MOST_SEQUENCES = 100_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    RtlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
        terminal.out().flush();
    }

    static int checked(int sequences) {
        if (sequences < 1 || sequences > MOST_SEQUENCES) {
            throw new BadInput("--sequences " + sequences + ": found " + sequences + " sequences; allowed: 1 to " + MOST_SEQUENCES);
        }
        return sequences;
    }
}
