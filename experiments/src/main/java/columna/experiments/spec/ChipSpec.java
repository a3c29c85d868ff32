package columna.experiments.spec;

import columna.hardware.block.Ports;
import java.util.Locale;
import java.util.Optional;

/**
 * The chip's resources; MICROARCHITECTURE.md says what each of them does in a cycle.
 *
 * @param coresPerLayer LRU cores that share the units of a layer
 * @param clockMhz clock frequency in MHz
 * @param deadlineCycles cycles a time step may take, if there is a deadline
 * @param rememberSteps whether the timing engine replays time steps it has seen; the cycles are the same either way
 * @param recurrentCore lanes, ports and look-up units of an LRU core
 * @param mixingCore lanes, ports and look-up units of a mixing core
 * @param pipeline latencies of the arithmetic pipeline
 * @param bus the bus between cores and host
 * @param random the random numbers of stochastic rounding
 */
public record ChipSpec(
        int coresPerLayer,
        double clockMhz,
        Optional<Integer> deadlineCycles,
        boolean rememberSteps,
        Core recurrentCore,
        Core mixingCore,
        Pipeline pipeline,
        Bus bus,
        Randomness random) {

    /** Parallel multiply-accumulate units, the ports of every memory bank, and parallel look-up units of a core. */
    public record Core(int lanes, Ports ports, int tableUnits) {}

    /** Cycles from issue to result of each stage. */
    public record Pipeline(int memoryReadCycles, int multiplyCycles, int roundCycles) {}

    /**
     * The bus: its topology, payload of one beat in bits, cycles per hop, beats that a receiver can hold, and the magnitude below which
     * errors are not sent, if there is one.
     */
    public record Bus(
            Topology topology, int widthBits, int hopCycles, int bufferBeats, Optional<Double> errorThreshold) {}

    /** Which segments the bus has. */
    public enum Topology implements Word {
        SPATIAL,
        BROADCAST,
        TREE,
        RING,
        MESH;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The generator and how many bits one rounding takes from it. */
    public record Randomness(Lfsr lfsr, int bits) {}

    /** The maximal-length feedback shift registers that the random unit can be built from, by their number of bits. */
    public enum Lfsr implements Word {
        LFSR8,
        LFSR16,
        LFSR24,
        LFSR31,
        LFSR32,
        LFSR64;

        @Override
        public String word() {
            return name();
        }

        /** Bits of the register. */
        public int registerBits() {
            return Integer.parseInt(name().substring(4));
        }
    }
}
