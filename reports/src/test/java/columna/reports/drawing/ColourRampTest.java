package columna.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The ramp is made in Oklab; it is judged here in CIE L*a*b*, another and older model of sight, for readers with and without all cones. The two
 * models disagree about even steps by up to a sixth, so a fifth is allowed.
 */
class ColourRampTest {
    private static final int STEPS = 12;

    @Test
    void equalAmountsLookEquallyDifferentToEveryReader() {
        for (double[][] eye : List.of(Sight.NORMAL, Sight.PROTANOPIA, Sight.DEUTERANOPIA)) {
            List<double[]> colours = IntStream.rangeClosed(0, STEPS).mapToObj(i -> Sight.lab(ColourRamp.hex((double) i / STEPS).substring(1), eye)).toList();
            List<Double> steps = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                steps.add(Sight.distance(colours.get(i), colours.get(i + 1)));
                assertThat(colours.get(i + 1)[0] - colours.get(i)[0]).as("lightness, step " + i).isGreaterThan(4);
            }
            double mean = steps.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            assertThat(steps).allSatisfy(step -> assertThat(step).isCloseTo(mean, within(mean / 5)));
        }
    }

    /** 4.58 is where black and white are equally far; every ground leaves one of them at least so much. */
    @Test
    void textOnEveryColourIsReadable() {
        for (int i = 0; i <= 255; i++) {
            double amount = i / 255.0;
            assertThat(Sight.contrast(ColourRamp.hex(amount).substring(1), ColourRamp.isDark(amount) ? "ffffff" : "000000")).as("amount " + amount).isGreaterThan(4.5);
        }
    }

    @Test
    void amountsOutsideTheScaleTakeItsEnds() {
        assertThat(ColourRamp.rgb(-3)).isEqualTo(ColourRamp.rgb(0));
        assertThat(ColourRamp.rgb(7)).isEqualTo(ColourRamp.rgb(1));
    }
}
