package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

/** Comparison with golden values: {@code |a - b| <= 1e-9 max(1, |b|)}; the vectors agree with an independent program to 1e-13. */
final class Expected {

    static final double TOLERANCE = 1e-9;

    private Expected() {}

    static void near(String what, double actual, double expected) {
        double allowed = TOLERANCE * Math.max(1, Math.abs(expected));
        assertThat(Math.abs(actual - expected)).as("%s: %s, expected %s", what, actual, expected).isLessThanOrEqualTo(allowed);
    }

    static void near(String what, double[][] actual, double[][] expected) {
        assertThat(actual.length).as(what).isEqualTo(expected.length);
        for (int r = 0; r < expected.length; r++) {
            assertThat(actual[r].length).as(what).isEqualTo(expected[r].length);
            for (int i = 0; i < expected[r].length; i++) {
                near(what + "[" + r + "][" + i + "]", actual[r][i], expected[r][i]);
            }
        }
    }

    /** {@code 1e-9} relative or absolute, whichever is larger; both arrays of the same length. */
    static void near(String what, double[] actual, double[] expected) {
        near(what, new double[][] {actual}, new double[][] {expected});
    }
}
