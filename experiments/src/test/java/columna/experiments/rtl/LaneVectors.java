package columna.experiments.rtl;

import columna.fixedpoint.Format;
import columna.sim.program.Axis;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Operand.Part;
import columna.sim.program.Purpose;
import columna.sim.program.RealTerm;
import columna.sim.program.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Factors and products of lanes against the real products that {@link RealTerm} lists, formed without loss. */
final class LaneVectors {

    private static final int LINES = 1500;
    private static final int LONGEST_ALIGNMENT = 127;

    private final SplittableRandom random;
    private final int lanes;
    private final int wordBits;
    private final int accumulatorBits;
    private final int widestFactor;
    private final VectorLines lines = new VectorLines();

    private LaneVectors(long seed, int lanes, int wordBits, int accumulatorBits, int widestFactor) {
        this.random = new SplittableRandom(seed);
        this.lanes = lanes;
        this.wordBits = wordBits;
        this.accumulatorBits = accumulatorBits;
        this.widestFactor = widestFactor;
    }

    /** The last one has accumulators narrower than the product of two of its widest words, which it never multiplies. */
    static Stream<Bench> benches() {
        return Stream.of(bench(1, 4, 32, 80, 32), bench(2, 3, 17, 140, 17), bench(3, 1, 9, 20, 8), bench(4, 5, 20, 24, 10));
    }

    private static Bench bench(long seed, int lanes, int wordBits, int accumulatorBits, int widestFactor) {
        LaneVectors vectors = new LaneVectors(seed, lanes, wordBits, accumulatorBits, widestFactor);
        for (int i = 0; i < LINES; i++) {
            vectors.line();
        }
        return new Bench("lane", lanes + " lanes, words of " + wordBits + " bits, seed " + seed,
                Bench.numbers("LANES", lanes, "LANE_BITS", vectors.laneBits(), "WORD_BITS", wordBits, "ACCUMULATOR_BITS", accumulatorBits),
                vectors.lines);
    }

    private int laneBits() {
        return SlotVectors.bits(lanes - 1);
    }

    /** A factor's bank word and how the lanes take their elements from it. */
    private record Factor(Operand operand, List<BigInteger> word, int firstLane, boolean broadcast) {

        BigInteger value(RealTerm.Word which, int lane) {
            return word.get(2 * (broadcast ? firstLane : firstLane + lane) + (which.imaginary() ? 1 : 0));
        }
    }

    private void line() {
        int run = 1 + random.nextInt(lanes);
        boolean hasRight = random.nextInt(4) > 0;
        Factor left = factor(run, hasRight);
        Factor right = factor(run, hasRight);
        Term term = new Term(random.nextBoolean() ? 1 : -1, 0, random.nextInt(4) == 0, left.operand(),
                hasRight ? Optional.of(right.operand()) : Optional.empty());
        List<BigInteger> exact = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            exact.add(lane < run ? product(term, left, right, lane, false) : BigInteger.ZERO);
            exact.add(lane < run ? product(term, left, right, lane, true) : BigInteger.ZERO);
        }
        int longest = exact.stream().mapToInt(BigInteger::bitLength).max().orElseThrow();
        int alignment = random.nextInt(Math.min(LONGEST_ALIGNMENT, accumulatorBits - 1 - longest) + 1);
        word(left);
        word(right);
        lines.word(left.firstLane(), laneBits()).word(right.firstLane(), laneBits()).flag(left.broadcast()).flag(right.broadcast())
                .word(left.operand().part().ordinal(), 2).word(right.operand().part().ordinal(), 2).flag(hasRight).flag(term.realPart())
                .flag(term.sign() < 0).word(alignment, 7).word(run, laneBits() + 1);
        exact.reversed().forEach(value -> lines.word(value.shiftLeft(alignment), accumulatorBits));
        lines.end();
    }

    private static BigInteger product(Term term, Factor left, Factor right, int lane, boolean imaginary) {
        Memory sum = new Memory("sum", List.of(), true, Purpose.ACTIVATION, Format.fixed(8, 1));
        SumOfProducts alone = new SumOfProducts(new Operand(sum, List.of(), Part.WHOLE), List.of(term), false);
        BigInteger product = BigInteger.ZERO;
        for (RealTerm real : RealTerm.of(alone, imaginary)) {
            BigInteger factor = real.right().map(word -> right.value(word, lane)).orElse(BigInteger.ONE);
            product = product.add(left.value(real.left(), lane).multiply(factor).multiply(BigInteger.valueOf(real.sign())));
        }
        return product;
    }

    private Factor factor(int run, boolean multiplied) {
        boolean complex = random.nextBoolean();
        boolean signed = random.nextInt(3) > 0;
        // An unsigned word has no sign bit, the conjugate of a signed one may need one bit more.
        int most = Math.min(multiplied ? widestFactor : accumulatorBits - 2, signed ? wordBits : wordBits - 1);
        int width = random.nextBoolean() ? most : 1 + random.nextInt(most);
        Format format = signed ? Format.fixed(width, 1) : Format.ufixed(width, 1);
        List<BigInteger> word = new ArrayList<>();
        for (int part = 0; part < 2 * lanes; part++) {
            BigInteger value = signed ? RandomValues.signed(random, width) : RandomValues.unsigned(random, width);
            word.add(complex || part % 2 == 0 ? value : BigInteger.ZERO);
        }
        Memory memory = new Memory("m", List.of(new Axis("i", lanes)), complex, Purpose.ACTIVATION, format);
        Part part = complex ? Part.values()[random.nextInt(Part.values().length)] : Part.WHOLE;
        boolean broadcast = random.nextInt(3) == 0;
        int firstLane = random.nextInt(broadcast ? lanes : lanes - run + 1);
        return new Factor(new Operand(memory, memory.axes(), part), word, firstLane, broadcast);
    }

    private void word(Factor factor) {
        factor.word().reversed().forEach(value -> lines.word(value, wordBits));
    }
}
