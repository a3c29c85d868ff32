package columna.experiments.profile.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import org.junit.jupiter.api.Test;

/** Every range of a small grid, against a search through all formats for the first that holds both ends. */
class IntegerBitsTest {

    private static final int FRACTION_BITS = 2;

    @Test
    void fewestBitsThatHoldTheRange() {
        int checked = 0;
        for (int low = -40; low <= 40; low++) {
            for (int high = low; high <= 40; high++) {
                assertThat(IntegerBits.of(low / 4.0, high / 4.0, true)).as("%d/4 to %d/4", low, high).satisfies(fewest(low, high, true));
                checked++;
                if (low >= 0) {
                    assertThat(IntegerBits.of(low / 4.0, high / 4.0, false)).as("%d/4 to %d/4 unsigned", low, high).satisfies(fewest(low, high, false));
                }
            }
        }
        assertThat(checked).isEqualTo(81 * 82 / 2);
    }

    /** A format of no fewer than one bit exists from 1 - FRACTION_BITS integer bits on; zeros need none. */
    private static java.util.function.Consumer<Integer> fewest(int low, int high, boolean signed) {
        int bits = 1 - FRACTION_BITS;
        while (!holds(bits, low, high, signed)) {
            bits++;
        }
        int expected = bits;
        return found -> assertThat(Math.max(found, 1 - FRACTION_BITS)).isEqualTo(expected);
    }

    private static boolean holds(int integerBits, int low, int high, boolean signed) {
        Format format = new Format(integerBits + FRACTION_BITS, integerBits, signed, Quantization.RND, Overflow.SAT, 0);
        return format.contains(low) && format.contains(high);
    }

    @Test
    void rangesWithoutBitsAreRefused() {
        assertThatThrownBy(() -> IntegerBits.of(1, 0, true)).hasMessageContaining("a range from 1.0 to 0.0");
        assertThatThrownBy(() -> IntegerBits.of(0, Double.POSITIVE_INFINITY, true)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> IntegerBits.of(-1, 1, false)).hasMessageContaining("without sign");
    }
}
