package columna.fixedpoint.kernel;

import columna.fixedpoint.Quantization;

/** {@code int} accumulator, narrowed and added to an {@code int} row in one pass. */
final class PlainNarrowAddLoops {

    private PlainNarrowAddLoops() {
    }

    static void narrowAdd(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        narrowing.requireIntRow();
        narrowing.requireCommuting();
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
            case STOCHASTIC -> stochastic(acc, shift, narrowing.randomBits(), noise, low, high, out, n);
            case TRN_ZERO, RND_ZERO, RND_INF, RND_MIN_INF, RND_CONV, RND_CONV_ODD ->
                    scalar(acc, narrowing, noise, out, n);
        }
    }

    private static void truncate(int[] acc, int shift, int low, int high, int[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, out[i] + (acc[i] >> shift)));
        }
    }

    private static void round(int[] acc, int shift, int low, int high, int[] out, int n) {
        int below = shift - 1;
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, out[i] + (acc[i] >> shift) + (acc[i] >> below & 1)));
        }
    }

    private static void stochastic(int[] acc, int shift, int randomBits, int[] noise, int low, int high, int[] out, int n) {
        int bits = Math.min(shift, randomBits);
        int right = shift - bits;
        int noiseRight = randomBits - bits;
        int mask = (1 << bits) - 1;
        for (int i = 0; i < n; i++) {
            int value = acc[i] >> right;
            int carry = (value & mask) + (noise[i] >>> noiseRight) >>> bits;
            out[i] = Math.max(low, Math.min(high, out[i] + (value >> bits) + carry));
        }
    }

    static void scalar(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        boolean stochastic = narrowing.quantization() == Quantization.STOCHASTIC;
        for (int i = 0; i < n; i++) {
            out[i] = (int) narrowing.applyToSum(out[i], acc[i], stochastic ? Integer.toUnsignedLong(noise[i]) : 0);
        }
    }
}
