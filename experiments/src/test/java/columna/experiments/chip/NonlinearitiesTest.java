package columna.experiments.chip;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.SmallExperiments;
import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.fixedpoint.Format;
import columna.fixedpoint.table.LookupTable;
import columna.sim.cores.Tables.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of every shipped experiment against StrictMath, on every input word of its domain. */
class NonlinearitiesTest {

    /**
     * A function sampled between two formats.
     *
     * @param curvature greatest magnitude of its second derivative on [low, high)
     */
    private record Sampled(Nonlinearity name, String input, String output, String entries, double low, double high,
            double curvature, DoubleUnaryOperator function) {}

    private static double gelu(double y) {
        return 0.5 * y * (1 + StrictMath.tanh(StrictMath.sqrt(2 / Math.PI) * (y + 0.044715 * y * y * y)));
    }

    /** The derivative of GELU as a central difference of fourth order: an oracle that is not the formula under test. */
    private static double geluSlope(double y) {
        double d = 0x1p-8;
        return (8 * (gelu(y + d) - gelu(y - d)) - (gelu(y + 2 * d) - gelu(y - 2 * d))) / (12 * d);
    }

    private static final List<Sampled> DIRECT = List.of(
            // Where the output's range ends, the table's entries saturate: exp(x) is compared up to the format's maximum.
            new Sampled(Nonlinearity.EXPONENTIAL, "lru.nu.log", "lru.decay", "exp", -8, 2, Math.exp(2), StrictMath::exp),
            new Sampled(Nonlinearity.EXPONENTIAL, "lru.theta.log", "lru.angle", "exp", -8, 2, Math.exp(2), StrictMath::exp),
            new Sampled(Nonlinearity.EXPONENTIAL, "lru.gamma.log", "lru.gamma", "exp", -8, -0.125, 1, StrictMath::exp),
            new Sampled(Nonlinearity.SOFTMAX_EXPONENTIAL, "decoder.below.peak", "decoder.weight", "exp", -16, 0, 1, StrictMath::exp),
            new Sampled(Nonlinearity.DECAY, "lru.decay", "lru.modulus", "exp", 0.0625, 8, 1, x -> StrictMath.exp(-x)),
            new Sampled(Nonlinearity.COSINE, "lru.angle", "lru.cosine", "sine", 0, 8, 1, StrictMath::cos),
            new Sampled(Nonlinearity.SINE, "lru.angle", "lru.sine", "sine", 0, 8, 1, StrictMath::sin),
            // GELU'' is largest at 0: 2 sqrt(2/pi) / 2 * 2 = 0.798 * 2; its slope's second derivative is below 2.
            new Sampled(Nonlinearity.GELU, "mix.y", "glu.a", "gelu", -16, 7.5, 1.6, NonlinearitiesTest::gelu),
            new Sampled(Nonlinearity.GELU_SLOPE, "mix.y", "glu.slope.a", "gelu", -16, 16, 2, NonlinearitiesTest::geluSlope),
            // |sigmoid''| is at most sqrt(3)/18.
            new Sampled(Nonlinearity.SIGMOID, "glu.q", "glu.gate", "sigmoid", -8, 8, 0.1, x -> 1 / (1 + StrictMath.exp(-x))));

    static Stream<Arguments> direct() {
        List<Arguments> tables = new ArrayList<>();
        for (String name : SmallExperiments.names()) {
            DIRECT.forEach(sampled -> tables.add(Arguments.of(name, sampled)));
        }
        return tables.stream();
    }

