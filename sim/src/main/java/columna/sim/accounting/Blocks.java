package columna.sim.accounting;

import columna.hardware.block.BusWire;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import java.util.ArrayList;
import java.util.List;

/**
 * The one place where it is decided which block of hardware does what on a chip; counts and inventory both ask here.
 */
public final class Blocks {

    /**
     * Length of a bus segment where none is stated. A core of some tens of kilobytes of SRAM measures about a millimetre
     * in a 22 to 28 nm process (ReckOn: 138 kB in 0.45 mm2 at 28 nm), so neighbouring levels lie about that far apart.
     */
    public static final double SEGMENT_MILLIMETRES = 1.0;

    private final Chip chip;
    private final BusWire wire;
    private final List<CoreBlocks> cores = new ArrayList<>();

    private Blocks(Chip chip, double segmentMillimetres) {
        this.chip = chip;
        this.wire = new BusWire(chip.bus().widthBits(), segmentMillimetres);
        for (Core core : chip.cores()) {
            cores.add(new CoreBlocksBuilder(chip, core).build());
        }
    }

    /** The blocks of a chip whose bus segments have the default length. */
    public static Blocks of(Chip chip) {
        return of(chip, SEGMENT_MILLIMETRES);
    }

    /** The blocks of a chip whose bus segments have this length each. */
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

    /** One segment of the bus. */
    public BusWire wire() {
        return wire;
    }

    /** Segments of the bus: one below every level, the lowest leading to the host, and one within every level. */
    public int segments() {
        return 2 * levels();
    }

    /** Levels of the chip. */
    public int levels() {
        return 1 + chip.cores().stream().mapToInt(Core::level).max().orElse(0);
    }
}
