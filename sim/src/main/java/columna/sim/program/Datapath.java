package columna.sim.program;

import columna.sim.program.MicroOperation.SumOfProducts;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The width of a sum of products' accumulator. A chip whose accumulators would not be exact in 63 bits is refused when it
 * is built, so that no interpreter ever drops a bit in silence.
 */
public final class Datapath {

    /** The widest accumulator, sign included. */
    public static final int WIDEST_ACCUMULATOR_BITS = 63;

    private Datapath() {}

    /** Fraction bits that every product of the sum is aligned to; those of the destination where there is no term. */
    public static int fractionBits(SumOfProducts operation) {
        return operation.terms().stream()
                .mapToInt(Term::fractionBits)
                .max()
                .orElse(operation.destination().memory().format().fractionBits());
    }

    /** Bits of an accumulator, sign included, that holds every possible sum exactly. */
    public static int accumulatorBits(SumOfProducts operation) {
        BigInteger magnitude = BigInteger.ZERO;
        for (boolean imaginary : new boolean[] {false, true}) {
            magnitude = magnitude.max(largestSum(operation, RealTerm.of(operation, imaginary)));
        }
        return magnitude.bitLength() + 1;
    }

    /** How many products of a term are added into one element of the destination. */
    public static long contraction(SumOfProducts operation, Term term) {
        Set<Axis> summed = new HashSet<>(term.left().indices());
        term.right().ifPresent(right -> summed.addAll(right.indices()));
        summed.removeAll(operation.destination().indices());
        return summed.stream().mapToLong(Axis::size).reduce(1, Math::multiplyExact);
    }

    private static BigInteger largestSum(SumOfProducts operation, List<RealTerm> products) {
        int fractionBits = fractionBits(operation);
        BigInteger sum = BigInteger.ZERO;
        for (RealTerm product : products) {
            BigInteger largest = largestWord(product.left())
                    .multiply(product.right().map(Datapath::largestWord).orElse(BigInteger.ONE))
                    .multiply(BigInteger.valueOf(contraction(operation, product.term())));
            sum = sum.add(largest.shiftLeft(fractionBits - product.fractionBits()));
        }
        return sum;
    }

    private static BigInteger largestWord(RealTerm.Word word) {
        var format = word.operand().memory().format();
        return BigInteger.valueOf(format.minimumRaw()).abs().max(BigInteger.valueOf(format.maximumRaw()));
    }

    static void check(MicroOperation operation) {
        if (!(operation instanceof SumOfProducts sum)) {
            return;
        }
        int roundingBit = 1;
        int outputShift = Math.max(0, sum.destination().memory().format().fractionBits() - fractionBits(sum));
        int bits = accumulatorBits(sum) + roundingBit + outputShift;
        if (bits > WIDEST_ACCUMULATOR_BITS) {
            throw new IllegalArgumentException("'" + sum.text() + "' needs an accumulator of " + bits
                    + " bits to be exact; at most " + WIDEST_ACCUMULATOR_BITS
                    + " are supported, so give one of its signals fewer bits");
        }
    }
}
