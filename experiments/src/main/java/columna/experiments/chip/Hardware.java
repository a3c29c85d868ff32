package columna.experiments.chip;

import columna.experiments.spec.ChipSpec;
import columna.fixedpoint.Lfsr;
import columna.sim.chip.BusHardware;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.RandomHardware;
import columna.sim.chip.Topology;
import java.util.OptionalDouble;

/** The resources that a file names, as the simulator has them. */
public final class Hardware {

    private Hardware() {}

    /** Lanes, ports and look-up units of a core. */
    public static CoreHardware core(ChipSpec.Core core) {
        return new CoreHardware(core.lanes(), core.ports(), core.tableUnits());
    }

    /** Stage latencies. */
    public static PipelineHardware pipeline(ChipSpec.Pipeline pipeline) {
        return new PipelineHardware(pipeline.memoryReadCycles(), pipeline.multiplyCycles(), pipeline.roundCycles());
    }

    /** The bus. */
    public static BusHardware bus(ChipSpec.Bus bus) {
        return new BusHardware(
                topology(bus.topology()),
                bus.widthBits(),
                bus.hopCycles(),
                bus.bufferBeats(),
                bus.errorThreshold().map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }

    private static Topology topology(ChipSpec.Topology topology) {
        return switch (topology) {
            case SPATIAL -> Topology.SPATIAL;
            case BROADCAST -> Topology.BROADCAST;
            case TREE -> Topology.TREE;
            case RING -> Topology.RING;
            case MESH -> Topology.MESH;
        };
    }

    /**
     * The random words of stochastic rounding.
     *
     * @throws IllegalArgumentException if the register has fewer bits than one rounding takes
     */
    public static RandomHardware random(ChipSpec.Randomness random, long seed) {
        return new RandomHardware(Lfsr.named(random.lfsr().word(), lfsrSeed(random, seed)), random.bits());
    }

    /** A shift register must not start at zero; odd seeds never do. */
    private static long lfsrSeed(ChipSpec.Randomness random, long seed) {
        int bits = random.lfsr().registerBits();
        long mask = bits == 64 ? -1L : (1L << bits) - 1;
        return (seed * 2 + 1) & mask;
    }
}
