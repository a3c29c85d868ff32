package columna.experiments.rtl;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The rounding units of all lanes: {@link Cast}s whose random words are the draws of one register, by element, real before imaginary. */
final class RoundUnitVectors {

    private static final int CYCLES = 1500;
    private static final int VALUE_BITS = 40;
    private static final int LONGEST_LEFT_SHIFT = 8;
    private static final int WORD_BITS = 17;
    private static final int RANDOM_BITS = 8;
    private static final Lfsr LFSR = Lfsr.named("LFSR16", 0xACE1);

    /** What comes out ROUND_CYCLES later. */
    private record Words(int mask, long[] words) {}

    private final SplittableRandom random;
    private final int lanes;
    private final int roundCycles;
    private final List<Words> rounded = new ArrayList<>();
    private final VectorLines lines = new VectorLines();
    private Lfsr.Register register = LFSR.register();

    private RoundUnitVectors(long seed, int lanes, int roundCycles) {
        this.random = new SplittableRandom(seed);
        this.lanes = lanes;
        this.roundCycles = roundCycles;
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 3, 2), bench(2, 1, 1));
    }

    private static Bench bench(long seed, int lanes, int roundCycles) {
        RoundUnitVectors vectors = new RoundUnitVectors(seed, lanes, roundCycles);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            vectors.cycle(cycle == 0 || vectors.random.nextInt(300) == 0);
        }
        return new Bench("round_units", lanes + " lanes, " + roundCycles + " cycles, seed " + seed,
                Bench.numbers("LANES", lanes, "VALUE_BITS", VALUE_BITS, "ROUND_BITS", VALUE_BITS + LONGEST_LEFT_SHIFT + 2, "WORD_BITS", WORD_BITS,
                        "ROUND_CYCLES", roundCycles, "LFSR_BITS", LFSR.width(), "[63:0] LFSR_MASK", LFSR.mask(), "[63:0] LFSR_SEED", LFSR.seed(),
                        "RANDOM_BITS", RANDOM_BITS),
                vectors.lines);
    }

    private void cycle(boolean reset) {
        Format format = format();
        boolean valid = !reset && random.nextInt(4) > 0;
        int elements = 1 + random.nextInt(lanes);
        boolean[] writes = {random.nextInt(4) > 0, random.nextBoolean()};
        int[] shifts = random.ints(lanes, -LONGEST_LEFT_SHIFT, VALUE_BITS).toArray();
        int highest = random.nextInt(8) == 0 ? random.nextInt(1 << lanes) : 0;
        BigInteger[] values = new BigInteger[2 * lanes];
        int mask = 0;
        long[] words = new long[2 * lanes];
        for (int k = 0; k < 2 * lanes; k++) {
            values[k] = RandomValues.signed(random, VALUE_BITS).shiftRight(random.nextInt(VALUE_BITS));
            if (valid && k / 2 < elements && writes[k % 2]) {
                mask |= 1 << k;
                long drawn = format.quantization() == Quantization.STOCHASTIC ? register.draw(RANDOM_BITS) : 0;
                words[k] = (highest >> k / 2 & 1) == 1 ? format.maximumRaw()
                        : Cast.to(format, RANDOM_BITS).apply(values[k], format.fractionBits() + shifts[k / 2], drawn);
            }
        }
        if (reset) {
            register = LFSR.register();
        }
        rounded.add(new Words(mask, words));
        lines.flag(reset).flag(valid).word(elements, SlotVectors.bits(lanes)).flag(writes[0]).flag(writes[1]);
        for (int k = 2 * lanes - 1; k >= 0; k--) {
            lines.word(values[k], VALUE_BITS);
        }
        for (int lane = lanes - 1; lane >= 0; lane--) {
            lines.word(shifts[lane], 10);
        }
        Words expected = rounded.get(Math.max(0, rounded.size() - roundCycles));
        lines.word(highest, lanes).word(RoundingVectors.format(format), 24).word(expected.mask(), 2 * lanes);
        for (int k = 2 * lanes - 1; k >= 0; k--) {
            lines.word(expected.words()[k], WORD_BITS);
        }
        lines.end();
    }

    private Format format() {
        Quantization quantization = random.nextBoolean() ? Quantization.STOCHASTIC : Quantization.RND;
        boolean signed = random.nextBoolean();
        int width = 1 + random.nextInt(signed ? WORD_BITS : WORD_BITS - 1);
        return new Format(width, width, signed, quantization, random.nextBoolean() ? Overflow.SAT : Overflow.WRAP, 0);
    }
}
