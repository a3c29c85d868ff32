package columna.fixedpoint.kernel;

import columna.fixedpoint.Quantization;

/** {@code int} accumulator to {@code int} row: one loop per rounding that matters, one scalar loop for the others. */
final class PlainNarrowLoops {

    private PlainNarrowLoops() {
    }

    static void narrow(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        narrowing.requireIntRow();
        if (!narrowing.hasIntLoop()) {
            scalar(acc, narrowing, noise, out, n);
            return;
        }
        int low = (int) narrowing.low();
        int high = (int) narrowing.high();
        int shift = narrowing.shift();
        switch (shift == 0 ? Quantization.TRN : narrowing.quantization()) {
            case TRN -> truncate(acc, shift, low, high, out, n);
            case RND -> round(acc, shift, low, high, out, n);
            case RND_CONV -> roundToEven(acc, shift, low, high, out, n);
            case STOCHASTIC -> stochastic(acc, shift, narrowing.randomBits(), noise, low, high, out, n);
            case TRN_ZERO, RND_ZERO, RND_INF, RND_MIN_INF, RND_CONV_ODD -> scalar(acc, narrowing, noise, out, n);
        }
    }

    private static void truncate(int[] acc, int shift, int low, int high, int[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, acc[i] >> shift));
        }
    }

    /** Adds the highest discarded bit instead of a half: the sum cannot leave 32 bits. */
    private static void round(int[] acc, int shift, int low, int high, int[] out, int n) {
        int below = shift - 1;
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, (acc[i] >> shift) + (acc[i] >> below & 1)));
        }
    }

    /** Carry out of {@code discarded + half - 1 + (floor & 1)}; unsigned, as it may need 32 bits. */
    private static void roundToEven(int[] acc, int shift, int low, int high, int[] out, int n) {
        int mask = (1 << shift) - 1;
        int belowHalf = (1 << shift - 1) - 1;
        for (int i = 0; i < n; i++) {
            int floor = acc[i] >> shift;
            int carry = (acc[i] & mask) + belowHalf + (floor & 1) >>> shift;
            out[i] = Math.max(low, Math.min(high, floor + carry));
        }
    }

    /** Compares as many bits as both the discarded part and the random word have; the rest cannot change the carry. */
    private static void stochastic(int[] acc, int shift, int randomBits, int[] noise, int low, int high, int[] out, int n) {
        int bits = Math.min(shift, randomBits);
        int right = shift - bits;
        int noiseRight = randomBits - bits;
        int mask = (1 << bits) - 1;
        for (int i = 0; i < n; i++) {
            int value = acc[i] >> right;
            int carry = (value & mask) + (noise[i] >>> noiseRight) >>> bits;
            out[i] = Math.max(low, Math.min(high, (value >> bits) + carry));
        }
    }

    static void scalar(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        boolean stochastic = narrowing.quantization() == Quantization.STOCHASTIC;
        for (int i = 0; i < n; i++) {
            out[i] = (int) narrowing.apply(acc[i], stochastic ? Integer.toUnsignedLong(noise[i]) : 0);
        }
    }
}
