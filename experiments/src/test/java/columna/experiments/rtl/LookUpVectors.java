package columna.experiments.rtl;

import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.table.Interpolation;
import columna.fixedpoint.table.LookupTable;
import columna.fixedpoint.table.Power;
import columna.fixedpoint.table.Segments;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A look-up unit against {@link LookupTable}: random tables of all kinds and formats, one after another in one ROM. */
final class LookUpVectors {

    private static final int TABLES = 48;
    private static final int VALUES = 400;
    /** 31 unsigned bits or 32 signed ones. */
    private static final int WORD_BITS = 32;
    private static final int ENTRY_BITS = 18;
    /** An entry with its sign, and the longest remainder of an interpolation. */
    private static final int REMAINDER_BITS = 20;
    private static final int VALUE_BITS = ENTRY_BITS + 1 + REMAINDER_BITS;
    private static final int ROUND_BITS = VALUE_BITS + 64;
    private static final int PORT_BITS = 6;
    private static final int DESCRIPTOR_BITS = 192;

    private final SplittableRandom random;
    private final VectorLines lines = new VectorLines();
    private final List<Packed> descriptors = new ArrayList<>();
    private final List<Long> rom = new ArrayList<>();

    private LookUpVectors(long seed) {
        random = new SplittableRandom(seed);
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 1), bench(2, 3));
    }

    private static Bench bench(long seed, int multiplyCycles) {
        LookUpVectors vectors = new LookUpVectors(seed);
        for (int table = 0; table < TABLES; table++) {
            if (table % 2 == 0) {
                vectors.direct();
            } else {
                vectors.normalised(table % 4 == 1 ? Power.RECIPROCAL : Power.RECIPROCAL_SQUARE_ROOT);
            }
        }
        String rom = vectors.rom.stream()
                .map(entry -> VectorLines.low(BigInteger.valueOf(entry), ENTRY_BITS + 1).toString(16) + "\n")
                .collect(Collectors.joining());
        return new Bench("look_up_unit", "multiplication in " + multiplyCycles + " cycles, seed " + seed,
                Bench.numbers("WORD_BITS", WORD_BITS, "VALUE_BITS", VALUE_BITS, "MULTIPLY_CYCLES", multiplyCycles, "TABLES", TABLES,
                        "PORT_BITS", PORT_BITS, "[" + TABLES * DESCRIPTOR_BITS + "-1:0] TABLE_DESCRIPTORS",
                        Packed.literal(vectors.descriptors, DESCRIPTOR_BITS), "ROM_WORDS", vectors.rom.size(), "ROM_BITS", ENTRY_BITS + 1,
                        "ROUND_BITS", ROUND_BITS),
                vectors.lines, java.util.Map.of("rom.mem", rom));
    }

    private void direct() {
        Format input = word(Quantization.TRN, Overflow.WRAP);
        int covered = 1 + random.nextInt(Math.min(input.width(), REMAINDER_BITS));
        int most = Math.min(covered, 7);
        int addressBits = covered > REMAINDER_BITS - 7 ? most : random.nextInt(most + 1);
        long room = (input.maximumRaw() - input.minimumRaw() + 1) - (1L << covered);
        long low = input.minimumRaw() + (room == 0 ? 0 : random.nextLong(room + 1));
        Segments segments = new Segments(input, low, low + (1L << covered), addressBits);
        Interpolation interpolation = interpolation();
        Format entry = entry();
        long[] entries = entries(entry, addressBits, interpolation);
        Format output = output();
        LookupTable table = LookupTable.direct(segments, interpolation, entry, output, entries);
        describe(0, table, segments.indexShift(), low, low + (1L << covered) - 1, 0, entry);
        values(table, low, low + (1L << covered) - 1);
        add(entries);
    }

    private void normalised(Power power) {
        Format input = word(Quantization.TRN, Overflow.WRAP);
        int below = Math.max(0, input.width() - (input.signed() ? 2 : 1));
        int parityBits = power == Power.RECIPROCAL_SQUARE_ROOT ? 1 : 0;
        int addressBits = Math.max(below - REMAINDER_BITS + 2, parityBits) + random.nextInt(6);
        int mantissaBits = Math.max(below, addressBits - parityBits);
        Interpolation interpolation = interpolation();
        Format entry = entry();
        long[] entries = entries(entry, addressBits, interpolation);
        LookupTable table = LookupTable.normalised(power, input, addressBits, interpolation, entry, output(), entries);
        describe(power.ordinal() + 1, table, mantissaBits + parityBits - addressBits, 0, 0, mantissaBits, entry);
        values(table, 0, 1);
        add(entries);
    }

    /** From the lowest bit, as the hardware's description has it. */
    private void describe(int kind, LookupTable table, int indexShift, long low, long last, int mantissaBits, Format entry) {
        boolean linear = table.interpolation() == Interpolation.LINEAR;
        int fractionBits = entry.fractionBits() + (linear ? indexShift : 0);
        descriptors.add(new Packed().add(kind, 2).flag(linear).add(indexShift, 6).add(rom.size(), 24).add(low, 34).add(last, 34)
                .add(table.input().fractionBits(), 8).add(mantissaBits, 6).add(fractionBits - table.output().fractionBits(), 8)
                .add(RoundingVectors.format(table.output()), 24));
    }

    /** All inputs of a small format; otherwise the ends, the borders of what is covered, powers of two and random ones. */
    private void values(LookupTable table, long low, long last) {
        Format input = table.input();
        TreeSet<Long> values = new TreeSet<>();
        if (input.width() <= 8) {
            LongStream.rangeClosed(input.minimumRaw(), input.maximumRaw()).forEach(values::add);
        } else {
            LongStream.of(low - 1, low, low + 1, last - 1, last, last + 1, 0, 1, -1, input.minimumRaw(), input.maximumRaw()).forEach(values::add);
            for (int place = 0; place < input.width() - 1; place++) {
                values.addAll(List.of(1L << place, (1L << place) - 1, (1L << place) + 1));
            }
            while (values.size() < VALUES) {
                long near = low + random.nextLong(-4, last - low + 5);
                values.add(random.nextBoolean() ? near : input.extend(random.nextLong() >> random.nextInt(64)));
                values.removeIf(value -> !input.contains(value));
                if (random.nextInt(40 * VALUES) == 0) {
                    break;
                }
            }
        }
        values.removeIf(value -> !input.contains(value));
        lines.word(descriptors.size() - 1, PORT_BITS).word(values.size(), 16).end();
        int[] out = new int[1];
        for (long value : values) {
            table.apply(new int[] {(int) value}, out, 1);
            lines.word(value, WORD_BITS + 1).word(out[0], WORD_BITS).end();
        }
    }

    private void add(long[] entries) {
        LongStream.of(entries).forEach(rom::add);
    }

    private long[] entries(Format entry, int addressBits, Interpolation interpolation) {
        int count = (1 << addressBits) + (interpolation == Interpolation.LINEAR ? 1 : 0);
        return LongStream.generate(() -> entry.extend(RandomValues.signed(random, entry.width()).longValue())).limit(count).toArray();
    }

    private Interpolation interpolation() {
        return random.nextBoolean() ? Interpolation.LINEAR : Interpolation.NONE;
    }

    private Format entry() {
        int width = 1 + random.nextInt(ENTRY_BITS);
        return random.nextBoolean() ? Format.fixed(width, random.nextInt(-2, 5)) : Format.ufixed(width, random.nextInt(-2, 5));
    }

    private Format output() {
        Quantization[] modes = Quantization.values();
        // The last one is STOCHASTIC, which no table has.
        Quantization quantization = modes[random.nextInt(modes.length - 1)];
        return word(quantization, Overflow.values()[random.nextInt(Overflow.values().length)]);
    }

    private Format word(Quantization quantization, Overflow overflow) {
        boolean signed = overflow == Overflow.WRAP_SM || random.nextBoolean();
        int width = 1 + random.nextInt(signed ? WORD_BITS : WORD_BITS - 1);
        int saturated = overflow.usesSaturatedBits() && random.nextBoolean() ? random.nextInt(width + 2) : 0;
        return new Format(width, random.nextInt(-3, width + 3), signed, quantization, overflow, saturated);
    }
}
