package columna.fixedpoint;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Jumps to any use by powers of the draw's matrix over GF(2), then leaps from word to word: by the taps themselves where no
 * tap is low enough to reach the bits of the same draw (stride 1), else by tables of one byte each. The tables of a stride
 * are remembered; they are immutable, so remembering changes no bit.
 */
final class JumpRandomWords extends RandomWords {

    private static final int POWERS = 63;
    private static final int TAPS = 4;

    /** Bits of state per table: large ones for a leap per word, small ones for the many powers of a jump per row. */
    private static final int LEAP_BITS = 8;
    private static final int JUMP_BITS = 4;

    private final BitMatrix draw;
    /** {@code jumpTables[j]} is {@code 2^j} draws. */
    private final long[][] jumpTables = new long[POWERS][];
    private final long[] wordTable;
    private final ConcurrentHashMap<Integer, long[]> leapTables = new ConcurrentHashMap<>();

    JumpRandomWords(Lfsr lfsr, int drawBits) {
        super(lfsr, drawBits);
        draw = BitMatrix.of(lfsr.width(), state -> lfsr.after(state, drawBits));
        BitMatrix power = draw;
        for (int j = 0; j < POWERS; j++) {
            jumpTables[j] = tables(power, JUMP_BITS);
            power = power.squared();
        }
        wordTable = tables(BitMatrix.of(lfsr.width(), state -> lfsr.word(state, drawBits)), LEAP_BITS);
    }

    @Override
    void fillChecked(long firstUse, int stride, int[] out, int n) {
        long state = stateBefore(firstUse);
        if (stride == 1 && leapsByTaps()) {
            fillByTaps(state, out, n);
        } else {
            fillByTables(state, leapTables.computeIfAbsent(stride, s -> tables(draw.power(s), LEAP_BITS)), out, n);
        }
    }

    private long stateBefore(long use) {
        long state = lfsr().seed();
        for (long rest = use; rest != 0; rest &= rest - 1) {
            state = image(jumpTables[Long.numberOfTrailingZeros(rest)], state, JUMP_BITS);
        }
        return state;
    }

    /** A bit fed back at tap t leaves {@code t + 1} clocks later: with every t >= r - 1 the draw is the state's low r bits. */
    private boolean leapsByTaps() {
        return Long.numberOfTrailingZeros(lfsr().mask()) >= drawBits() - 1 && Long.bitCount(lfsr().mask()) <= TAPS;
    }

    /** The bit k of a draw is fed back at clock {@code k + 1} at tap t and then moves to {@code k + t + 1 - r}. */
    private void fillByTaps(long first, int[] out, int n) {
        int bits = drawBits();
        int[] shift = tapShifts();
        int shift0 = shift[0];
        int shift1 = shift[1];
        int shift2 = shift[2];
        int shift3 = shift[3];
        long drawn = (1L << bits) - 1;
        long state = first;
        for (int i = 0; i < n; i++) {
            long low = state & drawn;
            out[i] = (int) (Long.reverse(low) >>> 64 - bits);
            state = state >>> bits ^ low << shift0 ^ low << shift1 ^ low << shift2 ^ low << shift3;
        }
    }

    /** A maximal register has an even number of taps; missing ones are two of the same, which cancel. */
    private int[] tapShifts() {
        int[] shifts = new int[TAPS];
        int count = 0;
        for (long rest = lfsr().mask(); rest != 0; rest &= rest - 1) {
            shifts[count++] = Long.numberOfTrailingZeros(rest) + 1 - drawBits();
        }
        return shifts;
    }

    private void fillByTables(long first, long[] leap, int[] out, int n) {
        long state = first;
        for (int i = 0; i < n; i++) {
            out[i] = (int) image(wordTable, state, LEAP_BITS);
            state = image(leap, state, LEAP_BITS);
        }
    }

    /** One table after the other, each with the images of all values of {@code digitBits} bits of state. */
    private long[] tables(BitMatrix matrix, int digitBits) {
        int count = (lfsr().width() + digitBits - 1) / digitBits;
        int values = 1 << digitBits;
        long[] images = new long[count << digitBits];
        for (int index = 0; index < images.length; index++) {
            long bits = (long) (index & values - 1) << (index >> digitBits) * digitBits;
            images[index] = matrix.apply(bits & lfsr().period());
        }
        return images;
    }

    private static long image(long[] tables, long bits, int digitBits) {
        int values = 1 << digitBits;
        long rest = bits;
        long image = 0;
        for (int table = 0; table < tables.length; table += values) {
            image ^= tables[table + (int) (rest & values - 1)];
            rest >>>= digitBits;
        }
        return image;
    }
}
