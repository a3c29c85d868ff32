package columna.cli;

import columna.experiments.chip.ChipDesign;
import columna.experiments.rtl.ExperimentStimulus;
import columna.experiments.rtl.RtlFolder;
import columna.experiments.rtl.RtlSynthesis;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code columna rtl synth}: how large a core is, beside the area model. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Synthesises a core's modules with Yosys, in gates of a 45 nm library and in cells of an iCE40 FPGA, and compares their area with the area model of " + RtlSynthesis.TECHNOLOGY + ". Memories, ROMs, address generators and the ports of the bus are left out.")
final class RtlSynthCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ExperimentArguments arguments;

    @Option(names = "--core", paramLabel = "NAME", defaultValue = "layer[0].recurrent[0]", description = "The core; ${DEFAULT-VALUE} by default.")
    private String core;

    RtlSynthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ExperimentSpec spec = arguments.spec();
        RtlSynthesis.require();
        return LongWork.in(arguments.folder(spec, "-rtl"), terminal, (folder, interrupted) -> {
            ChipDesign design = ChipDesign.of(spec);
            List<String> names = design.chip().cores().stream().map(each -> each.name()).toList();
            int number = names.indexOf(core);
            if (number < 0) {
                throw new BadInput("--core " + core + ": found no core of this name; allowed: " + String.join(", ", names));
            }
            RtlFolder rtl = new RtlFolder(design.chip(), ExperimentStimulus.of(spec, design, 1));
            rtl.write(folder);
            tell("%-18s %-18s %9s %9s %12s %9s %9s %9s", "group", "module", "instances", "gates", "um2", "LUTs", "FFs", "MAC16s");
            List<RtlSynthesis.Module> modules = RtlSynthesis.of(rtl.cores().get(number), number, folder, module -> tell(
                    "%-18s %-18s %9d %9d %12.1f %9d %9d %9d", module.group(), module.module(), module.instances(), module.cells(),
                    module.squareMicrometres(), module.lookUpTables(), module.flipFlops(), module.multipliers()));
            tell("");
            tell("%-18s %14s %14s %8s", "group", "synthesised um2", "modelled um2", "error");
            RtlSynthesis.compare(design.chip(), number, modules).forEach(group -> tell("%-18s %14.0f %14s %8s", group.group(), group.synthesised(),
                    group.modelled().isPresent() ? String.format(Locale.ROOT, "%.0f", group.modelled().getAsDouble()) : "-",
                    group.error().isPresent() ? String.format(Locale.ROOT, "%+.0f %%", 100 * group.error().getAsDouble()) : "-"));
            return true;
        });
    }

    private void tell(String format, Object... values) {
        if (!arguments.quiet()) {
            terminal.out().println(String.format(Locale.ROOT, format, values));
            terminal.out().flush();
        }
    }
}
