package columna.hardware.block;

import java.util.Set;

/**
 * One SRAM macro (one bank) with its periphery.
 *
 * @param words number of words, 1 to 2^40
 * @param wordBits width of one word
 * @param ports what it can do in one cycle
 */
public record Sram(long words, int wordBits, Ports ports) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.READ, Action.WRITE);

    public Sram {
        Check.between("Sram", "words", words, 1L << 40);
        Check.bits("Sram", "wordBits", wordBits);
    }

    /** Stored bits. */
    public long bits() {
        return words * wordBits;
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "SRAM " + words + " x " + wordBits + " bit " + ports.label();
    }
}
