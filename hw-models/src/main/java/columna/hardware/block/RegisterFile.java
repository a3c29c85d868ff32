package columna.hardware.block;

import java.util.Set;

/**
 * A small memory of flip-flops with one clock gate per word.
 *
 * <p>{@link Action#CLOCK} is the clock of the gates themselves in one cycle, whether or not a word is accessed.
 *
 * @param words number of words, 1 to 2^24
 * @param wordBits width of one word
 * @param ports what it can do in one cycle
 */
public record RegisterFile(int words, int wordBits, Ports ports) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.READ, Action.WRITE, Action.CLOCK);

    public RegisterFile {
        Check.between("RegisterFile", "words", words, 1 << 24);
        Check.bits("RegisterFile", "wordBits", wordBits);
    }

    /** Stored bits. */
    public long bits() {
        return (long) words * wordBits;
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "register file " + words + " x " + wordBits + " bit " + ports.label();
    }
}
