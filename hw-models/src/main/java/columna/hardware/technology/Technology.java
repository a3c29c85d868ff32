package columna.hardware.technology;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.BusWire;
import columna.hardware.block.Comparator;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Memory;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.hardware.block.Shifter;
import columna.hardware.block.Sram;
import columna.hardware.block.TableRom;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One technology: node, supply, temperature, and what every block costs in it, with low and high bounds and a source.
 *
 * <p>Energies are picojoules per {@link Action}, areas square micrometres after placement, leakage microwatts at the
 * technology's temperature, latencies nanoseconds. Bounds combine multiplicatively. Nothing is priced at zero: an action
 * without a price is a {@link NoPriceException}. Immutable and safe for any number of threads.
 */
public final class Technology {
    private static final List<String> SHIPPED = List.of("cmos-22nm", "cmos-22nm-low-power", "cmos-28nm",
            "cmos-28nm-low-power", "cmos-45nm", "cmos-45nm-low-power", "cmos-65nm");

    private final Settings settings;
    private final SramModel srams;
    private final LogicModel logic;
    private final FlipFlopModel flipFlops;
    private final WireModel wires;
    private final Map<Block, Datasheet> datasheets = new ConcurrentHashMap<>();

    private Technology(Settings settings) {
        this.settings = settings;
        var scaling = new LogicScaling(settings);
        var fits = new Fits();
        var synthesis = new Synthesis();
        this.srams = new SramModel(settings);
        this.logic = new LogicModel(settings, scaling, fits, synthesis);
        this.flipFlops = new FlipFlopModel(settings, scaling, fits, synthesis);
        this.wires = new WireModel(settings);
    }

    /** The names of the shipped technologies, in alphabetical order. */
    public static List<String> names() {
        return SHIPPED;
    }

    /** The shipped technology of that name; an unknown name is a {@link TechnologyFileException}. */
    public static Technology named(String name) {
        if (!SHIPPED.contains(name)) {
            throw new TechnologyFileException("'" + name + "' is not a technology, nearest is '"
                    + Spelling.nearest(name, SHIPPED) + "', allowed is " + String.join(", ", SHIPPED) + ".");
        }
        return new Technology(TechnologyReader.shipped(name));
    }

    /** A user's technology file; every mistake in it is a {@link TechnologyFileException} with line and column. */
    public static Technology read(Path file) {
        return new Technology(TechnologyReader.file(file));
    }

    public String name() {
        return settings.name();
    }

    public double nodeNanometres() {
        return settings.value(Key.NODE_NANOMETRES);
    }

    public double supplyVolts() {
        return settings.value(Key.SUPPLY_VOLTS);
    }

    public double temperatureKelvin() {
        return settings.value(Key.TEMPERATURE_KELVIN);
    }

    /** The clock a chip has when its own file names none. */
    public double clockMegahertz() {
        return settings.value(Key.CLOCK_MEGAHERTZ);
    }

    /** Every constant of this technology with its evidence and source, in the order of the file. */
    public List<Fact> facts() {
        return Arrays.stream(Key.values()).map(key -> {
            var setting = settings.values().get(key);
            return new Fact(key.path(), setting.printed(), setting.evidence(), setting.source());
        }).toList();
    }

    /** The energy of one action of one block; a {@link NoPriceException} if the block cannot do it or no data reaches it. */
    public Price price(Block block, Action action) {
        if (!block.supports(action)) {
            throw new NoPriceException(name() + ": " + block + " has no price for " + action.label() + ", its actions are "
                    + block.actions().stream().sorted().map(Action::label).collect(Collectors.joining(", ")) + ".");
        }
        return Price.of(datasheet(block).energy().get(action));
    }

    /** The placed area of one block. */
    public Area area(Block block) {
        return Area.of(datasheet(block).area());
    }

    /** The leakage of one block, which it has in every cycle. */
    public Leakage leakage(Block block) {
        return Leakage.of(datasheet(block).leakage());
    }

    /** The delay through one block; empty where no data exists at this supply. */
    public Optional<Latency> latency(Block block) {
        return datasheet(block).latency().map(Latency::of);
    }

    @Override
    public String toString() {
        return name();
    }

    private Datasheet datasheet(Block block) {
        return datasheets.computeIfAbsent(block, this::compute);
    }

    private Datasheet compute(Block block) {
        try {
            return sheet(block);
        } catch (NoPriceException e) {
            throw new NoPriceException(name() + ": " + block + " has no price: " + e.getMessage() + ".");
        }
    }

    private Datasheet sheet(Block block) {
        return switch (block) {
            case Sram sram -> srams.datasheet(sram);
            case RegisterFile file -> flipFlops.file(file);
            case Register register -> flipFlops.register(register);
            case Multiplier multiplier -> logic.multiplier(multiplier);
            case Adder adder -> logic.adder(adder);
            case RoundingUnit unit -> logic.rounding(unit);
            case TableRom rom -> logic.table(rom);
            case Comparator comparator -> logic.comparator(comparator);
            case LeadingOneDetector detector -> logic.leadingOne(detector);
            case Shifter shifter -> logic.shifter(shifter);
            case LinearFeedbackRegister register -> logic.feedbackRegister(register);
            case BusWire bus -> wires.bus(bus);
            case Sequencer sequencer -> sequencer(sequencer);
        };
    }

    /** Microcode memory, microcode register, program counter and its incrementer, each priced as the block it is. */
    private Datasheet sequencer(Sequencer sequencer) {
        int addressBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(sequencer.microcodeWords() - 1));
        var memory = sheet(Memory.of(sequencer.microcodeWords(), sequencer.microcodeBits(), Ports.ONE_READ_WRITE).block());
        var word = flipFlops.register(new Register(sequencer.microcodeBits()));
        var counter = flipFlops.register(new Register(addressBits));
        var increment = logic.adder(new Adder(addressBits));
        var energy = new EnumMap<Action, Estimate>(Action.class);
        energy.put(Action.FETCH, memory.energy().get(Action.READ).plus(word.energy().get(Action.WRITE))
                .plus(counter.energy().get(Action.WRITE)).plus(increment.energy().get(Action.ADD)));
        var clock = word.energy().get(Action.CLOCK).plus(counter.energy().get(Action.CLOCK));
        energy.put(Action.CLOCK, Optional.ofNullable(memory.energy().get(Action.CLOCK)).map(clock::plus).orElse(clock));
        return new Datasheet(energy,
                memory.area().plus(word.area()).plus(counter.area()).plus(increment.area()),
                memory.leakage().plus(word.leakage()).plus(counter.leakage()).plus(increment.leakage()),
                memory.latency());
    }
}
