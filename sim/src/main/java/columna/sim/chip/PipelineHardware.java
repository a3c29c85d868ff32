package columna.sim.chip;

/**
 * Latencies of the pipeline stages that every core has, in cycles.
 *
 * @param memoryReadCycles from a bank's address to its word
 * @param multiplyCycles of a lane's multiplier
 * @param roundCycles of the round-and-saturate unit
 */
public record PipelineHardware(int memoryReadCycles, int multiplyCycles, int roundCycles) {

    public PipelineHardware {
        if (memoryReadCycles < 1 || multiplyCycles < 1 || roundCycles < 1) {
            throw new IllegalArgumentException("pipeline stages take at least 1 cycle each, not " + memoryReadCycles + ", "
                    + multiplyCycles + ", " + roundCycles);
        }
    }
}
