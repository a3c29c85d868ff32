package columna.fixedpoint.kernel;

import columna.fixedpoint.Quantization;

/** {@code long} accumulator to {@code int} row. */
final class PlainLongNarrowLoops {

    private PlainLongNarrowLoops() {
    }

    static void narrow(long[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        narrowing.requireIntRow();
        if (!narrowing.hasLongLoop()) {
            scalar(acc, narrowing, noise, out, n);
            return;
        }
        long low = narrowing.low();
        long high = narrowing.high();
        int shift = narrowing.shift();
        switch (shift == 0 ? Quantization.TRN : narrowing.quantization()) {
            case TRN -> truncate(acc, shift, low, high, out, n);
            case RND -> round(acc, shift, low, high, out, n);
            case RND_CONV -> roundToEven(acc, shift, low, high, out, n);
            case STOCHASTIC -> stochastic(acc, shift, narrowing.randomBits(), noise, low, high, out, n);
            case TRN_ZERO, RND_ZERO, RND_INF, RND_MIN_INF, RND_CONV_ODD -> scalar(acc, narrowing, noise, out, n);
        }
    }

    private static void truncate(long[] acc, int shift, long low, long high, int[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (int) Math.max(low, Math.min(high, acc[i] >> shift));
        }
    }

    private static void round(long[] acc, int shift, long low, long high, int[] out, int n) {
        int below = shift - 1;
        for (int i = 0; i < n; i++) {
            out[i] = (int) Math.max(low, Math.min(high, (acc[i] >> shift) + (acc[i] >> below & 1)));
        }
    }

    private static void roundToEven(long[] acc, int shift, long low, long high, int[] out, int n) {
        long mask = (1L << shift) - 1;
        long belowHalf = (1L << shift - 1) - 1;
        for (int i = 0; i < n; i++) {
            long floor = acc[i] >> shift;
            long carry = (acc[i] & mask) + belowHalf + (floor & 1) >>> shift;
            out[i] = (int) Math.max(low, Math.min(high, floor + carry));
        }
    }

    private static void stochastic(long[] acc, int shift, int randomBits, int[] noise, long low, long high, int[] out, int n) {
        int bits = Math.min(shift, randomBits);
        int right = shift - bits;
        int noiseRight = randomBits - bits;
        long mask = (1L << bits) - 1;
        for (int i = 0; i < n; i++) {
            long value = acc[i] >> right;
            long carry = (value & mask) + ((noise[i] & 0xFFFFFFFFL) >>> noiseRight) >>> bits;
            out[i] = (int) Math.max(low, Math.min(high, (value >> bits) + carry));
        }
    }

    private static void scalar(long[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        boolean stochastic = narrowing.quantization() == Quantization.STOCHASTIC;
        for (int i = 0; i < n; i++) {
            out[i] = (int) narrowing.apply(acc[i], stochastic ? Integer.toUnsignedLong(noise[i]) : 0);
        }
    }
}
