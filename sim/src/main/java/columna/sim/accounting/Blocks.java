package columna.sim.accounting;

import columna.hardware.block.Adder;
import columna.hardware.block.BusWire;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.interconnect.Interconnect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The one place where it is decided which block of hardware does what on a chip; counts and inventory both ask here.
 */
public final class Blocks {

    /**
     * Distance between neighbouring cores or levels where none is stated, by which the lengths of bus segments are scaled. A core of some tens of kilobytes of SRAM measures about a millimetre
     * in a 22 to 28 nm process (ReckOn: 138 kB in 0.45 mm2 at 28 nm), so neighbours lie about that far apart.
     */
    public static final double SEGMENT_MILLIMETRES = 1.0;

    private final Chip chip;
    private final Interconnect interconnect;
    private final List<BusWire> wires = new ArrayList<>();
    private final Units<Adder> nodeAdders;
    private final List<CoreBlocks> cores = new ArrayList<>();

    private Blocks(Chip chip, double segmentMillimetres) {
        this.chip = chip;
        this.interconnect = Interconnect.of(chip);
        this.nodeAdders = NodeAdders.of(chip);
        for (int segment = 0; segment < interconnect.segments(); segment++) {
            wires.add(new BusWire(chip.bus().widthBits(), segmentMillimetres * interconnect.length(segment)));
        }
        for (Core core : chip.cores()) {
            cores.add(new CoreBlocksBuilder(chip, core).build());
        }
    }

    /** The blocks of a chip whose neighbours lie at the default distance. */
    public static Blocks of(Chip chip) {
        return of(chip, SEGMENT_MILLIMETRES);
    }

    /** The blocks of a chip whose neighbours lie at this distance. */
    public static Blocks of(Chip chip, double segmentMillimetres) {
        return new Blocks(chip, segmentMillimetres);
    }

    /** The chip. */
    public Chip chip() {
        return chip;
    }

    /** The blocks of a core. */
    public CoreBlocks core(int index) {
        return cores.get(index);
    }

    /** The topology of the bus. */
    public Interconnect interconnect() {
        return interconnect;
    }

    /** A segment of the bus. */
    public BusWire wire(int segment) {
        return wires.get(segment);
    }

    /** The wires of all segments, in their order. */
    public List<BusWire> wires() {
        return Collections.unmodifiableList(wires);
    }

    /** Adders in the nodes of a reduction tree, all nodes together. */
    public Units<Adder> nodeAdders() {
        return nodeAdders;
    }
}
