package columna.experiments.report;

import columna.sim.accounting.Inventory;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Memory;
import columna.sim.program.Purpose;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bits that learning from the past needs, over sequence length T, by learning rule, at the widths of one chip. Gradients and the optimiser's state
 * are the same for all and left out.
 *
 * <pre>
 * this chip's rule     its traces, whatever T
 * BPTT                 T (activations + hidden states)
 * truncated BPTT       min(T, k) (activations + hidden states)
 * SnAp-1               a sensitivity of its own unit for every recurrent parameter
 * full RTRL            a sensitivity of every unit of the layer for every recurrent parameter, as units that feed each other need it
 * </pre>
 *
 * @param traces of this chip's rule
 * @param perStep activations and hidden states of one time step
 * @param snap1 sensitivities of SnAp-1
 * @param rtrl sensitivities of full RTRL
 */
record PastMemory(long traces, long perStep, long snap1, long rtrl) {

    /** Lengths from the paper's copy task to the longest sequences of images and documents. */
    static final List<Integer> LENGTHS = List.of(20, 50, 100, 200, 500, 1000, 2000, 4000, 8000, 16000);

    /** Windows of truncated backpropagation that the papers use. */
    static final List<Integer> WINDOWS = List.of(10, 40, 100);

    private static final List<String> HIDDEN = List.of("lru.h", "rnn.h");

    /** Parameters of the recurrence: of a linear recurrent unit lambda, gamma and B, of a dense layer A and B. */
    private static final List<String> RECURRENT = List.of("lru.lambda", "lru.gamma", "lru.B", "rnn.A", "rnn.B");

    /** Of a chip with that inventory; the cores of a layer stand on one level. */
    static PastMemory of(Chip chip, Inventory inventory) {
        Map<Purpose, Long> bits = inventory.bitsByPurpose();
        Map<Integer, Long> units = new TreeMap<>();
        Map<Integer, Long> sensitivities = new TreeMap<>();
        for (Core core : chip.cores()) {
            List<Memory> memories = core.program().memories();
            long own = memories.stream().filter(m -> HIDDEN.contains(m.name())).mapToLong(Memory::elements).sum();
            long bitsOfOwn = memories.stream().filter(m -> RECURRENT.contains(m.name())).mapToLong(m -> m.elements() * sensitivityBits(memories)).sum();
            units.merge(core.level(), own, Long::sum);
            sensitivities.merge(core.level(), bitsOfOwn, Long::sum);
        }
        long snap1 = sensitivities.values().stream().mapToLong(Long::longValue).sum();
        long rtrl = sensitivities.entrySet().stream().mapToLong(layer -> layer.getValue() * units.get(layer.getKey())).sum();
        long perStep = bits.getOrDefault(Purpose.ACTIVATION, 0L) + bits.getOrDefault(Purpose.HIDDEN_STATE, 0L);
        return new PastMemory(bits.getOrDefault(Purpose.TRACE, 0L), perStep, snap1, rtrl);
    }

    /** A sensitivity is as wide as the widest trace of the core, else as a hidden state; complex where units are. */
    private static long sensitivityBits(List<Memory> memories) {
        return memories.stream().filter(m -> m.purpose() == Purpose.TRACE || HIDDEN.contains(m.name())).mapToLong(Memory::elementBits).max().orElse(0);
    }

    long bptt(int length) {
        return perStep * length;
    }

    long truncated(int length, int window) {
        return perStep * Math.min(length, window);
    }

    /** The first sequence length at which BPTT needs more than so many bits. */
    long crossing(long bits) {
        return bits / perStep + 1;
    }
}
