package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Microcode words of random fields. */
final class InstructionVectors {

    private static final int WORDS = 60;
    private static final int PORT_BITS = 3;
    private static final int COUNT_BITS = 5;
    private static final int FIELD_BITS = 41;

    private final SplittableRandom random;
    private final Packed word = new Packed();

    private InstructionVectors(SplittableRandom random) {
        this.random = random;
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 1), bench(2, 3));
    }

    private static Bench bench(long seed, int terms) {
        SplittableRandom random = new SplittableRandom(seed);
        VectorLines lines = new VectorLines();
        int bits = 0;
        for (int i = 0; i < WORDS; i++) {
            InstructionVectors vectors = new InstructionVectors(random);
            vectors.line(lines, terms);
            bits = vectors.word.bits();
        }
        return new Bench("instruction", terms + " terms, seed " + seed,
                Bench.numbers("BITS", bits, "TERMS", terms, "PORT_BITS", PORT_BITS, "COUNT_BITS", COUNT_BITS, "FIELD_BITS", FIELD_BITS), lines);
    }

    /** A random field behind those that the word has. */
    private BigInteger field(int bits) {
        BigInteger value = RandomValues.unsigned(random, bits);
        word.add(value, bits);
        return value;
    }

    private void line(VectorLines lines, int terms) {
        BigInteger opcode = field(3);
        BigInteger order = field(1);
        field(3 + 1);
        BigInteger shift = field(8);
        BigInteger port = field(PORT_BITS);
        BigInteger senders = field(PORT_BITS);
        BigInteger bounds = field(3 * COUNT_BITS);
        BigInteger destination = field(FIELD_BITS);
        BigInteger part = field(2);
        Packed valid = new Packed();
        Packed negative = new Packed();
        Packed alignments = new Packed();
        Packed realPart = new Packed();
        Packed hasRight = new Packed();
        Packed parts = new Packed();
        Packed summedBounds = new Packed();
        Packed addresses = new Packed();
        for (int t = 0; t < terms; t++) {
            valid.add(field(1), 1);
            negative.add(field(1), 1);
            alignments.add(field(7), 7);
            realPart.add(field(1), 1);
            hasRight.add(field(1), 1);
            parts.add(field(2), 2).add(field(2), 2);
            summedBounds.add(field(COUNT_BITS), COUNT_BITS).add(field(COUNT_BITS), COUNT_BITS);
            addresses.add(field(FIELD_BITS), FIELD_BITS).add(field(FIELD_BITS), FIELD_BITS);
        }
        lines.word(word.word(), word.bits()).word(opcode, 3).word(order, 1).word(shift, 8).word(port, PORT_BITS).word(senders, PORT_BITS)
                .word(bounds, 3 * COUNT_BITS).word(destination, FIELD_BITS).word(part, 2);
        for (Packed fields : new Packed[] {valid, negative, alignments, realPart, hasRight, parts, summedBounds, addresses}) {
            lines.word(fields.word(), fields.bits());
        }
        lines.end();
    }
}
