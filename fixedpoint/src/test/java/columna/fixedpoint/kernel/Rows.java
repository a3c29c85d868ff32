package columna.fixedpoint.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded rows of words, rich in extremes; every row is longer than what a kernel is asked to touch. */
final class Rows {

    static final int SLACK = 5;
    /** Lengths around every lane count up to 16, and longer ones with and without a tail. */
    static final int[] LENGTHS = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 128, 257};

    final long seed;
    private final SplittableRandom random;

    Rows(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    int word() {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.MIN_VALUE + random.nextInt(2);
            case 1 -> Integer.MAX_VALUE - random.nextInt(2);
            case 2 -> random.nextInt(-2, 3);
            case 3 -> 1 << random.nextInt(32);
            case 4 -> (1 << random.nextInt(32)) - 1;
            default -> random.nextInt() >> random.nextInt(32);
        };
    }

    long longWord() {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MIN_VALUE + random.nextInt(2);
            case 1 -> Long.MAX_VALUE - random.nextInt(2);
            case 2 -> (1L << random.nextInt(64)) + random.nextInt(-1, 2);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return low + (int) random.nextLong((long) high - low + 1);
    }

    int[] row(int n) {
        int[] row = new int[n + SLACK];
        Arrays.setAll(row, i -> word());
        return row;
    }

    int[] row(int n, int low, int high) {
        int[] row = new int[n + SLACK];
        Arrays.setAll(row, i -> random.nextInt(6) == 0 ? (random.nextBoolean() ? low : high) : between(low, high));
        return row;
    }

    long[] longRow(int n) {
        long[] row = new long[n + SLACK];
        Arrays.setAll(row, i -> longWord());
        return row;
    }

    int[][] rows(int count, int n) {
        int[][] rows = new int[count][];
        Arrays.setAll(rows, r -> row(n));
        return rows;
    }

    /** Random words of 1 to 32 bits. */
    int[] words(int n, int bits) {
        int[] row = new int[n + SLACK];
        Arrays.setAll(row, i -> random.nextInt(5) == 0 ? -random.nextInt(2) >>> 32 - bits : random.nextInt() >>> 32 - bits);
        return row;
    }
}
