package columna.hardware.block;

import java.util.Set;

/**
 * One hardware block: its size, and nothing about what it costs or when it works.
 *
 * <p>Two blocks of the same size are equal, so a block is a key of counts and prices. {@code toString} is the name a
 * reader sees in a report; it is stable. Widths are in bits, lengths in millimetres. A size that hardware cannot have
 * is refused at construction with an {@link IllegalArgumentException} of one sentence.
 */
public sealed interface Block
        permits Sram, RegisterFile, Register, Multiplier, Adder, RoundingUnit, TableRom, Comparator,
                LeadingOneDetector, Shifter, LinearFeedbackRegister, BusWire, Sequencer {

    /** The actions this block can be asked for; never empty, immutable. */
    Set<Action> actions();

    /** Whether this block can be asked for {@code action}. */
    default boolean supports(Action action) {
        return actions().contains(action);
    }
}
