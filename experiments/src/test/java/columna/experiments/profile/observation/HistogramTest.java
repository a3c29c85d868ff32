package columna.experiments.profile.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the list of all values, sorted and summed. */
class HistogramTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyAnswerIsThatOfTheList(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> values = new ArrayList<>();
        Histogram histogram = new Histogram();
        Histogram other = new Histogram();
        int fractionBits = 20;
        for (int i = 0; i < 1000; i++) {
            double value = i % 17 == 0 ? 0 : Math.scalb(random.nextInt(-4000, 4001), random.nextInt(-fractionBits, 3));
            values.add(value);
            (i % 2 == 0 ? histogram : other).add(value);
        }
        histogram.add(other);
        double[] magnitudes = values.stream().mapToDouble(Math::abs).sorted().toArray();
        double squares = values.stream().mapToDouble(v -> v * v).sum();
        // Sums of a thousand doubles in another order.
        double relative = 1e-12;
        assertThat(histogram.words()).isEqualTo(1000);
        assertThat(histogram.zeros()).isEqualTo(values.stream().filter(v -> v == 0).count());
        assertThat(histogram.minimum()).isEqualTo(values.stream().mapToDouble(v -> v).min().orElseThrow());
        assertThat(histogram.maximum()).isEqualTo(values.stream().mapToDouble(v -> v).max().orElseThrow());
        assertThat(histogram.meanSquare()).isCloseTo(squares / 1000, within(relative * squares));
        for (int octave = -25; octave < 20; octave++) {
            double low = Math.pow(2, octave);
            assertThat(histogram.count(octave)).isEqualTo(values.stream().filter(v -> Math.abs(v) >= low && Math.abs(v) < 2 * low).count());
            assertThat(histogram.shareFrom(octave)).isEqualTo(values.stream().filter(v -> Math.abs(v) >= low).count() / 1000.0);
            assertThat(histogram.shareBelow(octave)).isEqualTo(values.stream().filter(v -> v != 0 && Math.abs(v) < low).count() / 1000.0);
            double clipped = values.stream().mapToDouble(v -> Math.max(0, Math.abs(v) - low)).map(v -> v * v).sum() / 1000;
            assertThat(histogram.clippedPower(octave)).isCloseTo(clipped, within(relative * squares));
        }
        for (double share : new double[] {0.01, 0.25, 0.5, 0.9, 0.999, 1}) {
            double exact = magnitudes[(int) Math.ceil(share * 1000) - 1];
            assertThat(histogram.quantile(share)).isGreaterThanOrEqualTo(exact).isLessThanOrEqualTo(2 * exact);
        }
        int scale = values.stream().filter(v -> v != 0).mapToInt(HistogramTest::fractionBits).max().orElseThrow();
        assertThat(histogram.exactFractionBits()).isEqualTo(scale);
    }

    /** The fewest bits below the point: how often it has to be doubled to be whole. */
    private static int fractionBits(double value) {
        BigDecimal number = new BigDecimal(value);
        int bits = 0;
        while (number.stripTrailingZeros().scale() > 0) {
            number = number.multiply(BigDecimal.TWO);
            bits++;
        }
        if (bits == 0) {
            return -Long.numberOfTrailingZeros((long) Math.abs(value));
        }
        return bits;
    }
}
