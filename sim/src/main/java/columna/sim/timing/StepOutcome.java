package columna.sim.timing;

import columna.sim.accounting.ActionCounts;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a time step of one kind takes on a chip.
 *
 * @param kind the kind of step
 * @param cycles all cycles, the barrier included
 * @param phases cycles of each phase that ran: from the end of the one before to the end of its own last micro-operation
 *     on any core; 0 for a phase that ends in the shadow of an earlier one
 * @param barrierCycles cycles after the last micro-operation: until the bus is empty, and one for the barrier; with those
 *     of the phases they sum to all cycles
 * @param cores one entry for each core, in their order
 * @param segments one entry for each segment of the bus
 * @param channels one entry for each channel that the step uses
 * @param counts actions of all blocks
 * @param deadlineCycles cycles that the step may take
 */
public record StepOutcome(
        StepKind kind,
        long cycles,
        Map<Phase, Long> phases,
        long barrierCycles,
        List<CoreOutcome> cores,
        List<Segment> segments,
        List<Traffic> channels,
        ActionCounts counts,
        OptionalLong deadlineCycles) {

    public StepOutcome {
        phases = Collections.unmodifiableMap(new EnumMap<>(phases));
        cores = List.copyOf(cores);
        segments = List.copyOf(segments);
        channels = List.copyOf(channels);
    }

    /**
     * Traffic on a segment of the bus.
     *
     * @param name where it leads
     * @param beats beats carried
     */
    public record Segment(String name, long beats) {

        /** Beats per cycle. */
        public double utilisation(long cycles) {
            return (double) beats / cycles;
        }
    }

    /**
     * Traffic of a channel. A request that is not granted counts under one reason in each cycle that it waits, once for each sender that
     * waits; the senders whose words the nodes of the bus add share one request.
     *
     * @param channel the channel's name
     * @param beats beats granted, all senders together
     * @param contentionCycles cycles in which a segment was taken
     * @param backPressureCycles cycles in which a receiver's queue had no room
     * @param partnerCycles cycles in which not all senders of a sum had a beat to offer
     */
    public record Traffic(
            String channel, long beats, long contentionCycles, long backPressureCycles, long partnerCycles) {}

    /** Whether the step misses its deadline. */
    public boolean late() {
        return deadlineCycles.isPresent() && cycles > deadlineCycles.getAsLong();
    }
}
