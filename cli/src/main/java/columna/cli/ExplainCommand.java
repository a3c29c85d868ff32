package columna.cli;

import columna.experiments.explain.Glossary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code columna explain}: what a name is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says what a key of the experiment file, a signal of the chip or a key of the summary is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna explain learning.optimiser.rate     a key of the experiment file",
            "  columna explain chip.bus                    all keys of a section",
            "  columna explain lru.trace.B                 a signal: what it holds, which equations write it",
            "  columna explain energy.total_pj             a key of summary.json"
        })
final class ExplainCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "A key, section, signal or summary key.")
    private String name;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Glossary.explain(name).forEach(terminal.out()::println);
        terminal.out().flush();
    }
}
