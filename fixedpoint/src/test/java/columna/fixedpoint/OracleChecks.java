package columna.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** What each kind of oracle line says, checked on the wide and on the fast path of the cast. */
final class OracleChecks {

    private final Map<String, Lfsr.Register> bitRegisters = new HashMap<>();
    private final Map<String, Lfsr.Register> wordRegisters = new HashMap<>();

    void check(String kind, OracleFile.Line line) {
        switch (kind) {
            case "conv_small", "conv_wide" -> conversion(line);
            case "fromdouble" -> fromDouble(line);
            case "ops_small" -> operation(line, true);
            case "ops" -> operation(line, false);
            case "mac16" -> multiplyAccumulate(line);
            case "cmul" -> complexProduct(line);
            case "restypes" -> resultFormats(line);
            case "lfsr" -> lfsr(line);
            case "sr_exh" -> stochasticExhaustive(line);
            case "sr_lfsr" -> stochasticFromLfsr(line);
            default -> throw new AssertionError("Unknown oracle file " + kind);
        }
    }

    /** Values and flags of a list of casts on both paths. */
    private static void casts(OracleFile.Line line, List<Exact> exact, List<Long> expected) {
        Cast cast = Cast.to(line.target());
        StringBuilder flags = new StringBuilder();
        assertThat(exact).as("number of inputs of %s", line).hasSameSizeAs(expected);
        for (int k = 0; k < exact.size(); k++) {
            Exact value = exact.get(k);
            assertThat(cast.apply(value, 0)).as("output %d of %s", k, line).isEqualTo(expected.get(k));
            assertThat(cast.applyWide(value.integer(), value.fractionBits(), 0)).as("wide output %d of %s", k, line)
                    .isEqualTo(expected.get(k));
            flags.append(flags(cast, value));
        }
        flags(line, flags.toString());
    }

    private static int flags(Cast cast, Exact value) {
        int flags = cast.flags(value, 0);
        assertThat(cast.flagsWide(value.integer(), value.fractionBits(), 0)).isEqualTo(flags);
        return flags;
    }

    private static void flags(OracleFile.Line line, String found) {
        if (!line.text("flags").equals("-")) {
            assertThat(found).as("flags of %s", line).isEqualTo(line.text("flags"));
        }
    }

    private static void conversion(OracleFile.Line line) {
        Format source = line.source("1");
        List<Exact> inputs = line.raws("ins").stream().map(raw -> Exact.of(raw, source)).toList();
        casts(line, inputs, line.raws("outs"));
        List<Long> direct = line.raws("ins").stream().map(raw -> line.target().from(raw, source, 0)).toList();
        assertThat(direct).as("format conversion of %s", line).isEqualTo(line.raws("outs"));
    }

    private static void fromDouble(OracleFile.Line line) {
        List<Double> inputs = line.words("ins").stream().map(Double::parseDouble).toList();
        casts(line, inputs.stream().map(Exact::of).toList(), line.raws("outs"));
        List<Long> direct = inputs.stream().map(value -> line.target().fromDouble(value, 0)).toList();
        assertThat(direct).as("fromDouble of %s", line).isEqualTo(line.raws("outs"));
    }

    private static void operation(OracleFile.Line line, boolean allPairs) {
        List<Long> as = line.raws("as");
        List<Long> bs = line.raws("bs");
        List<Exact> results = new ArrayList<>();
        for (int k = 0; k < as.size(); k++) {
            for (long b : allPairs ? bs : List.of(bs.get(k))) {
                results.add(result(line, as.get(k), b));
            }
        }
        casts(line, results, line.raws("outs"));
    }

    private static Exact result(OracleFile.Line line, long rawA, long rawB) {
        Format formatA = line.source("a");
        Exact a = Exact.of(rawA, formatA);
        Exact b = Exact.of(rawB, line.source("b"));
        int shift = line.integer("sh");
        return switch (line.text("op")) {
            case "add" -> a.plus(b);
            case "sub" -> a.minus(b);
            case "mul" -> a.times(b);
            case "neg" -> a.negated();
            case "shl" -> a.timesPowerOfTwo(shift);
            case "shr" -> a.timesPowerOfTwo(-shift);
            case "shlb" -> Exact.of(formatA.shiftRegister(rawA, shift), formatA);
            case "shrb" -> Exact.of(formatA.shiftRegister(rawA, -shift), formatA);
            default -> throw new AssertionError("Unknown operation in " + line);
        };
    }

    private static void multiplyAccumulate(OracleFile.Line line) {
        Format target = line.target();
        Cast cast = Cast.to(target);
        Exact full = Exact.of(0, target);
        long step = 0;
        long rounded = 0;
        int stepFlags = 0;
        int roundedFlags = 0;
        List<Long> as = line.raws("as");
        List<Long> bs = line.raws("bs");
        for (int k = 0; k < as.size(); k++) {
            Exact product = Exact.of(as.get(k), line.source("a")).times(Exact.of(bs.get(k), line.source("b")));
            full = full.plus(product);
            Exact stepSum = Exact.of(step, target).plus(product);
            stepFlags |= flags(cast, stepSum);
            step = cast.apply(stepSum, 0);
            Exact roundedSum = Exact.of(rounded, target).plus(Exact.of(cast.apply(product, 0), target));
            roundedFlags |= flags(cast, product) | flags(cast, roundedSum);
            rounded = cast.apply(roundedSum, 0);
        }
        assertThat(List.of(cast.apply(full, 0), step, rounded)).as("sums of %s", line)
                .isEqualTo(List.of(line.raw("full"), line.raw("step"), line.raw("prod")));
        flags(line, "" + flags(cast, full) + stepFlags + roundedFlags);
    }

