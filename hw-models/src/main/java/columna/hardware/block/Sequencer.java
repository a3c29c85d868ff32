package columna.hardware.block;

import java.util.Set;

/**
 * The in-order sequencer of a core: microcode memory, microcode register and program counter.
 *
 * <p>{@link Action#FETCH} reads one microcode word, registers it and advances the counter; {@link Action#CLOCK} is the
 * clock of their gates in one cycle, whether or not a word is fetched.
 *
 * @param microcodeWords number of microcode words, 1 to 2^20
 * @param microcodeBits width of one microcode word
 */
public record Sequencer(int microcodeWords, int microcodeBits) implements Block {
    private static final Set<Action> ACTIONS = Set.of(Action.FETCH, Action.CLOCK);

    public Sequencer {
        Check.between("Sequencer", "microcodeWords", microcodeWords, 1 << 20);
        Check.bits("Sequencer", "microcodeBits", microcodeBits);
    }

    @Override
    public Set<Action> actions() {
        return ACTIONS;
    }

    @Override
    public String toString() {
        return "sequencer " + microcodeWords + " x " + microcodeBits + " bit microcode";
    }
}
