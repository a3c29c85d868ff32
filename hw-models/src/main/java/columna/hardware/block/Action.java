package columna.hardware.block;

import java.util.Locale;

/**
 * What a block can be asked to do; the unit of every count and of every price.
 *
 * <p>One action is one whole word or operation: reading a 16-bit word is one {@link #READ}, not sixteen.
 */
public enum Action {
    /** One word leaves a memory through one port. */
    READ,
    /** One word enters a memory, a register file or a register. */
    WRITE,
    /** One product of two operands. */
    MULTIPLY,
    /** One sum of two operands, or one accumulation. */
    ADD,
    /** One value is rounded (and saturated) into a narrower format. */
    ROUND,
    /** One entry of a table is looked up. */
    LOOK_UP,
    /** Two values are compared, or the leading one of a value is found. */
    COMPARE,
    /** One value is shifted. */
    SHIFT,
    /** A shift register with feedback moves on by one step. */
    ADVANCE,
    /** One word travels the whole length of a wire. */
    TRANSFER,
    /** One microcode word is fetched. */
    FETCH,
    /** One clock cycle passes: the block's clock gates toggle. Counted in every cycle, besides its other actions. */
    CLOCK;

    /** The name as a reader sees it, such as {@code look up}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
