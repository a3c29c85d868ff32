package columna.hardware.block;

/**
 * The choice between flip-flops and SRAM for a memory of a given size, with its reason.
 *
 * <p>The rule, as data: fewer than {@value #FEWEST_SRAM_WORDS} words or fewer than {@value #FEWEST_SRAM_BITS} bits
 * (512 B) is a register file, everything else an SRAM macro. CACTI 7 rejects a RAM of fewer than 32 words, and below
 * about 512 B its figures leave out so much periphery that flip-flops are the honest model.
 *
 * @param block a {@link RegisterFile} or an {@link Sram}
 * @param reason one sentence that says which limit decided
 */
public record Memory(Block block, String reason) {
    /** An SRAM has at least this many words. */
    public static final int FEWEST_SRAM_WORDS = 32;

    /** An SRAM has at least this many bits: 512 B. */
    public static final int FEWEST_SRAM_BITS = 4096;

    public Memory {
        if (!(block instanceof Sram) && !(block instanceof RegisterFile)) {
            throw new IllegalArgumentException("Memory: block is " + block + ", allowed is an Sram or a RegisterFile.");
        }
    }

    /** The block that holds {@code words} words of {@code wordBits} bits. */
    public static Memory of(long words, int wordBits, Ports ports) {
        var sram = new Sram(words, wordBits, ports);
        if (words < FEWEST_SRAM_WORDS) {
            return new Memory(new RegisterFile((int) words, wordBits, ports),
                    words + " words are fewer than the " + FEWEST_SRAM_WORDS + " of the smallest SRAM: flip-flops.");
        }
        if (sram.bits() < FEWEST_SRAM_BITS) {
            return new Memory(new RegisterFile((int) words, wordBits, ports),
                    sram.bits() + " bits are fewer than the " + FEWEST_SRAM_BITS
                            + " below which SRAM periphery outweighs its cells: flip-flops.");
        }
        return new Memory(sram, words + " words of " + wordBits + " bits are large enough for an SRAM macro.");
    }
}
