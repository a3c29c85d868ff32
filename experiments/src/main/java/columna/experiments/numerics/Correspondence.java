package columna.experiments.numerics;

import columna.reference.learning.Signal;
import columna.sim.program.Phase;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which signal of the reference a chip's memory holds after a phase of the time step.
 *
 * @param memory the chip's signal
 * @param signal the reference's
 * @param phase the phase whose last write holds it
 * @param level which layer's signal it is
 * @param conjugated whether the reference uses the complex conjugate
 * @param error whether it is an error, which the chip keeps at scale 1 per output and time step
 */
public record Correspondence(String memory, Signal signal, Phase phase, Level level, boolean conjugated, boolean error) {

    /** Where the reference reports a signal. */
    public enum Level {
        /** In the layer of the core. */
        OWN_LAYER,
        /** In layer 0, whose input the encoder makes. */
        FIRST_LAYER,
        /** In the last layer, whose output the decoder reads. */
        LAST_LAYER,
        /** In the network as a whole. */
        NETWORK
    }

    private static final List<Correspondence> ALL = List.of(
            forward("encoder.stream", Signal.RESIDUAL, Level.FIRST_LAYER),
            forward("norm.z", Signal.CELL_INPUT, Level.OWN_LAYER),
            forward("rnn.h", Signal.HIDDEN, Level.OWN_LAYER),
            forward("rnn.trace.A", Signal.TRACE_A, Level.OWN_LAYER),
            forward("rnn.trace.B", Signal.TRACE_B, Level.OWN_LAYER),
            forward("lru.u", Signal.DRIVE, Level.OWN_LAYER),
            forward("lru.h", Signal.HIDDEN, Level.OWN_LAYER),
            forward("lru.trace.lambda", Signal.TRACE_LAMBDA, Level.OWN_LAYER),
            forward("lru.trace.gamma", Signal.TRACE_GAMMA, Level.OWN_LAYER),
            forward("lru.trace.B", Signal.TRACE_B, Level.OWN_LAYER),
            forward("mix.y", Signal.CELL_OUTPUT, Level.OWN_LAYER),
            forward("glu.a", Signal.GELU, Level.OWN_LAYER),
            forward("glu.p", Signal.GLU_VALUE, Level.OWN_LAYER),
            forward("glu.q", Signal.GLU_GATE_INPUT, Level.OWN_LAYER),
            forward("glu.gate", Signal.GLU_GATE, Level.OWN_LAYER),
            forward("decoder.stream", Signal.LAYER_OUTPUT, Level.LAST_LAYER),
            forward("decoder.logits", Signal.OUTPUT, Level.NETWORK),
            error("error.logits", Signal.ERROR_OUTPUT, Level.NETWORK),
            error("error.top", Signal.ERROR_LAYER_OUTPUT, Level.LAST_LAYER),
            error("error.p", Signal.ERROR_GLU_VALUE, Level.OWN_LAYER),
            error("error.q", Signal.ERROR_GLU_GATE_INPUT, Level.OWN_LAYER),
            error("error.a", Signal.ERROR_GELU, Level.OWN_LAYER),
            error("error.y", Signal.ERROR_CELL_OUTPUT, Level.OWN_LAYER),
            new Correspondence("lru.error.h", Signal.DELTA, Phase.ERROR, Level.OWN_LAYER, true, true),
            error("rnn.error.h", Signal.DELTA, Level.OWN_LAYER),
            error("error.z", Signal.ERROR_CELL_INPUT, Level.OWN_LAYER),
            error("error.below", Signal.ERROR_RESIDUAL, Level.OWN_LAYER));

    private static final Map<String, Correspondence> BY_MEMORY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Correspondence::memory, Function.identity()));

    private static Correspondence forward(String memory, Signal signal, Level level) {
        return new Correspondence(memory, signal, Phase.FORWARD, level, false, false);
    }

    private static Correspondence error(String memory, Signal signal, Level level) {
        return new Correspondence(memory, signal, Phase.ERROR, level, false, true);
    }

    /** All of them, by the chip's signal. */
    public static Map<String, Correspondence> byMemory() {
        return BY_MEMORY;
    }
}
