package columna.experiments.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.explain.Signals;
import columna.experiments.result.LossCurve;
import columna.experiments.run.Simulated;
import columna.experiments.spec.ExperimentSpec;
import columna.fixedpoint.Format;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
