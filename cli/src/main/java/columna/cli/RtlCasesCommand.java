package columna.cli;

import columna.experiments.rtl.RtlCase;
import columna.experiments.rtl.RtlCases;
import columna.experiments.rtl.RtlSimulator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code columna rtl cases}: the table of the site's page. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks many cores and a chip with Verilator: number formats, lanes, ports, pipelines; takes about half an hour. Exit code 1 if anything differs.")
final class RtlCasesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder for the table; one of an unfinished call goes on. By default a fresh one under runs/.")
    private Optional<String> output = Optional.empty();

    RtlCasesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RtlSimulator.VERILATOR.require();
        return LongWork.in(output.map(RunFolder::named).orElseGet(() -> RunFolder.fresh("rtl-cases")), terminal, (folder, interrupted) -> {
            tell(RtlCase.all().size() + " cases into " + folder.resolve(RtlCases.TABLE));
            return RtlCases.run(folder, this::tell, interrupted);
        });
    }

    private void tell(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
