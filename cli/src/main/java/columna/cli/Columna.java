package columna.cli;

import columna.experiments.profile.measurement.SimulatedChip;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code columna} and how it fails: one sentence on standard error, an exit code, never a stack trace. */
@Command(
        name = "columna",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates chips that learn online: bit-true, cycle by cycle, next to a float reference.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nBegin with:%n",
        footer = {
            "  columna run copy-task          simulate a chip that learns, and write a report",
            "  columna verify copy-task       the chip against its float reference, as a test for scripts",
            "  columna sweep trace-and-weight-bits   many chips along axes, and which to take",
            "  columna profile copy-task      propose number formats from the values that signals take",
            "  columna reproduce --list       published tables and figures that can be measured again",
            "  columna new my-chip.yaml       an experiment file of your own to change",
            "  columna explain chip.bus       what a key, signal or result is",
            "",
            "Exit codes: 0 good, 1 the verdict is bad, 2 bad input, 3 failure of the program, 130 interrupted."
        })
final class Columna implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private Columna(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs the command and returns its exit code. */
    static int execute(Terminal terminal, Simulation simulation, List<Reproduction> reproductions, String... arguments) {
        try {
            return commandLine(terminal, simulation, reproductions).execute(arguments);
        } catch (Error failure) {
            // picocli hands on exceptions only; an error is no more the user's business than they are.
            return CrashFile.report(terminal, failure);
        }
    }

    static CommandLine commandLine(Terminal terminal, Simulation simulation, List<Reproduction> reproductions) {
        return new CommandLine(new Columna(terminal))
                .addSubcommand(new RunCommand(terminal, simulation))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new ProfileCommand(terminal, new SimulatedChip()))
                .addSubcommand(new SweepCommand(terminal))
                .addSubcommand(new SearchCommand(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new MergeCommand(terminal))
                .addSubcommand(new ReproduceCommand(terminal, reproductions))
                .addSubcommand(new ListCommand(terminal, reproductions))
                .addSubcommand(new NewCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new BenchmarkCommand(terminal))
                .addSubcommand(new CommandLine(new RtlCommand(terminal))
                        .addSubcommand(new RtlExportCommand(terminal))
                        .addSubcommand(new RtlCheckCommand(terminal))
                        .addSubcommand(new RtlCasesCommand(terminal))
                        .addSubcommand(new RtlSynthCommand(terminal)))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((wrong, ignored) -> refuse(terminal, wrong))
                .setExecutionExceptionHandler((thrown, ignored, ignoredToo) -> fail(terminal, thrown));
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        PrintWriter out = terminal.out();
        spec.commandLine().usage(out);
        out.flush();
    }

    private static int refuse(Terminal terminal, ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String sentence = wrong instanceof UnmatchedArgumentException unmatched
                ? unknown(command, unmatched.getUnmatched().getFirst())
                : firstLine(wrong.getMessage());
        terminal.complain(sentence + " (see '" + command.qualifiedName() + " --help')");
        return ExitCode.BAD_INPUT;
    }

    private static String unknown(CommandSpec command, String argument) {
        if (argument.startsWith("-")) {
            return "found the unknown option '" + argument + "'" + NearestName.hint(argument, command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "found one argument too many, '" + argument + "'"
                : "found the unknown command '" + argument + "'" + NearestName.hint(argument, command.subcommands().keySet());
    }

    private static int fail(Terminal terminal, Exception thrown) {
        if (thrown instanceof BadInput bad) {
            bad.sentences().forEach(terminal::complain);
            return ExitCode.BAD_INPUT;
        }
        return CrashFile.report(terminal, thrown);
    }

    static String firstLine(String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
