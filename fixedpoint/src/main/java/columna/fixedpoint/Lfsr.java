package columna.fixedpoint;

import java.util.Locale;

/**
 * A linear feedback shift register, right-shift Galois form: {@code out = s & 1; s >>>= 1; if (out) s ^= mask}. A draw of r
 * bits clocks it r times, the first bit out being the most significant one; hardware does that in one leap. This record is
 * the specification; {@link #register()} is a register that holds the seed.
 *
 * @param width bits of state, 2 to 64
 * @param mask feedback taps; bit {@code width - 1} is set
 * @param seed initial state, not zero
 */
public record Lfsr(int width, long mask, long seed) {

    public Lfsr {
        if (width < 2 || width > 64) {
            throw new IllegalArgumentException("The LFSR has width " + width + "; allowed: 2 to 64.");
        }
        if (mask >>> width - 1 != 1) {
            throw new IllegalArgumentException("The LFSR of width " + width + " has mask " + hex(mask)
                    + "; allowed: masks whose highest set bit is bit " + (width - 1) + ".");
        }
        if (seed == 0 || (seed & ~states(width)) != 0) {
            throw new IllegalArgumentException("The LFSR of width " + width + " has seed " + hex(seed)
                    + "; allowed: 1 to " + hex(states(width)) + ".");
        }
    }

    /**
     * A maximal-length register by name: LFSR8, LFSR16, LFSR24, LFSR31, LFSR32 or LFSR64.
     *
     * @throws IllegalArgumentException if there is none of this name, or the seed does not fit
     */
    public static Lfsr named(String name, long seed) {
        return switch (name) {
            case "LFSR8" -> new Lfsr(8, 0xB8L, seed);
            case "LFSR16" -> new Lfsr(16, 0xB400L, seed);
            case "LFSR24" -> new Lfsr(24, 0xE10000L, seed);
            case "LFSR31" -> new Lfsr(31, 0x48000000L, seed);
            case "LFSR32" -> new Lfsr(32, 0x80200003L, seed);
            case "LFSR64" -> new Lfsr(64, 0xD800000000000000L, seed);
            default -> throw new IllegalArgumentException("There is no LFSR named '" + name
                    + "'; allowed: LFSR8, LFSR16, LFSR24, LFSR31, LFSR32, LFSR64.");
        };
    }

    /** The number of states other than zero, {@code 2^width - 1}, unsigned: the period of a maximal register. */
    public long period() {
        return states(width);
    }

    /** The state one clock later; the bit shifted out is {@code state & 1}. */
    public long next(long state) {
        return state >>> 1 ^ -(state & 1) & mask;
    }

    /** The word that a draw of {@code bits} (0 to 64) from this state gives. */
    public long word(long state, int bits) {
        long word = 0;
        long s = state;
        for (int i = 0; i < bits; i++) {
            word = word << 1 | s & 1;
            s = next(s);
        }
        return word;
    }

    /** The state after this many clocks. */
    public long after(long state, int clocks) {
        long s = state;
        for (int i = 0; i < clocks; i++) {
            s = next(s);
        }
        return s;
    }

    /** Whether every state other than zero is visited: the order of the step in GF(2) is {@code 2^width - 1}. */
    public boolean isMaximal() {
        return BitMatrix.step(this).hasOrderOfAllStates(width);
    }

    /** A register that holds the seed. */
    public Register register() {
        return new Register(this);
    }

    private static long states(int width) {
        return -1L >>> 64 - width;
    }

    private static String hex(long word) {
        return Long.toHexString(word).toUpperCase(Locale.ROOT);
    }

    /** A running register; not thread-safe. */
    public static final class Register {
        private final Lfsr lfsr;
        private long state;

        private Register(Lfsr lfsr) {
            this.lfsr = lfsr;
            this.state = lfsr.seed;
        }

        /** The present state. */
        public long state() {
            return state;
        }

        /** Clocks once and gives the bit shifted out. */
        public int nextBit() {
            int out = (int) (state & 1);
            state = lfsr.next(state);
            return out;
        }

        /** Clocks {@code bits} times (0 to 64) and gives them as a word, first bit out in the most significant place. */
        public long draw(int bits) {
            long word = lfsr.word(state, bits);
            state = lfsr.after(state, bits);
            return word;
        }
    }
}
