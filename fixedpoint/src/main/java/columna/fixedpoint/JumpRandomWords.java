package columna.fixedpoint;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Jumps to any use by powers of the draw's matrix over GF(2), then leaps from word to word by tables of one byte each.
 * The tables of a stride are remembered; they are immutable, so remembering changes no bit.
 */
final class JumpRandomWords extends RandomWords {

    private static final int POWERS = 63;

    /** {@code drawPowers[j]} is {@code 2^j} draws. */
    private final BitMatrix[] drawPowers = new BitMatrix[POWERS];
    private final long[] wordTable;
    private final ConcurrentHashMap<Integer, long[]> leapTables = new ConcurrentHashMap<>();

    JumpRandomWords(Lfsr lfsr, int drawBits) {
        super(lfsr, drawBits);
        drawPowers[0] = BitMatrix.of(lfsr.width(), state -> lfsr.after(state, drawBits));
        for (int j = 1; j < POWERS; j++) {
            drawPowers[j] = drawPowers[j - 1].squared();
        }
        wordTable = byteTables(BitMatrix.of(lfsr.width(), state -> lfsr.word(state, drawBits)));
    }

    @Override
    void fillChecked(long firstUse, int stride, int[] out, int n) {
        long[] leap = leapTables.computeIfAbsent(stride, s -> byteTables(drawPowers[0].power(s)));
        long state = stateBefore(firstUse);
        int tables = (lfsr().width() + 7) / 8;
        for (int i = 0; i < n; i++) {
            out[i] = (int) image(wordTable, state, tables);
            state = image(leap, state, tables);
        }
    }

    private long stateBefore(long use) {
        long state = lfsr().seed();
        for (long rest = use; rest != 0; rest &= rest - 1) {
            state = drawPowers[Long.numberOfTrailingZeros(rest)].apply(state);
        }
        return state;
    }

    /** Table number b holds the images of the 256 values of byte b. */
    private long[] byteTables(BitMatrix matrix) {
        int tables = (lfsr().width() + 7) / 8;
        long[] images = new long[tables * 256];
        for (int index = 0; index < images.length; index++) {
            long bits = (long) (index & 255) << (index >> 8) * 8;
            images[index] = matrix.apply(bits & lfsr().period());
        }
        return images;
    }

    private static long image(long[] tables, long bits, int count) {
        long image = 0;
        for (int b = 0; b < count; b++) {
            image ^= tables[b << 8 | (int) (bits >>> 8 * b) & 255];
        }
        return image;
    }
}
