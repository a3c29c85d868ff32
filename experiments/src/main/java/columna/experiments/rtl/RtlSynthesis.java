package columna.experiments.rtl;

import columna.experiments.yaml.BadInput;
import columna.hardware.technology.Technology;
import columna.sim.accounting.Blocks;
import columna.sim.chip.Chip;
import columna.sim.microcode.CoreImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Synthesises the modules of a core with Yosys, each by itself: into gates of a 45 nm library, for their area, and into cells of an
 * FPGA (Lattice iCE40). Memories and ROMs stay macros and are not counted, nor are the address generators and the ports of the bus. Without timing constraints: how large, not how fast.
 */
public final class RtlSynthesis {

    /** The technology whose area model speaks of the same node as the library. */
    public static final String TECHNOLOGY = "cmos-45nm";

    private static final Pattern AREA = Pattern.compile("Chip area for module '\\\\[^']*': ([0-9.]+)");
    private static final Pattern CELLS = Pattern.compile("Number of cells: +(\\d+)");
    private static final Pattern CELL = Pattern.compile("^ +(SB_LUT4|SB_DFF\\w*|SB_MAC16) +(\\d+)$", Pattern.MULTILINE);

    private RtlSynthesis() {}

    /**
     * A module's sizes, of one instance.
     *
     * @param group as in {@link Group}
     * @param module the module
     * @param instances how many a core has
     * @param cells gates
     * @param squareMicrometres their area
     * @param lookUpTables of the FPGA, four inputs each
     * @param flipFlops of the FPGA
     * @param multipliers of the FPGA, 16 by 16 bits each
     */
    public record Module(
            String group, String module, int instances, long cells, double squareMicrometres, long lookUpTables, long flipFlops,
            long multipliers) {}

    /**
     * Synthesis beside the model.
     *
     * @param group what is compared
     * @param synthesised square micrometres of all instances
     * @param modelled square micrometres; none if the model has no such block
     */
    public record Group(String group, double synthesised, OptionalDouble modelled) {

        /** How much the model is off, as a share of what was synthesised. */
        public OptionalDouble error() {
            return modelled.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(modelled.getAsDouble() / synthesised - 1);
        }
    }

    /** Sizes of all modules of a core whose folder was written; {@code told} of each module when it is done. */
    public static List<Module> of(CoreImage image, int core, Path folder, Consumer<Module> told) {
        List<Module> modules = new ArrayList<>();
        for (SynthesisedModule each : SynthesisedModule.of(image, "core" + core)) {
            String gates = yosys(folder, each, "flatten; opt -fast; memory -nomap; opt -full; wreduce; alumacc; share; opt -fast; techmap; opt -fast;"
                    + " dfflibmap -liberty rtl/nangate45.lib; abc -fast -liberty rtl/nangate45.lib; opt_clean;"
                    + " stat -liberty rtl/nangate45.lib");
            String cells = yosys(folder, each, "synth_ice40 -dsp -flatten -run flatten:check; stat");
            long tables = 0;
            long flipFlops = 0;
            long multipliers = 0;
            Matcher cell = CELL.matcher(cells);
            while (cell.find()) {
                tables += cell.group(1).equals("SB_LUT4") ? Long.parseLong(cell.group(2)) : 0;
                multipliers += cell.group(1).equals("SB_MAC16") ? Long.parseLong(cell.group(2)) : 0;
                flipFlops += cell.group(1).startsWith("SB_DFF") ? Long.parseLong(cell.group(2)) : 0;
            }
            Module module = new Module(each.group(), each.module(), each.instances(), Long.parseLong(last(CELLS, gates, each)),
                    Double.parseDouble(last(AREA, gates, each)), tables, flipFlops, multipliers);
            modules.add(module);
            told.accept(module);
        }
        return modules;
    }

    /** The groups beside the area model. */
    public static List<Group> compare(Chip chip, int core, List<Module> modules) {
        Map<String, Double> modelled = ModelledArea.of(Blocks.of(chip).core(core), Technology.named(TECHNOLOGY));
        List<Group> groups = new ArrayList<>();
        for (String group : modules.stream().map(Module::group).distinct().toList()) {
            double area = modules.stream()
                    .filter(module -> module.group().equals(group))
                    .mapToDouble(module -> module.instances() * module.squareMicrometres())
                    .sum();
            groups.add(new Group(group, area,
                    modelled.containsKey(group) ? OptionalDouble.of(modelled.get(group)) : OptionalDouble.empty()));
        }
        return groups;
    }

    /**
     * Refuses to start without Yosys.
     *
     * @throws BadInput naming the Debian package
     */
    public static void require() {
        if (!RtlSimulator.answers("yosys", "-V")) {
            throw new BadInput("columna rtl synth: found no program 'yosys'; install the Debian package yosys");
        }
    }

    private static String last(Pattern pattern, String text, SynthesisedModule module) {
        Matcher matcher = pattern.matcher(text);
        String found = "";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("yosys gave no sizes of module " + module.module() + ": " + text);
        }
        return found;
    }

    private static String yosys(Path folder, SynthesisedModule module, String mapping) {
        StringJoiner parameters = new StringJoiner(" ");
        module.parameters().forEach((name, value) -> parameters.add("-chparam " + name + " " + value));
        StringJoiner files = new StringJoiner(" ");
        RtlSimulator.modules().forEach(files::add);
        String script = "read_verilog -sv -defer " + files + "; hierarchy -top " + module.module() + " " + parameters
                + "; proc; " + mapping;
        try {
            Process process = new ProcessBuilder("yosys", "-Q", "-p", script).directory(folder.toFile()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("yosys refused module " + module.module() + ": " + said.substring(Math.max(0, said.length() - 500)));
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while yosys ran");
        }
    }
}
