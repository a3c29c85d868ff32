package columna.sim.program;

import java.util.Optional;

/**
 * One product of a sum of products: {@code sign * 2^exponent * left * right}, or without {@code right}. Indices that the
 * destination lacks are summed over. A lane forms one such product per cycle.
 *
 * @param sign 1 or -1
 * @param exponent a power of two, wired as a shift: no multiplier, no rounding
 * @param realPart whether only the real part of the product counts
 */
public record Term(int sign, int exponent, boolean realPart, Operand left, Optional<Operand> right) {

    public Term {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("a term's sign is 1 or -1, not " + sign);
        }
    }

    /** Whether the term contributes to an imaginary part. */
    public boolean complex() {
        return !realPart && (left.complex() || right.map(Operand::complex).orElse(false));
    }

    /** Fraction bits of the exact product. */
    public int fractionBits() {
        return left.memory().format().fractionBits()
                + right.map(o -> o.memory().format().fractionBits()).orElse(0)
                - exponent;
    }

    @Override
    public String toString() {
        String product = left + right.map(o -> "*" + o).orElse("");
        String scaled = exponent == 0 ? product : "2^" + exponent + "*" + product;
        return realPart ? "re(" + scaled + ")" : scaled;
    }
}