    private static void complexProduct(OracleFile.Line line) {
        Cast cast = Cast.to(line.target());
        StringBuilder flags = new StringBuilder();
        for (int k = 0; k < line.raws("ar").size(); k++) {
            ComplexExact a = ComplexExact.of(complex(line, "ar", "ai", k), line.source("a"));
            ComplexExact b = ComplexExact.of(complex(line, "br", "bi", k), line.source("b"));
            ComplexExact product = a.times(b);
            assertThat(product.cast(cast, 0, 0)).as("product %d of %s", k, line).isEqualTo(complex(line, "re", "im", k));
            flags.append(flags(cast, product.re())).append(flags(cast, product.im()));
        }
        flags(line, flags.toString());
    }

    private static ComplexRaw complex(OracleFile.Line line, String re, String im, int k) {
        return new ComplexRaw(line.raws(re).get(k), line.raws(im).get(k));
    }

    private static void resultFormats(OracleFile.Line line) {
        ExactFormat a = new ExactFormat(line.integer("w1"), line.integer("i1"), line.integer("s1") == 1);
        ExactFormat b = new ExactFormat(line.integer("w2"), line.integer("i2"), line.integer("s2") == 1);
        resultFormat(line, "add", ExactFormat::plus, a, b);
        resultFormat(line, "sub", ExactFormat::minus, a, b);
        resultFormat(line, "mul", ExactFormat::times, a, b);
        resultFormat(line, "neg", (first, second) -> first.negated(), a, b);
    }

    private static void resultFormat(OracleFile.Line line, String name, BinaryOperator<ExactFormat> operation,
                                     ExactFormat a, ExactFormat b) {
        ExactFormat expected = new ExactFormat(line.integer(name + "_w"), line.integer(name + "_i"),
                line.integer(name + "_s") == 1);
        assertThat(operation.apply(a, b)).as("%s of %s", name, line).isEqualTo(expected);
    }

    private void lfsr(OracleFile.Line line) {
        Lfsr lfsr = new Lfsr(line.integer("width"), line.hex("mask_hex"), line.hex("seed_hex"));
        assertThat(Lfsr.named(line.text("name"), lfsr.seed())).as("%s", line).isEqualTo(lfsr);
        String key = line.text("name") + " " + line.text("seed_hex");
        Lfsr.Register bits = bitRegisters.computeIfAbsent(key, k -> lfsr.register());
        Lfsr.Register words = wordRegisters.computeIfAbsent(key, k -> lfsr.register());
        assertThat(bits.nextBit()).as("bit of %s", line).isEqualTo(line.integer("outbit"));
        assertThat(bits.state()).as("state of %s", line).isEqualTo(line.hex("state_hex"));
        assertThat(words.draw(8)).as("word of %s", line).isEqualTo(line.hex("word8_msbfirst"));
        int[] word = new int[1];
        RandomWordsTest.cached(lfsr, 8).fill(line.integer("n") - 1, 1, word, 1);
        assertThat(word[0]).as("random word of %s", line).isEqualTo((int) line.hex("word8_msbfirst"));
    }

    private static Cast stochasticCast(OracleFile.Line line) {
        Format target = new Format(line.integer("w"), line.integer("i"), line.integer("s") == 1,
                Quantization.STOCHASTIC, Overflow.valueOf(line.text("o")), 0);
        return new Cast(target, line.integer("r"), StochasticVariant.valueOf(line.text("variant")));
    }

    private static void stochasticExhaustive(OracleFile.Line line) {
        Cast cast = stochasticCast(line);
        Exact value = Exact.of(line.raw("raw"), line.source("1"));
        List<Long> expected = line.raws("outs");
        assertThat(expected).as("words of %s", line).hasSize(1 << cast.randomBits());
        for (int random = 0; random < expected.size(); random++) {
            stochastic(line, cast, value, random, expected.get(random));
        }
    }

    private static void stochastic(OracleFile.Line line, Cast cast, Exact value, long random, long expected) {
        assertThat(cast.apply(value, random)).as("random word %s of %s", random, line).isEqualTo(expected);
        assertThat(cast.applyWide(value.integer(), value.fractionBits(), random)).as("random word %s, wide, of %s", random, line)
                .isEqualTo(expected);
    }

    private static void stochasticFromLfsr(OracleFile.Line line) {
        Cast cast = stochasticCast(line);
        Lfsr.Register register = Lfsr.named(line.text("lfsr"), line.hex("seed_hex")).register();
        List<Long> raws = line.raws("raws");
        List<Long> expected = line.raws("outs");
        assertThat(raws).hasSameSizeAs(expected);
        for (int k = 0; k < raws.size(); k++) {
            stochastic(line, cast, Exact.of(raws.get(k), line.source("1")), register.draw(cast.randomBits()), expected.get(k));
        }
        assertThat(register.state()).as("final state of %s", line).isEqualTo(line.hex("final_state_hex"));
    }
}
