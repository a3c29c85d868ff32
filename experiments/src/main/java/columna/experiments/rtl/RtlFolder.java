package columna.experiments.rtl;

import columna.experiments.rtl.Stimulus.TimeStep;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.microcode.CoreImage;
import columna.sim.program.Memory;
import columna.sim.program.StepKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A chip as a folder that RTL simulators and synthesis take: the modules ({@code rtl}), the chip ({@code chip.sv}), for each core
 * microcode, ROM and memories, the bus's table, the host's beats and the time steps.
 */
public final class RtlFolder {

    /** Cells for synthesis. */
    private static final String LIBRARY = "nangate45.lib";

    private final Chip chip;
    private final Stimulus stimulus;
    private final List<CoreImage> cores;

    /**
     * @throws IllegalArgumentException if a core's program has what microcode cannot say
     */
    public RtlFolder(Chip chip, Stimulus stimulus) {
        this.chip = chip;
        this.stimulus = stimulus;
        this.cores = chip.cores().stream().map(core -> CoreImage.of(chip, core)).toList();
    }

    /** What each core loads. */
    public List<CoreImage> cores() {
        return cores;
    }

    /** Writes everything; the folder exists. */
    public void write(Path folder) {
        try {
            modules(folder.resolve("rtl"));
            FunctionalChip start = stimulus.prepared().get();
            List<Long> seeds = new ArrayList<>();
            for (int core = 0; core < cores.size(); core++) {
                core(folder.resolve("core" + core), core, start);
                seeds.add(start.shiftRegister(core));
            }
            HardwareBus bus = new HardwareBus(chip, cores, stimulus.steps().stream().map(TimeStep::kind).toList());
            if (bus.routes() > 0) {
                hex(folder.resolve("routes.mem"), bus.table());
            }
            List<Integer> hostBeats = host(folder, bus);
            hex(folder.resolve("steps.mem"), stimulus.steps().stream().map(step -> schedule(bus, step.kind())).toList());
            text(folder.resolve("chip.sv"),
                    new ChipText(chip, cores, seeds, bus, stimulus.steps().size(), hostBeats).text());
            text(folder.resolve("names.txt"), names());
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }

    /** The names of the SystemVerilog files, modules in alphabetical order. */
    static List<String> moduleFiles() {
        try (InputStream list = resource("modules.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(RtlFolder.class.getResourceAsStream("/rtl/" + name), name);
    }

    private static void modules(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> files = new ArrayList<>(moduleFiles());
        files.add(LIBRARY);
        for (String file : files) {
            try (InputStream module = resource(file)) {
                Files.write(folder.resolve(file), module.readAllBytes());
            }
        }
    }

    private void core(Path folder, int number, FunctionalChip start) throws IOException {
        Files.createDirectories(folder);
        CoreImage image = cores.get(number);
        Core core = image.core();
        hex(folder.resolve("microcode.mem"), image.microcode());
        BigInteger mask = BigInteger.ONE.shiftLeft(image.romBits()).subtract(BigInteger.ONE);
        hex(folder.resolve("rom.mem"), image.rom().stream().map(entry -> BigInteger.valueOf(entry).and(mask)).toList());
        List<Memory> memories = core.program().memories();
        for (int bank = 0; bank < memories.size(); bank++) {
            Cells cells = start.cells(number, memories.get(bank).name());
            int[][] imaginary = memories.get(bank).complex() ? cells.rows(true) : new int[0][];
            hex(folder.resolve("bank" + bank + ".mem"),
                    CoreImage.bank(memories.get(bank), core.hardware().lanes(), cells.rows(false), imaginary));
        }
    }

    private List<Integer> host(Path folder, HardwareBus bus) throws IOException {
        List<Integer> counts = new ArrayList<>();
        for (int h = 0; h < bus.host().size(); h++) {
            String channel = bus.host().get(h);
            List<BigInteger> beats = new ArrayList<>();
            for (TimeStep step : stimulus.steps()) {
                long wanted = bus.beats(step.kind(), channel);
                if (wanted > 0) {
                    List<BigInteger> transfer = bus.beats(channel, step.words().get(channel));
                    for (long sent = 0; sent < wanted; sent += transfer.size()) {
                        beats.addAll(transfer);
                    }
                }
            }
            hex(folder.resolve("host" + h + ".mem"), beats.isEmpty() ? List.of(BigInteger.ZERO) : beats);
            counts.add(beats.size());
        }
        return counts;
    }

    private static BigInteger schedule(HardwareBus bus, StepKind kind) {
        BigInteger word = BigInteger.valueOf(HardwareBus.code(kind));
        for (int h = 0; h < bus.host().size(); h++) {
            word = word.or(BigInteger.valueOf(bus.beats(kind, bus.host().get(h))).shiftLeft(4 + 32 * h));
        }
        return word;
    }

    /** Which number is what: for people who read the images. */
    private String names() {
        StringBuilder names = new StringBuilder();
        for (int core = 0; core < cores.size(); core++) {
            CoreImage image = cores.get(core);
            names.append("core").append(core).append(": ").append(image.core().name()).append('\n');
            for (int bank = 0; bank < image.core().program().memories().size(); bank++) {
                names.append("  bank").append(bank).append(": ").append(image.core().program().memories().get(bank)).append('\n');
            }
            for (int word = 0; word < image.operations().size(); word++) {
                names.append("  microcode word ").append(word).append(": ").append(image.operations().get(word).text()).append('\n');
            }
        }
        return names.toString();
    }

    private static void hex(Path file, List<BigInteger> words) throws IOException {
        StringBuilder lines = new StringBuilder();
        words.forEach(word -> lines.append(word.toString(16)).append('\n'));
        text(file, lines.toString());
    }

    private static void text(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
