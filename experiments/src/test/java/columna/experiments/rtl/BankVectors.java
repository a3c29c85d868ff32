package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Banks of random formats and shapes with their images, against arrays of numbers; reads as the three kinds of ports allow them. */
final class BankVectors {

    private static final int CYCLES = 1500;
    private static final int BANKS = 12;
    private static final int BANK_BITS = 4;
    private static final int ADDRESS_BITS = 4;
    private static final int MOST_WORDS = 9;
    private static final int WORD_BITS = 13;
    private static final int DESCRIPTOR_BITS = 128;

    /** Parts of an element are real, imaginary; a real memory has the first only. */
    private record Bank(int width, boolean signed, boolean complex, int elements, BigInteger[][] words) {}

    private final SplittableRandom random;
    private final int lanes;
    private final List<Bank> banks = new ArrayList<>();
    private final VectorLines lines = new VectorLines();

    private BankVectors(long seed, int lanes) {
        this.random = new SplittableRandom(seed);
        this.lanes = lanes;
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 3), bench(2, 1), bench(3, 8));
    }

    private static Bench bench(long seed, int lanes) {
        BankVectors vectors = new BankVectors(seed, lanes);
        Map<String, String> images = new LinkedHashMap<>();
        for (int number = 0; number < BANKS; number++) {
            vectors.banks.add(vectors.bank());
            images.put("bank" + number + ".mem", image(vectors.banks.getLast()));
        }
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            vectors.cycle();
        }
        List<Packed> descriptors = vectors.banks.stream()
                .map(bank -> new Packed().add(bank.width(), 8).flag(bank.signed()).flag(bank.complex()).add(0, 4 + 3 + 8)
                        .add(bank.elements(), 20).add(1, 20).add(bank.words().length, 24).add(bank.elements(), 12))
                .toList();
        return new Bench("bank_array", lanes + " lanes, seed " + seed,
                Bench.numbers("LANES", lanes, "WORD_BITS", WORD_BITS, "BANKS", BANKS, "BANK_BITS", BANK_BITS, "ADDRESS_BITS", ADDRESS_BITS,
                        "[" + BANKS * DESCRIPTOR_BITS + "-1:0] BANK_DESCRIPTORS", Packed.literal(descriptors, DESCRIPTOR_BITS)),
                vectors.lines, images);
    }

    private Bank bank() {
        boolean signed = random.nextBoolean();
        int width = 1 + random.nextInt(signed ? WORD_BITS : WORD_BITS - 1);
        boolean complex = random.nextBoolean();
        int elements = 1 + random.nextInt(lanes);
        BigInteger[][] words = new BigInteger[1 + random.nextInt(MOST_WORDS)][2 * lanes];
        for (BigInteger[] word : words) {
            for (int part = 0; part < 2 * lanes; part++) {
                boolean stored = part / 2 < elements && (complex || part % 2 == 0);
                word[part] = !stored ? BigInteger.ZERO
                        : signed ? RandomValues.signed(random, width) : RandomValues.unsigned(random, width);
            }
        }
        return new Bank(width, signed, complex, elements, words);
    }

    /** Element 0 in the lowest bits; a complex element is its real, then its imaginary part. */
    private static String image(Bank bank) {
        StringBuilder text = new StringBuilder();
        for (BigInteger[] word : bank.words()) {
            Packed packed = new Packed();
            for (int part = 0; part < 2 * bank.elements(); part += bank.complex() ? 1 : 2) {
                packed.add(word[part], bank.width());
            }
            text.append(packed.word().toString(16)).append('\n');
        }
        return text.toString();
    }

    private void cycle() {
        int left = random.nextInt(BANKS);
        int right = random.nextInt(3) == 0 ? left : random.nextInt(BANKS);
        boolean readsLeft = random.nextInt(4) > 0;
        boolean shared = readsLeft && left == right && random.nextBoolean();
        boolean readsRight = !shared && random.nextInt(4) > 0;
        boolean second = readsLeft && readsRight && left == right;
        int leftWord = random.nextInt(banks.get(left).words().length);
        int rightWord = shared ? leftWord : random.nextInt(banks.get(right).words().length);
        lines.flag(readsLeft).flag(readsRight).flag(shared).flag(second).word(left, BANK_BITS).word(leftWord, ADDRESS_BITS)
                .word(right, BANK_BITS).word(rightWord, ADDRESS_BITS);
        BigInteger[] leftData = banks.get(left).words()[leftWord].clone();
        BigInteger[] rightData = banks.get(right).words()[rightWord].clone();
        write(random.nextInt(4) == 0 ? left : random.nextInt(BANKS));
        parts(leftData);
        parts(rightData);
        lines.end();
    }

    /** What is read in the cycle of a write is the word from before it. */
    private void write(int number) {
        Bank bank = banks.get(number);
        int word = random.nextInt(bank.words().length);
        boolean enable = random.nextInt(3) > 0;
        BigInteger mask = RandomValues.unsigned(random, 2 * lanes);
        BigInteger[] data = Stream.generate(() -> RandomValues.signed(random, WORD_BITS)).limit(2L * lanes).toArray(BigInteger[]::new);
        lines.flag(enable).word(number, BANK_BITS).word(word, ADDRESS_BITS).word(mask, 2 * lanes);
        parts(data);
        for (int part = 0; part < 2 * bank.elements(); part += bank.complex() ? 1 : 2) {
            if (enable && mask.testBit(part)) {
                BigInteger low = VectorLines.low(data[part], bank.width());
                boolean negative = bank.signed() && low.testBit(bank.width() - 1);
                bank.words()[word][part] = negative ? low.subtract(BigInteger.ONE.shiftLeft(bank.width())) : low;
            }
        }
    }

    private void parts(BigInteger[] word) {
        for (int part = word.length - 1; part >= 0; part--) {
            lines.word(word[part], WORD_BITS);
        }
    }
}
