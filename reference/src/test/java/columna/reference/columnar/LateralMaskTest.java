package columna.reference.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reference.random.RandomStreams;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How many lateral weights a drawn mask has; expected counts are those of the binomial distribution. */
class LateralMaskTest {

    private static final int COLUMNS = 20;
    private static final int WIDTH = 50;

    private static LateralMask drawn(double ratio) {
        return LateralMask.random(COLUMNS, WIDTH, ratio, new RandomStreams(11).stream("mask"));
    }

    /** Own state is one of the s w weights drawn for a column. */
    private static int drawnWeights(LateralMask mask) {
        int count = 0;
        for (int i = 0; i < COLUMNS; i++) {
            count += (int) Math.round(mask.lateralRatio(i) * WIDTH);
            for (boolean present : mask.states()[i]) {
                count += present ? 1 : 0;
            }
        }
        return count;
    }

    /** 20 columns of 970 possible weights: mean 20 * 50 s, four standard deviations sqrt(20 * 970 p (1 - p)). */
    @Test
    void theRatioIsMetOnAverage() {
        for (double ratio : new double[] {0.1, 1, 10}) {
            double p = ratio * WIDTH / 970;
            assertThat((double) drawnWeights(drawn(ratio))).as("seed 11, s = %s", ratio).isCloseTo(COLUMNS * WIDTH * ratio,
                    Offset.offset(4 * Math.sqrt(COLUMNS * 970 * p * (1 - p))));
        }
    }

    @Test
    void zeroIsNoneAndTheMostIsAll() {
        assertThat(drawnWeights(drawn(0))).isZero();
        assertThat(drawnWeights(drawn(19.4))).isEqualTo(COLUMNS * 970);
        assertThat(drawnWeights(drawn(100))).isEqualTo(COLUMNS * 970);
    }

    @Test
    void aColumnSeesItsOwnFeatures() {
        LateralMask mask = LateralMask.none(2, 3);
        mask.features()[1][1][2] = false;
        assertThatThrownBy(() -> new LateralMask(mask.features(), mask.states()))
                .hasMessage("lateral mask: column 1 does not see all of its own features; it must");
    }
}
