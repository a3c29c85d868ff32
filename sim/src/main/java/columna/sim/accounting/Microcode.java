package columna.sim.accounting;

import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Phase;

/**
 * The width of a microcode word. It holds an operation code with flags, the bounds of three nested loops, and an address
 * field for the destination and for both operands of as many terms as the longest sum has; a term has its sign, exponent
 * and parts besides. An address field is a bank, a start and one stride per loop.
 */
public final class Microcode {

    /** Operation code (3 bits), lane order, phase (3 bits) and learning. */
    public static final int HEADER_BITS = 8;

    /** Sign, exponent (7 bits), real part, and the part of either operand (2 bits each). */
    public static final int TERM_BITS = 13;

    private static final int LOOPS = 3;

    private Microcode() {}

    /** Bits of every word of a program's microcode. */
    public static int bits(CoreProgram program) {
        int index = bitsFor(program.memories().stream().mapToLong(Memory::elements).max().orElse(1));
        int address = bitsFor(Math.max(1, program.memories().size() - 1)) + index + LOOPS * index;
        int terms = 1;
        for (Phase phase : Phase.values()) {
            for (MicroOperation operation : program.phase(phase)) {
                terms = operation instanceof SumOfProducts sum ? Math.max(terms, sum.terms().size()) : terms;
            }
        }
        return HEADER_BITS + LOOPS * index + address + terms * (TERM_BITS + 2 * address);
    }

    private static int bitsFor(long value) {
        return 64 - Long.numberOfLeadingZeros(value);
    }
}
