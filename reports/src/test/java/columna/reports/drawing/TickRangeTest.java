package columna.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.reports.Axis;
import columna.reports.drawing.ValueScale.Fit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ticks are checked by reading their labels back: a label must name the value at its coordinate. */
class TickRangeTest {
    private static final long SEED = 20261123;

    @Test
    void labelsOfRandomLinearAxesNameTheirValues() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 3000; i++) {
            double size = Math.pow(10, random.nextDouble(-5, 14));
            double a = size * random.nextDouble(-1, 1);
            double b = size * random.nextDouble(-1, 1);
            check("linear", ValueScale.of(Axis.linear("x", "1"), extent(false, a, b), fit(i), 6), a, b, i);
        }
    }

    @Test
    void labelsOfRandomLogarithmicAxesNameTheirValues() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 3000; i++) {
            double a = Math.pow(10, random.nextDouble(-30, 30));
            double b = i % 2 == 0 ? a * random.nextDouble(1.001, 50) : Math.pow(10, random.nextDouble(-30, 30));
            check("logarithmic", ValueScale.of(Axis.logarithmic("x", "1"), extent(true, a, b), fit(i), 6), a, b, i);
        }
    }

    private static Fit fit(int i) {
        return i % 3 == 0 ? Fit.EXACT : Fit.ROUND;
    }

    private static void check(String kind, ValueScale scale, double a, double b, int i) {
        String where = kind + ", seed " + SEED + ", case " + i + ", " + a + " to " + b;
        double slack = 1e-6 * (scale.high() - scale.low());
        assertThat(List.of(scale.coordinate(a), scale.coordinate(b))).as(where).allSatisfy(c -> assertThat(c).isBetween(scale.low() - slack, scale.high() + slack));
        List<Tick> major = scale.ticks().stream().filter(Tick::isMajor).toList();
        assertThat(major).as(where).hasSizeBetween(1, 14);
        assertThat(major.stream().map(Tick::label).distinct()).as(where).hasSameSizeAs(major);
        for (Tick tick : scale.ticks()) {
            assertThat(tick.coordinate()).as(where).isBetween(scale.low() - slack, scale.high() + slack);
        }
        for (Tick tick : major) {
            assertThat(scale.coordinate(read(tick.label()))).as(where + ", label " + tick.label())
                    .satisfiesAnyOf(c -> assertThat(c).isCloseTo(tick.coordinate(), within(1e-5 * (scale.high() - scale.low()))),
                            c -> assertThat(read(tick.label())).isZero());
        }
    }

    /** The value a label names: groups, minus sign, powers of ten and SI suffixes undone. */
    private static double read(String label) {
        String text = label.replace("\u202f", "").replace("\u2212", "-");
        int power = text.indexOf("10") >= 0 && text.codePoints().anyMatch(c -> "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(c) >= 0)
                ? text.lastIndexOf("10") : -1;
        if (power >= 0) {
            StringBuilder exponent = new StringBuilder();
            for (char c : text.substring(power + 2).toCharArray()) {
                exponent.append(c == '\u207b' ? '-' : (char) ('0' + "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(c)));
            }
            String mantissa = text.substring(0, power).replace("\u00d7", "");
            return Double.parseDouble((mantissa.isEmpty() ? "1" : mantissa) + "e" + exponent);
        }
        int suffix = " kMGT".indexOf(text.charAt(text.length() - 1));
        return suffix <= 0 ? Double.parseDouble(text) : Double.parseDouble(text.substring(0, text.length() - 1)) * Math.pow(1000, suffix);
    }

    @Test
    void anAxisFromZeroContainsZero() {
        ValueScale scale = ValueScale.of(Axis.linear("energy", "pJ"), extent(false, 12_000, 19_200), Fit.FROM_ZERO, 6);
        assertThat(scale.title()).isEqualTo("energy (nJ)");
        assertThat(scale.ticks().stream().map(Tick::label)).containsExactly("0", "5", "10", "15", "20");
    }

    @Test
    void stepsKeepTheirUnit() {
        ValueScale scale = ValueScale.of(Axis.linear("training step", "1"), extent(false, 0, 20_000), Fit.EXACT, 6);
        assertThat(scale.title()).isEqualTo("training step");
        assertThat(scale.ticks().stream().map(Tick::label)).containsExactly("0", "5000", "10\u202f000", "15\u202f000", "20\u202f000");
    }

    private static Extent extent(boolean logarithmic, double a, double b) {
        return Extent.drawable(logarithmic).add(a).add(b);
    }
}
