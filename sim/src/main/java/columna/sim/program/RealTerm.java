package columna.sim.program;

import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One product of real words: what a single multiplier forms. A complex term expands into two (for one part of the
 * destination) or four (for both).
 *
 * @param sign 1 or -1
 * @param term the term it comes from, for its exponent and formats
 * @param left the first factor
 * @param right the second factor, absent where a word is added without a product
 */
public record RealTerm(int sign, Term term, Word left, Optional<Word> right) {

    /**
     * One part of an operand.
     *
     * @param operand the operand
     * @param imaginary whether its imaginary words are meant
     */
    public record Word(Operand operand, boolean imaginary) {}

    /**
     * The products that make up one part of a sum of products.
     *
     * @param imaginary which part of the destination's value
     */
    public static List<RealTerm> of(SumOfProducts operation, boolean imaginary) {
        List<RealTerm> products = new ArrayList<>();
        for (Term term : operation.terms()) {
            addTo(products, term, imaginary);
        }
        return List.copyOf(products);
    }

    private static void addTo(List<RealTerm> products, Term term, boolean imaginary) {
        if (imaginary && !term.complex()) {
            return;
        }
        if (term.right().isEmpty()) {
            products.add(single(term, imaginary));
            return;
        }
        Operand left = term.left();
        Operand right = term.right().get();
        for (boolean leftImaginary : new boolean[] {false, true}) {
            boolean rightImaginary = imaginary != leftImaginary;
            if ((leftImaginary && !left.complex()) || (rightImaginary && !right.complex())) {
                continue;
            }
            int sign = term.sign() * sign(left, leftImaginary) * sign(right, rightImaginary);
            if (leftImaginary && rightImaginary) {
                sign = -sign;
            }
            products.add(new RealTerm(sign, term, word(left, leftImaginary), Optional.of(word(right, rightImaginary))));
        }
    }

    private static RealTerm single(Term term, boolean imaginary) {
        return new RealTerm(
                term.sign() * sign(term.left(), imaginary), term, word(term.left(), imaginary), Optional.empty());
    }

    /** Conjugation negates imaginary words; it costs no hardware, only the sign of the product. */
    private static int sign(Operand operand, boolean imaginary) {
        return imaginary && operand.part() == Part.CONJUGATE ? -1 : 1;
    }

    private static Word word(Operand operand, boolean imaginary) {
        return new Word(operand, imaginary || operand.part() == Part.IMAGINARY);
    }

    /** Fraction bits of the exact product. */
    public int fractionBits() {
        return term.fractionBits();
    }
}
