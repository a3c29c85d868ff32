package columna.sim.accounting;

import columna.hardware.block.Block;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Equal blocks that a core has for one task.
 *
 * @param block the block, empty if the core needs none
 * @param count how many there are, 0 if and only if there is no block
 */
public record Units<B extends Block>(Optional<B> block, int count) {

    public Units {
        if (count < 0 || count > 0 != block.isPresent()) {
            throw new IllegalArgumentException("there are " + count + " of " + block);
        }
    }

    /** So many of a block. */
    static <B extends Block> Units<B> of(B block, int count) {
        return count == 0 ? none() : new Units<>(Optional.of(block), count);
    }

    /** So many of a block that is as wide as what it works on; none if nothing needs it, that is if either is 0. */
    static <B extends Block> Units<B> of(int bits, IntFunction<B> block, int count) {
        return bits == 0 || count == 0 ? none() : of(block.apply(bits), count);
    }

    /** Nothing needs the block. */
    static <B extends Block> Units<B> none() {
        return new Units<>(Optional.empty(), 0);
    }
}
