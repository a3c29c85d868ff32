package columna.experiments.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.chip.ChipDesign;
import columna.experiments.explain.Signals;
import columna.experiments.result.LossCurve;
import columna.experiments.run.Simulated;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.NetworkSpec.Cell;
import columna.fixedpoint.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Law 5: fixed point approaches float, 20 log10(2) = 6.02 dB per fraction bit, until the loss curves coincide. */
class PrecisionTest {

    /** One more than the last, and some accumulator of this chip would need more than 63 bits. */
    private static final List<Integer> ADDED_BITS = List.of(-6, -5, -4, -3, -2, -1, 0, 1, 2);

    private static final int FEWER_BITS = 6;

    private static final List<String> SIGNALS = List.of(
            "lru.h",
            "lru.trace.B",
            "lru.trace.lambda",
            "gradient of B",
            "gradient of C",
            "gradient of D",
            "gradient of glu.W1",
            "gradient of dec.W",
            "decoder.logits");

    /**
     * The slope of a straight line through ratios r at bits x has the standard error s / sqrt(sum (x - mean)^2), s^2 being
     * the squared residuals over the points less two. Where an error is sampled by a few hundred words, s is below 1.5 dB (a
     * quarter of a bit); the slope may be off by three standard errors.
     */
    @Test
    void everyFractionBitIsWorthSixDecibels() {
        ExperimentSpec spec = ExperimentSpec.read("copy-task-wide", Signals.names());
        List<PrecisionStudy.Point> points = PrecisionStudy.run(spec, ADDED_BITS, 6);
        assertThat(points.stream().map(PrecisionStudy.Point::addedBits)).containsExactlyElementsOf(ADDED_BITS);
        for (String signal : SIGNALS) {
            double slope = PrecisionStudy.decibelsPerBit(points, signal);
            double residual = residual(points, signal, slope);
            double standardError = residual / Math.sqrt(60); // 2 (1 + 4 + 9 + 16)
            assertThat(residual).as("%s: dB off the line", signal).isLessThan(1.5);
            assertThat(slope).as("%s: dB per bit, standard error %.3f", signal, standardError)
                    .isBetween(5.8, 6.25)
                    .isBetween(20 * Math.log10(2) - 3 * standardError, 20 * Math.log10(2) + 3 * standardError);
        }
    }

    /**
     * The same for every signal and gradient that chip and reference share, whatever kind the recurrent layers are of. Some are few words (the
     * gradient of a bias of the decoder), so residuals reach 2 dB, a third of a bit; the slope's standard error is then 2 / sqrt(60) = 0.26 dB, and
     * 0.3 dB are a twentieth of a bit. The encoder's input is whole bits, so what it sends on is exact before any learning; while the chip answers,
     * its input is silent, so the encoder's weights have no gradient; and a phase of 0 has none either.
     */
    @ParameterizedTest
    @EnumSource(Cell.class)
    void everyComparedSignalGainsSixDecibelsPerBit(Cell cell) {
        ExperimentSpec spec = SmallExperiments.wide(cell);
        List<PrecisionStudy.Point> points = PrecisionStudy.run(spec, ADDED_BITS, 6);
        assertThat(points.stream().map(PrecisionStudy.Point::addedBits)).containsExactlyElementsOf(ADDED_BITS);
        Set<String> compared = new TreeSet<>(points.getFirst().noise().keySet());
        Set<String> counterparts = new TreeSet<>(ChipDesign.of(spec).chip().signals().keySet());
        counterparts.retainAll(Correspondence.byMemory().keySet());
        assertThat(compared).as("every signal that has a counterpart").containsAll(counterparts);
        assertThat(compared).contains("gradient of B", "gradient of C").contains(switch (cell) {
            case COMPLEX -> new String[] {"lru.h", "lru.trace.B", "gradient of nu_log", "gradient of theta_log", "gradient of gamma_log"};
            case REAL -> new String[] {"lru.h", "lru.trace.B", "gradient of nu_log", "gradient of gamma_log"};
            case DENSE -> new String[] {"rnn.h", "rnn.trace.A", "rnn.trace.B", "rnn.error.h", "gradient of A"};
        });
        Set<String> silent = new TreeSet<>(Set.of("encoder.stream", "gradient of enc.W"));
        if (cell == Cell.REAL) {
            silent.add("gradient of theta_log");
        }
        for (String signal : compared) {
            if (silent.contains(signal)) {
                assertThat(points).as(signal).noneMatch(point -> Double.isFinite(point.noise().get(signal).decibels()));
                continue;
            }
            double slope = PrecisionStudy.decibelsPerBit(points, signal);
            assertThat(residual(points, signal, slope)).as("%s: dB off the line", signal).isLessThan(2);
            assertThat(slope).as("%s: dB per bit", signal).isCloseTo(PrecisionStudy.DECIBELS_PER_BIT, within(0.3));
        }
    }