    /**
     * Linear interpolation between exact ends at distance d errs by at most d^2/8 times the curvature (Lagrange). Ends are
     * rounded to half a place of the output, and so is the result. One more place is for an end that the table's domain
     * clamps. The domain of a table is 16 or what the input can hold, whatever is less.
     */
    @ParameterizedTest
    @MethodSource("direct")
    void aTableIsItsFunctionWithinInterpolationAndRounding(String name, Sampled sampled) {
        ExperimentSpec spec = ExperimentSpec.read(name, Signals.names());
        Format input = spec.formats().formatOf(sampled.input());
        Format output = spec.formats().formatOf(sampled.output());
        LookupTable table = new Nonlinearities(spec::table).table("t", sampled.name(), input, output).contents();
        double span = switch (sampled.name()) {
            case DECAY, COSINE, SINE -> Math.min(8, input.maximum() + input.resolution());
            case SOFTMAX_EXPONENTIAL -> Math.min(16, -input.minimum());
            case GELU, GELU_SLOPE -> Math.min(32, 2 * -input.minimum());
            default -> Math.min(16, 2 * -input.minimum());
        };
        int entries = table.entries() - 1;
        assertThat(entries).isEqualTo(spec.tables().entrySet().stream()
                .filter(e -> e.getKey().word().equals(sampled.entries())).findFirst().orElseThrow().getValue().entries());
        double distance = span / entries;
        double bound = distance * distance / 8 * sampled.curvature() + output.resolution();
        long first = (long) Math.ceil(Math.max(sampled.low(), input.minimum()) / input.resolution());
        long last = (long) Math.floor(Math.min(sampled.high(), input.maximum()) / input.resolution()) - 1;
        // Every word of a narrow input, and about 100,000 of a wide one, by a step that shares no factor with segments.
        long step = Math.max(1, (last - first) / 100_000) | 1;
        int count = (int) ((last - first) / step) + 1;
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = (int) (first + i * step);
        }
        int[] results = new int[count];
        table.apply(words, results, count);
        double worst = 0;
        long where = 0;
        for (int i = 0; i < count; i++) {
            double error = Math.abs(output.toDouble(results[i]) - saturated(sampled.function().applyAsDouble(input.toDouble(words[i])), output));
            if (error > worst) {
                worst = error;
                where = words[i];
            }
        }
        assertThat(worst).as("at %s", input.toDouble(where)).isLessThanOrEqualTo(bound);
        assertThat(worst).as("a table with fewer entries would err more than this").isGreaterThan(0);
    }

    private static double saturated(double value, Format format) {
        return Math.max(format.minimum(), Math.min(format.maximum(), value));
    }

    /**
     * 1/x and 1/sqrt(x) of x = m 2^e, m in [1, 2): the table of the mantissa's power errs by (1/entries)^2/8 times the
     * curvature (2 for 1/m; for 1/sqrt(m), m in [1, 4) with half of the entries for each octave, 3/4), and by its entries'
     * rounding; the exponent scales that. Then one rounding.
     */
    @ParameterizedTest
    @MethodSource("columna.experiments.SmallExperiments#names")
    void powersAreExactUpToTheirMantissasTable(String name) {
        ExperimentSpec spec = ExperimentSpec.read(name, Signals.names());
        power(spec, Nonlinearity.RECIPROCAL, "decoder.total", "decoder.inverse.total", x -> 1 / x);
        power(spec, Nonlinearity.RECIPROCAL_SQUARE_ROOT, "norm.variance", "norm.scaling", x -> 1 / StrictMath.sqrt(x));
    }

    private static void power(
            ExperimentSpec spec, Nonlinearity nonlinearity, String from, String to, DoubleUnaryOperator function) {
        Format input = spec.formats().formatOf(from);
        Format output = spec.formats().formatOf(to);
        LookupTable table = new Nonlinearities(spec::table).table("t", nonlinearity, input, output).contents();
        boolean root = nonlinearity == Nonlinearity.RECIPROCAL_SQUARE_ROOT;
        double segments = (table.entries() - 1) / (root ? 2.0 : 1.0);
        double curvature = root ? 0.75 * 4 : 2; // the upper octave's segments are twice as long
        double entryPlace = StrictMath.scalb(1.0, 2 - Math.max(output.width(), 8));
        double relative = 2 * (curvature / (8 * segments * segments) + entryPlace / 2); // mantissa's power is above 1/2
        long step = Math.max(1, input.maximumRaw() / 100_000) | 1;
        int[] word = new int[1];
        for (long raw = 1; raw <= input.maximumRaw(); raw += step) {
            word[0] = (int) raw;
            table.apply(word, word, 1);
            double exact = function.applyAsDouble(input.toDouble(raw));
            double error = Math.abs(output.toDouble(word[0]) - saturated(exact, output));
            assertThat(error).as("%s of raw %d", nonlinearity, raw)
                    .isLessThanOrEqualTo(output.resolution() / 2 + exact * relative);
        }
    }

    @Test
    void whatIsNotPositiveHasTheGreatestReciprocal() {
        ExperimentSpec spec = ExperimentSpec.read("copy-task", Signals.names());
        Format output = spec.formats().formatOf("norm.scaling");
        LookupTable table = new Nonlinearities(spec::table)
                .table("t", Nonlinearity.RECIPROCAL_SQUARE_ROOT, spec.formats().formatOf("norm.variance"), output).contents();
        int[] words = {0, -1, -100};
        table.apply(words, words, 3);
        assertThat(words).containsOnly((int) output.maximumRaw());
    }

    /** Equal tables are one memory on the chip: same function, same formats, same contents object. */
    @Test
    void equalTablesAreShared() {
        Nonlinearities tables = new Nonlinearities(ExperimentSpec.read("copy-task", Signals.names())::table);
        Format format = Format.parse("fixed<16,4,RND,SAT>");
        var first = tables.table("a", Nonlinearity.SIGMOID, format, format);
        assertThat(tables.table("b", Nonlinearity.SIGMOID, format, format).contents()).isSameAs(first.contents());
        assertThat(tables.table("c", Nonlinearity.GELU, format, format).contents()).isNotSameAs(first.contents());
    }
}
