package columna.experiments.profile.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model against casts of many values. */
class RoundingNoiseTest {

    @ParameterizedTest
    @EnumSource
    void powerIsThatOfCasts(Quantization mode) {
        int fractionBits = 5;
        Format format = new Format(12, 7, true, mode, Overflow.SAT, 0);
        SplittableRandom random = new SplittableRandom(7);
        double sum = 0;
        int casts = 200_000;
        for (int i = 0; i < casts; i++) {
            double value = random.nextDouble(-3, 3);
            double error = format.toDouble(format.fromDouble(value, random.nextLong())) - value;
            sum += error * error;
        }
        double expected = RoundingNoise.power(mode, fractionBits);
        // The relative spread of a mean of 200,000 squares of uniform errors is 0.9/sqrt(200,000) = 0.002; five of them.
        assertThat(sum / casts).isCloseTo(expected, within(0.01 * expected));
    }

    @ParameterizedTest
    @EnumSource
    void fractionBitsAreTheFewestThatKeepTheRatio(Quantization mode) {
        for (double decibels = 1; decibels < 100; decibels += 0.37) {
            for (double power : new double[] {1e-6, 0.5, 1, 4, 700}) {
                int bits = RoundingNoise.fractionBits(mode, power, decibels);
                assertThat(ratio(mode, power, bits)).isGreaterThanOrEqualTo(decibels - 1e-9);
                assertThat(ratio(mode, power, bits - 1)).isLessThan(decibels);
            }
        }
    }

    private static double ratio(Quantization mode, double power, int bits) {
        return 10 * Math.log10(power / RoundingNoise.power(mode, bits));
    }
}
