package columna.sim.function;

/** Arithmetic on bounds: what does not fit becomes Long.MAX_VALUE, which no guard accepts. */
final class Saturating {

    private Saturating() {}

    static long add(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    static long multiply(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    static long shiftLeft(long a, int shift) {
        return a == 0 ? 0 : shift >= Long.numberOfLeadingZeros(a) - 1 ? Long.MAX_VALUE : a << shift;
    }

    /** An upper bound of sqrt(a*b), the Cauchy-Schwarz bound of a dot product with squared norms a and b. */
    static long squareRootOfProduct(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return multiply(ceilingSquareRoot(a), ceilingSquareRoot(b));
    }

    private static long ceilingSquareRoot(long a) {
        long root = 1L << ((65 - Long.numberOfLeadingZeros(a)) / 2);
        while (true) {
            long better = (root + a / root) >>> 1;
            if (better >= root) {
                return root + 1;
            }
            root = better;
        }
    }
}