    /**
     * Every rule's gradients at the widest formats. Words have 27 bits or more there, so rounding leaves 100 dB and more; 90 dB are errors of
     * 3e-5, below which no gradient comes that is another rule's or another formula's.
     */
    @ParameterizedTest
    @CsvSource({"REAL,online", "REAL,truncated", "REAL,spatial", "DENSE,online", "DENSE,truncated", "DENSE,spatial"})
    void gradientsOfEveryRuleAreTheReferences(Cell cell, String rule) {
        ExperimentSpec spec = SmallExperiments.wide(cell, "learning.rule=" + rule);
        PrecisionStudy.Point widest = PrecisionStudy.run(spec, List.of(2), 6).getFirst();
        long compared = widest.noise().entrySet().stream()
                .filter(signal -> signal.getKey().startsWith("gradient of ") && !Double.isNaN(signal.getValue().decibels()))
                .peek(signal -> assertThat(signal.getValue().decibels()).as(signal.getKey()).isGreaterThan(90))
                .count();
        // Of eleven outside the recurrence, one of which is silent; gamma, B, C or B, C; lambda or A, unless they do not learn.
        assertThat(compared).isEqualTo(10 + (cell == Cell.REAL ? 3 : 2) + (rule.equals("spatial") ? 0 : 1));
    }

    private static double residual(List<PrecisionStudy.Point> points, String signal, double slope) {
        double bits = points.stream().mapToInt(PrecisionStudy.Point::addedBits).average().orElseThrow();
        double level = points.stream().mapToDouble(p -> p.noise().get(signal).decibels()).average().orElseThrow();
        double squares = points.stream()
                .mapToDouble(p -> p.noise().get(signal).decibels() - level - slope * (p.addedBits() - bits))
                .map(off -> off * off)
                .sum();
        return Math.sqrt(squares / (points.size() - 2));
    }

    /** Ratios of signals whose errors are known: halving the error is 6.02 dB, no error is infinity, no signal is no number. */
    @Test
    void aRatioIsSignalPowerOverErrorPower() {
        NoiseSum sum = new NoiseSum();
        sum.add(3, 3.1);
        sum.add(-4, -4.1);
        assertThat(sum.decibels()).isCloseTo(10 * Math.log10(25 / 0.02), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(sum.largestError()).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-12));
        NoiseSum exact = new NoiseSum();
        exact.add(1, 1);
        assertThat(exact.decibels()).isEqualTo(Double.POSITIVE_INFINITY);
        NoiseSum silent = new NoiseSum();
        silent.add(0, 1e-9);
        assertThat(silent.decibels()).isNaN();
    }

    /**
     * The loss curves of chip and reference coincide within the quantisation noise. Measured: 3e-5 nats over the first 400
     * sequences, and it is noise of quantisation because it grows with the resolution: with 6 bits fewer everywhere, words
     * are 64 times as coarse, and the difference has to grow by at least 64 / 4 (a part of it may average out) without
     * leaving sight of the reference.
     */
    @Test
    void lossCurvesOfChipAndReferenceCoincide() {
        ExperimentSpec wide = ExperimentSpec.read("copy-task-wide", Signals.names(),
                List.of("learning.sequences=400", "numerics.sampled_sequences=0", "task.test_sequences=50"));
        List<LossCurve.Point> curve = Simulated.of(wide).curve().points();
        double difference = largestDifference(curve);
        assertThat(curve.getFirst().chip().loss() - curve.getLast().chip().loss()).as("it learns").isGreaterThan(0.15);
        assertThat(difference).isLessThan(1e-4);
        double coarser = largestDifference(Simulated.of(coarser(wide)).curve().points());
        assertThat(coarser).isBetween(64.0 / 4 * difference, 0.1);
    }

    private static ExperimentSpec coarser(ExperimentSpec spec) {
        List<String> settings = new ArrayList<>();
        settings.add("formats.default=" + coarser(spec.formats().defaultFormat()));
        spec.formats().formats().forEach((signal, format) -> settings.add("formats." + signal + "=" + coarser(format)));
        return spec.with(Signals.names(), settings.toArray(String[]::new));
    }

    private static Format coarser(Format format) {
        return new Format(format.width() - FEWER_BITS, format.integerBits(), format.signed(), format.quantization(),
                format.overflow(), format.saturatedBits());
    }

    private static double largestDifference(List<LossCurve.Point> curve) {
        return curve.stream().mapToDouble(p -> Math.abs(p.chip().loss() - p.reference().loss())).max().orElseThrow();
    }
}
